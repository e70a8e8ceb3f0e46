"""Coding: the codebook is checked, and hand codings are anchored to their words.

Makes codebook, spans, sample_read, losses, hand
"""


rule codebook:
    """Check the codebook and flatten it."""
    input:
        codebook="<study>/codebook.yaml",
        participants="<study>/participants.csv",
        contract="workflow/schemas/codebook.schema.yaml",
        code=source("coding.codebook"),
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
        sample="<restricted>/sample.csv",
        code=source("coding.spans"),
    output:
        spans="<restricted>/spans.csv",
        sample_read="<restricted>/sample_read.csv",
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
        code=source("coding.hand"),
    output:
        hand="<restricted>/hand.csv",
    log:
        "<logs>/hand.log",
    params:
        **config["hand"],
    script:
        "../scripts/hand.py"
