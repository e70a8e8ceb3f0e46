"""The coder that learns from words.

Makes classifier, classifier_people, classifier_themes
"""


rule classifier:
    """Code every segment by what the hand codes of other people teach."""
    input:
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        codebook="<tables>/codebook.csv",
        patterns="<restricted>/patterns.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample_read.csv",
        suggested=optional("suggested.csv"),
        roster="<restricted>/roster.csv",
        code=source("coders.classifier"),
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
