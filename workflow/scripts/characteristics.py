from peerstudy import characteristics, log, tables

log.to(snakemake.log[0])
roster = tables.read(snakemake.input.roster)
tables.write(characteristics.characteristics(roster, **snakemake.params), snakemake.output.characteristics)
