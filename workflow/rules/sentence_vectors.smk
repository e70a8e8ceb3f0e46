"""Sentence vectors, for the coders that need them. A text that has one keeps it.

Makes sentence_vectors
"""


rule sentence_vectors:
    """Work out the sentence vector of everything said and of what the codebook says."""
    input:
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        codebook="<tables>/codebook.csv",
        code=source("coders.vectors", "coders.definitions"),
    output:
        vectors=update("<restricted>/sentence_vectors.npz"),
    log:
        "<logs>/sentence_vectors.log",
    script:
        "../scripts/sentence_vectors.py"
