"""Web pages of transcripts: ``<cite>Name:</cite><time>0:00</time><p>words</p>`` or labelled paragraphs."""

import re
from html.parser import HTMLParser

from peerstudy.corpus.readers.headings import Line
from peerstudy.corpus.readers.lines import from_lines
from peerstudy.corpus.readers.transcript import PROPERTY, STRUCTURE, Dropped, Labels, Transcript, decode

BLOCKS = frozenset([
    "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "blockquote", "header", "footer", "body", "cite", "time", "dt", "dd", "dl", "pre",
    "hr", "title", "head",
])  # fmt: skip
SILENT = frozenset(["script", "style"])


class Paragraphs(HTMLParser):
    """Collects the text of a page in lines; one block of the page is one line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.dropped: list[Dropped] = []
        self._silent = ""
        self._title = False

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block."""
        self._silent = name if name in SILENT else self._silent
        self._title = name == "title" or (self._title and name != "body")
        if name in BLOCKS:
            self.lines.append("")
        for key, value in attributes:
            if name == "a" and key == "href" and value and value.startswith(("mailto:", "tel:", "file:")):
                self.dropped.append(Dropped("link", value, "link target", PROPERTY))

    def handle_endtag(self, name: str) -> None:
        """End a line at a block."""
        self._silent = "" if name == self._silent else self._silent
        if name in BLOCKS:
            self.lines.append("")
        self._title = self._title and name != "title"

    def handle_data(self, text: str) -> None:
        """Add text to the line."""
        if self._silent:
            self.dropped.append(Dropped("page", text, "script or style", STRUCTURE))
        elif self._title:
            if text.strip():
                self.dropped.append(Dropped("page", text.strip(), "page title"))
        else:
            self.lines[-1] += re.sub(r"[\n\r\t ]+", " ", text)

    def handle_comment(self, text: str) -> None:
        """Note a comment."""
        if text.strip():
            self.dropped.append(Dropped("page", text.strip(), "comment"))


def paragraphs(markup: str) -> tuple[list[Line], list[Dropped]]:
    """Lines of a page, and what is no text of it."""
    parser = Paragraphs()
    parser.feed(markup)
    parser.close()
    lines = [Line(f"paragraph {n}", text.strip()) for n, text in enumerate(parser.lines, 1) if text.strip()]
    return lines, parser.dropped


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a transcript on a web page.

    Raises
    ------
    UnreadableError
        For speaker labels that the study does not name.
    """
    text, encoding = decode(data)
    lines, dropped = paragraphs(text)
    return from_lines(lines, labels, format="html", encoding=encoding, dropped=dropped)
