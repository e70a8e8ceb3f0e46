"""Notebooks: what reviewers read, run on the results.

Makes notebooks
"""

import re


def told_by(notebooks):
    """Tables and figures that notebooks show, as they name them; a reflexive study has no coefficients."""
    text = "".join(Path(name).read_text(encoding="utf-8") for name in notebooks)
    named = re.findall(r"{results}/(tables|restricted|figures)/(\w+)\.(csv|png)", text)
    measured = ["agreement", "validation"] if config["approach"] == "reflexive" else []
    return [
        f"<{folder}>/{name}.{suffix}"
        for folder, name, suffix in sorted(set(named))
        if suffix == "png" or name not in measured
    ]


rule notebooks:
    """Run the notebooks on the study's results and show them as pages."""
    input:
        told_by(NOTEBOOKS),
        notebooks=NOTEBOOKS,
        new_study=shipped("templates/study"),
        contracts=sorted(
            path.as_posix()
            for path in Path(workflow.basedir, "workflow/schemas").glob("*.yaml")
        ),
        guidelines=guidelines(),
        code=source(
            "pages.notebooks",
            "cli",
            "pages.evidence",
            "compare.estimators",
            "pages.figures",
            "pages.firmness",
            "pages.methods",
            "pages.limits",
            "pages.narrative",
            "pages.reading",
        ),
    output:
        pages=[f"<notebooks>/{Path(name).stem}.html" for name in NOTEBOOKS],
        notebooks=[f"<notebooks>/{Path(name).name}" for name in NOTEBOOKS],
    log:
        "<logs>/notebooks.log",
    params:
        results=f"results/{study.name}",
    script:
        "../scripts/notebooks.py"
