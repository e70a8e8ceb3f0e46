"""Coding: the codebook is checked, hand codings are anchored to their words and joined to machine codes.

Needs   codebook.yaml, coverage.csv, codings/; sample, turns, segments
Makes   codebook, spans, losses, hand, codings, totals, disagreements
"""


rule codebook:
    """Check the codebook and flatten it."""
    input:
        codebook="<study>/codebook.yaml",
        participants="<study>/participants.csv",
        contract="workflow/schemas/codebook.schema.yaml",
        code=source("codebook"),
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
        code=source("spans"),
    output:
        spans="<restricted>/spans.csv",
        losses="<restricted>/losses.csv",
    log:
        "<logs>/spans.log",
    params:
        **config["spans"],
    script:
        "../scripts/spans.py"


rule hand:
    """Say which segments carry which theme, according to the hand coders."""
    input:
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codebook="<tables>/codebook.csv",
        code=source("hand"),
    output:
        hand="<restricted>/hand.csv",
    log:
        "<logs>/hand.log",
    params:
        **config["hand"],
    script:
        "../scripts/hand.py"


rule codings:
    """Put hand and machine codes side by side and sum them by person."""
    input:
        segments="<restricted>/segments.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        codebook="<tables>/codebook.csv",
        machine=[f"<restricted>/{name}.csv" for name in config["coders"]],
        people=[f"<restricted>/{name}_people.csv" for name in LEARNED],
        code=source("codings"),
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
        code=source("disagreements"),
    output:
        disagreements="<restricted>/disagreements.csv",
    log:
        "<logs>/disagreements.log",
    params:
        **config["disagreements"],
    script:
        "../scripts/disagreements.py"
