from peerstudy import log, tables
from peerstudy.compare import second_coder

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "codings", "coverage", "codebook")]
tables.write(second_coder.second_coder(*read, **snakemake.params), snakemake.output.second_coder)
