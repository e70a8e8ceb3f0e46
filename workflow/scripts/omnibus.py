from peerstudy import log, tables
from peerstudy.compare import omnibus

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("presence", "codebook", "roster")]
tables.write(omnibus.omnibus(*read, **snakemake.params), snakemake.output.omnibus)
