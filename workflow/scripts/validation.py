from pathlib import Path

from peerstudy import log, tables
from peerstudy.coders import reliability, validation

log.to(snakemake.log[0])
names = ("codings", "totals", "segments", "coverage", "sample", "codebook", "roster")
read = [tables.read(snakemake.input[name]) for name in names]
learned = {Path(path).stem.removesuffix("_themes"): tables.read(path) for path in snakemake.input.themes}
tables.write(validation.validation(*read, learned, **snakemake.params), snakemake.output.validation)
tables.write(reliability.calibration(*read, learned, **snakemake.params), snakemake.output.calibration)
