"""What may still identify somebody, and the gate that stops the run at it."""

import re

import pandas as pd

from peerstudy import tables
from peerstudy.marks import MARK

PATTERNS = {
    "email": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b"),
    "phone": re.compile(
        r"(?<!\d)(?:\+44\s?\(?0?\)?\s?\d{2,4}|\(?0\d{2,4}\)?)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)"
    ),
    "postcode": re.compile(r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.I),
    "nhs_number": re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    "birth_date": re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}(?!\d)"),
}


def identifiers(turns: pd.DataFrame, reviewed: pd.DataFrame, *, model: str) -> pd.DataFrame:
    """Find what may identify somebody in the text of all turns.

    Parameters
    ----------
    turns
        The table of that name.
    reviewed
        Findings that a person has allowed (the same columns; kind and text count).
    model
        Package of the spaCy model that finds names, or `none` to go without by choice.

    Returns
    -------
    frame
        The table `identifiers`.
    """
    texts = [MARK.sub(lambda m: " " * len(m[0]), text) for text in turns["text"]]
    found = [
        (index, match.start(), match.end(), kind)
        for index, text in enumerate(texts)
        for kind, pattern in PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    if model != "none":
        found += _names(texts, model)
    allowed = set(zip(reviewed["kind"], reviewed["text"].str.casefold(), strict=True))
    rows = []
    for index, start, end, kind in found:
        turn, text = turns.iloc[index], turns["text"].iloc[index][start:end]
        rows.append(
            {
                "interview": turn["interview"],
                "turn": turn["turn"],
                "start": start,
                "end": end,
                "kind": kind,
                "text": text,
                "allowed": (kind, text.casefold()) in allowed,
            }
        )
    return pd.DataFrame(rows) if rows else tables.empty("identifiers")


def gate(identifiers: pd.DataFrame) -> pd.DataFrame:
    """Count what was found; stop at anything that nobody has allowed.

    Returns
    -------
    frame
        The table `gate`.

    Raises
    ------
    TableError
        With the places, unless every finding is allowed.
    """
    open_ones = identifiers[~identifiers["allowed"]]
    if len(open_ones):
        places = [
            f"{row.interview}, turn {row.turn}, characters {row.start}-{row.end}: {row.kind} {row.text!r}"
            for row in tables.rows(open_ones.head(20))
        ]
        more = f"\n  and {len(open_ones) - 20} more" if len(open_ones) > 20 else ""
        raise tables.TableError(
            f"identifiers: {len(open_ones)} finding(s) that nobody has allowed; nothing goes on\n  "
            + "\n  ".join(places)
            + more
            + "\nHint: edit the transcript, or copy the reviewed rows of restricted/identifiers.csv "
            "with allowed = true into identifiers.csv in the study's folder"
        )
    counts = identifiers.groupby("kind")["allowed"].agg(found="size", allowed="sum").reset_index()
    return counts if len(counts) else tables.empty("gate")


def _names(texts: list[str], model: str) -> list[tuple[int, int, int, str]]:
    import spacy  # half a second that only this step should pay

    nlp = spacy.load(model, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    return [
        (index, entity.start_char, entity.end_char, "name")
        for index, doc in enumerate(nlp.pipe(texts, batch_size=64))
        for entity in doc.ents
        if entity.label_ == "PERSON"
    ]
