from peerstudy import log, tables
from peerstudy.corpus import characteristics

log.to(snakemake.log[0])
roster = tables.read(snakemake.input.roster)
tables.write(characteristics.characteristics(roster, **snakemake.params), snakemake.output.characteristics)
