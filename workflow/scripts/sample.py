from peerstudy import log, tables
from peerstudy.coding import sampling

log.to(snakemake.log[0])
segments = tables.read(snakemake.input.segments)
frozen = tables.read_or_empty(snakemake.input.frozen, "sample")
drawn, changes = sampling.sample(segments, frozen, **snakemake.params)
tables.write(drawn, snakemake.output.sample)
tables.write(changes, snakemake.output.sample_changes)
