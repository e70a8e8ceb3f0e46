from pathlib import Path

from peerstudy import log, tables
from peerstudy.record import crate, manifest

log.to(snakemake.log[0])
made_by = {path: rule for rule, paths in snakemake.input.items() if rule != "code" for path in paths}
names = dict(zip(snakemake.input.input, snakemake.params.names, strict=True))
files = {names.get(path, path): Path(path).read_bytes() for path in made_by}
made_by = {names.get(path, path): rule for path, rule in made_by.items()}
listed = manifest.manifest(files, made_by)
manifest.warn(Path(snakemake.params.results).rglob("*.*"), listed, snakemake.output)
tables.write(listed, snakemake.output.manifest)
provenance = tables.read(snakemake.input.provenance[0])
given = (listed, provenance, snakemake.params.results)
Path(snakemake.output.crate).write_text(crate.crate(*given, **snakemake.params.crate), encoding="utf-8")
