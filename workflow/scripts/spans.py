from pathlib import Path

from peerstudy import log, spans, tables

log.to(snakemake.log[0])
files = {Path(path).name: tables.read_plain(path) for path in snakemake.input.codings}
turns, codebook = tables.read(snakemake.input.turns), tables.read(snakemake.input.codebook)
coverage = tables.read(snakemake.input.coverage)
tables.write(spans.spans(files, turns, codebook, coverage), snakemake.output.spans)
