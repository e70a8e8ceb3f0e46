from pathlib import Path

from peerstudy import log, tables
from peerstudy.coding import exchange

log.to(snakemake.log[0])
names = ("codebook", "participants", "turns", "segments", "spans", "codings")
given = {name: tables.read(snakemake.input[name]) for name in names}
qdpx, qdc = exchange.exchange(**given, **snakemake.params)
Path(snakemake.output.qdpx).write_bytes(qdpx)
Path(snakemake.output.qdc).write_bytes(qdc)
