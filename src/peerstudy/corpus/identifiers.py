"""What may still identify somebody in the talk and in the files themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from peerstudy import tables
from peerstudy.corpus.authored import Written
from peerstudy.corpus.identifier_patterns import Found, apart, formed
from peerstudy.corpus.names import NAMES, content, names
from peerstudy.corpus.readers.transcript import INVISIBLE

# Redactions and sounds, as transcribers write them: [name], [HOSPITAL], [laughs].
REDACTION = re.compile(r"\[(?:[a-z' ,-]{1,40}|[A-Z_ ]{1,40}\d{0,3})\]")
# Labels that say what somebody is and not who: I, P07, Speaker 2, Interviewer.
GENERIC = re.compile(
    r"(?:[A-Z]{1,4}[ _-]?\d{0,4}|\d{1,4}|(?:speaker|spk|interviewer|interviewee|researcher|participant|"
    r"patient|respondent|moderator|facilitator|clinician|tutor|doctor|therapist|client|student|teacher|parent|child|other|"
    r"investigator|female|male|unknown)[ _-]?\d{0,4}[a-z]?)",
    re.IGNORECASE,
)
# What parts the words of a file's name: low lines, hyphens between letters, the suffix's dot.
PARTS = re.compile(r"_|(?<=[^\W\d])-(?=[^\W\d])|\.(?=[^.]*$)")
# Ids such as I01 and FG1-P03, which a model may take for a name where it stands alone.
CODE = re.compile(r"[^\W\d_]{1,3}\d+(?:-[^\W\d_]{0,3}\d+)*")
LABEL, PROPERTY = "label", "property"
IMPERSONAL = frozenset(["microsoft office user", "python-docx", "openpyxl", "unknown", "author"])


def identifiers(
    turns: pd.DataFrame,
    dropped: pd.DataFrame,
    ingest: pd.DataFrame,
    authored: Sequence[Written],
    reviewed: pd.DataFrame,
    known: pd.DataFrame,
    *,
    model: str,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find what may identify somebody: in every turn, in what files hold beside them, in what authors wrote.

    Parameters
    ----------
    turns, dropped, ingest
        The tables of those names.
    authored
        What the study's authors wrote beside the talk.
    reviewed
        Findings that a person has allowed: kind and text count, wherever they stand again.
    known
        The table `names` of an earlier run, or an empty one.
    model
        Package or folder of the spaCy model that finds names, or `none` to go without by choice.

    Returns
    -------
    identifiers, names
        The tables of those names.
    """
    words = dropped[dropped["kind"] == "words"]
    spoken = {text: plainly(text) for text in pd.concat([turns["text"], words["text"]]).unique()}
    spoken |= {file: _file_name(file) for file in ingest["file"]}
    spoken |= {written.text: plainly(written.text) for written in authored}
    kept = names((plain for plain, _ in spoken.values()), known, model=model)
    named = {
        str(key): [Found(*row) for row in group[["start", "end", "kind"]].itertuples(index=False)]
        for key, group in kept[kept["start"] >= 0].groupby("content")
    }
    found = {text: _in_text(text, *plain, named) for text, plain in spoken.items()}
    rows = [
        *(_row(t.interview, t.turn, "", *hit, t.text) for t in tables.rows(turns) for hit in found[t.text]),
        *(_row(d.interview, 0, _place(d), *hit, d.text) for d in tables.rows(words) for hit in found[d.text]),
        *(
            _row(i.interview, 0, "file name", *hit, i.file)
            for i in tables.rows(ingest)
            for hit in found[i.file]
            if not CODE.fullmatch(i.file[hit.start : hit.end])
        ),
        *(
            _row("", 0, w.place, *hit, w.text)
            for w in authored
            for hit in found[w.text]
            if not _category(w, hit)
        ),
        *_properties(dropped),
        *_labels(turns),
    ]
    frame = pd.DataFrame(rows) if rows else tables.empty("identifiers")
    allowed = set(zip(reviewed["kind"], map(_folded, reviewed["text"]), strict=True))
    keys = zip(frame["kind"], map(_folded, frame["text"]), strict=True)
    return frame.assign(allowed=[key in allowed for key in keys]), kept


def plainly(text: str) -> tuple[str, Sequence[int]]:
    r"""A text without invisible signs and redactions, and where each of its characters stood.

    Signs of no width could part a number or a name and so hide it; blanks of other kinds become blanks.

    Examples
    --------
    >>> plain, places = plainly("J\u200bo said [name]")
    >>> plain, places[1]
    ('Jo said       ', 2)
    """
    if "[" in text:
        text = REDACTION.sub(lambda match: " " * len(match[0]), text)
    if text.isascii():
        return text, range(len(text))
    places = [place for place, sign in enumerate(text) if ord(sign) not in INVISIBLE]
    return "".join(" " if text[place].isspace() else text[place] for place in places), places


def _file_name(file: str) -> tuple[str, Sequence[int]]:
    """A file's name as words: `Interview_Jo-Brown.docx` hides no name."""
    return PARTS.sub(" ", file), range(len(file))


def _category(written: Written, hit: Found) -> bool:
    """Ids, and single words that several people share: a group named Hazel, a faith, a kind of work."""
    word = written.text[hit.start : hit.end]
    return hit.kind in NAMES and bool(CODE.fullmatch(word) or (written.common and " " not in word))


def _in_text(text: str, plain: str, places: Sequence[int], named: dict[str, list[Found]]) -> list[Found]:
    """Findings in one text, offsets in the text as stored; a form of its own goes before a name."""
    found = apart(plain, (*formed(plain), *named.get(content(plain), [])))
    return [Found(places[f.start], places[f.end - 1] + 1, f.kind) for f in found]


def _row(
    interview: str, turn: int, place: str, start: int, end: int, kind: str, text: str
) -> dict[str, object]:
    return {
        "interview": interview,
        "turn": turn,
        "place": place,
        "start": start,
        "end": end,
        "kind": kind,
        "text": text[start:end],
    }


def _place(row: Any) -> str:
    return f"{row.file}, item {row.item}: {row.place}, {row.reason}"


def _properties(dropped: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Authors, media paths, links: whatever a file says beside its text."""
    for row in tables.rows(dropped[dropped["kind"] == "property"]):
        if _folded(row.text) not in IMPERSONAL:
            yield _row(row.interview, 0, _place(row), 0, len(row.text), PROPERTY, row.text)


def _labels(turns: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Speaker labels that may be names: no generic word, no id of the study."""
    ids = {_folded(value) for value in [*turns["participant"], *turns["interview"]]}
    for (interview, label), _ in turns.groupby(["interview", "label"]):
        plain = str(label).translate(INVISIBLE).strip()
        if plain and not GENERIC.fullmatch(plain) and _folded(plain) not in ids:
            yield _row(str(interview), 0, f"speaker label {label}", 0, len(str(label)), LABEL, str(label))


def _folded(text: str) -> str:
    return " ".join(str(text).translate(INVISIBLE).split()).casefold()
