"""Exchange: the study for other coding tools, for a paper, and for people who write summaries.

Needs   participants.csv; codebook, turns, segments, spans, codings
Makes   <study>.qdpx, <study>.qdc, framework, tables.xlsx, words.xlsx
"""

PUBLISHED = [
    "flow",
    "characteristics",
    "codebook",
    "groups",
    "contrasts",
    "ways",
    "reasons",
    "stopping",
    "checklist",
]
if config["approach"] != "reflexive":
    PUBLISHED += ["agreement"]
OF_WORDS = ["quotes", "negative_cases", "framework"]


rule exchange:
    """Write codebook, texts, people, hand and machine codes as REFI-QDA files."""
    input:
        codebook="<tables>/codebook.csv",
        participants="<study>/participants.csv",
        turns="<restricted>/turns.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codings="<restricted>/codings.csv",
        code=source("exchange"),
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


rule framework:
    """Lay out person by theme with the passages, the summary left to people."""
    input:
        **{
            name: f"<restricted>/{name}.csv"
            for name in ["roster", "presence", "spans", "turns"]
        },
        codebook="<tables>/codebook.csv",
        code=source("framework"),
    output:
        framework="<restricted>/framework.csv",
    log:
        "<logs>/framework.log",
    script:
        "../scripts/framework.py"


rule workbook:
    """Put the tables of a paper, and apart from them those that hold words, into spreadsheets."""
    input:
        shared=expand("<tables>/{table}.csv", table=PUBLISHED),
        words=expand("<restricted>/{table}.csv", table=OF_WORDS),
        code=source("workbook"),
    output:
        shared="<results>/exchange/tables.xlsx",
        words="<restricted>/words.xlsx",
    log:
        "<logs>/workbook.log",
    script:
        "../scripts/workbook.py"
