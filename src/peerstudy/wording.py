"""Words for counts of people, by thresholds that a study sets; always to stand beside n of N."""


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
