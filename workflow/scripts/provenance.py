from importlib.metadata import version
from pathlib import Path

from peerstudy import log, provenance, tables

log.to(snakemake.log[0])
files = {path: Path(path).read_bytes() for path in snakemake.input.files}
versions = {package: version(package) for package in snakemake.params.packages}
made = provenance.provenance(files, versions, settings=snakemake.params.settings)
tables.write(made, snakemake.output.provenance)
