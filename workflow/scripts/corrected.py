from peerstudy import log, tables
from peerstudy.compare import corrected

log.to(snakemake.log[0])
names = ("sample", "segments", "codings", "coverage", "codebook")
read = [tables.read(snakemake.input[name]) for name in names]
read.append(tables.read_or_empty(snakemake.input.verified, "verified"))
read += [tables.read(snakemake.input[name]) for name in ("roster", "interviews")]
read += [tables.read_or_empty(snakemake.input[name], name) for name in ("speakers", "asked")]
talk, to_verify = corrected.corrected(*read, **snakemake.params)
tables.write(talk, snakemake.output.corrected)
tables.write(to_verify, snakemake.output.to_verify)
