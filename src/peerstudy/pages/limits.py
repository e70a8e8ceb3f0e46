"""What the numbers of a run cannot support, in sentences."""

import pandas as pd

from peerstudy.compare import withholding
from peerstudy.settings import PRIMARY, declared_late, setting
from peerstudy.wording import listed, percent

CANNOT = [
    "Counts say how many of the people interviewed speak of a theme. They do not estimate how common it "
    "is among people who were not interviewed, and speaking of a theme is not the same as living it.",
    "Silence is weak evidence: a person may hold a view and not voice it.",
]


UNREAD = "Not all talk was read: people counted as silent may have spoken of a theme where nobody looked."


def standing(provenance: pd.DataFrame, agreement: pd.DataFrame) -> list[str]:
    """What the making of the study leaves to the reader's trust.

    Parameters
    ----------
    provenance, agreement
        The tables of those names; the second empty where agreement is not measured.
    """
    told = []
    if setting(provenance, PRIMARY) and not (provenance["kind"] == "frozen").any():
        told.append("No plan was kept, so that “declared in advance” rests on the researchers’ word.")
    if declared_late(provenance):
        told.append(
            "Themes were declared after the plan was kept: their tests are as exploratory as the others’."
        )
    if setting(provenance, "approach") != "reflexive" and not (agreement["units"] > 0).any():
        told.append("Every hand code is one person’s reading: nothing was read by two coders.")
    return told


def every(contrasts: pd.DataFrame, groups: pd.DataFrame, *, level: float) -> list[str]:
    """What the numbers of this run cannot support, in plain words.

    Parameters
    ----------
    contrasts, groups
        The tables of those names, rows of one estimator.
    level
        Confidence level of the intervals.
    """
    return [*CANNOT, *silence(groups, level=level), *uncertainty(contrasts)]


def silence(groups: pd.DataFrame, *, level: float) -> list[str]:
    """What a count of nobody still allows, in the largest group in which nobody speaks of a theme.

    Parameters
    ----------
    groups
        Rows of that table of one estimator, of presence.
    level
        Confidence level of the intervals.
    """
    if (groups["estimator"] == "verified").any():
        return [UNREAD]
    silent = groups[(groups["present"] == 0) & (groups["people"] > 0)].sort_values("people")
    if silent.empty:
        return []
    row = silent.iloc[-1]
    ends = f"up to {percent(row['high'])} of such people ({percent(level)} interval)"
    return [f"A count of 0 of {row['people']} is compatible with {ends}."]


def uncertainty(contrasts: pd.DataFrame) -> list[str]:
    """How many comparisons could be made, and how many of them leave the direction open.

    Parameters
    ----------
    contrasts
        Rows of that table of one estimator, of presence.
    """
    done, refused = contrasts[contrasts["p"].notna()], contrasts[contrasts["estimate"].isna()]
    told = [_tested(done)] if len(done) else ["No comparison of who speaks of a theme was tested."]
    if not refused.empty:
        told.append(f"{_comparisons(len(refused))} refused or withheld{_why(refused)}; each says why.")
    return told


def _why(refused: pd.DataFrame) -> str:
    """How many were refused for want of people, and how many since the theme is not for a group at all."""
    counts = {
        why: int(refused["reason"].str.startswith(start).sum())
        for start, why in (
            (withholding.CANNOT, "since the theme does not apply to a group"),
            (withholding.FEW, "for want of people"),
        )
    }
    told = [f"{'' if n == len(refused) else f'{n} '}{why}" for why, n in counts.items() if n]
    return f", {listed(told)}" if told else ""


def _tested(done: pd.DataFrame) -> str:
    wide = done[(done["low"] <= 0) & (done["high"] >= 0)]
    said = f"{_comparisons(len(done))} tested."
    if wide.empty:
        return said
    of = f"In {len(wide)} of them" if len(done) > 1 else "There"
    return (
        f"{said} {of} the interval includes no difference; with groups of this size that is no evidence of "
        "likeness."
    )


def shares(contrasts: pd.DataFrame) -> list[str]:
    """That shares of talk were tested too, which adds to what may come out by chance.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    tested = (contrasts["measure"] == "salience") & contrasts["p"].notna()
    told = "Tests of shares of talk come on top, in families of their own."
    return [told] if tested.any() else []


def _comparisons(n: int) -> str:
    many = "comparison" if n == 1 else "comparisons"
    return f"{n} {many} of who speaks of a theme {'was' if n == 1 else 'were'}"


def people(provenance: pd.DataFrame, contrasts: pd.DataFrame) -> list[str]:
    """What is taken for granted: that people are independent, and what one coder made of their words.

    Parameters
    ----------
    provenance
        The table of that name.
    contrasts
        Rows of that table of one estimator, of presence.
    """
    told = []
    reflexive = setting(provenance, "approach") == "reflexive"
    strata, families = (setting(provenance, f"contrasts.{name}") for name in ("strata", "families"))
    if not families:
        also = f", those of one {strata.replace('_', ' ')} too" if strata else ""
        told.append(
            f"People are taken as independent of one another{also}. Where some share a family, or met in one "
            "group, intervals may be too short and p-values too small."
        )
    else:
        told.append(
            f"Comparisons take people of one {families.replace('_', ' ')} together. The interval of each "
            "group by itself does not, and may be too short."
        )
    if (contrasts["estimator"] == "hand").any():
        told.append(
            f"Behind every estimate by hand stands one coder, {setting(provenance, 'presence.hand')}: what "
            f"others read {'stands beside it' if reflexive else 'measures agreement'} and changes no count."
        )
    return told


def unasked(denominators: pd.DataFrame) -> list[str]:
    """In how many pairs of a person and a theme the theme was never raised, group by group.

    Parameters
    ----------
    denominators
        Rows of that table of one estimator.
    """
    each = denominators.drop_duplicates(["group", "theme"])
    if not each["never_asked"].any():
        return []
    sums = each.assign(able=each["people"] - each["does_not_apply"]).groupby("group", sort=False)
    shares = [f"{own['never_asked'].sum()} of {own['able'].sum()} ({group})" for group, own in sums]
    return [
        "Not everybody was asked about everything: of all pairs of a person and a theme that applies, "
        f"{listed(shares)} were never raised. Who was not asked is not counted, and may differ from the rest."
    ]


def several(contrasts: pd.DataFrame, *, level: float) -> list[str]:
    """That intervals are of one comparison each, of which chance alone lets some exclude no difference.

    Parameters
    ----------
    contrasts
        Rows of that table of one estimator, of presence.
    level
        Confidence level of the intervals.
    """
    number = int(contrasts["p"].notna().sum())
    if number < 2:
        return []
    return [
        "Each interval, and each p-value told alone, is of one comparison: were there no difference at all, "
        f"some {percent(1 - level)} of {number} such intervals would exclude that by chance."
    ]
