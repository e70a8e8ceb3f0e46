"""Exceptions: who is not counted, who runs against a difference, and where two readers differ.

Makes denominators, negative_cases, exceptions, second_coder
"""


rule denominators:
    """Account for everyone who is not in a denominator."""
    input:
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("compare.denominators"),
    output:
        denominators="<tables>/denominators.csv",
    log:
        "<logs>/denominators.log",
    params:
        **config["denominators"],
    script:
        "../scripts/denominators.py"


rule negative_cases:
    """List every person who runs against a contrast, with the words or without."""
    input:
        contrasts="<tables>/contrasts.csv",
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        spans="<restricted>/spans.csv",
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        code=source("compare.negative_cases"),
    output:
        negative_cases="<restricted>/negative_cases.csv",
        exceptions="<tables>/exceptions.csv",
    log:
        "<logs>/negative_cases.log",
    params:
        **config["negative_cases"],
    script:
        "../scripts/negative_cases.py"


rule second_coder:
    """Bound each person's talk by what two hand coders disagree on."""
    input:
        segments="<restricted>/segments.csv",
        codings="<restricted>/codings.csv",
        coverage="<study>/coverage.csv",
        codebook="<tables>/codebook.csv",
        code=source("compare.second_coder"),
    output:
        second_coder="<restricted>/second_coder.csv",
    log:
        "<logs>/second_coder.log",
    params:
        **config["second_coder"],
        approach=config["approach"],
    script:
        "../scripts/second_coder.py"
