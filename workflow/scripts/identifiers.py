from pathlib import Path

from peerstudy import log, schema, tables
from peerstudy.corpus import authored, identifiers

log.to(snakemake.log[0])
turns, dropped, ingest = (tables.read(snakemake.input[name]) for name in ("turns", "dropped", "ingest"))
documents = {Path(path).name: schema.load(Path(path)) for path in snakemake.input.documents}
files = {path.rpartition("/codings/")[2]: Path(path).read_bytes() for path in snakemake.input.codings}
options, own = {**snakemake.params}, map(tables.read, snakemake.input.own)
written = authored.authored(*own, options.pop("wording"), documents, files, options.pop("files"))
reviewed = tables.read_or_empty(snakemake.input.reviewed, "reviewed")
known = tables.read_or_empty([p for p in [snakemake.output.names] if Path(p).exists()], "names")
found, names = identifiers.identifiers(turns, dropped, ingest, written, reviewed, known, **options)
tables.write(found, snakemake.output.identifiers)
tables.write(names, snakemake.output.names)
