"""A page as a reader meets it: what each section says, what is a link, what has a place to lead to."""

from html.parser import HTMLParser
from pathlib import Path

from peerstudy import tables

VOID = {"meta", "link", "img", "br", "hr", "input", "col"}


class Page(HTMLParser):
    """Texts with the tags around them, links and anchors of an HTML document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, list[str]]] = []  # text, tags around it with id and class
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where it leads and what leads to it."""
        held = dict(attrs)
        if held.get("href"):
            self.links.append(str(held["href"]))
        if held.get("id"):
            self.anchors.append(str(held["id"]))
        if tag not in VOID:
            self.open.append((tag, held))

    def handle_endtag(self, tag: str) -> None:
        """Leave the innermost element of that name."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep the words with what is around them."""
        if data.strip():
            around = [
                f"{tag}.{held.get('class', '')}#{held.get('aria-labelledby', '')}" for tag, held in self.open
            ]
            self.texts.append((" ".join(data.split()), around))

    def section(self, name: str) -> str:
        """All words of the section of that name."""
        return " ".join(
            text
            for text, around in self.texts
            if any(a.startswith("section") and a.endswith(f"#{name}") for a in around)
        )


def dead_links(results: Path, page: Page) -> list[str]:
    """Links of the report that lead nowhere: in it, to a file, to a place in the reading room."""
    segments = set(tables.read(results / "restricted/segments.csv")["segment"])
    dead = []
    for link in page.links:
        file, _, place = link.partition("#")
        known = segments if file else set(page.anchors)
        if (file and not (results / file).is_file()) or (place and place not in known):
            dead.append(link)
    return dead
