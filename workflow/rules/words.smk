"""Words: in which of them each group speaks, and which themes go together.

Makes vocabulary, cooccurrences, group_cooccurrences
"""


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
