"""Agreement: how far hand coders agree, and machine coders with them. Left out where the approach is reflexive.

Makes agreement, validation, calibration
"""


rule agreement:
    """Measure agreement on each theme for every two coders and for all, on what both have read."""
    input:
        codings="<restricted>/codings.csv",
        coverage="<study>/coverage.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codebook="<tables>/codebook.csv",
        sample="<restricted>/sample_read.csv",
        roster="<restricted>/roster.csv",
        code=source("agree.agreement"),
    output:
        agreement="<tables>/agreement.csv",
    log:
        "<logs>/agreement.log",
    params:
        **config["agreement"],
    script:
        "../scripts/agreement.py"


rule validation:
    """Measure every coder beside a hand coder, on segments that were not chosen by any machine."""
    input:
        codings="<restricted>/codings.csv",
        totals="<restricted>/totals.csv",
        segments="<restricted>/segments.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample_read.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        themes=[f"<tables>/{name}_themes.csv" for name in LEARNED],
        code=source("coders.validation", "coders.reliability"),
    output:
        validation="<tables>/validation.csv",
        calibration="<tables>/calibration.csv",
    log:
        "<logs>/validation.log",
    params:
        **config["validation"],
    script:
        "../scripts/validation.py"
