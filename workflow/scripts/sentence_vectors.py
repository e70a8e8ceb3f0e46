from pathlib import Path

import numpy as np

from peerstudy import log, tables
from peerstudy.coders import definitions, vectors

log.to(snakemake.log[0])
segments, codebook = tables.read(snakemake.input.segments), tables.read(snakemake.input.codebook)
kept = Path(snakemake.output.vectors)
known = vectors.unpacked(np.load(kept)) if kept.exists() else {}
texts = [*segments["text"], *tables.read(snakemake.input.turns)["text"], *definitions.told(codebook)]
# One at a time: beside other texts the last digits differ, and a second run would not give the same bytes.
vectors.vectors(texts, encode=vectors.model().encode, known=known, batch=1)
np.savez(kept, **vectors.packed(texts, known))
