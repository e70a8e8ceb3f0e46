from pathlib import Path

from peerstudy import log, tables
from peerstudy.coding import sheets

log.to(snakemake.log[0])
names = ("suggestions", "segments", "turns", "codebook")
read = [tables.read(snakemake.input[name]) for name in names]
sheet = sheets.suggestion_sheet(*read, **snakemake.params)
Path(snakemake.output.workbook).write_bytes(sheets.workbook(sheet, read[-1]))
