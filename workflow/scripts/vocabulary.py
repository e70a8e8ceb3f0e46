from peerstudy import log, tables
from peerstudy.compare import vocabulary

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "roster", "contrasts")]
tables.write(vocabulary.vocabulary(*read, **snakemake.params), snakemake.output.vocabulary)
