from peerstudy import log, tables
from peerstudy.compare import saturation

log.to(snakemake.log[0])
presence, interviews, codebook = (
    tables.read(snakemake.input[name]) for name in ("presence", "interviews", "codebook")
)
speakers = tables.read_or_empty(snakemake.input.speakers, "speakers")
heard = saturation.saturation(presence, interviews, speakers, codebook, **snakemake.params)
tables.write(heard, snakemake.output.saturation)
