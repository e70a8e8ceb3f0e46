"""Exceptions: who is not counted, and everyone who runs against a difference.

Needs   presence, codebook, roster, spans, segments, contrasts
Makes   denominators, negative_cases, exceptions
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
