"""Codes: hand and machine codes side by side, summed by person, and where people differ.

Makes codings, totals, disagreements
"""


rule codings:
    """Put hand and machine codes side by side and sum them by person."""
    input:
        segments="<restricted>/segments.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        codebook="<tables>/codebook.csv",
        machine=[f"<restricted>/{name}.csv" for name in config["coders"]],
        people=[f"<restricted>/{name}_people.csv" for name in LEARNED],
        code=source("coding.codings"),
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
        sample="<restricted>/sample_read.csv",
        code=source("agree.disagreements"),
    output:
        disagreements="<restricted>/disagreements.csv",
    log:
        "<logs>/disagreements.log",
    params:
        **config["disagreements"],
    script:
        "../scripts/disagreements.py"
