"""Machine coders that run, one file each, and groups of talk that has no theme yet.

Makes patterns, discoveries; what `coders` names besides, and what that needs
"""

if {"definitions", "embeddings", "blend"} & set(config["coders"]):

    include: "sentence_vectors.smk"


for name in config["coders"]:
    if name != "patterns":

        include: f"{name}.smk"


if LEARNED:

    include: "suggestions.smk"


rule patterns:
    """Code every segment by the codebook's patterns."""
    input:
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        code=source("coders.patterns"),
    output:
        patterns="<restricted>/patterns.csv",
    log:
        "<logs>/patterns.log",
    params:
        **config["patterns"],
    script:
        "../scripts/patterns.py"


rule discoveries:
    """Group segments that nobody coded, with how stable each group is."""
    input:
        segments="<restricted>/segments.csv",
        codings="<restricted>/codings.csv",
        code=source("coders.discoveries"),
    output:
        discoveries="<restricted>/discoveries.csv",
    log:
        "<logs>/discoveries.log",
    params:
        **config["discoveries"],
    script:
        "../scripts/discoveries.py"
