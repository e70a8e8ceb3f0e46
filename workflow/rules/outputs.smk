"""Outputs: the pages that people read, made from the tables alone.

Makes reader, report
"""

TOLD = [
    "provenance",
    "flow",
    "characteristics",
    "talk",
    "codebook",
    "groups",
    "denominators",
    "contrasts",
    "exceptions",
    "effects",
    "omnibus",
    "ways",
    "tones",
    "reasons",
    "stopping",
    "vocabulary",
    "cooccurrences",
    "checklist",
    "gate",
    "ingest",
]
if config["approach"] != "reflexive":
    TOLD += ["agreement", "validation"]
else:  # what coders could not learn stands in no table of their error
    TOLD += [f"{name}_themes" for name in LEARNED]
TOLD_OF_PEOPLE = ["quotes", "negative_cases", "segments", "disagreements"]
TOLD_OF_PEOPLE += ["corrected", "sensitivity", "robustness", "losses", "rarities"]


rule reader:
    """Put every transcript with its codes into one page for those who may read them."""
    input:
        **{
            name: f"<restricted>/{name}.csv"
            for name in [
                "roster",
                "turns",
                "segments",
                "spans",
                "codings",
                "disagreements",
            ]
        },
        provenance="<tables>/provenance.csv",
        codebook="<tables>/codebook.csv",
        interviews="<study>/interviews.csv",
        code=source("pages.reader"),
        templates=shipped("templates"),
    output:
        "<restricted>/reader.html",
    log:
        "<logs>/reader.log",
    script:
        "../scripts/reader.py"


rule report:
    """Put words, counts, exceptions, intervals and tests into one page."""
    input:
        **{name: f"<tables>/{name}.csv" for name in TOLD},
        **{name: f"<restricted>/{name}.csv" for name in TOLD_OF_PEOPLE},
        coverage="<study>/coverage.csv",
        figures=expand("<figures>/{figure}.svg", figure=FIGURES)
        + expand("<restricted>/{figure}.svg", figure=FIGURES_OF_PEOPLE),
        code=source("pages.report"),
        templates=shipped("templates"),
    output:
        "<results>/report.html",
    log:
        "<logs>/report.log",
    script:
        "../scripts/report.py"
