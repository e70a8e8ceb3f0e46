from peerstudy import cooccurrences, log, tables

log.to(snakemake.log[0])
read = [
    tables.read(snakemake.input[name]) for name in ("presence", "codings", "segments", "codebook", "coverage")
]
tables.write(cooccurrences.cooccurrences(*read, **snakemake.params), snakemake.output.cooccurrences)
