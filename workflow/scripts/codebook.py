from pathlib import Path

from peerstudy import log, schema, tables
from peerstudy.coding import codebook

log.to(snakemake.log[0])
document, contract = (
    schema.load(Path(path)) for path in (snakemake.input.codebook, snakemake.input.contract)
)
participants = tables.read(snakemake.input.participants)
themes = codebook.codebook(document, participants, contract=contract, where=snakemake.input.codebook)
tables.write(themes, snakemake.output.codebook)
