"""What a person should look at before a run although it stops nothing."""

from typing import Any

import pandas as pd

from peerstudy import tree
from peerstudy.coders import vectors
from peerstudy.tables import TableError, rows
from peerstudy.wording import first

SHOWN = 12  # people whom a line names
EXAMPLE = "an_example"  # the theme in the codebook of a new folder
BY_VECTORS = {"definitions", "embeddings", "blend"}  # coders that need sentence vectors
# Settings that compare groups, each a mapping of names to groups, in sections with a `smallest_group`.
COMPARING = {"contrasts": ("comparisons",), "omnibus": ("sets", "trends")}


def of_transcripts(ingest: pd.DataFrame) -> list[str]:
    """What readers were unsure of, a line a file."""
    return [f"transcripts/{row.file}: {row.warnings}" for row in rows(ingest) if row.warnings]


def of_coders(coverage: pd.DataFrame, spans: pd.DataFrame) -> list[str]:
    """Coders who read and marked nothing, a line each."""
    return [
        f"coverage.csv: {coder!r} read {count} interview(s) and marked nothing that counts: for this coder "
        "every theme is absent"
        for coder, count in coverage.groupby("coder").size().items()
        if coder not in set(spans["coder"])
    ]


def of_asked(asked: pd.DataFrame, spans: pd.DataFrame) -> list[str]:
    """Themes that an interview is said never to have raised, though somebody marked them there, a line each.

    Who was never asked is in no count of a theme, whether or not they speak of it: counting those alone who
    do would count nobody who would not have.
    """
    silent = asked[asked["asked"] == "no"][["interview", "theme"]]
    marked = silent.merge(spans, on=["interview", "theme"]).value_counts(["interview", "theme"], sort=False)
    return [
        f"asked.csv: {interview!r} did not ask about {theme!r}, and {count} passage(s) of it are marked; "
        "who was asked in no interview counts nowhere. Hint: where it was asked after all, put 'yes'"
        for (interview, theme), count in zip(marked.index.tolist(), marked, strict=True)
    ]


def of_audience(
    spans: pd.DataFrame, turns: pd.DataFrame, codebook: pd.DataFrame, roster: pd.DataFrame
) -> list[str]:
    """Themes that are marked in the talk of people to whom they do not apply, a line each.

    Such people are in no count of the theme; what gathers it counts what they said.

    Parameters
    ----------
    spans, turns, codebook, roster
        The tables of those names.
    """
    said = spans.merge(turns[["interview", "turn", "participant"]], on=["interview", "turn"])
    applies = tree.applies(codebook, roster).rename_axis("participant").reset_index()
    cannot = applies.melt(id_vars="participant", var_name="theme", value_name="applies").query("~applies")
    marked = said.merge(cannot, on=["participant", "theme"])
    return [
        f"codebook.yaml: {theme!r} does not apply to {first(sorted(set(own['participant'])), SHOWN)} "
        f"(applies_to), and {len(own)} passage(s) of it are marked in their talk; they count in no number of "
        "it, and in those of the themes above it. Hint: is applies_to too narrow, or another theme meant?"
        for theme, own in marked.groupby("theme")
    ]


def of_groups(roster: pd.DataFrame, settings: dict[str, Any]) -> list[str]:
    """Comparisons that a run will refuse since a group in them is too small, a line each.

    Parameters
    ----------
    roster
        The table of that name.
    settings
        study.yaml as checked by its schema.
    """
    people = roster["group"].value_counts()
    return [
        f"study.yaml: {section}: {name!r} will not be compared: group {group!r} has {people.get(group, 0)} "
        f"analysed participant(s), and smallest_group is {settings[section]['smallest_group']}"
        for section, keys in COMPARING.items()
        for key in keys
        for name, groups in settings[section][key].items()
        for group in groups
        if group in settings["roster"]["groups"]
        and people.get(group, 0) < settings[section]["smallest_group"]
    ]


def of_codebook(document: dict[str, Any]) -> list[str]:
    """A version that says nothing of what changed, and the theme that a new folder holds, a line each.

    Parameters
    ----------
    document
        codebook.yaml as checked by its schema.
    """
    told = []
    versions = [change["version"] for change in document["changes"]]
    if document["version"] not in versions:
        told.append(
            f"codebook.yaml: version is {document['version']}, and changes tell of "
            f"{', '.join(map(str, versions))}. Hint: say what changed with it"
        )
    if EXAMPLE in document["themes"]:
        told.append(f"codebook.yaml: {EXAMPLE!r} is no theme of yours. Hint: replace it by your own")
    return told


def of_machines(coders: list[str]) -> list[str]:
    """What would help the coder that learns from words alone.

    Raises
    ------
    TableError
        If a coder that was asked for cannot run without what is not installed.
    """
    if vectors.installed():
        return []
    wanting = [name for name in coders if name in BY_VECTORS]
    if wanting:
        raise TableError(f"coders: {', '.join(wanting)}: {vectors.MISSING}")
    told = (
        "study.yaml: coders: classifier learns from words alone; sentence vectors, which are not installed, "
        "would help most with few hand codes: docs/coders.md"
    )
    return [told] if "classifier" in coders else []
