"""Exchange: the study for other coding tools.

Needs   participants.csv; codebook, turns, segments, spans, codings
Makes   <study>.qdpx, <study>.qdc
"""


rule exchange:
    """Write codebook, texts, people, hand and machine codes as REFI-QDA files."""
    input:
        codebook="<tables>/codebook.csv",
        participants="<study>/participants.csv",
        turns="<restricted>/turns.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codings="<restricted>/codings.csv",
        code=source("exchange", "refi", "plaintext", "naming", "folding", "qda.project"),
    output:
        qdpx=f"<results>/exchange/{study.name}.qdpx",
        qdc=f"<results>/exchange/{study.name}.qdc",
    log:
        "<logs>/exchange.log",
    params:
        **config["exchange"],
        study=study.name,
    script:
        "../scripts/exchange.py"
