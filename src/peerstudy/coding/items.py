"""Names of segments on a blind coding sheet: they tell nothing of the interview, and sort at random."""

import hashlib


def item(segment: str) -> str:
    """The name of a segment on a coding sheet.

    It begins with a letter and holds no dot, so that no spreadsheet takes it for a number or a date.

    >>> item("I01-002-03")
    's23415f01d6'
    """
    return "s" + hashlib.sha256(segment.encode()).hexdigest()[:10]
