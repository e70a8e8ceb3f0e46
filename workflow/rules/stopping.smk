"""Stopping: how much people said, and whether enough of them were heard.

Makes talk, saturation, stopping
"""


rule talk:
    """Say how much the people of each group said."""
    input:
        segments="<restricted>/segments.csv",
        roster="<restricted>/roster.csv",
        code=source("corpus.talk"),
    output:
        talk="<tables>/talk.csv",
    log:
        "<logs>/talk.log",
    script:
        "../scripts/talk.py"


rule saturation:
    """Count the themes heard after each interview of a group."""
    input:
        presence="<restricted>/presence.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        codebook="<tables>/codebook.csv",
        code=source("compare.saturation"),
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
        code=source("compare.stopping"),
    output:
        stopping="<tables>/stopping.csv",
    log:
        "<logs>/stopping.log",
    params:
        **config["stopping"],
        approach=config["approach"],
    script:
        "../scripts/stopping.py"
