"""A study of seven people, three themes and two groups, as the tables that reports are made from."""

import pandas as pd
import small_beside

from peerstudy import tables
from peerstudy.corpus import characteristics
from peerstudy.pages import checklist, flow
from peerstudy.record import provenance

GROUPS = ["reds", "blues"]
CONTRAST = "reds against blues"
WAYS = [
    ("care", "any", "reds", 3, 4, "most", True, ""),
    ("care", "any", "blues", 0, 2, "none", False, ""),
    ("care", "positive", "reds", 2, 4, "some", True, ""),
    ("ties", "any", "reds", 3, 4, "most", False, "care 3"),
]
REASONS = [
    ("", "", "", "reds", 1, 4, "one"),
    ("", "", "", "blues", 1, 2, "one"),
    ("practical", "", "", "reds", 1, 4, "one"),
    ("practical", "barrier", "", "reds", 1, 4, "one"),
    ("practical", "barrier", "cost", "reds", 1, 4, "one"),
    ("group", "", "", "reds", 0, 4, "none"),
    ("group", "", "", "blues", 1, 2, "one"),
    ("group", "push", "", "reds", 0, 4, "none"),
    ("group", "push", "ties", "reds", 0, 4, "none"),
    ("group", "push", "", "blues", 1, 2, "one"),
    ("group", "push", "ties", "blues", 1, 2, "one"),
]
SETTINGS = {
    "title": "Small <study>",
    "synthetic": True,
    "question": "Who says what?",
    "approach": "codebook",
    "identifiers": {"model": "none", "vocabulary": "english"},
    "segments": {"unit": "sentence"},
    "hand": {"overlap": 0.5},
    "coders": ["patterns"],
    "sample": {"per_participant": 4, "share": 0.1},
    "corrected": {"hand": "A", "machine": ["patterns"]},
    "presence": {"hand": "A", "least": 1},
    "ways": {"words": {"all": 1, "most": 0.6, "a few": 0}},
    "quotes": {"per_group": 3, "shortest": 12, "longest": 80},
    "contrasts": {
        "comparisons": {"reds against blues": ["reds", "blues"]},
        "primary": ["care"],
        "level": 0.95,
        "gamma": 0,
        "smallest_group": 3,
        "strata": "",
        "families": "",
        "permutations": 999,
        "expected_positives": 10,
        "hand_positives": 3,
        "heard": 0.5,
    },
    "groups": {"level": 0.95},
    "effects": {"level": 0.95, "power": 0.8},
    "tones": {"level": 0.95},
    "agreement": {"units": ["segment"], "coefficients": ["alpha"]},
    "sensitivity": {"nested": ""},
    "stopping": {"base": 4, "run": 2, "threshold": 0.05},
}


def roster() -> pd.DataFrame:
    """Four reds, two blues and one person outside; an eighth who refused."""
    people = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]
    return pd.DataFrame(
        {
            "participant": people,
            "role": "member",
            "outcome": ["analysed"] * 7 + ["refused"],
            "group": ["reds"] * 4 + ["blues"] * 2 + [""] * 2,
            "family": "",
            "interviews": [1] * 7 + [0],
            "words": [100] * 7 + [0],
        }
    )


def interviews() -> pd.DataFrame:
    """One interview of each of the seven."""
    ids = [f"I{n}" for n in range(1, 8)]
    frame = pd.DataFrame({"interview": ids, "participant": [f"P{n}" for n in range(1, 8)]})
    return frame.assign(file=frame["interview"] + ".txt", order=range(1, 8), wave="", language="en")


def codebook() -> pd.DataFrame:
    """A parent with two children."""
    rows = [("ties", "Ties", "", 1), ("care", "Care & company", "ties", 2), ("cost", "Cost", "ties", 3)]
    frame = pd.DataFrame(rows, columns=["theme", "label", "parent", "order"])
    fixed = {
        "kind": "theme",
        "origin": "deductive",
        "definition": "What it is.",
        "include": "When.",
        "exclude": "",
    }
    empty = dict.fromkeys(["examples", "near_misses", "patterns", "applies_to", "level", "force"], "")
    return tables.check(frame.assign(**fixed, **empty, rolls_up=True), "codebook")


def groups() -> pd.DataFrame:
    """Proportions of two themes; nobody of the blues could have spoken of cost."""
    rows = [
        ("care", "corrected", "reds", 3, 4, 0.2, 0.1, 0.3),
        ("care", "corrected", "blues", 0, 2, 0.1, 0.0, 0.2),
        ("care", "hand", "reds", 3, 4, 0.75, 0.30, 0.95),
        ("care", "hand", "blues", 0, 2, 0.0, 0.0, 0.66),
        ("care", "machine", "reds", 4, 4, 1.0, 0.51, 1.0),
        ("care", "machine", "blues", 1, 2, 0.5, 0.1, 0.9),
        ("cost", "hand", "reds", 1, 4, 0.25, 0.05, 0.70),
        ("cost", "hand", "blues", 0, 0, None, None, None),
    ]
    columns = ["theme", "estimator", "group", "present", "people", "estimate", "low", "high"]
    frame = pd.DataFrame(rows, columns=columns)
    measure = frame["estimator"].map({"corrected": "salience"}).fillna("presence")
    return tables.check(frame.assign(contrast=CONTRAST, measure=measure), "groups")


def contrasts() -> pd.DataFrame:
    """A difference, and a refusal."""
    fixed = {"contrast": CONTRAST, "group_a": "reds", "group_b": "blues"}
    tested = {"p": 0.0399, "p_adjusted": 0.08, "tested": 2, "family": "primary", "method": "exact"}
    rows = [
        {"theme": "care", "estimator": "hand", "present_a": 3, "people_a": 4, "present_b": 0, "people_b": 2}
        | {"estimate": 0.75, "low": -0.02, "high": 0.95, **tested},
        {
            "theme": "care",
            "estimator": "machine",
            "present_a": 4,
            "people_a": 4,
            "present_b": 1,
            "people_b": 2,
        }
        | {"estimate": 0.5, "low": -0.2, "high": 0.9, "family": "primary"}
        | {"reason": "uncorrected machine codes: no p-value is given"},
        {"theme": "cost", "estimator": "hand", "present_a": 1, "people_a": 4, "present_b": 0, "people_b": 0}
        | {"family": "exploratory", "reason": "fewer than 3 people: blues (0)"},
        {"theme": "care", "estimator": "corrected", "present_a": 3, "people_a": 4, "present_b": 0}
        | {"people_b": 2, "measure": "salience", "family": "primary"}
        | {"reason": "withheld: 2 positives expected in a group, fewer than 10"},
    ]
    frame = pd.DataFrame(rows)
    frame["measure"] = frame["measure"].fillna("presence")
    frame = frame.assign(**fixed, effect="difference in proportions", effective_labels=None)
    return tables.check(frame.fillna({"reason": "", "method": ""}), "contrasts")


def presence() -> pd.DataFrame:
    """P1 to P3 speak of care, P1 of cost; cost does not apply to the blues."""
    said = {("P1", "care"), ("P2", "care"), ("P3", "care"), ("P1", "cost")}
    rows = [
        {"participant": person, "theme": theme, "group": group, "present": (person, theme) in said}
        | {"applies": theme != "cost" or group == "reds"}
        for person, group in zip(roster()["participant"][:7], roster()["group"][:7], strict=True)
        for theme in ("ties", "care", "cost")
    ]
    fixed = {"estimator": "hand", "asked": True, "read": True, "segments": 4, "words": 40, "share": None}
    frame = pd.DataFrame(rows).assign(**fixed)
    return tables.check(frame.assign(coded=frame["present"].astype(float)), "presence")


def study(text: str = "They <b>cared</b> & came.") -> dict[str, pd.DataFrame]:
    """Every table that the report reads, with `text` as the words of the first person."""
    quotes = pd.DataFrame(
        [("care", "reds", 1, "I1-002-01", "P1", text, "I1, turn 2, characters 0-9", "positive")],
        columns=["theme", "group", "rank", "segment", "participant", "text", "locator", "valence"],
    )
    cases = [("reds against blues", "care", "P4", "reds", "silent", False, "", "", None, None, None, "", "")]
    segment = ("I1-002-01", "I1", "P1", "participant", 2, 0, len(text), text, 4)
    ingest = ("I1.txt", "I1", "0" * 64, "plain text", "utf-8", 2, 8, 0, "", "")
    turns = [
        ("I1", 1, "", "interviewer", "I", "How was it?", None, None),
        ("I1", 2, "P1", "participant", "P1", text, None, None),
    ]
    codings = [
        ("I1-002-01", "care", "A", "hand", 1.0, True, "", "positive"),
        ("I1-002-01", "care", "patterns", "machine", 0.8, True, "cared", ""),
    ]
    agreement = [
        ("care", "segment", "A,B", "alpha", 20, 0.3, 0.9, 0.71, 0.4, 0.9, ""),
        ("cost", "segment", "A,B", "alpha", 20, 0.0, 1.0, None, None, None, "nobody found it"),
    ]
    attributes = roster().assign(site=["north"] * 3 + ["south"] * 5)
    return {
        "turns": _frame("turns", turns),
        "codings": _frame("codings", codings),
        "spans": _frame("spans", [("I1", 2, 0, 4, "care", "A", "They", "positive", "Said <i>twice</i>.")]),
        "coverage": _frame("coverage", [("I1", "A", "whole"), ("I1", "B", "whole")]),
        "interviews": interviews(),
        "roster": roster(),
        "characteristics": tables.check(
            characteristics.characteristics(attributes, "status", smallest_cell=2), "characteristics"
        ),
        "checklist": tables.check(checklist.checklist({}, {}, approach="codebook"), "checklist"),
        "ways": _frame("ways", WAYS),
        "reasons": _frame("reasons", REASONS),
        "agreement": _frame("agreement", agreement),
        **small_beside.tables(),
        "disagreements": _frame(
            "disagreements", [("I1-002-01", "care", "I1", "P1", "A", "B", "", text, text)]
        ),
        "stopping": _frame(
            "stopping", [("reds", 4, 2, "base 4", "interviews", *[None] * 7, 0.9, "too few people")]
        ),
        "robustness": _frame(
            "robustness",
            [("reds against blues", "care", "presence", "all", 3, 2, "without P1", None, None, 0)],
        ),
        "provenance": provenance.provenance({"a.csv": b"a"}, {"pandas": "3"}, settings=SETTINGS),
        **drawn(),
        "flow": flow.flow(roster(), interviews(), tables.empty("speakers"), groups=GROUPS),
        "codebook": codebook(),
        "groups": groups(),
        "contrasts": contrasts(),
        "presence": presence(),
        "quotes": quotes,
        "negative_cases": _frame("negative_cases", cases),
        "segments": _frame("segments", [segment]),
        "gate": _frame("gate", [("email", 2, 2)]),
        "losses": _frame(
            "losses",
            [
                ("A.qdpx", "passage", "carried", 5, ""),
                ("A.qdpx", "passage", "moved", 1, "row 3: Carol"),
                ("A.qdpx", "set", "lost", 2, "Carol; Dan"),
                ("A.qdpx", "remark", "remark", 1, "code points"),
            ],
        ),
        "rarities": _frame("rarities", [("site=south", 2, "P1; P2"), ("age=9; site=north", 1, "P2")]),
        "ingest": _frame("ingest", [ingest]),
    }


def drawn() -> dict[str, pd.DataFrame]:
    """Tables that only figures show."""
    heard = [("reds", 1, "I1", 2, 2, 1.0, 2.0, None), ("reds", 2, "I2", 0, 2, 2.0, 2.0, 1.0)]
    bins = [
        ("patterns", 1, 19, 6, 0.0, 0.1, 0.02, 0.2, ""),
        ("patterns", 10, 3, 2, 1.0, 0.7, None, None, "few people"),
    ]
    return {
        "group_cooccurrences": _frame(
            "group_cooccurrences", [("reds", "care", "cost", 4, 2, 4, -0.5, 0.5, "")]
        ),
        "saturation": _frame("saturation", heard),
        "calibration": _frame("calibration", bins),
    }


def _frame(name: str, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    return tables.check(pd.DataFrame(rows, columns=list(tables.contracts()[name].columns)), name)
