from peerstudy import identifiers, log, tables

log.to(snakemake.log[0])
turns = tables.read(snakemake.input.turns)
reviewed = tables.read_or_empty(snakemake.input.reviewed, "identifiers")
found = identifiers.identifiers(turns, reviewed, **snakemake.params)
tables.write(found, snakemake.output.identifiers)
