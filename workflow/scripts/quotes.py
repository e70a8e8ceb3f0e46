from peerstudy import log, tables
from peerstudy.compare import quotes

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("spans", "segments", "turns", "presence")]
tables.write(quotes.quotes(*read, **snakemake.params), snakemake.output.quotes)
