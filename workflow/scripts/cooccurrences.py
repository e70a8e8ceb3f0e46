from peerstudy import log, tables
from peerstudy.compare import cooccurrences

log.to(snakemake.log[0])
read = [
    tables.read(snakemake.input[name]) for name in ("presence", "codings", "segments", "codebook", "coverage")
]
tables.write(cooccurrences.cooccurrences(*read, **snakemake.params), snakemake.output.cooccurrences)
tables.write(
    cooccurrences.group_cooccurrences(read[0], read[3], smallest_group=snakemake.params.smallest_group),
    snakemake.output.group_cooccurrences,
)
