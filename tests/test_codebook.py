"""The codebook that people write: every problem is told at once, and what is right becomes a table."""

import json
from pathlib import Path

import pandas as pd
import pytest

from peerstudy import schema, tables
from peerstudy.coding.codebook import TAKEN, codebook
from peerstudy.coding.qda import sheet

CONTRACT = schema.load(Path(__file__).resolve().parents[1] / "workflow/schemas/codebook.schema.yaml")
PEOPLE = pd.DataFrame({"participant": ["P1", "P2"], "status": ["in", "out"]})
THEME = {
    "label": "Ties",
    "parent": None,
    "kind": "theme",
    "origin": "deductive",
    "definition": "Being  close\nto others.",
    "include": "",
    "exclude": "",
    "examples": ["we met"],
    "near_misses": [],
    "patterns": ["friend*"],
    "applies_to": {"status": ["in"]},
    "rolls_up": True,
}
MISSPELT = {"paterns" if key == "patterns" else key: value for key, value in THEME.items()}


def _made(**themes):
    document = {"version": 1, "changes": [{"version": 1, "what": "first"}], "themes": themes}
    return codebook(document, PEOPLE, contract=CONTRACT, where="codebook.yaml")


def test_a_theme_is_a_row():
    """Blanks are evened out, lists are kept as lists, the order is that of the file."""
    made = tables.check(_made(ties=THEME, care=THEME | {"label": "Care", "parent": "ties"}), "codebook")

    assert made[["theme", "parent", "order"]].to_numpy().tolist() == [["ties", "", 1], ["care", "ties", 2]]
    assert set(made["definition"]) == {"Being close to others."}
    assert json.loads(made["examples"].iloc[0]) == ["we met"]


@pytest.mark.parametrize(
    ("themes", "message"),
    [
        ({"ties": THEME | {"parent": "teis"}}, "theme 'ties': its parent 'teis' is no theme"),
        (
            {"a": THEME | {"parent": "b"}, "b": THEME | {"parent": "a"}},
            "'a': its parents go round in a circle",
        ),
        ({"ties": THEME | {"parent": "ties"}}, "'ties': its parents go round in a circle"),
        ({"ties": THEME | {"applies_to": {"statsu": ["in"]}}}, r"no column .*\(did you mean 'status'\?\)"),
        (
            {"ties": THEME | {"applies_to": {"status": ["inn"]}}},
            r"'inn' is held by nobody \(did you mean 'in'",
        ),
        ({"memo": THEME}, "theme 'memo': a column of coding sheets"),
        ({"all": THEME}, "theme 'all': a column of coding sheets or a row of tables"),
        ({"ties": MISSPELT}, r"unknown key 'paterns' \(did you mean 'patterns'\?\)"),
    ],
)
def test_what_is_wrong_is_told(themes, message):
    """With the theme, and what may be meant."""
    with pytest.raises(ValueError, match=message):
        _made(**themes)


def test_every_problem_is_told_at_once():
    """Nobody mends a codebook error by error."""
    with pytest.raises(tables.TableError, match="3 problem"):
        _made(memo=THEME | {"label": "Memo"}, ties=THEME | {"parent": "no", "applies_to": {"sex": ["x"]}})


def test_no_theme_is_taken_for_a_column_of_a_coding_sheet():
    """What the reader of sheets leaves aside, no theme may be called."""
    assert sheet.APART | set(sheet.UNIT) <= TAKEN
