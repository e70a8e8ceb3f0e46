from pathlib import Path

from peerstudy import log, tables, workbook

log.to(snakemake.log[0])
for kind in ("shared", "words"):
    read = {Path(path).stem: tables.read(path) for path in snakemake.input[kind]}
    Path(snakemake.output[kind]).write_bytes(workbook.workbook(read))
