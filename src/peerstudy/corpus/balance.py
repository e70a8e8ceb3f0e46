"""Who holds how much of a conversation: warnings, and what no analysis should go on with."""


def balance(
    words: dict[str, int], unlabelled: int, *, least_share: float, most_share: float, most_unlabelled: float
) -> tuple[list[str], list[str]]:
    """Warnings and problems of one conversation.

    Parameters
    ----------
    words
        Words of each speaker whom a label names.
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
        In words that name no speaker.

    Examples
    --------
    >>> balance({"I": 10, "P": 990, "X": 2}, 0, least_share=0.02, most_share=0.99, most_unlabelled=0.05)
    (['2 speakers have under 2% of the words each'], [])
    >>> balance({"P": 100}, 10, least_share=0.02, most_share=0.98, most_unlabelled=0.05)[1]
    ['10 of 110 words (9%) have no speaker; study.yaml allows 5%', 'it has one speaker']
    """
    said = sum(words.values())
    every = said + unlabelled
    warnings, problems = [], []
    if unlabelled:
        text = f"{unlabelled} of {every} words ({unlabelled / every:.0%}) have no speaker"
        if unlabelled > most_unlabelled * every:
            problems.append(f"{text}; study.yaml allows {most_unlabelled:.0%}")
        else:
            warnings.append(text)
    faint = sum(count < least_share * said for count in words.values())
    if faint:
        has = "1 speaker has" if faint == 1 else f"{faint} speakers have"
        warnings.append(f"{has} under {least_share:.0%} of the words{'' if faint == 1 else ' each'}")
    if said and max(words.values()) > most_share * said:
        share = max(words.values()) / said
        one = "it has one speaker" if len(words) == 1 else f"one speaker has {share:.1%} of the words"
        problems.append(one)
    elif len(words) == 1:
        warnings.append("it has one speaker")
    return warnings, problems
