"""Exchange: the study for other coding tools, for a paper, and for people who write summaries.

Makes <study>.qdpx, <study>.qdc, framework, framework_unplaced, quote_bank, dictionary, spreadsheets, Word documents
"""

PUBLISHED = ["flow", "characteristics", "codebook", "groups", "contrasts", "ways"]
PUBLISHED += ["tones", "reasons", "checklist"]
if config["approach"] != "reflexive":
    PUBLISHED += ["agreement", "validation", "stopping"]
OF_WORDS = ["quotes", "negative_cases"]


rule exchange:
    """Write codebook, texts, people, hand and machine codes as REFI-QDA files."""
    input:
        codebook="<tables>/codebook.csv",
        participants="<study>/participants.csv",
        turns="<restricted>/turns.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codings="<restricted>/codings.csv",
        code=source("coding.exchange"),
    output:
        qdpx=f"<results>/exchange/{study.name}.qdpx",
        qdc=f"<results>/exchange/{study.name}.qdc",
    log:
        "<logs>/exchange.log",
    params:
        **config["exchange"],
        study=study.name,
        synthetic=config["synthetic"],
    script:
        "../scripts/exchange.py"


rule framework:
    """Lay out person by theme with the passages, and with the summaries that people have written so far."""
    input:
        **{
            name: f"<restricted>/{name}.csv"
            for name in ["roster", "presence", "spans", "turns", "quotes"]
        },
        codebook="<tables>/codebook.csv",
        written=optional("framework.xlsx") + optional("framework.docx"),
        code=source("pages.framework", "pages.narrative"),
    output:
        framework="<restricted>/framework.csv",
        unplaced="<restricted>/framework_unplaced.csv",
        spreadsheet="<restricted>/framework.xlsx",
        pages="<restricted>/framework.docx",
    log:
        "<logs>/framework.log",
    params:
        title=config["title"],
        synthetic=config["synthetic"],
    script:
        "../scripts/framework.py"


rule exports:
    """Put tables of a paper and the codebook into files to send on, and apart from them those that hold words."""
    input:
        **{name: f"<tables>/{name}.csv" for name in ["provenance", *PUBLISHED]},
        **{
            name: f"<restricted>/{name}.csv"
            for name in ["spans", "turns", "roster", *OF_WORDS]
        },
        code=source("pages.exports"),
    output:
        quote_bank="<restricted>/quote_bank.csv",
        words="<restricted>/words.xlsx",
        dictionary="<tables>/dictionary.csv",
        tables="<results>/exchange/tables.xlsx",
        tables_document="<results>/exchange/tables.docx",
        codebook_document="<results>/exchange/codebook.docx",
    log:
        "<logs>/exports.log",
    script:
        "../scripts/exports.py"
