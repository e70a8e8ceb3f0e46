"""Words of transcripts in places where they may not stand."""

import re
from collections.abc import Iterable

LENGTH = 5  # words in a row that are taken for a quotation
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def runs(text: str) -> set[str]:
    """Every run of five words of a text, folded."""
    words = WORD.findall(text.casefold())
    return {" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1)}


def leaks(shared: str, spoken: Iterable[str], allowed: Iterable[str] = ()) -> set[str]:
    """Runs of five spoken words in a shared text, those of allowed texts left out."""
    said = set().union(*map(runs, spoken)) if spoken else set()
    told = set().union(*map(runs, allowed), set())
    return (runs(re.sub(r"<[^<>]*>", " ", shared)) & said) - told
