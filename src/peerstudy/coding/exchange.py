"""The study for other coding tools: codebook, texts, people, hand and machine codes in REFI-QDA files."""

from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.coding import refi
from peerstudy.coding.codebook import explained
from peerstudy.coding.naming import MACHINE
from peerstudy.coding.plaintext import Plain, plain
from peerstudy.coding.qda.project import Code, Selection, Stretch
from peerstudy.wording import BANNER


def exchange(
    study: str,
    synthetic: bool,
    codebook: pd.DataFrame,
    participants: pd.DataFrame,
    turns: pd.DataFrame,
    segments: pd.DataFrame,
    spans: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    threshold: float,
) -> tuple[bytes, bytes]:
    """Write the study as a REFI-QDA project and its codebook.

    Hand spans come with their coder, memo and valence (as notes); machine codes as whole segments, by a user
    whose name begins with "machine: ". People who withdrew are not written.

    Parameters
    ----------
    study
        Name of the study.
    synthetic
        Whether the data is invented: the project then says so.
    codebook, participants, turns, segments, spans, codings
        The tables of those names.
    threshold
        Probability from which a machine row is written as a code.

    Returns
    -------
    qdpx, qdc
        Bytes of the two files; the same study gives the same bytes.
    """
    texts, places, replaced = _texts(turns)
    made = refi.Study(
        name=study,
        description=_description(synthetic, replaced),
        codes=_codes(codebook),
        texts=texts,
        selections=[*_hand(spans, places), *_machine(codings, segments, places, threshold)],
        cases=_cases(participants, turns),
    )
    return refi.qdpx(made), refi.qdc(made)


def _texts(
    turns: pd.DataFrame,
) -> tuple[list[refi.Text], dict[tuple[str, int], tuple[int, Plain]], int]:
    """A text an interview, a line a turn; where each turn's words begin in it, and characters replaced."""
    texts: list[refi.Text] = []
    places: dict[tuple[str, int], tuple[int, Plain]] = {}
    replaced = 0
    for interview, said in turns.sort_values(["interview", "turn"]).groupby("interview", sort=True):
        text = ""
        for row in tables.rows(said):
            words = plain(row.text)
            text += plain(f"{row.label}: ").text if row.label else ""
            places[str(interview), int(row.turn)] = len(text), words
            text += words.text + "\n"
            replaced += words.replaced
        texts.append(refi.Text(str(interview), text))
    return texts, places, replaced


def _description(synthetic: bool, replaced: int) -> str:
    kept = f"{BANNER}. " if synthetic else ""
    kept += "Offsets count code points; a line is a turn of speech."
    lost = f" {replaced} character(s) that tools count differently, such as emoji, are written as U+FFFD."
    return kept + (lost if replaced else "")


def _codes(codebook: pd.DataFrame) -> list[Code]:
    """The tree of themes, parents before children; the label is the name, with the id where labels repeat."""
    ordered = codebook.sort_values("order")
    repeated = set(ordered.loc[ordered["label"].duplicated(keep=False), "theme"])
    codes = {
        row.theme: Code(
            row.theme,
            f"{row.label} ({row.theme})" if row.theme in repeated else row.label,
            row.parent,
            _explained(row._asdict()),
        )
        for row in tables.rows(ordered)
    }
    placed: dict[str, Code] = {}
    while len(placed) < len(codes):
        placed |= {k: c for k, c in codes.items() if k not in placed and (not c.parent or c.parent in placed)}
    return list(placed.values())


def _explained(row: dict[str, str]) -> str:
    """Definition, then what to include and exclude, and examples, a paragraph each."""
    return "\n".join([row["definition"], *explained(row)])


def _hand(
    spans: pd.DataFrame, places: dict[tuple[str, int], tuple[int, Plain]]
) -> list[tuple[Stretch, Selection]]:
    return [
        _selection(row, row.theme, row.coder, places, memo=row.memo, valence=row.valence)
        for row in tables.rows(spans)
    ]


def _machine(
    codings: pd.DataFrame,
    segments: pd.DataFrame,
    places: dict[tuple[str, int], tuple[int, Plain]],
    threshold: float,
) -> list[tuple[Stretch, Selection]]:
    coded = codings[(codings["source"] == "machine") & (codings["probability"] >= threshold)]
    return [
        _selection(row, row.theme, MACHINE + row.coder, places, memo=_reason(row.probability, row.evidence))
        for row in tables.rows(coded.merge(segments, on="segment"))
    ]


def _reason(probability: float, evidence: str) -> str:
    return f"probability {probability:.2f}" + (f"; {evidence}" if evidence else "")


def _selection(
    row: Any,
    theme: str,
    coder: str,
    places: dict[tuple[str, int], tuple[int, Plain]],
    *,
    memo: str,
    valence: str = "",
) -> tuple[Stretch, Selection]:
    begin, words = places[row.interview, int(row.turn)]
    start, end = words.stretch(int(row.start), int(row.end))
    stretch = Stretch(row.interview, begin + start, begin + end)
    return stretch, Selection("", theme, coder, "", stretch, memo, valence)


def _cases(participants: pd.DataFrame, turns: pd.DataFrame) -> list[refi.Case]:
    """People with what is known of them and the interviews in which they speak."""
    own = turns.groupby("participant")["interview"].unique()
    attributes = [str(column) for column in participants if column != "participant"]
    return [
        refi.Case(
            row["participant"],
            {name: row[name] for name in attributes},
            tuple(sorted(own.get(row["participant"], ()))),
        )
        for row in participants.sort_values("participant").to_dict("records")
        if row["outcome"] != "withdrawn"
    ]
