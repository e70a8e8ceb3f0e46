"""A stretch of text that may identify somebody, and what such a stretch looks like."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Found(NamedTuple):
    """A stretch of text and what kind of identifier it may be."""

    start: int
    end: int
    kind: str


class Form(NamedTuple):
    """The form of a kind of identifier; a text without any sign of `needs` is passed over quickly."""

    kind: str
    needs: re.Pattern[str]
    pattern: re.Pattern[str]


def form(kind: str, needs: str, *patterns: str, flags: int = 0) -> Form:
    """A form of any of these patterns; a named group is the identifier itself, without its company."""
    return Form(kind, re.compile(needs), re.compile("|".join(patterns), flags))


def apart(text: str, found: Iterable[Found]) -> list[Found]:
    """Findings that do not overlap, in the order of the text; an earlier one goes before a later one."""
    claimed = bytearray(len(text))
    kept = []
    for one in found:
        if 1 not in claimed[one.start : one.end]:
            claimed[one.start : one.end] = b"\x01" * (one.end - one.start)
            kept.append(one)
    return sorted(kept)
