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


include: "workflow/rules/common.smk"
include: "workflow/rules/corpus.smk"
include: "workflow/rules/sampling.smk"
include: "workflow/rules/coding.smk"
include: "workflow/rules/machine.smk"
include: "workflow/rules/themes.smk"
include: "workflow/rules/comparison.smk"
include: "workflow/rules/beside.smk"
include: "workflow/rules/speaking.smk"


if config["approach"] != "reflexive":  # which looks at differences, not at coefficients

    include: "workflow/rules/agreement.smk"


include: "workflow/rules/outputs.smk"
include: "workflow/rules/exchange.smk"
include: "workflow/rules/record.smk"


rule all:
    default_target: True
    input:
        "<results>/report.html",
        "<tables>/manifest.csv",
