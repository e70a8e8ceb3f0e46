"""Agreement: how far hand coders agree. Left out where the approach is reflexive.

Needs   coverage.csv; sample, segments, spans, codebook, codings
Makes   agreement
"""


rule agreement:
    """Measure agreement on each theme for every two coders and for all, on what both have read."""
    input:
        codings="<restricted>/codings.csv",
        coverage="<study>/coverage.csv",
        segments="<restricted>/segments.csv",
        spans="<restricted>/spans.csv",
        codebook="<tables>/codebook.csv",
        sample="<restricted>/sample.csv",
        code=source(
            "agreement",
            "ratings",
            "readings",
            "tree",
            "alpha",
            "coefficients",
            "coincidences",
            "disagreement",
            "distances",
            "jackknife",
            "theme_sets",
            "unitizing",
        ),
    output:
        agreement="<tables>/agreement.csv",
    log:
        "<logs>/agreement.log",
    params:
        **config["agreement"],
    script:
        "../scripts/agreement.py"
