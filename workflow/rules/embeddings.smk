"""The coder that learns from sentence vectors.

Makes embeddings, embeddings_people, embeddings_themes
"""


rule embeddings:
    """Code every segment by what the hand codes of other people teach of its sentence vector."""
    input:
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        vectors="<restricted>/sentence_vectors.npz",
        codebook="<tables>/codebook.csv",
        patterns="<restricted>/patterns.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample_read.csv",
        suggested=optional("suggested.csv"),
        roster="<restricted>/roster.csv",
        code=source("coders.embeddings"),
    output:
        codes="<restricted>/embeddings.csv",
        people="<restricted>/embeddings_people.csv",
        themes="<tables>/embeddings_themes.csv",
    log:
        "<logs>/embeddings.log",
    params:
        **config["embeddings"],
    script:
        "../scripts/embeddings.py"
