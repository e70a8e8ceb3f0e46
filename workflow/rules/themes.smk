"""Themes: who speaks of what, and in which words.

Needs   asked.csv (optional); totals, roster, codebook, spans, segments, turns
Makes   presence, quotes
"""


rule presence:
    """Say of each person and theme whether it is spoken of, and how much; zeros are rows."""
    input:
        totals="<restricted>/totals.csv",
        roster="<restricted>/roster.csv",
        codebook="<tables>/codebook.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        asked=optional("asked.csv"),
        corrected=[],
        code=source("presence", "people", "tree"),
    output:
        presence="<restricted>/presence.csv",
    log:
        "<logs>/presence.log",
    params:
        **config["presence"],
    script:
        "../scripts/presence.py"


rule quotes:
    """Choose verbatim excerpts of each theme and group, at most one a person, and verify them."""
    input:
        spans="<restricted>/spans.csv",
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        roster="<restricted>/roster.csv",
        code=source("quotes", "marks"),
    output:
        quotes="<restricted>/quotes.csv",
    log:
        "<logs>/quotes.log",
    params:
        **config["quotes"],
    script:
        "../scripts/quotes.py"
