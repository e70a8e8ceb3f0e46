"""Themes: who speaks of what, and in which words.

Makes corrected, to_verify, presence, quotes
"""


rule corrected:
    """Correct each person's talk by a blind sample, and say whom a reader confirmed."""
    input:
        sample="<restricted>/sample_read.csv",
        segments="<restricted>/segments.csv",
        codings="<restricted>/codings.csv",
        coverage="<study>/coverage.csv",
        codebook="<tables>/codebook.csv",
        verified=optional("verified.csv"),
        roster="<restricted>/roster.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        asked=optional("asked.csv"),
        code=source("compare.corrected"),
    output:
        corrected="<restricted>/corrected.csv",
        to_verify="<restricted>/to_verify.csv",
    log:
        "<logs>/corrected.log",
    params:
        **config["corrected"],
        least=config["presence"]["least"],
    script:
        "../scripts/corrected.py"


rule presence:
    """Say of each person and theme whether it is spoken of, and how much; zeros are rows."""
    input:
        totals="<restricted>/totals.csv",
        roster="<restricted>/roster.csv",
        codebook="<tables>/codebook.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        asked=optional("asked.csv"),
        corrected="<restricted>/corrected.csv",
        code=source("compare.presence"),
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
        presence="<restricted>/presence.csv",
        code=source("compare.quotes"),
    output:
        quotes="<restricted>/quotes.csv",
    log:
        "<logs>/quotes.log",
    params:
        **config["quotes"],
    script:
        "../scripts/quotes.py"
