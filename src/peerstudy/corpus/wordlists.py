"""The package's lists of words about names."""

from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """Words of a list of the package, folded; a star after one is kept."""
    text = files("peerstudy").joinpath("wordlists", f"{name}.txt").read_text("utf-8")
    return frozenset(line.casefold() for line in text.split("\n") if line and not line.startswith("#"))
