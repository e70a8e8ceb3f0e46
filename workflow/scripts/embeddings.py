import numpy as np

from peerstudy import log, tables
from peerstudy.coders import embeddings, vectors

log.to(snakemake.log[0])
segments, turns = tables.read(snakemake.input.segments), tables.read(snakemake.input.turns)
known = vectors.unpacked(np.load(snakemake.input.vectors))
read = [tables.read(snakemake.input[name]) for name in ("codebook", "patterns", "hand", "coverage", "sample")]
read += [tables.read_or_empty(snakemake.input.suggested, "suggested"), tables.read(snakemake.input.roster)]
made = embeddings.embeddings(segments, turns, known, *read, **snakemake.params)
for name, frame in zip(("codes", "people", "themes"), made, strict=True):
    tables.write(frame, snakemake.output[name])
