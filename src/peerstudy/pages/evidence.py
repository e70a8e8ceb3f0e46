"""What a reviewer may conclude of corpus and codes, in sentences with the numbers of tables."""

from collections.abc import Callable, Mapping

import pandas as pd

from peerstudy import tables
from peerstudy.pages import heard as words
from peerstudy.wording import counted, decimal, listed, median

UNITS = {"segment": "segments", "participant": "people", "characters": "characters"}


def files(ingest: pd.DataFrame) -> list[str]:
    """What was read, in which formats, and what of it is in no turn.

    Parameters
    ----------
    ingest
        The table of that name.
    """
    told = listed([f"{count} {name}" for name, count in ingest.groupby("format").size().items()])
    turns, words = int(ingest["turns"].sum()), int(ingest["words"].sum())
    lost, warned = ingest[ingest["dropped"] > 0], ingest[ingest["warnings"] != ""]
    return [
        f"Read: {counted(len(ingest), 'file')} ({told}), {counted(turns, 'turn')}, {counted(words, 'word')}.",
        f"{lost['dropped'].sum()} lines or elements of {counted(len(lost), 'file')} are in no turn."
        if len(lost)
        else "Every line of every file is in a turn.",
        f"A person should look at {counted(len(warned), 'file')}, for the reasons under `warnings`."
        if len(warned)
        else "Nothing in them asks for a second look.",
    ]


def talk(talk: pd.DataFrame) -> list[str]:
    """How much people of each group said.

    Parameters
    ----------
    talk
        The table of that name.
    """
    return [
        f"{row.group}: one person said {row.median:,.0f} words."
        if row.people == 1
        else f"{row.group}, {row.people} people: median {median(row.median)} words "
        f"(quartiles {median(row.lower_quarter)} and {median(row.upper_quarter)})."
        for row in tables.rows(talk[talk["quantity"] == "words"])
    ]


def agreement(agreement: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """Between which values Krippendorff's alpha lies, unit by unit, and of how many themes it is undefined.

    Parameters
    ----------
    agreement, codebook
        The tables of those names.
    """
    names = labels(codebook)
    alpha = agreement[(agreement["coefficient"] == "alpha") & agreement["theme"].isin(names)]
    alpha = alpha[alpha["coders"] == "all"] if "all" in set(alpha["coders"]) else alpha
    told = []
    for (unit, coders), own in alpha.groupby(["unit", "coders"]):
        missing = own["estimate"].isna().sum()
        reasons = listed(sorted(set(own[own["estimate"].isna()]["reason"])))
        if unit in UNITS and missing < len(own):
            ends = span(own, "estimate", names, decimal)
            undefined = (
                f" It is undefined for {counted(int(missing), 'theme')}: {reasons}." if missing else ""
            )
            told.append(f"Over {UNITS[str(unit)]} ({_who(str(coders))}): alpha {ends}.{undefined}")
    why = listed(sorted(set(alpha["reason"]))) if len(alpha) else "none was asked for"
    return told or [f"There is no alpha: {why}."]


def _who(coders: str) -> str:
    return "all coders together" if coders == "all" else f"coders {coders.replace(',', ' and ')}"


def differences(disagreements: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """In how many segments readers differ, and on which theme most.

    Parameters
    ----------
    disagreements, codebook
        The tables of those names.
    """
    if disagreements.empty:
        return ["Nothing was read differently by two readers, or nothing was read by two."]
    most = disagreements.groupby("theme").size().sort_values(ascending=False, kind="stable")
    open_ones = (disagreements["settled"] == "").sum()
    label = labels(codebook)[str(most.index[0])]
    told = f"Readers differ on {len(disagreements)} codes of segments, {most.iloc[0]} of them “{label}”."
    return [f"{told} {open_ones} are not settled."]


def machine(validation: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """How well each coder finds what the hand coder finds, from theme to theme, and where it abstains.

    Parameters
    ----------
    validation, codebook
        The tables of those names.
    """
    names, told = labels(codebook), []
    for (coder, source), own in validation[validation["group"] == ""].groupby(["coder", "source"]):
        who = f"The hand coder {coder}" if source == "hand" else f"The machine coder “{coder}”"
        silent = own["abstained"].sum()
        if silent:
            told.append(f"{who} abstains from {silent} of {len(own)} themes, with the reason under `reason`.")
        measured = own[own["kappa"].notna()]
        if len(measured):
            recall, kappa = (span(measured, name, names, decimal) for name in ("recall", "kappa"))
            told.append(f"{who} on {counted(len(measured), 'theme')}: recall {recall}; kappa {kappa}.")
    return told or ["No coder was measured against the hand coder."]


def carried(contrasts: pd.DataFrame) -> list[str]:
    """How many comparisons each source of codes carries, and how many are withheld or refused.

    Parameters
    ----------
    contrasts
        The table of that name.
    """
    told = []
    for (measure, estimator), own in contrasts.groupby(["measure", "estimator"]):
        done = own["estimate"].notna().sum()
        why = own[own["estimate"].isna()]["reason"].str.split(":").str[0].value_counts()
        missing = "; ".join(f"{count} {reason}" for reason, count in sorted(why.items()))
        told.append(
            f"{str(measure).capitalize()} by {estimator} codes: {done} of {len(own)} have an estimate"
            + (f" (missing: {missing})." if missing else ".")
        )
    return told


def heard(stopping: pd.DataFrame) -> list[str]:
    """Whether enough was heard in each group.

    Parameters
    ----------
    stopping
        The table of that name; empty in a reflexive study.
    """
    if stopping.empty:
        return ["A reflexive study makes no claim of saturation."]
    return [
        f"{row.group}, {row.people} people, {row.themes} themes: "
        + (row.reason or f"the rule ({row.rule}) was {words.met(row)}")
        + (f"; {number}." if (number := words.reached(row)) else ".")
        for row in tables.rows(stopping)
    ]


def labels(codebook: pd.DataFrame) -> dict[str, str]:
    """Names that people read, by theme."""
    return dict(zip(codebook["theme"].map(str), codebook["label"].map(str), strict=True))


def span(frame: pd.DataFrame, column: str, names: Mapping[str, str], told: Callable[[float], str]) -> str:
    """Smallest and largest value of a column, each with its theme.

    Examples
    --------
    >>> alpha = pd.DataFrame({"theme": ["a", "b"], "estimate": [0.5, 0.25]})
    >>> span(alpha, "estimate", {"a": "Tea", "b": "Cake"}, decimal)
    'from 0.25 (Cake) to 0.50 (Tea)'
    """
    ordered = frame[frame[column].notna()].sort_values([column, "theme"])
    least, most = (
        f"{told(end[column])} ({names[str(end['theme'])]})" for end in (ordered.iloc[0], ordered.iloc[-1])
    )
    return f"from {least} to {most}" if len(ordered) > 1 else least
