from peerstudy import log, tables
from peerstudy.coders import suggestions

log.to(snakemake.log[0])
names = ("segments", "machine", "hand", "coverage", "sample")
read = [tables.read(snakemake.input[name]) for name in names]
read.append(tables.read_or_empty(snakemake.input.suggested, "suggested"))
tables.write(suggestions.suggestions(*read, **snakemake.params), snakemake.output.suggestions)
