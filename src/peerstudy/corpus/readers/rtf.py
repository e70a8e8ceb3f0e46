"""Rich Text (.rtf), as f4transkript and old NVivo write it; what striprtf leaves out is accounted for."""

import re

from striprtf.striprtf import rtf_to_text

from peerstudy.corpus.readers.lines import from_lines, numbered
from peerstudy.corpus.readers.transcript import PROPERTY, Dropped, Labels, Transcript, UnreadableError

ASIDES = {
    "header": "page header or footer", "headerl": "page header or footer", "headerr": "page header or footer",
    "headerf": "page header or footer", "footer": "page header or footer", "footerl": "page header or footer",
    "footerr": "page header or footer", "footerf": "page header or footer", "footnote": "footnote",
    "annotation": "comment", "shptxt": "text box", "deleted": "deleted under tracked changes",
}  # fmt: skip
PROPERTIES = frozenset([
    "title", "subject", "author", "manager", "company", "operator", "keywords", "comment", "doccomm",
    "atnauthor", "atnid", "hlinkbase",
])  # fmt: skip
OPENING = re.compile(r"\{(?:\\\*)?\\(?P<word>[a-z]+)-?\d* ?")
BRACES = re.compile(r"\\[\\{}]|[{}]")
LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
DEEPEST = 200


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of an .rtf transcript.

    Raises
    ------
    UnreadableError
        For broken Rich Text or speaker labels that the study does not name.
    """
    source = data.decode("latin-1")
    if not re.match(r"\s*\{\\rtf", source):
        raise UnreadableError("it is no Rich Text")
    if not source.rstrip("\x00\r\n \t").endswith("}"):
        raise UnreadableError("it breaks off before its last brace")
    codepage = re.search(r"\\ansicpg(\d+)", source[:4000])
    head = "{\\rtf1\\ansi" + (codepage[0] if codepage else "")
    body, groups = _parted(source)
    dropped = []
    for word, group in groups:
        text = _text(f"{head} {group}}}")
        if text and word in PROPERTIES:
            dropped.append(Dropped(f"\\{word}", text, "document property", PROPERTY))
        elif text:
            dropped.append(Dropped(f"\\{word}", text, ASIDES[word]))
    dropped += [Dropped("field", link, "link target", PROPERTY) for link in sorted(set(LINK.findall(source)))]
    body = body.replace("\\fldinst", "\\fldinst \\*")  # striprtf would write the target into the text
    return from_lines(numbered(_text(body), "paragraph"), labels, format="rtf", dropped=dropped)


def _parted(source: str) -> tuple[str, list[tuple[str, str]]]:
    """The source without the groups that are no speech, and those groups with their control word.

    Raises
    ------
    UnreadableError
        For nesting that no transcript has.
    """
    kept: list[str] = []
    groups: list[tuple[str, str]] = []
    depth, at, since, word, begin = 0, 0, 0, "", 0
    for brace in BRACES.finditer(source):
        if brace[0] == "{":
            depth += 1
            opening = OPENING.match(source, brace.start())
            if not word and opening and opening["word"] in ASIDES.keys() | PROPERTIES:
                word, since, begin = opening["word"], depth, opening.end()
                kept.append(source[at : brace.start()])
        elif brace[0] == "}":
            if word and depth == since:
                groups.append((word, source[begin : brace.start()]))
                word, at = "", brace.end()
            depth -= 1
        if depth > DEEPEST:
            raise UnreadableError("its groups are nested deeper than any transcript needs")
    return "".join([*kept, source[at:]]), groups


def _text(source: str) -> str:
    """Text of Rich Text; surrogate pairs become one character."""
    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    except (ValueError, LookupError, OverflowError, TypeError) as error:
        raise UnreadableError(f"its Rich Text is broken ({error})") from None
