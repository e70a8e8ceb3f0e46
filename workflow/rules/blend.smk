"""The coder that weighs words, sentence vectors and coders that see no hand code.

Makes blend, blend_people, blend_themes, blend_weights
"""


rule blend:
    """Code every segment by several coders, weighted where people left out support it."""
    input:
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        vectors="<restricted>/sentence_vectors.npz",
        untaught=[
            f"<restricted>/{name}.csv"
            for name in config["blend"]["beside"]
            if name in config["coders"]
        ],
        codebook="<tables>/codebook.csv",
        patterns="<restricted>/patterns.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample_read.csv",
        suggested=optional("suggested.csv"),
        roster="<restricted>/roster.csv",
        code=source("coders.blend"),
    output:
        codes="<restricted>/blend.csv",
        people="<restricted>/blend_people.csv",
        themes="<tables>/blend_themes.csv",
        weights="<tables>/blend_weights.csv",
    log:
        "<logs>/blend.log",
    params:
        **config["blend"],
    script:
        "../scripts/blend.py"
