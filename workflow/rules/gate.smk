"""Gate: nothing goes on while anything that may identify somebody has not been looked at.

Makes identifiers, names, gate, rarities
"""

from peerstudy import settings
from peerstudy.corpus import name_model


rule identifiers:
    """List what may still identify somebody; the name model reads new texts only."""
    input:
        turns="<restricted>/turns.csv",
        dropped="<restricted>/dropped.csv",
        ingest="<tables>/ingest.csv",
        own=[
            "<tables>/codebook.csv",
            "<study>/participants.csv",
            "<study>/interviews.csv",
            "<study>/coverage.csv",
        ],
        documents=["<study>/codebook.yaml"]
        + optional("statements.yaml")
        + optional("frozen.yaml"),
        codings=codings(),
        reviewed=optional("identifiers.csv"),
        lists=shipped("wordlists"),
        code=source("corpus.identifiers", "schema"),
    output:
        identifiers="<restricted>/identifiers.csv",
        names=update("<restricted>/names.csv"),
    log:
        "<logs>/identifiers.log",
    params:
        name_model.versioned(config["identifiers"]["model"]),  # another version reads anew
        **config["identifiers"],
        wording=settings.wording(config),
        files=shown(sorted({*written()} - {*transcripts()})),
    script:
        "../scripts/identifiers.py"


rule gate:
    """Stop at any finding that nobody has allowed."""
    input:
        identifiers="<restricted>/identifiers.csv",
        reviewed=optional("identifiers.csv"),
        code=source("corpus.allowances", "corpus.gate"),
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
        code=source("corpus.rarities"),
    output:
        rarities="<restricted>/rarities.csv",
    log:
        "<logs>/rarities.log",
    params:
        **config["rarities"],
    script:
        "../scripts/rarities.py"
