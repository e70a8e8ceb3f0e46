"""Ways of speaking: in which tone each group speaks of a theme, why people leave, and in which words.

Needs   coverage.csv; presence, roster, codebook, segments, spans, codings, contrasts
Makes   ways, reasons, vocabulary, cooccurrences, group_cooccurrences
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


rule reasons:
    """Count who gives each reason for leaving, among those to whom it applies."""
    input:
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


rule vocabulary:
    """Compare words between groups, every person counting once."""
    input:
        segments="<restricted>/segments.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("compare.vocabulary"),
    output:
        vocabulary="<tables>/vocabulary.csv",
    log:
        "<logs>/vocabulary.log",
    params:
        **config["vocabulary"],
    script:
        "../scripts/vocabulary.py"


rule cooccurrences:
    """Say which themes go together, in people and in their segments."""
    input:
        presence="<restricted>/presence.csv",
        codings="<restricted>/codings.csv",
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        coverage="<study>/coverage.csv",
        code=source("compare.cooccurrences"),
    output:
        cooccurrences="<tables>/cooccurrences.csv",
        group_cooccurrences="<tables>/group_cooccurrences.csv",
    log:
        "<logs>/cooccurrences.log",
    params:
        **config["cooccurrences"],
    script:
        "../scripts/cooccurrences.py"
