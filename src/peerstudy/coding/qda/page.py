"""HTML documents as plain text, with the way from offsets that ignore tags to that text."""

import itertools
from bisect import bisect_left, bisect_right
from html.parser import HTMLParser

BLOCKS = {"p", "br", "div", "li", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}


class Page(HTMLParser):
    r"""A document: `raw` is its text without tags, `text` the same with a line end where a block ends.

    >>> page = Page("<p>Yes.<br>So &amp; so</p><p>No.</p>")
    >>> page.raw, page.text
    ('Yes.So & soNo.', 'Yes.\nSo & so\nNo.')
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.raw = ""
        self._breaks: list[int] = []
        self._pieces: list[str] = []
        self._length = 0
        self.feed(html)
        self.close()
        self.raw = "".join(self._pieces)
        self._breaks = [at for at in self._breaks if 0 < at < self._length and self.raw[at - 1] != "\n"]
        edges = [0, *self._breaks, self._length]
        self.text = "\n".join(self.raw[a:b] for a, b in itertools.pairwise(edges))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `text` that a stretch of `raw` became."""
        return start + bisect_right(self._breaks, start), end + bisect_left(self._breaks, end)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self._pieces.append(data)
        self._length += len(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember where a block begins."""
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """Remember where a block ends."""
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in BLOCKS and self._breaks[-1:] != [self._length]:
            self._breaks.append(self._length)
