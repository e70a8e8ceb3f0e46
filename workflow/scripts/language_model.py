from pathlib import Path

from peerstudy import log, tables
from peerstudy.coders import language_model, loopback

log.to(snakemake.log[0])
chosen = dict(snakemake.params.chosen)
ask = loopback.endpoint(chosen.pop("url"), seconds=chosen.pop("seconds"))
read = [tables.read(snakemake.input[name]) for name in ("segments", "codebook")]
given = tables.read_or_empty(snakemake.input.recorded, "answers")
with Path(snakemake.output.answers).with_suffix(".jsonl").open("a+", encoding="utf-8") as journal:
    records = dict(zip(given["prompt"], given["answer"], strict=True)) | language_model.noted(journal)
    made = language_model.language_model(*read, records, language_model.noting(ask, journal), **chosen)
    language_model.keep(journal, made.answers)
tables.write(made.codes, snakemake.output.codes)
tables.write(made.answers, snakemake.output.answers)
