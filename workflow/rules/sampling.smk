"""Sampling: what people code blindly, so that the machine's error can be measured.

Makes sample, sample_changes, blind_sheet
"""


rule sample:
    """Draw segments within every participant, or keep the frozen draw and say what moved."""
    input:
        segments="<restricted>/segments.csv",
        frozen=optional("sample.csv"),
        code=source("coding.sampling"),
    output:
        sample="<restricted>/sample.csv",
        sample_changes="<restricted>/sample_changes.csv",
    log:
        "<logs>/sample.log",
    params:
        **config["sample"],
    script:
        "../scripts/sample.py"


rule blind_sheet:
    """Lay the drawn segments out for a coder who is not to know whose words they are."""
    input:
        sample="<restricted>/sample.csv",
        turns="<restricted>/turns.csv",
        codebook="<tables>/codebook.csv",
        code=source("coding.sheets"),
    output:
        sheet="<restricted>/blind_sheet.csv",
        workbook="<restricted>/blind_sheet.xlsx",
    log:
        "<logs>/blind_sheet.log",
    params:
        **config["blind_sheet"],
    script:
        "../scripts/blind_sheet.py"
