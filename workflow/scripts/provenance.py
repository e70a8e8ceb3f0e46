from pathlib import Path

from peerstudy import log, tables
from peerstudy.record import provenance

log.to(snakemake.log[0])
named = zip(snakemake.params.names, snakemake.input.files, strict=True)
files = {name: Path(path).read_bytes() for name, path in named}
versions, settings = snakemake.params.versions, snakemake.params.settings
made = provenance.provenance(files, versions, settings=settings)
tables.write(made, snakemake.output.provenance)
