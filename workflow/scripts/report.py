from pathlib import Path

from peerstudy import log, tables
from peerstudy.pages import report

log.to(snakemake.log[0])
figures = {Path(path).stem: Path(path).read_bytes() for path in snakemake.input.figures}
read = {name: tables.read(path) for name, path in snakemake.input.items() if isinstance(path, str)}
Path(snakemake.output[0]).write_text(report.report(read, figures), encoding="utf-8")
