from pathlib import Path

from peerstudy import log, tables
from peerstudy.pages import exports

log.to(snakemake.log[0])
read = {name: tables.read(path) for name, path in snakemake.input.items() if isinstance(path, str)}
apart = [read.pop(name) for name in ("spans", "turns", "roster")]
bank = exports.quote_bank(*apart, read["codebook"], read["quotes"])
tables.write(bank, snakemake.output.quote_bank)
tables.write(exports.dictionary(), snakemake.output.dictionary)
for name, content in exports.files({"quote_bank": bank, **read}).items():
    Path(snakemake.output[name]).write_bytes(content)
