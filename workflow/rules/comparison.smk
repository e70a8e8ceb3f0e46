"""Comparison: groups of people, theme by theme, and everyone who runs against the difference.

Needs   presence, codebook, roster, codings, segments
Makes   contrasts, groups, denominators, omnibus, negative_cases, exceptions
"""


rule contrasts:
    """Compare whether, and how much, people of two groups speak of each theme."""
    input:
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        corrected="<restricted>/corrected.csv",
        code=source("contrasts"),
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
        code=source("groups"),
    output:
        groups="<tables>/groups.csv",
    log:
        "<logs>/groups.log",
    params:
        **config["groups"],
    script:
        "../scripts/groups.py"


rule denominators:
    """Account for everyone who is not in a denominator."""
    input:
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("denominators"),
    output:
        denominators="<tables>/denominators.csv",
    log:
        "<logs>/denominators.log",
    params:
        **config["denominators"],
    script:
        "../scripts/denominators.py"


rule omnibus:
    """Compare more than two groups at once."""
    input:
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        code=source("omnibus"),
    output:
        omnibus="<tables>/omnibus.csv",
    log:
        "<logs>/omnibus.log",
    params:
        **config["omnibus"],
    script:
        "../scripts/omnibus.py"


rule negative_cases:
    """List every person who runs against a contrast, with the words or without."""
    input:
        contrasts="<tables>/contrasts.csv",
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        codings="<restricted>/codings.csv",
        segments="<restricted>/segments.csv",
        code=source("negative_cases"),
    output:
        negative_cases="<restricted>/negative_cases.csv",
        exceptions="<tables>/exceptions.csv",
    log:
        "<logs>/negative_cases.log",
    params:
        **config["negative_cases"],
    script:
        "../scripts/negative_cases.py"
