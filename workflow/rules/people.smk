"""People: who came in, in which group, and who they are.

Makes roster, flow, characteristics
"""


rule roster:
    """Give each person the group that the comparison counts them in."""
    input:
        participants="<study>/participants.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        segments="<restricted>/segments.csv",
        code=source("corpus.roster"),
    output:
        roster="<restricted>/roster.csv",
    log:
        "<logs>/roster.log",
    params:
        **config["roster"],
    script:
        "../scripts/roster.py"


rule flow:
    """Count people and interviews at every stage of the study."""
    input:
        roster="<restricted>/roster.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        code=source("pages.flow"),
    output:
        flow="<tables>/flow.csv",
    log:
        "<logs>/flow.log",
    params:
        groups=list(config["roster"]["groups"]),
    script:
        "../scripts/flow.py"


rule characteristics:
    """Count the people of each group by their attributes, small cells withheld."""
    input:
        roster="<restricted>/roster.csv",
        code=source("corpus.characteristics"),
    output:
        characteristics="<tables>/characteristics.csv",
    log:
        "<logs>/characteristics.log",
    params:
        **config["characteristics"],
        grouping=config["roster"]["attribute"],
    script:
        "../scripts/characteristics.py"
