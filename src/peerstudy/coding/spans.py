"""Hand codings: what people marked in any tool, anchored to the words of a turn."""

from collections import Counter
from pathlib import PurePosixPath

import pandas as pd

from peerstudy import tables, tree
from peerstudy.cells import problems_of
from peerstudy.coding import codemap, filled, qda, sampling
from peerstudy.coding.account import Account
from peerstudy.coding.anchors import Place
from peerstudy.coding.items import item
from peerstudy.coding.naming import Naming
from peerstudy.coding.placing import AbsentError, Corpus, Found, Placer, UnplacedError
from peerstudy.coding.qda.project import Project, Selection, UnreadableError
from peerstudy.coding.tone import tone

SCOPES = "Hint: add rows with scope whole, sample (of what was drawn) or suggested"
CODERS = "Hint: a column coder says who coded, or else the file's name; spans: coders: gives the name meant"
UNLISTED = "drawn segment that stands on no sheet of the coder, left out as unread"
SHOWN = 60  # characters of a quote in the account


def spans(
    files: dict[str, bytes],
    turns: pd.DataFrame,
    segments: pd.DataFrame,
    interviews: pd.DataFrame,
    codebook: pd.DataFrame,
    coverage: pd.DataFrame,
    sample: pd.DataFrame,
    *,
    code_map: dict[str, str],
    coders: dict[str, str],
    documents: dict[str, str],
    leave_out: list[str],
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Anchor every hand coding to its characters, whatever tool it was made with.

    Parameters
    ----------
    files
        Bytes of each file of codings, by its path below the folder of codings.
    turns, segments, interviews, codebook, coverage, sample
        The tables of those names.
    code_map
        Theme of a code by its name or path, where they differ; empty for codes left out on purpose.
    coders
        Name in this study of a coder, by the name in a file.
    documents
        Interview of a document, by the document's name in a file.
    leave_out
        Passages without a place that a person has looked at: ``<file>: <id>`` as the error names them.

    Returns
    -------
    spans, sample_read, losses
        The tables of those names. Each quote equals the text at its place.

    Raises
    ------
    TableError
        With every file that cannot be read, code without theme, quote that does not match its place, and
        coder who is said to have read and of whom no file speaks.
    """
    problems: list[str] = []
    projects: dict[str, Project] = {}
    for file, data in sorted(files.items()):
        try:
            projects[file] = qda.read(file, data)
        except UnreadableError as error:
            problems.append(f"{file}: {error}")
    corpus = _corpus(turns, segments, interviews, documents)
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    names = Naming(labels, code_map, coders, documents, frozenset(leave_out))
    account = Account()
    rows: list[dict[str, object]] = []
    for file, project in projects.items():
        made, faults = _read(file, project, corpus, names, account)
        rows += made
        problems += faults
    problems += names.unused(projects, corpus.turns) + _unread(rows, coverage)
    problems += filled.without_column(projects, segments, names, coverage, tree.leaves(codebook))
    if len(projects) == len(files):  # whoever coded in a file that cannot be read is not known yet
        problems += _unheard(projects, names, coverage)
    if problems:
        raise problems_of("codings", problems)
    sheets = filled.on_sheets(projects, segments, names)
    unlisted = filled.unlisted(sheets, sample, coverage)
    for row in tables.rows(unlisted):
        account.count(row.file, UNLISTED, "lost", item(row.segment))
    return _once(rows, account), sampling.with_unread(sample, unlisted), account.frame()


def _once(rows: list[dict[str, object]], account: Account) -> pd.DataFrame:
    """The table `spans`: what is coded again, in one file or in two, counts once and is told."""
    frame = pd.DataFrame(rows) if rows else tables.empty("spans").assign(file="")
    key = list(tables.contracts()["spans"].key)
    first = frame.groupby(key)[["valence", "memo", "file"]].transform("first")
    alike = (frame[["valence", "memo"]] == first[["valence", "memo"]]).all(axis=1)
    for row in tables.rows(frame.assign(alike=alike, first=first["file"])[frame.duplicated(key)]):
        where = "" if row.file == row.first else f" (first in {row.first})"
        kind = "passage coded twice alike" if row.alike else "passage coded twice, with another tone or note"
        account.count(row.file, kind + where, "lost", "" if row.alike else row.quote[:SHOWN])
    return frame.drop_duplicates(key).drop(columns="file")


def _corpus(
    turns: pd.DataFrame, segments: pd.DataFrame, interviews: pd.DataFrame, documents: dict[str, str]
) -> Corpus:
    said: dict[str, dict[int, str]] = {}
    labels: dict[str, set[str]] = {}
    for turn in tables.rows(turns):
        said.setdefault(turn.interview, {})[int(turn.turn)] = turn.text
        labels.setdefault(turn.interview, set()).add(turn.label)
    names = {
        codemap.key(PurePosixPath(file.strip()).stem): row.interview
        for row in tables.rows(interviews)
        for file in row.file.split(";")
    }
    names |= {codemap.key(interview): interview for interview in interviews["interview"]}
    names |= {codemap.key(name): interview for name, interview in documents.items()}
    units: dict[str, tuple[str, Place, str]] = {}
    for row in tables.rows(segments):
        unit = (row.interview, Place(int(row.turn), int(row.start), int(row.end)), row.text)
        units |= {row.segment: unit, item(row.segment): unit}
    return Corpus(said, labels, names, units)


def _read(
    file: str, project: Project, corpus: Corpus, names: Naming, account: Account
) -> tuple[list[dict[str, object]], list[str]]:
    """Rows of `spans` from one file, and what is wrong with it."""
    account.project(file, project)
    themes = names.themes(project)
    for code, path in project.paths().items():
        account.count(file, "code", "carried" if themes.get(code) else "lost", path)
    placer = Placer(corpus, project.documents, file)
    problems = [f"{file}: {fault}" for fault in project.problems] + names.unmapped(file, project)
    rows: list[dict[str, object]] = []
    _tell_tones(file, project, account)
    for selection in project.selections:
        theme, coder = themes.get(selection.code), names.coder(selection.coder, file)
        reason = names.reason(file, selection, theme, coder)
        if reason:
            account.count(file, reason, "lost", selection.id)
            continue
        try:
            found = placer.place(selection)
        except AbsentError:
            account.count(file, "passage of an interview that is not read", "lost", selection.id)
            continue
        except UnplacedError as error:
            problems.append(f"{file}: {selection.id}: {error}")
            continue
        if theme is None:  # told above, once a code
            continue
        account.count(file, "passage", found.fate, f"{selection.id}: {selection.quote[:SHOWN]}")
        if not corpus.coded(found):
            account.count(file, "passage in talk that is not coded", "lost", selection.id)
        rows += _spans(file, selection, theme, coder, found, corpus)
    for remark in placer.remarks:
        account.count(file, "remark", "remark", remark)
    return rows, problems


def _tell_tones(file: str, project: Project, account: Account) -> None:
    for written in dict.fromkeys(selection.valence for selection in project.selections):
        if written != tone(written):
            account.count(
                file, "tone written otherwise", "remark", f"{written!r} is read as {tone(written)!r}"
            )


def _spans(
    file: str, selection: Selection, theme: str, coder: str, found: Found, corpus: Corpus
) -> list[dict[str, object]]:
    return [
        {
            "interview": found.interview,
            "turn": place.turn,
            "start": place.start,
            "end": place.end,
            "theme": theme,
            "coder": coder,
            "quote": corpus.turns[found.interview][place.turn][place.start : place.end],
            "valence": tone(selection.valence),
            "memo": selection.memo,
            "file": file,
        }
        for place in found.places
    ]


def _unheard(projects: dict[str, Project], names: Naming, coverage: pd.DataFrame) -> list[str]:
    """Coders who are said to have read and of whom no file speaks: they would count as finding nothing."""
    known = set().union(*(names.coders_of(file, project) for file, project in projects.items()))
    return [
        f"coverage.csv says that {coder!r} read {count} interview(s), and codings/ holds nothing of "
        f"{coder!r}{tables.nearest(coder, known)}. Hint: add the file or take the rows out; for who read and "
        f"found nothing put {coder.strip()}.csv there with nothing in it but the line interview,quote,theme"
        for coder, count in sorted(Counter(coverage["coder"]).items())
        if coder not in known
    ]


def _unread(rows: list[dict[str, object]], coverage: pd.DataFrame) -> list[str]:
    """Coders whom coverage.csv does not name, and interviews that coders are not said to have read."""
    read, known = set(zip(coverage["interview"], coverage["coder"], strict=True)), set(coverage["coder"])
    strange = Counter((row["file"], str(row["coder"])) for row in rows if row["coder"] not in known)
    told = [
        f"{file}: coverage.csv names no coder {coder!r} ({n} passage(s)){tables.nearest(coder, known)}. "
        f"Known: {', '.join(sorted(known)) or 'nobody'}. {CODERS}"
        for (file, coder), n in strange.items()
    ]
    missing = Counter((row["file"], row["coder"], row["interview"]) for row in rows if row["coder"] in known)
    lines = [
        f"{file}: coverage.csv does not say that {coder!r} read interview {interview!r} ({n} passage(s))"
        for (file, coder, interview), n in missing.items()
        if (interview, coder) not in read
    ]
    return told + ([*lines[:-1], f"{lines[-1]}. {SCOPES}"] if lines else [])
