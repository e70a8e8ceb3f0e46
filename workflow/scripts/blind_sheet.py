from pathlib import Path

from peerstudy import log, tables
from peerstudy.coding import sheets

log.to(snakemake.log[0])
sample, turns, codebook = (tables.read(snakemake.input[name]) for name in ("sample", "turns", "codebook"))
sheet = sheets.blind_sheet(sample, turns, codebook, **snakemake.params)
tables.write(sheet, snakemake.output.sheet)
Path(snakemake.output.workbook).write_bytes(sheets.workbook(sheet, codebook))
