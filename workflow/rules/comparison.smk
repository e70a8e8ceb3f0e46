"""Comparison: groups of people, theme by theme, and more than two of them at once.

Makes contrasts, groups, omnibus
"""


rule contrasts:
    """Compare whether, and how much, people of two groups speak of each theme."""
    input:
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        corrected="<restricted>/corrected.csv",
        code=source("compare.contrasts"),
    output:
        contrasts="<tables>/contrasts.csv",
    log:
        "<logs>/contrasts.log",
    params:
        **config["contrasts"],
    script:
        "../scripts/contrasts.py"


rule groups:
    """Count, or average, the people of each group."""
    input:
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("compare.groups"),
    output:
        groups="<tables>/groups.csv",
    log:
        "<logs>/groups.log",
    params:
        **config["groups"],
    script:
        "../scripts/groups.py"


rule omnibus:
    """Compare more than two groups at once."""
    input:
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        code=source("compare.omnibus"),
    output:
        omnibus="<tables>/omnibus.csv",
    log:
        "<logs>/omnibus.log",
    params:
        **config["omnibus"],
    script:
        "../scripts/omnibus.py"
