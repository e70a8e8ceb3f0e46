"""Who holds how much of a conversation: warnings, and what no analysis should go on with."""

from peerstudy.wording import percent


def balance(
    words: dict[str, int], unlabelled: int, *, least_share: float, most_share: float, most_unlabelled: float
) -> tuple[list[str], list[str]]:
    """Warnings and problems of one conversation.

    Parameters
    ----------
    words
        Words of each speaker whom a label names, by role and name: ``interviewer i``.
    unlabelled
        Words that no label gives to anybody.
    least_share
        A speaker with a smaller share of the words is reported: the label may be a slip.
    most_share
        A conversation in which one speaker has a larger share stops the run.
    most_unlabelled
        A conversation with a larger share of unlabelled words stops the run.

    Returns
    -------
    warnings, problems
        In words that name a role and no speaker.

    Examples
    --------
    >>> words = {"interviewer i": 10, "participant p": 990, "other x": 2}
    >>> balance(words, 0, least_share=0.02, most_share=0.99, most_unlabelled=0.05)
    (['2 speakers have under 2 % of the words each'], [])
    >>> for told in balance({"other x": 95}, 5, least_share=0.02, most_share=0.98, most_unlabelled=0.02)[1]:
    ...     print(told.partition(". Hint")[0])
    5 of 100 words (5 %) have no speaker, and turns: most_unlabelled in study.yaml allows 2 %
    all words are of one speaker, whose role is other, and turns: most_share in study.yaml allows 98 %
    """
    said = sum(words.values())
    every = said + unlabelled
    warnings, problems = [], []
    if unlabelled:
        text = f"{unlabelled} of {every} words ({percent(unlabelled / every)}) have no speaker"
        if unlabelled > most_unlabelled * every:
            problems.append(
                f"{text}, and turns: most_unlabelled in study.yaml allows {percent(most_unlabelled)}"
            )
        else:
            warnings.append(text)
    faint = sum(count < least_share * said for count in words.values())
    if faint:
        has = "1 speaker has" if faint == 1 else f"{faint} speakers have"
        warnings.append(f"{has} under {percent(least_share)} of the words{'' if faint == 1 else ' each'}")
    if said and max(words.values()) > most_share * said:
        problems.append(_alone(words, most_share))
    elif len(words) == 1:
        warnings.append("it has one speaker")
    return warnings, problems


def _alone(words: dict[str, int], most_share: float) -> str:
    most = max(words, key=lambda speaker: words[speaker])
    share = words[most] / sum(words.values())
    some = "all words are" if share == 1 else f"{percent(share, digits=1)} of the words are"
    return (
        f"{some} of one speaker, whose role is {most.partition(' ')[0]}, and turns: most_share in study.yaml "
        f"allows {percent(most_share)}. Hint: is a label of the others missing under turns: labels? Where "
        "nobody else speaks, set most_share to 1"
    )
