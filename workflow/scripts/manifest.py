from pathlib import Path

from peerstudy import log, manifest, tables

log.to(snakemake.log[0])
made_by = {path: rule for rule, paths in snakemake.input.items() if rule != "code" for path in paths}
files = {path: Path(path).read_bytes() for path in made_by}
tables.write(manifest.manifest(files, made_by), snakemake.output.manifest)
