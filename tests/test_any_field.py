"""The workflow speaks of nobody's field: what a study is about comes from its own files alone."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Words of the two invented studies.
FIELD = re.compile(
    r"\b(pain|peers?|stayers?|drop-?outs?|leavers?|patients?|clinicians?|tutors?|flare-?ups?|"
    r"students?|courses?|bookkeeping|payroll|deferred|campus)\b",
    re.IGNORECASE,
)
FORMS = "identifier"  # modules of forms that the gate looks for, in whichever field; no reader sees them
TEXTS = sorted(
    path
    for pattern in ("src/peerstudy/**/*", "workflow/**/*", "notebooks/*.ipynb")
    for path in ROOT.glob(pattern)
    if path.suffix in {".py", ".j2", ".yaml", ".smk", ".js", ".css", ".ipynb"}
    and not path.name.startswith(FORMS)
)


def _told(path: Path) -> str:
    """What a file can say to a reader: strings of code, prose of notebooks, everything of templates."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    if path.suffix != ".py":
        return text
    tree = ast.parse(text)
    meant = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    return "\n".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in meant
    )


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_word_of_a_field_stands_in_the_workflow(path):
    """Nothing that people read is about one study."""
    assert FIELD.findall(_told(path)) == []
