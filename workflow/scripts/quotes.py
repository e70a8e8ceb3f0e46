from peerstudy import log, quotes, tables

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("spans", "segments", "turns", "roster")]
tables.write(quotes.quotes(*read, **snakemake.params), snakemake.output.quotes)
