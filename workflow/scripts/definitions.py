import numpy as np

from peerstudy import log, tables
from peerstudy.coders import definitions, vectors

log.to(snakemake.log[0])
segments, codebook = tables.read(snakemake.input.segments), tables.read(snakemake.input.codebook)
known = vectors.unpacked(np.load(snakemake.input.vectors))
tables.write(
    definitions.definitions(segments, codebook, known, **snakemake.params), snakemake.output.definitions
)
