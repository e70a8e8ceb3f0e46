from pathlib import Path

from peerstudy import log, tables
from peerstudy.pages import reader

log.to(snakemake.log[0])
read = {name: tables.read(path) for name, path in snakemake.input.items() if isinstance(path, str)}
Path(snakemake.output[0]).write_text(reader.reader(read), encoding="utf-8")
