"""A study folder for a new cohort, commented: empty, or with an invented study of one coder in it."""

from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from peerstudy.corpus import roster
from peerstudy.corpus.strange_words import by_vocabulary
from peerstudy.pages import checklist, page

HEADERS = {
    "interviews.csv": "interview,participant,file,order,wave,language,consent",
    "coverage.csv": "interview,coder,scope",
}
# How each format of transcripts tells who speaks.
FORMATS = {
    "txt": "Plain text: a label and a colon begin a turn (`I: How was it?`); also Teams, Zoom, Otter, f4.",
    "docx": "Word: labels before a colon, in bold, on their own line, or in the first column of a table.",
    "odt": "OpenDocument: as Word.",
    "rtf": "Rich Text: as plain text, as f4transkript writes it.",
    "pdf": "PDF: readable, never without a warning; prefer the document that it was printed from.",
    "html": "Web page: labelled paragraphs, or `<cite>` before each.",
    "vtt": "WebVTT captions of Teams, Zoom and Stream.",
    "srt": "SubRip subtitles, the speaker before a colon.",
    "sbv": "YouTube subtitles, the speaker before a colon.",
    "json": "Speech recognisers: Whisper, WhisperX, AWS Transcribe, AssemblyAI, Deepgram, Rev, podcasts.",
    "otr": "oTranscribe.",
    "cha": "CHAT of TalkBank: main tiers are speech.",
    "eaf": "ELAN: a tier a speaker.",
    "textgrid": "Praat TextGrid: a tier a speaker.",
    "tei": "TEI transcriptions of speech (ISO 24624).",
    "csv": "A table, a row a stretch of speech; `turns: columns` in `study.yaml` names its columns.",
    "xlsx": "The first sheet of a workbook: as csv.",
}
TAKEN = ("participant", "role", "outcome", *roster.OWN)
UNFIT = '/ \\ , ; : "'  # in names of files and headings of tables
STATEMENTS = """# Your answers to reporting guidelines, in a sentence or two. An empty answer is missing;
# "n/a: " and a reason says that an item does not apply. What the run itself answers is not asked here."""
COLUMNS = {"speaker": "Speaker", "text": "Text"}
GARDEN = {
    "title": "Example study of one coder (invented)",
    "question": "What do people who gave up their plot tell of it, and what do those who kept it?",
    "attribute": "plot",
    "groups": ["gave up", "kept"],
    "primary": ["company"],
    "synthetic": True,
    "approach": "codebook",
    "language": "en",
    "columns": {},
}


def scaffold(
    *,
    title: str,
    attribute: str,
    groups: Sequence[str],
    coder: str,
    approach: str,
    language: str,
    formats: Sequence[str],
) -> dict[str, str]:
    """The files of a new, empty study by their path in its folder.

    Parameters
    ----------
    title
        Name of the study.
    attribute
        Column of participants.csv that the groups are made from.
    groups
        Two or more groups; the last is what the others are compared with.
    coder
        Whoever codes every interview by hand.
    approach
        codebook, reliability or reflexive.
    language
        Code of the interviews' language, such as en.
    formats
        Formats of the transcripts, of `FORMATS`.

    Raises
    ------
    ValueError
        If there are fewer than two groups or one stands twice, a name is empty, or another column of
        participants.csv or of the roster is called as the attribute.
    """
    _refuse(attribute, coder, groups)
    if len(set(groups)) < 2 or len(set(groups)) < len(groups):
        raise ValueError(f"a comparison needs two or more different groups, not {', '.join(groups)}")
    shown = {
        "title": title,
        "question": "",
        "attribute": attribute,
        "groups": list(groups),
        "coder": coder,
        "approach": approach,
        "language": language,
        "synthetic": False,
        "primary": [],
        "columns": COLUMNS if {"csv", "xlsx"} & set(formats) else {},
        "formats": {name: FORMATS[name] for name in formats},
    }
    written = {
        name: page.plain(f"study/{name}.j2", **shown) for name in ("study.yaml", "codebook.yaml", "README.md")
    }
    written |= {name: header + "\n" for name, header in HEADERS.items()}
    written["participants.csv"] = f"participant,role,outcome,{attribute}\n"
    written[f"codings/{coder}.csv"] = "interview,turn,quote,theme,coder,valence,memo\n"
    written["transcripts/.gitkeep"] = ""
    return written | {"statements.yaml": _statements()}


def _refuse(attribute: str, coder: str, groups: Sequence[str]) -> None:
    """Names that no column, file or value could bear."""
    if attribute in TAKEN:
        raise ValueError(
            f"--attribute {attribute}: another column is called so, as are {', '.join(TAKEN)}. "
            f"Hint: own_{attribute}"
        )
    for name in [attribute, coder, *groups]:
        if name not in groups and set(name) & set(UNFIT.split()):
            raise ValueError(f"{name!r} is not allowed. Allowed: a word or several, without {UNFIT}")
        if not name or name != name.strip():
            raise ValueError(f"{name!r} is not allowed. Allowed: a word or several, no blank around them")


def single_coder(*, coder: str) -> dict[str, str]:
    """The files of an invented study of eight people and one coder, which runs as it is.

    Parameters
    ----------
    coder
        Whoever codes.

    Raises
    ------
    ValueError
        If no file can be called so.
    """
    _refuse("plot", coder, [])
    top = files("peerstudy").joinpath("templates", "single_coder")
    written = dict(_texts(top, ""))
    written[f"codings/{coder}.csv"] = written.pop("codings.csv")
    interviews = [line.split(",")[0] for line in written["interviews.csv"].splitlines()[1:]]
    rows = [f"{interview},{coder},whole" for interview in interviews]
    written["coverage.csv"] = "\n".join([HEADERS["coverage.csv"], *rows]) + "\n"
    settings = page.plain("study/study.yaml.j2", coder=coder, **GARDEN)
    return written | {"study.yaml": settings, "statements.yaml": _statements()}


def _statements() -> str:
    """Items of reporting guidelines that only a person can answer, each with an empty answer."""
    lines = [STATEMENTS]
    for name, items in checklist.guidelines().items():
        lines.append(f"{name}:")
        lines += [f'  "{item["item"]}": ""  # {item["asks"]}' for item in items if item["by"] != "run"]
    return "\n".join(lines) + "\n"


def _texts(folder: Traversable, above: str) -> list[tuple[str, str]]:
    """Files of a template by their path in it."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _texts(entry, f"{above}{entry.name}/")
        else:
            found.append((above + entry.name, entry.read_text(encoding="utf-8")))
    return found


def asked_about(name: str, language: str) -> list[str]:
    """What the gate will ask about in the name of a folder, a line each.

    Parameters
    ----------
    name
        Of the folder, without those above it.
    language
        Code of the study's language; only of English is there a list of words.

    Examples
    --------
    >>> len(asked_about("gard", "en")), asked_about("garden", "en"), asked_about("gard", "fr")
    (1, [], [])
    """
    return [
        f"The gate will ask about {word!r} in the folder's name: no English word, it may be a person's. "
        f"Hint: rename the folder, or allow it in identifiers.csv ({found.kind},{word})"
        for found in (by_vocabulary(name) if language == "en" else ())
        for word in [name[found.start : found.end]]
    ]
