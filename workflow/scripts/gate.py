from peerstudy import identifiers, log, tables

log.to(snakemake.log[0])
found = tables.read(snakemake.input.identifiers)
tables.write(identifiers.gate(found), snakemake.output.gate)
