"""Tones and directions of a passage that the report knows by name; a study may have others of its own."""

from peerstudy.coding.codemap import key

KNOWN = ("positive", "negative", "mixed", "less", "same", "more")


def tone(written: str) -> str:
    """A tone as tables hold it: blanks around it, and capitals of a known one, count for nothing.

    >>> tone(" Positive"), tone("half hearted "), tone("")
    ('positive', 'half hearted', '')
    """
    return key(written) if key(written) in KNOWN else " ".join(written.split())
