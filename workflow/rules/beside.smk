"""Beside the comparison: what else the same people and codes say of each contrast.

Makes effects, sensitivity, robustness
"""


rule effects:
    """Set other tests and measures, bounds, and what could have been shown beside each contrast."""
    input:
        contrasts="<tables>/contrasts.csv",
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        corrected="<restricted>/corrected.csv",
        second_coder="<restricted>/second_coder.csv",
        code=source("compare.effects"),
    output:
        effects="<tables>/effects.csv",
    log:
        "<logs>/effects.log",
    params:
        **config["effects"],
        least=config["presence"]["least"],
    script:
        "../scripts/effects.py"


rule sensitivity:
    """Make each comparison of the plan again, one choice changed at a time."""
    input:
        contrasts="<tables>/contrasts.csv",
        presence="<restricted>/presence.csv",
        roster="<restricted>/roster.csv",
        totals="<restricted>/totals.csv",
        codings="<restricted>/codings.csv",
        segments="<restricted>/segments.csv",
        sample="<restricted>/sample_read.csv",
        coverage="<study>/coverage.csv",
        corrected="<restricted>/corrected.csv",
        code=source("compare.sensitivity"),
    output:
        sensitivity="<restricted>/sensitivity.csv",
    log:
        "<logs>/sensitivity.log",
    params:
        **config["sensitivity"],
    script:
        "../scripts/sensitivity.py"


rule robustness:
    """Count how often a comparison holds, and who runs against it."""
    input:
        sensitivity="<restricted>/sensitivity.csv",
        negative_cases="<restricted>/negative_cases.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("compare.robustness"),
    output:
        robustness="<restricted>/robustness.csv",
    log:
        "<logs>/robustness.log",
    script:
        "../scripts/robustness.py"
