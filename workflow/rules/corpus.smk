"""Corpus: transcripts become turns, pass the identifier gate, and are cut into segments.

Needs   interviews.csv, participants.csv, transcripts/; optional speakers.csv, identifiers.csv
Makes   turns, dropped, ingest, identifiers, names, gate, rarities, segments, roster
"""


rule turns:
    """Read every transcript and account for what was kept of it."""
    input:
        transcripts=transcripts(),
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        code=source("transcripts"),
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


rule identifiers:
    """List what may still identify somebody; the name model reads new texts only."""
    input:
        turns="<restricted>/turns.csv",
        dropped="<restricted>/dropped.csv",
        ingest="<tables>/ingest.csv",
        codebook="<tables>/codebook.csv",
        reviewed=optional("identifiers.csv"),
        code=source("identifiers"),
    output:
        identifiers="<restricted>/identifiers.csv",
        names=update("<restricted>/names.csv"),
    log:
        "<logs>/identifiers.log",
    params:
        **config["identifiers"],
    script:
        "../scripts/identifiers.py"


rule gate:
    """Stop at any finding that nobody has allowed, and name what an earlier run had made."""
    input:
        identifiers="<restricted>/identifiers.csv",
        code=source("gate"),
    output:
        gate="<tables>/gate.csv",
    log:
        "<logs>/gate.log",
    script:
        "../scripts/gate.py"


rule rarities:
    """Warn of combinations of attributes that few people share."""
    input:
        participants="<study>/participants.csv",
        code=source("rarities"),
    output:
        rarities="<restricted>/rarities.csv",
    log:
        "<logs>/rarities.log",
    params:
        **config["rarities"],
    script:
        "../scripts/rarities.py"


rule segments:
    """Cut the coded speakers' turns into units of coding, once the gate is passed."""
    input:
        turns="<restricted>/turns.csv",
        gate="<tables>/gate.csv",
        code=source("segments"),
    output:
        segments="<restricted>/segments.csv",
    log:
        "<logs>/segments.log",
    params:
        **config["segments"],
    script:
        "../scripts/segments.py"


rule roster:
    """Give each person the group that the comparison counts them in."""
    input:
        participants="<study>/participants.csv",
        interviews="<study>/interviews.csv",
        speakers=optional("speakers.csv"),
        segments="<restricted>/segments.csv",
        code=source("roster"),
    output:
        roster="<restricted>/roster.csv",
    log:
        "<logs>/roster.log",
    params:
        **config["roster"],
    script:
        "../scripts/roster.py"
