"""What a run did, as a paper's methods section would say it, and where that differs from the plan."""

from collections.abc import Iterable, Mapping

import pandas as pd

from peerstudy import tree
from peerstudy.pages import comparing, page, reading, rules, worth
from peerstudy.pages.sections import quality, record
from peerstudy.pages.sections.variants import ALL
from peerstudy.record.plan import CODEBOOK, HASH
from peerstudy.settings import PRIMARY, declared_late, setting
from peerstudy.wording import counted, listed, percent

COMPARISONS = "contrasts.comparisons."

# Settings that the paragraph states, by their name in its template.
TOLD = {
    "approach": "approach",
    "unit": "segments.unit",
    "least": "presence.least",
    "smallest": "contrasts.smallest_group",
    "hand": "corrected.hand",
    "drawn": "sample.per_participant",
    "expected": "contrasts.expected_positives",
    "found": "contrasts.hand_positives",
}
SHARES = {
    "overlap": "hand.overlap",
    "level": "groups.level",
    "share": "sample.share",
    "heard": "contrasts.heard",
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


def paragraph(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """The methods of the run: its own parameters, and of each method only what its tables show was done.

    Parameters
    ----------
    tables
        By name: provenance, codebook, coverage, contrasts, omnibus, vocabulary, cooccurrences, agreement,
        tones, validation, corrected, effects, ingest, losses, robustness and stopping; of a reflexive study,
        what coders learned (`classifier_themes`) in place of validation.
    """
    run, codebook, contrasts = tables["provenance"], tables["codebook"], tables["contrasts"]
    software = run[run["kind"] == "software"].set_index("name")["value"]
    primary, late = _declared(run, dict(zip(codebook["theme"], codebook["label"], strict=True)))
    of_sample, withheld = comparing.of_sample(contrasts)
    coverage = tables["coverage"]
    opened = coverage[coverage["interview"].isin(tables["ingest"]["interview"])]
    text = page.plain(
        "methods.j2",
        **{name: setting(run, path) for name, path in TOLD.items()},
        **{name: percent(setting(run, path)) for name, path in SHARES.items()},
        themes=_themes(codebook),
        parts=reading.partial(opened),
        **_read(run, opened),
        words=rules.words(run),
        quoted=rules.quotes(run),
        beside=rules.beside(tables["effects"], run),
        decides=comparing.decides(contrasts, run),
        toned=tables["tones"]["estimate"].notna().any(),
        compared=comparing.compared(contrasts, run),
        adjusted=comparing.adjusted(contrasts),
        besides=comparing.besides(tables),
        primary=_joined(primary),
        late=_joined(late),
        coders=_joined(setting(run, "coders")),
        abstentions=quality.abstentions(tables),
        sampled=(tables["corrected"]["labels"] > 0).any(),
        unread=record.unread(tables["losses"]),
        helped=_helped(tables["corrected"]),
        as_if=comparing.as_if(contrasts),
        of_sample=of_sample,
        withheld=withheld,
        agreement=reading.agreement(tables["agreement"], setting(run, "approach")),
        otherwise=_otherwise(tables["robustness"], len(codebook)),
        stopping=_stopping(tables["stopping"], run),
        version=software.get("peerstudy", ""),
    )
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _read(run: pd.DataFrame, opened: pd.DataFrame) -> dict[str, str]:
    """Who read what, and which of the coders of the counts and of the random sample knew whose words."""
    whole = reading.of_coverage(opened, reading.counter(run, whole=True)).whole
    counter = reading.counter(run, whole=whole)
    readers = dict.fromkeys([counter, setting(run, TOLD["hand"])])
    knew = " ".join(reading.blind(name, reading.of_coverage(opened, name)) for name in readers)
    return {"read": reading.shares(opened, counter), "blind": knew}


def _themes(codebook: pd.DataFrame) -> str:
    """How many themes there are, and where they come from."""
    number, advance = len(codebook), int((codebook["origin"] == "deductive").sum())
    gather = len(tree.parents(codebook))
    which = f", {gather} of which {'gathers' if gather == 1 else 'gather'} others" if gather else ""
    origins = {"set in advance": advance, "drawn from the interviews": number - advance}
    held = {origin: n for origin, n in origins.items() if n}
    told = [f"{n} of them {origin}" for origin, n in held.items()] if len(held) > 1 else [*held]
    return f"{counted(number, 'theme')}{which}, {listed(told)}"


def _helped(corrected: pd.DataFrame) -> str:
    """Machine coders that made estimates of the random sample worth more, each with the number of themes."""
    return _joined([f"{coder} on {counted(n, 'theme')}" for coder, n in worth.helped(corrected).items()])


def _stopping(stopping: pd.DataFrame, provenance: pd.DataFrame) -> str:
    """By which rule stopping was judged, and of whom; nothing of it in a reflexive study."""
    if setting(provenance, "approach") == "reflexive":
        return ""
    judged = stopping[stopping["coverage"].notna()]
    if judged.empty:
        return "Stopping was not judged: no group of people was large enough, or read whole by hand."
    base, run, threshold = (setting(provenance, f"stopping.{name}") for name in ("base", "run", "threshold"))
    return (
        f"Stopping was judged for {listed(list(judged['group']))} by base {base}, run {run} and at most "
        f"{percent(threshold)} new themes in a run (Guest, Namey and Chen 2020)."
    )


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


def _joined(names: Iterable[str]) -> str:
    """Names as in a sentence; empty where there is none."""
    held = [*names]
    return listed(held) if held else ""


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
