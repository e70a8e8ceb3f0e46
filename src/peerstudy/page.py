"""Pages that need no other file: templates rendered, data and pictures put inside."""

import base64
import json
from typing import Any

import jinja2
from markupsafe import Markup


def render(template: str, **shown: Any) -> str:
    """A page from a template of this package; every value is escaped, a name that is missing is an error."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("peerstudy"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**shown)


def picture(svg: bytes) -> str:
    """An SVG document as the source of an image.

    Examples
    --------
    >>> picture(b"<svg/>")
    'data:image/svg+xml;base64,PHN2Zy8+'
    """
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


def embedded(data: object) -> Markup:
    r"""Data as JSON that may stand inside a script element, whatever text it holds.

    Examples
    --------
    >>> print(embedded(["</script>", "a & b"]))
    ["\u003c/script\u003e","a \u0026 b"]
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def plain(template: str, **shown: Any) -> str:
    """A text that is no page, from a template of this package."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("peerstudy"),
        autoescape=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment.get_template(template).render(**shown)
