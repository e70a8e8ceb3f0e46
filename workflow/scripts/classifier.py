from peerstudy import log, tables
from peerstudy.coders import classifier

log.to(snakemake.log[0])
names = ("segments", "turns", "codebook", "patterns", "hand", "coverage", "sample")
read = [tables.read(snakemake.input[name]) for name in names]
read.append(tables.read_or_empty(snakemake.input.suggested, "suggested"))
made = classifier.classifier(*read, tables.read(snakemake.input.roster), **snakemake.params)
for name, frame in zip(("codes", "people", "themes"), made, strict=True):
    tables.write(frame, snakemake.output[name])
