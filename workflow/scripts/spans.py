from pathlib import Path

from peerstudy import log, tables
from peerstudy.coding import spans

log.to(snakemake.log[0])
files = {path.rpartition("/codings/")[2]: Path(path).read_bytes() for path in snakemake.input.codings}
names = ("turns", "segments", "interviews", "codebook", "coverage", "sample")
made, sample_read, losses = spans.spans(
    files, *(tables.read(snakemake.input[n]) for n in names), **snakemake.params
)
tables.write(made, snakemake.output.spans)
tables.write(sample_read, snakemake.output.sample_read)
tables.write(losses, snakemake.output.losses)
