"""Words for counts, shares, differences and probabilities; a count's word always stands beside n of N."""

from collections.abc import Sequence

BANNER = "SYNTHETIC DATA: invented interviews, not findings"


def word(n: int, people: int, *, words: dict[str, float], single: str, nobody: str) -> str:
    """The word for n of N people.

    Parameters
    ----------
    n, people
        How many, of how many.
    words
        Smallest share of people for each word, such as `most: 0.6`; 1 means everybody.
    single, nobody
        Words for one person and for none, whatever the share.

    Returns
    -------
    str
        Empty where there is nobody to count among, or no threshold is so low.

    Examples
    --------
    >>> terms = {"all": 1, "most": 0.6, "some": 0.25, "a few": 0}
    >>> [word(n, 12, words=terms, single="one", nobody="none") for n in (12, 8, 4, 2, 1, 0)]
    ['all', 'most', 'some', 'a few', 'one', 'none']
    """
    if not people:
        return ""
    if n <= 1:
        return single if n else nobody
    reached = {name: share for name, share in words.items() if n / people >= share}
    return max(reached, key=lambda name: reached[name], default="")


def counted(number: int, one: str) -> str:
    """A number with its noun, which takes an s.

    Examples
    --------
    >>> counted(1, "file"), counted(1200, "line")
    ('1 file', '1,200 lines')
    """
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def percent(share: float, *, digits: int = 0) -> str:
    """A share in per cent.

    Examples
    --------
    >>> percent(0.306), percent(0.0481, digits=1)
    ('31 %', '4.8 %')
    """
    return f"{100 * share:.{digits}f} %"


def median(value: float) -> str:
    """A median of counts, which may lie halfway between two.

    Examples
    --------
    >>> median(8.0), median(9.5), median(1200.0)
    ('8', '9.5', '1,200')
    """
    return f"{value:,.1f}".removesuffix(".0")


def points(difference: float, *, digits: int = 0) -> str:
    """A difference of shares in percentage points, with its sign.

    Examples
    --------
    >>> points(-0.227), points(0.05), points(0.0), points(-0.0251, digits=1)
    ('−23', '+5', '0', '−2.5')
    """
    told = f"{100 * difference:+.{digits}f}"
    return told.replace("-", "−") if float(told) else "0"


def decimal(number: float, *, digits: int = 2) -> str:
    """A number with the sign that it has once it is rounded.

    Examples
    --------
    >>> decimal(-0.318), decimal(-0.001), decimal(1.25, digits=1)
    ('−0.32', '0.00', '1.2')
    """
    told = f"{number:.{digits}f}"
    return told.replace("-", "−") if float(told) else told.lstrip("-")


def probability(p: float) -> str:
    """A p-value to two digits, never zero.

    Examples
    --------
    >>> probability(0.0399), probability(0.00001), probability(1.0)
    ('p = .040', 'p < .001', 'p = 1')
    """
    if p < 0.0005:
        return "p < .001"
    return f"p = {p:.3f}".replace("0.", ".") if p < 0.9995 else "p = 1"


def listed(words: Sequence[str]) -> str:
    """Words joined as in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', 'nobody')
    """
    if len(words) < 2:
        return words[0] if words else "nobody"
    return ", ".join(words[:-1]) + " and " + words[-1]


def first(names: Sequence[object], most: int, *, parted: str = ", ") -> str:
    """So many names, and how many more there are.

    Examples
    --------
    >>> first(["a", "b", "c"], 3), first(["a", "b", "c"], 2), first([7, 9, 11], 1, parted="; ")
    ('a, b, c', 'a, b and 1 more', '7 and 2 more')
    """
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return parted.join(str(name) for name in names[:most]) + more
