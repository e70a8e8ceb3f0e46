"""The coder that needs no hand code and no patterns.

Makes definitions
"""


rule definitions:
    """Code the segments that are conspicuously near to what the codebook says of a theme."""
    input:
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        vectors="<restricted>/sentence_vectors.npz",
        code=source("coders.definitions"),
    output:
        definitions="<restricted>/definitions.csv",
    log:
        "<logs>/definitions.log",
    params:
        **config["definitions"],
    script:
        "../scripts/definitions.py"
