from pathlib import Path

from peerstudy import log, tables
from peerstudy.corpus import identifiers

log.to(snakemake.log[0])
turns = tables.read(snakemake.input.turns)
dropped = tables.read(snakemake.input.dropped)
ingest = tables.read(snakemake.input.ingest)
codebook = tables.read(snakemake.input.codebook)
reviewed = tables.read_or_empty(snakemake.input.reviewed, "reviewed")
known = tables.read_or_empty([p for p in [snakemake.output.names] if Path(p).exists()], "names")
found, names = identifiers.identifiers(turns, dropped, ingest, codebook, reviewed, known, **snakemake.params)
tables.write(found, snakemake.output.identifiers)
tables.write(names, snakemake.output.names)
