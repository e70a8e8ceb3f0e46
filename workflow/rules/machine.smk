"""Machine coders, each with its table, and what is measured of every coder.

Needs   coverage.csv, suggested.csv (optional); segments, turns, sample, codebook, hand, roster, codings
Makes   patterns, classifier, validation
"""

LEARNING = [
    "calibration",
    "folds",
    "machine",
    "ridge",
    "support",
    "teaching",
    "thresholds",
    "trained",
    "tree",
    "tuning",
]


rule patterns:
    """Code every segment by the codebook's patterns."""
    input:
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        code=source(
            "patterns", "expressions", "lexicon", "scope", "token_patterns", "tokens"
        ),
    output:
        patterns="<restricted>/patterns.csv",
    log:
        "<logs>/patterns.log",
    params:
        **config["patterns"],
    script:
        "../scripts/patterns.py"


rule classifier:
    """Code every segment by what the hand codes of other people teach."""
    input:
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        codebook="<tables>/codebook.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample.csv",
        suggested=optional("suggested.csv"),
        roster="<restricted>/roster.csv",
        code=source(
            "classifier", "features", "space", "surroundings", "tokens", *LEARNING
        ),
    output:
        codes="<restricted>/classifier.csv",
        people="<restricted>/classifier_people.csv",
        themes="<tables>/classifier_themes.csv",
    log:
        "<logs>/classifier.log",
    params:
        **config["classifier"],
    script:
        "../scripts/classifier.py"


rule validation:
    """Measure every coder beside a hand coder, on segments that were not chosen by any machine."""
    input:
        codings="<restricted>/codings.csv",
        totals="<restricted>/totals.csv",
        segments="<restricted>/segments.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample.csv",
        codebook="<tables>/codebook.csv",
        roster="<restricted>/roster.csv",
        themes=[
            f"<tables>/{name}_themes.csv"
            for name in config["coders"]
            if name != "patterns"
        ],
        code=source(
            "validation", "calibration", "jackknife", "teaching", "thresholds", "tree"
        ),
    output:
        validation="<tables>/validation.csv",
    log:
        "<logs>/validation.log",
    params:
        **config["validation"],
    script:
        "../scripts/validation.py"
