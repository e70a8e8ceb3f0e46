"""The report: one file that opens anywhere, from the question to the words to the hashes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from peerstudy.compare.estimators import leading
from peerstudy.pages import comparing, limits, methods, narrative, page
from peerstudy.pages.sections import (
    against,
    coders,
    evidence,
    overview,
    people,
    quality,
    record,
    speaking,
    told,
    variants,
)
from peerstudy.settings import PRIMARY, declared_late, setting
from peerstudy.tables import empty, rows
from peerstudy.wording import BANNER, listed

# A reflexive study measures no agreement; these tables are then not made.
OF_AGREEMENT = ("agreement", "validation")


def report(tables: Mapping[str, pd.DataFrame], figures: Mapping[str, bytes]) -> str:
    """Render the report as one HTML document that needs no other file.

    Parameters
    ----------
    tables
        By name: what the rule `report` of the workflow names.
    figures
        SVG documents by name; those that there are stand in their sections.
    """
    held = {**{name: empty(name) for name in OF_AGREEMENT}, **tables}
    placed = told.placed(held)
    labels = _labels(held["codebook"])
    shown = {
        "title": setting(held["provenance"], "title"),
        "question": setting(held["provenance"], "question"),
        "banner": BANNER if setting(held["provenance"], "synthetic") else "",
        "approach": setting(held["provenance"], "approach"),
        "labels": labels,
        "figures": {name: page.picture(content) for name, content in figures.items()},
        **_people(placed, labels),
        **_comparison(placed, labels),
        **_coders(placed, labels),
        **_record(held),
    }
    body = page.render("report_body.html.j2", **shown)
    return page.render("report.html.j2", **shown, body=Markup(body), numbers=told.held(body, held))


def _labels(codebook: pd.DataFrame) -> dict[str, str]:
    """Names of themes, in the order of the codebook."""
    ordered = codebook.sort_values("order")
    return dict(zip(ordered["theme"], ordered["label"], strict=True))


def _groups(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Groups that somebody is in, in the order in which they are to be read."""
    reached = tables["flow"].query("stage == 'group' and people > 0").sort_values("order")
    return [group for group in reached["name"] if group in set(tables["talk"]["group"])]


def _people(tables: Mapping[str, pd.DataFrame], labels: dict[str, str]) -> dict[str, Any]:
    groups = _groups(tables)
    return {
        "flow": people.flow(tables["flow"]),
        "characteristics": people.characteristics(tables["characteristics"], groups),
        "talk": people.talk(tables["talk"], groups),
        "uncounted": people.uncounted(leading(tables["denominators"]), labels),
        "tree": _tree(tables["codebook"]),
    }


def _comparison(tables: Mapping[str, pd.DataFrame], labels: dict[str, str]) -> dict[str, Any]:
    run, groups = tables["provenance"], _groups(tables)
    levels = {name: setting(run, f"{name}.level") for name in ("contrasts", "groups", "effects", "tones")}
    present = tables["contrasts"].query("measure == 'presence'")
    several, untested = overview.several_groups(tables["omnibus"], tables["ways"], labels, groups)
    return {
        "lead": overview.lead(present),
        "primary": setting(run, PRIMARY),
        "late": declared_late(run),
        "coded_by_machine": bool(setting(run, "coders")),
        "equal_length": (
            tables["effects"].dropna(subset="estimate")["effect"] == "difference at equal length"
        ).any(),
        "strata": setting(run, "contrasts.strata").replace("_", " "),
        "glance": overview.at_a_glance(
            tables["contrasts"],
            tables["robustness"],
            tables["exceptions"].query("directed"),
            tables["tones"],
            labels,
        ),
        "decides": comparing.decides(tables["contrasts"], run),
        "only": overview.of_one_group(tables["ways"], labels),
        "themes": [
            evidence.theme(row, tables, groups, labels, levels=levels, power=setting(run, "effects.power"))
            for row in _in_order(tables["codebook"])
        ],
        "several": several,
        "untested": untested,
        **_leaving(tables, labels),
        "words": speaking.words(tables["vocabulary"]),
        "supported": speaking.supported(tables["cooccurrences"], labels),
        "together": speaking.together(tables["cooccurrences"], labels),
        "variants": variants.robustness(tables["robustness"], labels),
        "limits": _limits(tables),
    }


def _leaving(tables: Mapping[str, pd.DataFrame], labels: dict[str, str]) -> dict[str, Any]:
    groups = _groups(tables)
    drawbacks = against.leaving_first(tables["reasons"], groups)[1]
    return {
        "reasons_sought": (tables["codebook"]["kind"] == "reason").any(),
        "reasons": against.reasons(tables["reasons"], labels, groups),
        "any_reason": against.any_reason(tables["reasons"], groups),
        "only_drawbacks": listed(drawbacks) if drawbacks else "",
    }


def _limits(tables: Mapping[str, pd.DataFrame]) -> list[Any]:
    """What the run cannot support; what rests on numbers leads to their table."""
    run = tables["provenance"]
    present = leading(tables["contrasts"].query("measure == 'presence'"))
    counted = leading(tables["groups"].query("measure == 'presence'"))
    intervals, differences = (setting(run, f"{name}.level") for name in ("groups", "contrasts"))
    numbers = {
        "denominators": limits.unasked(leading(tables["denominators"])),
        "groups": limits.silence(counted, level=intervals),
        "contrasts": [
            *limits.uncertainty(present),
            *limits.several(present, level=differences),
            *limits.shares(tables["contrasts"]),
        ],
    }
    return [
        *limits.CANNOT,
        *limits.standing(run, tables["agreement"]),
        *limits.people(run, present),
        *(told.of_all(said, table) for table, sentences in numbers.items() for said in sentences),
    ]


def _coders(tables: Mapping[str, pd.DataFrame], labels: dict[str, str]) -> dict[str, Any]:
    measured = setting(tables["provenance"], "approach") != "reflexive"
    helped = dict(zip(tables["corrected"]["theme"], tables["corrected"]["machine"], strict=True))
    agreed = tables["agreement"] if measured else empty("agreement")
    checked = tables["validation"] if measured else empty("validation")
    read = set(agreed.loc[agreed["units"] > 0, "unit"])
    units = [unit for unit in coders.UNITS if unit in read]
    return {
        "readers": coders.readers(tables["coverage"], tables["ingest"]),
        "carried": record.codings(tables["losses"]),
        "agreement": [coders.agreement(agreed, tables["codebook"], unit) for unit in units],
        "machine": quality.machine(checked, tables["contrasts"], labels, helped),
        "abstentions": [told.of_all(said, "validation") for said in quality.abstentions(tables) if measured],
        "by_group": quality.by_group(checked, labels),
        "disagreements": list(rows(tables["disagreements"])),
        "stopping": speaking.stopping(tables["stopping"]) if measured else [],
    }


def _record(tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    run = tables["provenance"]
    return {
        "gate": [
            *(told.of_all(sentence, "gate") for sentence in narrative.gate(tables["gate"])),
            narrative.searched(run),
            *record.rarities(tables["rarities"]),
        ],
        "methods": methods.paragraph(tables),
        "plan": methods.plan(run, tables["codebook"]),
        "deviations": methods.deviations(run),
        "checklist": list(rows(tables["checklist"])),
        "files": list(rows(tables["ingest"])),
        **{
            kind: list(rows(run[run["kind"] == kind])) for kind in ("setting", "file", "software", "codebook")
        },
    }


def _in_order(codebook: pd.DataFrame) -> Iterable[Any]:
    return rows(codebook.sort_values("order"))


def _tree(codebook: pd.DataFrame, parent: str = "") -> Sequence[dict[str, Any]]:
    """Themes with their children, in the order of the codebook."""
    below = codebook[codebook["parent"] == parent]
    return [{"theme": row, "children": _tree(codebook, row.theme)} for row in _in_order(below)]
