"""Coding: the codebook is checked, hand codings are anchored to their words, machine coders run beside them.

Needs   codebook.yaml, coverage.csv, codings/; sample, turns, segments
Makes   codebook, spans, losses, codings, totals, disagreements
"""


rule codebook:
    """Check the codebook and flatten it."""
    input:
        codebook="<study>/codebook.yaml",
        participants="<study>/participants.csv",
        contract=workflow.source_path("../schemas/codebook.schema.yaml"),
        code=source("codebook", "schema"),
    output:
        codebook="<tables>/codebook.csv",
    log:
        "<logs>/codebook.log",
    script:
        "../scripts/codebook.py"


rule spans:
    """Anchor every hand coding to its characters, whatever tool made it; say what was left behind."""
    input:
        codings=codings(),
        turns="<restricted>/turns.csv",
        segments="<restricted>/segments.csv",
        interviews="<study>/interviews.csv",
        codebook="<tables>/codebook.csv",
        coverage="<study>/coverage.csv",
        code=source(
            "spans",
            "account",
            "anchors",
            "codemap",
            "dialect",
            "folding",
            "items",
            "naming",
            "offsets",
            "placing",
            *modules("qda"),
        ),
    output:
        spans="<restricted>/spans.csv",
        losses="<restricted>/losses.csv",
    log:
        "<logs>/spans.log",
    params:
        **config["spans"],
    script:
        "../scripts/spans.py"


rule patterns:
    """Code every segment by the codebook's patterns."""
    input:
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        code=source("patterns"),
    output:
        patterns="<restricted>/patterns.csv",
    log:
        "<logs>/patterns.log",
    params:
        **config["patterns"],
    script:
        "../scripts/patterns.py"


rule codings:
    """Put hand and machine codes side by side and sum them by person."""
    input:
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        coverage="<study>/coverage.csv",
        codebook="<tables>/codebook.csv",
        patterns="<restricted>/patterns.csv",
        code=source("codings", "tree"),
    output:
        codings="<restricted>/codings.csv",
        totals="<restricted>/totals.csv",
    log:
        "<logs>/codings.log",
    params:
        **config["codings"],
    script:
        "../scripts/codings.py"


rule disagreements:
    """List every segment that one reader coded and another did not, with the words side by side."""
    input:
        codings="<restricted>/codings.csv",
        coverage="<study>/coverage.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codebook="<tables>/codebook.csv",
        sample="<restricted>/sample.csv",
        code=source(
            "disagreements", "readings", "unitizing", "disagreement", "jackknife"
        ),
    output:
        disagreements="<restricted>/disagreements.csv",
    log:
        "<logs>/disagreements.log",
    params:
        **config["disagreements"],
    script:
        "../scripts/disagreements.py"
