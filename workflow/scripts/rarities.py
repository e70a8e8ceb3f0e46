from peerstudy import log, tables
from peerstudy.corpus import rarities

log.to(snakemake.log[0])
participants = tables.read(snakemake.input.participants)
tables.write(rarities.rarities(participants, **snakemake.params), snakemake.output.rarities)
