"""study.yaml and codebook.yaml of a study that is looked through before it runs."""

from typing import Any

import pandas as pd

from peerstudy import schema, tables
from peerstudy.cells import TableError, problems_of
from peerstudy.coding import codebook
from peerstudy.compare import pairing, refusals, variants
from peerstudy.corpus import name_model, roster
from peerstudy.people import in_two_groups, unheld
from peerstudy.record import cautions, matching, planned
from peerstudy.record.seen import PARTS, Inspection

STRATIFIED = ("contrasts", "effects", "sensitivity", "vocabulary")  # sections with strata and families


def settings(seen: Inspection) -> dict[str, Any]:
    """Every setting, checked by its schema.

    Raises
    ------
    TableError
        With all that its schema finds.
    """
    path = seen.study / "study.yaml"
    document = seen.raw["settings"] = schema.load(path)
    schema.check(document, schema.load(seen.schemas / "study.schema.yaml"), where=path.name, path=path)
    return dict(document)


def themes(seen: Inspection) -> pd.DataFrame:
    """The table `codebook`; people's attributes are looked at wherever their table can be read at all.

    Raises
    ------
    TableError
        With every problem of the codebook, patterns that cannot be used included.
    """
    path = seen.study / "codebook.yaml"
    document = seen.raw["codebook"] = schema.load(path)
    contract = schema.load(seen.schemas / "codebook.schema.yaml")
    found = codebook.problems(document, seen.raw.get("participants"), contract=contract, path=path)
    found += matching.of_patterns(document, seen.raw.get("settings"))
    if found:
        raise problems_of(path.name, found)
    seen.warnings += cautions.of_codebook(document)
    return codebook.flat(document)


def plan(seen: Inspection) -> None:
    """What sections of study.yaml say of one another, of people and of what is installed.

    Raises
    ------
    TableError
        With every problem of these.
    """
    chosen = seen.found["settings"]
    seen.warnings += [*planned.unsaid(chosen), *planned.of_repeated(chosen), *planned.of_words(chosen)]
    missing = name_model.missing(chosen["identifiers"]["model"])
    found = [*planned.problems(chosen), *matching.of_languages(chosen), *([missing] if missing else [])]
    found += _of_people(seen, chosen)
    try:
        seen.warnings += cautions.of_machines(chosen["coders"])
    except ValueError as error:
        found.append(str(error))
    if found:
        raise problems_of("study.yaml", found)


def _of_people(seen: Inspection, chosen: dict[str, Any]) -> list[str]:
    """What the plan says of people, who may be read although something is wrong with their table."""
    people = seen.raw.get("participants", pd.DataFrame())
    if people.empty:
        return []
    groups, cutoffs = chosen["roster"]["groups"], chosen["sensitivity"]["cutoffs"]
    if "roster" in seen.found:
        return [*unheld(cutoffs, seen.found["roster"]), *_split(seen.found["roster"], chosen)]
    made_later = {chosen["roster"]["family"], "group"}  # columns that the roster adds
    found = unheld({name: made for name, made in cutoffs.items() if not made_later & set(made)}, people)
    if PARTS["roster"] in seen.waiting:
        found += roster.ungrouped(people, chosen["roster"]["attribute"], groups)
        found += in_two_groups(groups, "roster: groups")
    return found


def _split(roster: pd.DataFrame, chosen: dict[str, Any]) -> list[str]:
    """Families whose people would have to be reassigned apart, a sentence a comparison."""
    told, pairs = [], chosen["contrasts"]["comparisons"]
    compared = [(name, "contrasts: comparisons", roster, pairs) for name in STRATIFIED]
    compared += [("omnibus", f"omnibus: {key}", roster, chosen["omnibus"][key]) for key in ("sets", "trends")]
    compared += [
        ("sensitivity", f"sensitivity: cutoffs: {one.name}", one.roster, pairs)
        for one in _regrouped(roster, chosen)
    ]
    for section, place, people, named in compared:
        strata, families = chosen[section]["strata"], chosen[section]["families"]
        for name, groups in named.items() if {strata, families} <= {*people} else ():
            inside = people["participant"].isin(pairing.members(people, groups, families))
            try:
                refusals.check_whole(people[inside], strata, families)
            except TableError as error:
                told.append(f"{place}: {name}: {error}")
    return list(dict.fromkeys(told))


def _regrouped(roster: pd.DataFrame, chosen: dict[str, Any]) -> list[variants.Variant]:
    """People in the groups of each cutoff, where that can be made."""
    try:
        return [*variants.cutoffs(tables.empty("presence"), roster, chosen["sensitivity"]["cutoffs"])]
    except TableError:  # told by itself
        return []
