"""Corpus: transcripts become turns, and what passes the gate is cut into segments.

Makes turns, dropped, ingest, segments
"""


rule turns:
    """Read every transcript and account for what was kept of it."""
    input:
        transcripts=transcripts(),
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        code=source("corpus.transcripts"),
    output:
        turns="<restricted>/turns.csv",
        dropped="<restricted>/dropped.csv",
        ingest="<tables>/ingest.csv",
    log:
        "<logs>/turns.log",
    params:
        **config["turns"],
    script:
        "../scripts/turns.py"


rule segments:
    """Cut the coded speakers' turns into units of coding, once the gate is passed."""
    input:
        turns="<restricted>/turns.csv",
        gate="<tables>/gate.csv",
        code=source("corpus.segments"),
    output:
        segments="<restricted>/segments.csv",
    log:
        "<logs>/segments.log",
    params:
        **config["segments"],
    script:
        "../scripts/segments.py"
