"""Times as transcripts write them, in seconds."""

import re

_TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,-]\d{1,3})?"
# [00:01:02], (1:02), {1:02}, #00:01:02-3#, <00:01:02>, [12.34] or a bare 00:01:02.500 at the start of a line.
CLOCK = re.compile(
    rf"\s*(?:[\[({{#<]\s?(?P<framed>{_TIME}|\d{{1,2}}\.\d{{2}})\s?[\])}}#>]|(?P<bare>{_TIME}))(?=\s|$)[ \t]*"
)
# The same at the end of a line, or "1 minute 5 seconds" as Teams writes it.
END_CLOCK = re.compile(
    rf"\s+(?:[\[(]?(?P<time>{_TIME})[\])]?"
    rf"|(?P<words>(?:\d+ hours? ?)?(?:\d+ minutes? ?)?\d+ seconds?)(?: ?{_TIME})?)\s*$"
)
# Teams writes 0:0:1.510.
_CUE = r"(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
CUE_TIMES = re.compile(rf"\s*({_CUE})\s*-->\s*({_CUE})\s*$")
# f4: tenths after a hyphen, at the end of what was said.
F4_STAMP = re.compile(rf"#(?P<time>{_TIME})#")


def seconds(text: str) -> float:
    """Seconds of a time of day, of a stretch in words, or of f4's tenths.

    >>> seconds("1:02:03.5"), seconds("0:05"), seconds("00:01:02-3"), seconds("12.34")
    (3723.5, 5.0, 62.3, 754.0)
    >>> seconds("1 minute 5 seconds")
    65.0
    """
    if "second" in text:
        words = re.findall(r"(\d+) (hour|minute|second)", text)
        return float(sum(int(n) * {"hour": 3600, "minute": 60, "second": 1}[unit] for n, unit in words))
    if ":" not in text:
        minutes, rest = text.split(".")
        return int(minutes) * 60 + float(rest)
    *hours, minutes, last = text.replace(",", ".").replace("-", ".").split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(last)


def clock_of(match: re.Match[str]) -> float:
    """Seconds of a :data:`CLOCK` match."""
    return seconds(match["framed"] or match["bare"])
