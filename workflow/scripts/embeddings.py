import numpy as np

from peerstudy import embeddings, log, tables, vectors

log.to(snakemake.log[0])
names = ("codebook", "hand", "coverage", "sample")
read = [tables.read(snakemake.input[name]) for name in names]
read += [tables.read_or_empty(snakemake.input.suggested, "suggested"), tables.read(snakemake.input.roster)]
segments = tables.read(snakemake.input.segments)
encoded = vectors.taken(segments["text"], vectors.unpacked(np.load(snakemake.input.vectors)))
made = embeddings.embeddings(segments, encoded, *read, **snakemake.params)
for name, frame in zip(("codes", "people", "themes"), made, strict=True):
    tables.write(frame, snakemake.output[name])
