"""Comparison: groups of people, theme by theme, and everyone who runs against the difference.

Needs   presence, codebook, codings, segments
Makes   groups, contrasts, negative_cases
"""


rule contrasts:
    """Compare how many people of two groups speak of each theme."""
    input:
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        code=source("contrasts", "exact2x2", "proportions", "tree"),
    output:
        groups="<tables>/groups.csv",
        contrasts="<tables>/contrasts.csv",
    log:
        "<logs>/contrasts.log",
    params:
        **config["contrasts"],
    script:
        "../scripts/contrasts.py"


rule negative_cases:
    """List every person who runs against a contrast, with the words or without."""
    input:
        contrasts="<tables>/contrasts.csv",
        presence="<restricted>/presence.csv",
        codings="<restricted>/codings.csv",
        segments="<restricted>/segments.csv",
        code=source("negative_cases"),
    output:
        negative_cases="<restricted>/negative_cases.csv",
    log:
        "<logs>/negative_cases.log",
    params:
        **config["negative_cases"],
    script:
        "../scripts/negative_cases.py"
