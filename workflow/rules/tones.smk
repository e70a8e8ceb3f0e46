"""Tones: how each group speaks of a theme, how two groups differ in it, and what speaks against taking part.

Makes ways, tones, reasons
"""


rule ways:
    """Count the people of each group who speak of a theme in each tone."""
    input:
        spans="<restricted>/spans.csv",
        segments="<restricted>/segments.csv",
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        coverage="<study>/coverage.csv",
        code=source("compare.ways"),
    output:
        ways="<tables>/ways.csv",
    log:
        "<logs>/ways.log",
    params:
        **config["ways"],
    script:
        "../scripts/ways.py"


rule tones:
    """Compare two groups by the tone in which their people speak of a theme."""
    input:
        spans="<restricted>/spans.csv",
        segments="<restricted>/segments.csv",
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        coverage="<study>/coverage.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("compare.tones"),
    output:
        tones="<tables>/tones.csv",
    log:
        "<logs>/tones.log",
    params:
        **config["tones"],
    script:
        "../scripts/tones.py"


rule reasons:
    """Count who gives each reason for leaving, among those to whom it applies."""
    input:
        spans="<restricted>/spans.csv",
        segments="<restricted>/segments.csv",
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        code=source("compare.reasons"),
    output:
        reasons="<tables>/reasons.csv",
    log:
        "<logs>/reasons.log",
    params:
        **config["reasons"],
    script:
        "../scripts/reasons.py"
