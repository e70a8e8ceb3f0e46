from pathlib import Path

from peerstudy import log, tables
from peerstudy.record import crate, manifest

log.to(snakemake.log[0])
made_by = {path: rule for rule, paths in snakemake.input.items() if rule != "code" for path in paths}
names = dict(zip(snakemake.input.input, snakemake.params.names, strict=True))
files = {names.get(path, path): Path(path).read_bytes() for path in made_by}
made_by = {names.get(path, path): rule for path, rule in made_by.items()}
listed = manifest.manifest(files, made_by)
standing = [path.as_posix() for path in Path(snakemake.params.results).rglob("*") if path.is_file()]
manifest.warn(standing, listed, snakemake.output)
tables.write(listed, snakemake.output.manifest)
provenance = tables.read(snakemake.input.provenance[0])
described = crate.crate(listed, provenance, snakemake.params.results, **snakemake.params.crate)
Path(snakemake.output.crate).write_text(described, encoding="utf-8")
