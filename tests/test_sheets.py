"""Blind sheets: they tell nothing of whose words they hold, and read straight back."""

import io

import openpyxl
import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.coding.refinding import refound
from peerstudy.coding.sampling import sample
from peerstudy.coding.sheets import blind_sheet, suggestion_sheet, workbook
from peerstudy.coding.spans import spans

THEMES = ["fear", "hope", "belonging"]
CODEBOOK = pd.DataFrame(
    {
        "theme": [*THEMES, "above"],
        "label": ["Fear", "Hope", "Belonging", "Above"],
        "parent": ["above", "", "", ""],
        "definition": "What it is.",
        "include": "",
        "exclude": "=SUM(A1)",
        "order": range(4),
    }
)


def _turns():
    rows = []
    for who in range(1, 7):
        for turn in range(1, 12):
            person = turn % 2 == 0
            text = (
                f"=1+{who}*{turn} people stayed. - So “{who}{turn}” said, well." if person else f"Why {turn}?"
            )
            speaker, label = ("participant", f"P0{who}") if person else ("interviewer", "I")
            rows.append((f"I{who}", turn, f"P0{who}" if person else "", speaker, label, text))
    return pd.DataFrame(rows, columns=["interview", "turn", "participant", "speaker", "label", "text"])


def _segments(turns):
    said = turns[turns["participant"] != ""]
    cut = said["text"].str.index("- So")
    first = said.assign(n=1, start=0, end=cut - 1)
    second = said.assign(n=2, start=cut, end=said["text"].str.len())
    both = pd.concat([first, second])
    both["text"] = [t[a:b] for t, a, b in zip(both["text"], both["start"], both["end"], strict=True)]
    both["segment"] = [
        f"{i}-{t:03d}-{n:02d}" for i, t, n in zip(both["interview"], both["turn"], both["n"], strict=True)
    ]
    return both.reset_index(drop=True)


@pytest.fixture(scope="module")
def drawn():
    """A sample of the invented corpus."""
    return sample(_segments(_turns()), tables.empty("sample"), per_participant=4, share=0, seed=3)[0]


@pytest.fixture(scope="module")
def sheet(drawn):
    """Its blind sheet."""
    return tables.check(blind_sheet(drawn, _turns(), CODEBOOK, context=1), "blind_sheet")


def test_the_sheet_tells_nothing_of_whose_words_they_are(sheet):
    """No id of an interview, person or segment, no label, no code; themes are columns to fill."""
    assert set(sheet.columns) == {"row", "item", "before", "text", "after", "memo", *THEMES}
    everything = sheet.to_csv()
    assert not any(name in everything for name in ("P01", "P06", "I1", "I6-", "-002-", "machine"))
    assert (sheet[[*THEMES, "memo"]] == "").all(axis=None)


def test_the_order_is_not_that_of_the_interviews(sheet, drawn):
    """Neighbours on the sheet are seldom neighbours in an interview."""
    place = drawn[drawn["drawn"]].set_index("text")["interview"]
    who = place.loc[sheet["text"]].str[1:].astype(int)
    assert (who.diff().abs().fillna(1) > 0).mean() > 0.6
    assert not who.is_monotonic_increasing


def test_context_is_shown_with_roles_for_names(sheet):
    """The question before, the speaker's own words before, and the rest of the turn."""
    row = sheet[sheet["text"].str.startswith("- So")].iloc[0]
    assert row["before"].startswith("interviewer: Why ")
    assert "\nparticipant: =1+" in row["before"]
    first = sheet[sheet["text"].str.startswith("=1+")].iloc[0]
    assert first["after"].startswith("- So “")


def _filled(sheet):
    filled = sheet.copy()
    filled.loc[filled["text"].str.startswith("="), "fear"] = "x"
    filled.loc[::3, "hope"] = "1"
    filled.loc[0, "memo"] = "not sure"
    return filled


def _as_csv(filled):
    return {"Cy.csv": filled.to_csv(index=False, sep=";").encode("utf-8-sig")}


def _as_xlsx(filled):
    book = openpyxl.load_workbook(io.BytesIO(workbook(filled, CODEBOOK)))
    buffer = io.BytesIO()
    book.save(buffer)  # as a spreadsheet program saves it again
    return {"Cy.xlsx": buffer.getvalue()}


def _read(files, drawn=None):
    """Spans and losses of those files by Cy, who read what was drawn of every interview."""
    turns = _turns()
    interviews = pd.DataFrame({"interview": sorted(set(turns["interview"])), "file": "x.txt"})
    coverage = interviews[["interview"]].assign(coder="Cy", scope="sample")
    drawn = tables.empty("sample") if drawn is None else drawn
    none = {"code_map": {}, "coders": {}, "documents": {}, "leave_out": []}
    return spans(files, turns, _segments(turns), interviews, CODEBOOK, coverage, drawn, **none)


@pytest.mark.parametrize("save", [_as_csv, _as_xlsx])
def test_a_filled_sheet_reads_straight_back(sheet, drawn, save):
    """Every mark becomes a span of its whole segment by the coder the file is named after."""
    filled = _filled(sheet)
    found, _, _ = _read(save(filled))
    marks = filled.melt(["text"], ["fear", "hope"], var_name="theme").query("value != ''")
    assert sorted(zip(found["quote"], found["theme"], strict=True)) == sorted(
        zip(marks["text"], marks["theme"], strict=True)
    )
    assert set(found["coder"]) == {"Cy"}
    segments = drawn.set_index(["interview", "turn", "start", "end"])["drawn"]
    assert all(
        segments[place]
        for place in found[["interview", "turn", "start", "end"]].itertuples(index=False, name=None)
    )


def test_a_note_beside_no_mark_is_told_as_lost(sheet):
    """A note goes with the passage that carries it; a row without a mark has none."""
    filled = sheet.copy()
    filled.loc[0, ["hope", "memo"]] = ["x", "sure"]
    filled.loc[1, "memo"] = "not sure"
    found, _, losses = _read(_as_csv(filled))

    assert found["memo"].tolist() == ["sure"]
    told = losses[losses["kind"] == "note beside no mark"]
    assert told[["fate", "names"]].to_numpy().tolist() == [["lost", "row 3: not sure"]]


def test_drawn_segments_that_stand_on_no_sheet_are_unread_and_told_as_lost(sheet, drawn):
    """Unread is not absent, though coverage says that the coder read the sample: rows were taken out."""
    _, read, losses = _read(_as_csv(sheet[2:]), drawn)
    told = losses[losses["kind"].str.startswith("drawn segment that stands on no sheet")]

    assert told[["file", "fate"]].to_numpy().tolist() == [["Cy.csv", "lost"]]
    assert set(told["names"].iloc[0].split("; ")) == set(sheet["item"][:2])
    assert set(read.loc[read["unread"] == "Cy", "text"]) == set(sheet["text"][:2])
    assert tables.check(read, "sample_read")["drawn"].equals(drawn["drawn"])


def test_words_that_look_like_formulas_stay_words(sheet):
    """Every cell of the workbook is text."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheet, CODEBOOK)))
    assert {cell.data_type for page in book for row in page for cell in row} <= {"s", "n"}
    assert not any(isinstance(c.value, int | float) for page in book for row in page for c in row)


def test_the_same_sheet_gives_the_same_bytes(sheet):
    """A workbook holds no time of its making."""
    assert workbook(sheet, CODEBOOK) == workbook(sheet, CODEBOOK)


@pytest.fixture(scope="module")
def suggested():
    """The sheet of three suggestions to Cy, the last segments first."""
    segments = _segments(_turns())
    ranked = segments[::-1][:3].assign(rank=[1, 2, 3], theme="hope", probability=0.5)
    return suggestion_sheet(ranked, segments, _turns(), CODEBOOK, coder="Cy", context=1), ranked


def test_the_sheet_of_suggestions_shows_words_in_their_order_and_no_machine(suggested):
    """Neither what the machine is unsure of nor whose words they are."""
    sheet, ranked = suggested

    assert list(sheet["text"]) == list(ranked["text"])
    assert not any(name in sheet.to_csv() for name in ("P06", "I6", "0.5"))
    assert set(sheet.columns) == {"row", "segment", "coder", "before", "text", "after", "memo", *THEMES}


@pytest.mark.parametrize("save", [_as_csv, _as_xlsx])
def test_a_filled_sheet_of_suggestions_is_codings_and_the_list_of_what_was_read(suggested, save):
    """Under any name: it says itself who coded; as CSV it is `suggested` as well."""
    sheet, ranked = suggested
    files = save(sheet.assign(fear=["x", "", ""]))
    found, _, _ = _read({name.replace("Cy", "round 1"): data for name, data in files.items()})

    assert found[["coder", "theme", "quote"]].to_numpy().tolist() == [["Cy", "fear", ranked["text"].iloc[0]]]
    listed = tables.check(sheet, "suggested")
    assert refound(_segments(_turns()), listed["segment"], listed["text"]) == list(ranked.index)
