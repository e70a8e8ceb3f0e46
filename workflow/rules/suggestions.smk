"""What the coder that learns, the last one that `coders` names, would like to be taught next.

Makes suggestions, as a table and as a sheet to fill in
"""


rule suggestions:
    """Rank segments to read next; they teach and never estimate error."""
    input:
        segments="<restricted>/segments.csv",
        machine=f"<restricted>/{LEARNED[-1]}.csv",
        hand="<restricted>/hand.csv",
        coverage="<study>/coverage.csv",
        sample="<restricted>/sample_read.csv",
        suggested=optional("suggested.csv"),
        code=source("coders.suggestions"),
    output:
        suggestions="<restricted>/suggestions.csv",
    log:
        "<logs>/suggestions.log",
    params:
        **config["suggestions"],
    script:
        "../scripts/suggestions.py"


rule suggestion_sheet:
    """Lay the suggested segments out for the coder who is to read them."""
    input:
        suggestions="<restricted>/suggestions.csv",
        segments="<restricted>/segments.csv",
        turns="<restricted>/turns.csv",
        codebook="<tables>/codebook.csv",
        code=source("coding.sheets"),
    output:
        workbook="<restricted>/suggestions.xlsx",
    log:
        "<logs>/suggestion_sheet.log",
    params:
        **config["blind_sheet"],
        coder=config["suggestions"]["coder"],
    script:
        "../scripts/suggestion_sheet.py"
