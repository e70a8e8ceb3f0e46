from pathlib import Path

import numpy as np

from peerstudy import log, tables
from peerstudy.coders import blend, vectors

log.to(snakemake.log[0])
segments, turns = tables.read(snakemake.input.segments), tables.read(snakemake.input.turns)
known = vectors.unpacked(np.load(snakemake.input.vectors))
read = [tables.read(snakemake.input[name]) for name in ("codebook", "patterns", "hand", "coverage", "sample")]
read += [tables.read_or_empty(snakemake.input.suggested, "suggested"), tables.read(snakemake.input.roster)]
untaught = {Path(path).stem: tables.read(path) for path in snakemake.input.untaught}
made = blend.blend(segments, turns, known, *read, untaught, **snakemake.params)
for name, frame in zip(("codes", "people", "themes", "weights"), (*made.coded, made.weights), strict=True):
    tables.write(frame, snakemake.output[name])
