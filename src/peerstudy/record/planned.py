"""What the sections of study.yaml say of one another, told before anything else is read."""

from pathlib import Path
from typing import Any

from peerstudy import tables
from peerstudy.cells import problems_of
from peerstudy.coders import loopback
from peerstudy.hints import nearest
from peerstudy.people import in_two_groups
from peerstudy.record import plan, references

NAMING = ("participants", "interviews", "coverage")  # tables of what a plan names
UNTITLED = "My study"
# Settings that other sections repeat, so that each rule reads its own section alone.
REPEATED = {
    "contrasts.level": ("groups.level", "effects.level", "sensitivity.level", "tones.level"),
    "contrasts.gamma": ("effects.gamma", "sensitivity.gamma"),
    "contrasts.smallest_group": tuple(
        f"{section}.smallest_group" for section in ("omnibus", "sensitivity", "tones")
    ),
    "contrasts.strata": ("omnibus.strata", "effects.strata", "sensitivity.strata", "vocabulary.strata"),
    "contrasts.families": tuple(
        f"{section}.families"
        for section in (
            "groups",
            "denominators",
            "omnibus",
            "effects",
            "sensitivity",
            "tones",
            "vocabulary",
            "negative_cases",
        )
    ),
    "contrasts.expected_positives": ("sensitivity.expected_positives",),
    "contrasts.hand_positives": ("sensitivity.hand_positives",),
    "contrasts.heard": ("sensitivity.heard",),
    "presence.least": ("sensitivity.present",),
}


def refuse(settings: dict[str, Any], *, where: str) -> None:
    """Stop a run at once whose settings cannot be followed, whatever else the study holds.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    where
        What to call it in a message.

    Raises
    ------
    TableError
        With every group that `roster` does not make, and as for `problems`.
    """
    found = references.of_plan(settings, {"group": list(settings["roster"]["groups"])})
    found += in_two_groups(settings["roster"]["groups"], "roster: groups")
    found += problems(settings)
    if found:
        raise problems_of(where, found)


def problems(settings: dict[str, Any]) -> list[str]:
    """A sentence for each setting that cannot be followed, but for names that other sections make.

    Parameters
    ----------
    settings
        As for `refuse`.
    """
    found, known = [], settings["roster"]["groups"]
    for name, made in settings["sensitivity"]["cutoffs"].items():
        for attribute, groups in made.items():
            place = f"sensitivity: cutoffs: {name}: {attribute}"
            found += in_two_groups(groups, place)
            found += [
                f"{place}: {group!r} is no group that is compared{nearest(group, known)}. "
                f"Known: {', '.join(known)}"
                for group in groups
                if group not in known
            ]
    if "language_model" in settings["coders"] and settings["approach"] == "reflexive":
        found.append("coders: language_model is no part of a reflexive analysis. Hint: take it out")
    if "language_model" in settings["coders"] and not loopback.own(settings["language_model"]["url"]):
        found.append(loopback.elsewhere(settings["language_model"]["url"]))
    return found


def of_repeated(settings: dict[str, Any]) -> list[str]:
    """Choices of the plan that were changed in one section and not where others repeat them, a line each.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    """
    chosen = dict(plan.leaves(settings))
    told = []
    for place, repeats in REPEATED.items():
        others = [
            f"{name.replace('.', ': ')} {chosen[name]!r}" for name in repeats if chosen[name] != chosen[place]
        ]
        if others:
            told.append(
                f"study.yaml: {place.replace('.', ': ')} is {chosen[place]!r}, but {', '.join(others)}: the "
                "same people would be compared by two rules. Hint: write the same where it is not meant so"
            )
    primary, tried = settings["contrasts"]["primary"], settings["sensitivity"]["themes"]
    if untried := [theme for theme in primary if theme not in tried]:
        told.append(
            f"study.yaml: sensitivity: themes does not name {', '.join(untried)}, which contrasts: primary "
            "declares: it is compared in one way only. Hint: name the same themes"
        )
    return told


def of_words(settings: dict[str, Any]) -> list[str]:
    """Words for shares of people that leave small shares without a word, a line a section.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    """
    told = []
    for section in ("ways", "reasons"):
        words = settings[section]["words"]
        listed = ", ".join(f"{word!r} from {share:g} on" for word, share in words.items())
        if min(words.values()) > 0:
            told.append(
                f"study.yaml: {section}: words: {listed}: a smaller share has no word. Hint: one at 0"
            )
    return told


def refuse_unknown(study: Path, settings: dict[str, Any], codebook: Any) -> None:
    """Refuse to keep a plan that names what the study does not have, as far as its files are there yet.

    Parameters
    ----------
    study
        The study's folder.
    settings, codebook
        study.yaml and codebook.yaml as parsed.

    Raises
    ------
    TableError
        With everything that is unknown, and the nearest name that is known.
    """
    raw = {name: tables.read_plain(study / f"{name}.csv") for name in NAMING if _stands(study, name)}
    known = references.known({**raw, "settings": settings, "codebook": codebook})
    known.pop("coder", None)  # who is yet to read stands in no table
    lines = references.of_plan(settings, known)
    attribute, columns = settings["roster"]["attribute"], known.get("attribute")
    if columns and attribute not in columns:
        hint = nearest(attribute, columns)
        lines.append(f"roster: attribute: {attribute!r} is no column of participants.csv{hint}")
    if lines:
        raise problems_of("study.yaml", lines)


def _stands(study: Path, name: str) -> bool:
    return (study / f"{name}.csv").exists()


def unsaid(settings: dict[str, Any]) -> list[str]:
    """What the report would say of the study itself and nobody has written yet, a line each.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    """
    told = ["study.yaml: question is empty"] * (not settings["question"].strip())
    return told + [f"study.yaml: title is still {UNTITLED!r}"] * (settings["title"].strip() == UNTITLED)
