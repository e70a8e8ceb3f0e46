from peerstudy import contrasts, log, tables

log.to(snakemake.log[0])
presence, codebook = tables.read(snakemake.input.presence), tables.read(snakemake.input.codebook)
groups, compared = contrasts.contrasts(presence, codebook, **snakemake.params)
tables.write(groups, snakemake.output.groups)
tables.write(compared, snakemake.output.contrasts)
