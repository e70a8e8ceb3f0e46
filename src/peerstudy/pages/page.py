"""Pages that need no other file: templates rendered, data and pictures put inside."""

import base64
import json
from typing import Any

import jinja2
import pandas as pd
import yaml
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
    environment.filters["cell"] = cell
    return environment.get_template(template).render(**shown)


def cell(value: Any) -> str:
    """A cell of a table as people read it: empty for what is undefined, four digits of a number.

    Examples
    --------
    >>> cell(0.123456), cell(3), cell(float("nan")), cell("words")
    ('0.1235', '3', '', 'words')
    """
    if value is None or value is pd.NA or value != value:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


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


def word(value: str) -> str:
    """A word as YAML reads it for one: in quotes where it would be taken for a number, a yes or a no.

    Examples
    --------
    >>> word("gave up"), word("no"), word("007"), word("a: b")
    ('gave up', '"no"', '"007"', '"a: b"')
    """
    try:
        alike = yaml.safe_load(f"[{value}]") == [value]
    except (yaml.YAMLError, ValueError):
        alike = False
    return value if alike else json.dumps(value, ensure_ascii=False)


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
    environment.filters["word"] = word
    environment.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment.get_template(template).render(**shown)
