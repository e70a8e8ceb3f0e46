from peerstudy import log, tables
from peerstudy.corpus import talk

log.to(snakemake.log[0])
read = [tables.read(snakemake.input[name]) for name in ("segments", "roster")]
tables.write(talk.talk(*read), snakemake.output.talk)
