from peerstudy import log, tables
from peerstudy.pages import flow

log.to(snakemake.log[0])
roster, interviews = tables.read(snakemake.input.roster), tables.read(snakemake.input.interviews)
speakers = tables.read_or_empty(snakemake.input.speakers, "speakers")
tables.write(flow.flow(roster, interviews, speakers, **snakemake.params), snakemake.output.flow)
