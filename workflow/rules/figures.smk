"""Figures: drawn from the tables alone.

Makes figures, as SVG and PNG
"""

DRAWN = ["flow", "codebook", "groups", "contrasts", "saturation", "stopping", "talk"]
DRAWN += ["cooccurrences", "group_cooccurrences"]
if config["approach"] != "reflexive":
    DRAWN += ["agreement", "calibration"]
DRAWN_OF_PEOPLE = ["presence", "roster", "sensitivity"]
FIGURES = ["flow", "theme_map", "themes", "contrasts", "saturation", "cooccurrences"]
FIGURES += ["agreement", "calibration"]
FIGURES_OF_PEOPLE = ["matrix", "talk", "specification"]


rule figures:
    """Draw every figure as SVG and PNG; those that show single people are restricted."""
    input:
        **{name: f"<tables>/{name}.csv" for name in DRAWN},
        **{name: f"<restricted>/{name}.csv" for name in DRAWN_OF_PEOPLE},
        code=source("pages.figures"),
    output:
        expand("<figures>/{figure}.{suffix}", figure=FIGURES, suffix=["svg", "png"]),
        expand(
            "<restricted>/{figure}.{suffix}",
            figure=FIGURES_OF_PEOPLE,
            suffix=["svg", "png"],
        ),
    log:
        "<logs>/figures.log",
    params:
        synthetic=config["synthetic"],
    script:
        "../scripts/figures.py"
