from peerstudy import flow, log, tables

log.to(snakemake.log[0])
roster = tables.read(snakemake.input.roster)
tables.write(flow.flow(roster, **snakemake.params), snakemake.output.flow)
