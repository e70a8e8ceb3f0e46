"""What the coder that learns, the last one that `coders` names, would like to be taught next.

Needs   coverage.csv, suggested.csv (optional); segments, sample, hand, a coder that learns
Makes   suggestions
"""


rule suggestions:
    """Rank segments to read next; they teach and never estimate error."""
    input:
        segments="<restricted>/segments.csv",
        machine=f"<restricted>/{LEARNED[-1]}.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample.csv",
        suggested=optional("suggested.csv"),
        code=source("coders.suggestions"),
    output:
        suggestions="<restricted>/suggestions.csv",
    log:
        "<logs>/suggestions.log",
    params:
        **config["suggestions"],
    script:
        "../scripts/suggestions.py"
