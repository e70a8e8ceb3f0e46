from peerstudy import log, second_coder, tables

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "codings", "coverage", "codebook")]
tables.write(second_coder.second_coder(*read, **snakemake.params), snakemake.output.second_coder)
