from peerstudy import log, tables
from peerstudy.coding import hand

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "spans", "codebook")]
tables.write(hand.hand(*read, **snakemake.params), snakemake.output.hand)
