"""Ways of speaking: in which tone each group speaks of a theme, why people leave, how much was heard, in which words.

Needs   interviews.csv, coverage.csv, speakers.csv (optional); presence, roster, codebook, segments, codings, contrasts
Makes   ways, reasons, saturation, stopping, vocabulary, cooccurrences, talk
"""


rule ways:
    """Count the people of each group who speak of a theme in each tone."""
    input:
        codings="<restricted>/codings.csv",
        segments="<restricted>/segments.csv",
        presence="<restricted>/presence.csv",
        codebook="<tables>/codebook.csv",
        code=source("ways"),
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
        code=source("reasons"),
    output:
        reasons="<tables>/reasons.csv",
    log:
        "<logs>/reasons.log",
    params:
        **config["reasons"],
    script:
        "../scripts/reasons.py"


rule saturation:
    """Count the themes heard after each interview of a group."""
    input:
        presence="<restricted>/presence.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        codebook="<tables>/codebook.csv",
        code=source("saturation"),
    output:
        saturation="<tables>/saturation.csv",
    log:
        "<logs>/saturation.log",
    params:
        **config["saturation"],
        approach=config["approach"],
    script:
        "../scripts/saturation.py"


rule stopping:
    """Say whether enough was heard in each group, or why that cannot be said."""
    input:
        presence="<restricted>/presence.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        codebook="<tables>/codebook.csv",
        code=source("stopping"),
    output:
        stopping="<tables>/stopping.csv",
    log:
        "<logs>/stopping.log",
    params:
        **config["stopping"],
        approach=config["approach"],
    script:
        "../scripts/stopping.py"


rule vocabulary:
    """Compare words between groups, every person counting once."""
    input:
        segments="<restricted>/segments.csv",
        roster="<restricted>/roster.csv",
        contrasts="<tables>/contrasts.csv",
        code=source("vocabulary"),
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
        code=source("cooccurrences"),
    output:
        cooccurrences="<tables>/cooccurrences.csv",
        group_cooccurrences="<tables>/group_cooccurrences.csv",
    log:
        "<logs>/cooccurrences.log",
    params:
        **config["cooccurrences"],
    script:
        "../scripts/cooccurrences.py"


rule talk:
    """Say how much the people of each group said."""
    input:
        segments="<restricted>/segments.csv",
        roster="<restricted>/roster.csv",
        code=source("talk"),
    output:
        talk="<tables>/talk.csv",
    log:
        "<logs>/talk.log",
    script:
        "../scripts/talk.py"
