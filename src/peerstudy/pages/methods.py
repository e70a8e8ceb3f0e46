"""What a run did, as a paper's methods section would say it, and where that differs from the plan."""

import pandas as pd

from peerstudy.pages import page
from peerstudy.pages.sections import quality
from peerstudy.pages.sections.coders import COEFFICIENTS, UNITS
from peerstudy.pages.sections.variants import ALL
from peerstudy.record.plan import CODEBOOK, HASH
from peerstudy.settings import PRIMARY, declared_late, setting
from peerstudy.wording import listed, percent

COMPARISONS = "contrasts.comparisons."

# Settings that the paragraph states, by their name in its template.
TOLD = {
    "approach": "approach",
    "unit": "segments.unit",
    "least": "presence.least",
    "gamma": "contrasts.gamma",
    "permutations": "contrasts.permutations",
    "smallest": "contrasts.smallest_group",
    "hand": "corrected.hand",
    "drawn": "sample.per_participant",
    "expected": "contrasts.expected_positives",
    "found": "contrasts.hand_positives",
    "base": "stopping.base",
    "run": "stopping.run",
}
SHARES = {
    "overlap": "hand.overlap",
    "level": "contrasts.level",
    "share": "sample.share",
    "threshold": "stopping.threshold",
}
ATTRIBUTES = {
    "strata": "contrasts.strata",
    "families": "contrasts.families",
}
LISTS = {
    "coders": "coders",
    "machine": "corrected.machine",
    "coefficients": "agreement.coefficients",
    "units": "agreement.units",
}

# What a kind of variant changes; any other kind is an attribute that people are nested in.
OTHERWISE = {
    "participant": "each person left out in turn",
    "role": "people who also hold another role left out",
    "coder": "the codes of another coder",
    "threshold": "other thresholds",
    "unit": "other units of talk",
    "groups": "groups defined otherwise",
}


def paragraph(
    provenance: pd.DataFrame,
    codebook: pd.DataFrame,
    agreement: pd.DataFrame,
    validation: pd.DataFrame,
    corrected: pd.DataFrame,
    robustness: pd.DataFrame,
) -> list[str]:
    """The methods of the run with its own parameters.

    Parameters
    ----------
    provenance, codebook, agreement, validation, corrected, robustness
        The tables of those names.
    """
    software = provenance[provenance["kind"] == "software"].set_index("name")["value"]
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    primary, late = _declared(provenance, labels)
    text = page.plain(
        "methods.j2",
        **{name: setting(provenance, path) for name, path in TOLD.items()},
        **{name: percent(setting(provenance, path)) for name, path in SHARES.items()},
        **{name: setting(provenance, path).replace("_", " ") for name, path in ATTRIBUTES.items()},
        **{name: _joined(setting(provenance, path)) for name, path in LISTS.items()},
        themes=len(codebook),
        advance=int((codebook["origin"] == "deductive").sum()),
        primary=listed(primary) if primary else "",
        late=listed(late) if late else "",
        compared=bool((agreement["units"] > 0).any()),
        sampled=bool((corrected["labels"] > 0).any()),
        abstentions=quality.abstentions(validation),
        otherwise=_otherwise(robustness, len(codebook)),
        version=software.get("peerstudy", ""),
    )
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _otherwise(robustness: pd.DataFrame, themes: int) -> str:
    """What was changed in comparisons made again, without kinds of change that none could be made with."""
    made = robustness[(robustness["variants"] > 0) & (robustness["kind"] != ALL)]
    if made.empty:
        return "No comparison was made again with another choice."
    kinds = set(made["kind"])
    told = [words for kind, words in OTHERWISE.items() if kind in kinds]
    told += [f"each {kind.replace('_', ' ')} left out in turn" for kind in sorted(kinds - set(OTHERWISE))]
    return (
        f"Comparisons of {made['theme'].nunique()} of {themes} themes were made again with one choice "
        f"changed at a time: {'; '.join(told)}."
    )


def _joined(names: list[str]) -> str:
    named = [{**COEFFICIENTS, **UNITS}.get(name, name) for name in names]
    return listed(named) if named else ""


def plan(provenance: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """What the study declares: comparisons, themes set in advance, and whether the plan was kept.

    Parameters
    ----------
    provenance, codebook
        The tables of those names.
    """
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    settings = provenance.loc[provenance["kind"] == "setting", "name"]
    named = [name for name in settings if name.startswith(COMPARISONS)]
    pairs = [(name.removeprefix(COMPARISONS), setting(provenance, name)) for name in named]
    primary, late = _declared(provenance, labels)
    after = f"Declared only after the plan was kept: {listed(late)}. " if late else ""
    kept = (provenance["kind"] == "frozen").any()
    return [
        *(f"Comparison “{name}”: {first} with {second} as the reference." for name, (first, second) in pairs),
        f"Declared in advance: {listed(primary) if primary else 'no theme'}. {after}"
        "All others are exploratory.",
        "The plan was kept before the run."
        if kept
        else "Nothing shows that the plan came before the coding.",
    ]


def _declared(provenance: pd.DataFrame, labels: dict[str, str]) -> tuple[list[str], list[str]]:
    """Names of the themes declared in advance, and of those that the kept plan does not name."""
    late = declared_late(provenance)
    early = [theme for theme in setting(provenance, PRIMARY) if theme not in late]
    return [labels.get(theme, theme) for theme in early], [labels.get(theme, theme) for theme in late]


def deviations(provenance: pd.DataFrame) -> list[str]:
    """What the run did otherwise than the plan that was kept before it.

    Parameters
    ----------
    provenance
        The table of that name.
    """
    of_kind = {
        kind: dict(zip(rows["name"], rows["value"], strict=True)) for kind, rows in provenance.groupby("kind")
    }
    frozen = of_kind.get("frozen", {})
    if not frozen:
        return ["No plan was kept before the run, so that changes to it cannot be shown."]
    done = of_kind.get("setting", {})
    told = [
        f"{name}: planned {frozen.get(name, 'nothing')}, done {done.get(name, 'nothing')}."
        for name in sorted({*frozen, *done} - {CODEBOOK, HASH})
        if frozen.get(name) != done.get(name)
    ]
    held = [digest for name, digest in of_kind["file"].items() if name.endswith(f"/{CODEBOOK}")]
    if held and frozen.get(CODEBOOK) != f'"{held[0]}"':
        told.append("The codebook was changed after the plan was kept; its own list of changes says how.")
    if frozen.get(HASH) == '"changed by hand"':
        told.insert(
            0, "frozen.yaml itself was changed after the plan was kept: it shows no deviation for certain."
        )
    return told or ["The run follows the plan that was kept before it."]
