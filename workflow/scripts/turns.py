import logging
from pathlib import Path

from peerstudy import log, tables
from peerstudy.corpus import transcripts

log.to(snakemake.log[0])
interviews = tables.read(snakemake.input.interviews)
speakers = tables.read_or_empty(snakemake.input.speakers, "speakers")
files = {Path(path).name: Path(path).read_bytes() for path in snakemake.input.transcripts}
turns, ingest, dropped = transcripts.turns(files, interviews, speakers, **snakemake.params)
for row in tables.rows(ingest[ingest["warnings"] != ""]):
    logging.warning("%s: %s", row.file, row.warnings)
tables.write(turns, snakemake.output.turns)
tables.write(ingest, snakemake.output.ingest)
tables.write(dropped, snakemake.output.dropped)
