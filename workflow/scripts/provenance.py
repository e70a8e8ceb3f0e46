from importlib.metadata import version
from pathlib import Path

from peerstudy import log, tables
from peerstudy.record import provenance

log.to(snakemake.log[0])
named = zip(snakemake.params.names, snakemake.input.files, strict=True)
files = {name: Path(path).read_bytes() for name, path in named}
versions = {package: version(package) for package in snakemake.params.packages}
made = provenance.provenance(files, versions, settings=snakemake.params.settings)
tables.write(made, snakemake.output.provenance)
