"""Record: what a run was made from, and what it made. After all other rules: the manifest lists their files.

Makes checklist, provenance, manifest, ro-crate-metadata.json
"""

from importlib.metadata import version

PACKAGES = [
    "peerstudy",
    "pandas",
    "numpy",
    "scipy",
    "scikit-learn",
    "spacy",
    "matplotlib",
    "snakemake",
]


def made():
    """Files that each rule makes, by the name of the rule."""
    return {
        step.name: step.output for step in workflow.rules if not step.has_wildcards()
    }


rule checklist:
    """Answer reporting guidelines item by item, from the run and from the researcher's own words."""
    input:
        statements=optional("statements.yaml"),
        characteristics="<tables>/characteristics.csv",
        quotes="<restricted>/quotes.csv",
        guidelines=guidelines(),
        code=source("pages.checklist", "schema"),
    output:
        checklist="<tables>/checklist.csv",
    log:
        "<logs>/checklist.log",
    params:
        approach=config["approach"],
    script:
        "../scripts/checklist.py"


rule provenance:
    """Write down settings, hashes of the study's files, and versions of the software."""
    input:
        files=written(),
        gate="<tables>/gate.csv",
        code=source("record.provenance"),
    output:
        provenance="<tables>/provenance.csv",
    log:
        "<logs>/provenance.log",
    params:
        names=shown(written()),
        settings={key: value for key, value in config.items() if key != "study"},
        versions={package: version(package) for package in PACKAGES},
    script:
        "../scripts/provenance.py"


rule manifest:
    """List every file of the study and of its results with its hash, and describe them for repositories."""
    input:
        **made(),
        input=written(),
        code=source("record.manifest", "record.crate"),
    output:
        manifest="<tables>/manifest.csv",
        crate="<results>/ro-crate-metadata.json",
    log:
        "<logs>/manifest.log",
    params:
        names=shown(written()),
        results=f"results/{study.name}/",
        crate=config["crate"],
    script:
        "../scripts/manifest.py"
