"""QualCoder projects (``data.qda``): passages count characters of the text that the project holds."""

from peerstudy.coding.dialect import Marked, OffsetError, detect
from peerstudy.coding.offsets import Convention, positions, stored
from peerstudy.coding.qda import sqlite
from peerstudy.coding.qda.project import (
    Code,
    Document,
    Loss,
    Project,
    Selection,
    Stretch,
    UnreadableError,
    lost,
)

# Characters are code points; positions taken from QualCoder's own text window may be UTF-16 units.
READINGS = (Convention("code points"), Convention("UTF-16 units"))
# What a study has no place for, by table and the column that names it.
LEFT = {
    "coded part of a picture": ("code_image", "memo"),
    "coded part of audio or video": ("code_av", "memo"),
    "annotation": ("annotation", "memo"),
    "journal": ("journal", "name"),
    "case": ("cases", "name"),
    "attribute": ("attribute_type", "name"),
    "graph": ("graph", "name"),
}
PASSAGE: dict[str, type[int] | type[str]] = {
    "ctid": int,
    "cid": int,
    "fid": int,
    "seltext": str,
    "pos0": int,
    "pos1": int,
    "owner": str,
    "memo": str,
}


def read(data: bytes) -> Project:
    """Codes in their categories, texts and coded passages.

    Raises
    ------
    UnreadableError
        If it is no QualCoder project or its positions fit no convention.
    """
    with sqlite.opened(data) as base:
        if not sqlite.rows(base, "project", databaseversion=str):
            raise UnreadableError("it is no QualCoder project")
        categories = sqlite.rows(base, "code_cat", catid=int, name=str, memo=str, supercatid=int)
        names = sqlite.rows(base, "code_name", cid=int, name=str, memo=str, catid=int)
        sources = sqlite.rows(base, "source", id=int, name=str, fulltext=str, memo=str)
        coded = sqlite.rows(base, "code_text", **PASSAGE)
        losses = [
            loss
            for kind, (table, column) in LEFT.items()
            for loss in lost(kind, [name for (name,) in sqlite.rows(base, table, **{column: str})])
        ]
    texts = {key: (name, text) for key, name, text, _ in sources if text}
    losses += lost("document without text", [name for key, name, _, _ in sources if key not in texts])
    losses += lost("document memo", [name for _, name, _, memo in sources if memo])
    selections, more, remark = _selections(texts, coded)
    tree = [Code(_category(key), name, _category(up), memo) for key, name, memo, up in categories]
    tree += [Code(str(key), name, _category(up), memo) for key, name, memo, up in names]
    return Project(
        format="QualCoder project",
        codes=tree,
        documents=[Document(str(key), name, stored(text)) for key, (name, text) in texts.items()],
        selections=selections,
        losses=losses + more,
        remarks=[remark],
    )


def _category(key: int) -> str:
    """Categories are numbered apart from codes."""
    return f"category {key}" if key else ""


def _selections(
    texts: dict[int, tuple[str, str]], coded: list[sqlite.Row]
) -> tuple[list[Selection], list[Loss], str]:
    rows = {key: [row for row in coded if row[2] == key] for key in texts}
    marked = [
        Marked(texts[key][1], [r[4] for r in those], [r[5] for r in those], [r[3] for r in those])
        for key, those in rows.items()
    ]
    try:
        found = detect(marked, READINGS)
    except OffsetError as error:
        raise UnreadableError(str(error)) from None
    selections = []
    losses = lost("passage of a document that is not there", [str(r[0]) for r in coded if r[2] not in texts])
    for (key, those), document in zip(rows.items(), marked, strict=True):
        starts = positions(document.raw, document.starts, found.convention).tolist()
        ends = positions(document.raw, document.ends, found.convention).tolist()
        for (ctid, cid, _, quote, _, _, owner, memo), start, end in zip(those, starts, ends, strict=True):
            if not 0 <= start < end:
                losses.append(Loss("passage outside of its text", f"{texts[key][0]}: {ctid}"))
            else:
                place = Stretch(str(key), start, end)
                selections.append(Selection(str(ctid), str(cid), owner, quote, place, memo))
    return selections, losses, str(found)
