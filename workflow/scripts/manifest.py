from pathlib import Path

from peerstudy import log, manifest, tables

log.to(snakemake.log[0])
made_by = {path: rule for rule, paths in snakemake.input.items() if rule != "code" for path in paths}
names = dict(zip(snakemake.input.input, snakemake.params.names, strict=True))
files = {names.get(path, path): Path(path).read_bytes() for path in made_by}
made_by = {names.get(path, path): rule for path, rule in made_by.items()}
tables.write(manifest.manifest(files, made_by), snakemake.output.manifest)
