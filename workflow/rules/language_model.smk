"""The coder behind a language model on this machine.

Makes language_model, answers
"""


rule language_model:
    """Ask a language model on this machine about every segment, or take what it answered before."""
    input:
        segments="<restricted>/segments.csv",
        codebook="<tables>/codebook.csv",
        recorded=optional("answers.csv"),
        code=source("coders.language_model"),
    output:
        codes="<restricted>/language_model.csv",
        answers="<restricted>/answers.csv",
    log:
        "<logs>/language_model.log",
    params:
        chosen={"approach": config["approach"], **config["language_model"]},
    script:
        "../scripts/language_model.py"
