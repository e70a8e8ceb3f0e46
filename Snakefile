"""From transcripts to report. Run `snakemake --cores all`; another study: `--config study=data/mine`."""

from pathlib import Path

from snakemake.utils import min_version

min_version("9.27")

study = Path(config.get("study", "data/demo"))


configfile: study / "study.yaml"


pathvars:
    study=study.as_posix(),
    results=f"results/{study.name}",
    restricted=f"results/{study.name}/restricted",
    tables=f"results/{study.name}/tables",
    figures=f"results/{study.name}/figures",
    notebooks=f"results/{study.name}/notebooks",
    logs=f"results/{study.name}/logs",


TALK = ["corpus", "gate", "people", "sampling", "coding", "machine", "codes"]
THEMES = ["themes", "comparison", "exceptions", "beside", "tones", "words", "stopping"]
PAGES = ["figures", "notebooks", "outputs", "exchange", "record"]
if config.get("approach") != "reflexive":  # which has no coefficients
    THEMES += ["agreement"]

for part in ["common", *TALK, *THEMES, *PAGES]:

    include: f"workflow/rules/{part}.smk"


rule all:
    default_target: True
    input:
        "<results>/report.html",
        "<tables>/manifest.csv",
