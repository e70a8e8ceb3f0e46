from pathlib import Path

from peerstudy import log, reader, tables

log.to(snakemake.log[0])
read = {name: tables.read(path) for name, path in snakemake.input.items() if isinstance(path, str)}
Path(snakemake.output[0]).write_text(reader.reader(read), encoding="utf-8")
