from pathlib import Path

from peerstudy import log, schema, tables
from peerstudy.pages import checklist

log.to(snakemake.log[0])
said = [schema.load(Path(path)) for path in snakemake.input.statements]
evidence = {name: tables.read(snakemake.input[name]) for name in ("characteristics", "quotes")}
answered = checklist.checklist(said[0] if said else None, evidence, **snakemake.params)
tables.write(answered, snakemake.output.checklist)
