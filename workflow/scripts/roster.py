from peerstudy import log, tables
from peerstudy.corpus import roster

log.to(snakemake.log[0])
participants = tables.read(snakemake.input.participants)
interviews = tables.read(snakemake.input.interviews)
speakers = tables.read_or_empty(snakemake.input.speakers, "speakers")
segments = tables.read(snakemake.input.segments)
people = roster.roster(participants, interviews, speakers, segments, **snakemake.params)
tables.write(people, snakemake.output.roster)
