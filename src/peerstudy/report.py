"""The report: one file that opens anywhere, from the question to the words to the hashes."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from peerstudy import methods, narrative, page, sections
from peerstudy.estimators import TRUST, leading
from peerstudy.settings import setting
from peerstudy.tables import rows


def report(tables: Mapping[str, pd.DataFrame], figures: Mapping[str, bytes]) -> str:
    """Render the report as one HTML document that needs no other file.

    Parameters
    ----------
    tables
        By name: provenance, flow, characteristics, codebook, groups, contrasts, ways, reasons,
        negative_cases, quotes, segments, agreement, disagreements, stopping, robustness, checklist, gate
        and ingest.
    figures
        SVG documents by name: flow, themes and matrix.
    """
    provenance, contrasts = tables["provenance"], _placed(tables["contrasts"])
    level = setting(provenance, "contrasts.level")
    present = contrasts[contrasts["measure"] == "presence"]
    groups = _placed(tables["groups"])
    groups = groups[groups["measure"] == "presence"]
    codebook, approach = tables["codebook"], setting(provenance, "approach")
    named = list(tables["flow"].query("stage == 'group' and people > 0").sort_values("order")["name"])
    named = [name for name in named if name in set(tables["characteristics"]["group"])]
    lead = leading(present)["estimator"].iloc[0]
    return page.render(
        "report.html.j2",
        title=setting(provenance, "title"),
        question=setting(provenance, "question"),
        banner=narrative.BANNER if setting(provenance, "synthetic") else "",
        approach=approach,
        lead=lead,
        figures={name: page.picture(content) for name, content in figures.items()},
        flow=narrative.flow(tables["flow"]),
        tree=_tree(tables["codebook"]),
        deviations=methods.deviations(provenance),
        methods=methods.paragraph(provenance, codebook),
        groups=named,
        characteristics=sections.characteristics(tables["characteristics"], named),
        reasons=sections.reasons(tables["reasons"], codebook),
        agreement=[] if approach == "reflexive" else sections.agreement(tables["agreement"], codebook),
        disagreements=list(rows(tables["disagreements"])),
        stopping=[] if approach == "reflexive" else sections.stopping(tables["stopping"]),
        robustness=list(rows(tables["robustness"].query("kind == 'all'"))),
        checklist=list(rows(tables["checklist"])),
        numbers={name: list(rows(tables[name])) for name in ("groups", "contrasts")},
        labels=dict(zip(codebook["theme"], codebook["label"], strict=True)),
        themes=[_theme(row, tables, present, groups, lead, level) for row in _in_order(tables["codebook"])],
        limits=narrative.limits(leading(present), leading(groups), level=level),
        gate=narrative.gate(tables["gate"]),
        files=list(rows(tables["ingest"])),
        settings=_of_kind(provenance, "setting"),
        inputs=_of_kind(provenance, "file"),
        software=_of_kind(provenance, "software"),
        codebook_changes=_of_kind(provenance, "codebook"),
    )


def _placed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the place of each row, which links of the report lead to."""
    return table.assign(place=range(len(table)))


def _in_order(codebook: pd.DataFrame) -> Iterable[Any]:
    return rows(codebook.sort_values("order"))


def _of_kind(provenance: pd.DataFrame, kind: str) -> list[Any]:
    return list(rows(provenance[provenance["kind"] == kind]))


def _tree(codebook: pd.DataFrame, parent: str = "") -> list[dict[str, Any]]:
    """Themes with their children, in the order of the codebook."""
    below = codebook[codebook["parent"] == parent]
    return [{"theme": row, "children": _tree(codebook, row.theme)} for row in _in_order(below)]


def _theme(
    theme: Any,
    tables: Mapping[str, pd.DataFrame],
    contrasts: pd.DataFrame,
    groups: pd.DataFrame,
    lead: str,
    level: float,
) -> dict[str, Any]:
    """Everything that the report says of one theme, in the order of evidence."""
    compared = contrasts[contrasts["theme"] == theme.theme]
    counted = groups[groups["theme"] == theme.theme]
    return {
        "theme": theme,
        "tones": sections.tones(tables["ways"], theme.theme),
        "words": _words(theme.theme, tables["quotes"], tables["flow"]),
        "contrasts": [
            _contrast(row, tables, counted[counted["contrast"] == row.contrast], lead, level)
            for row in rows(compared[compared["estimator"] == lead])
        ],
    }


def _words(theme: str, quotes: pd.DataFrame, flow: pd.DataFrame) -> list[dict[str, Any]]:
    """Quotes of a theme, one column a group."""
    of_theme = quotes[quotes["theme"] == theme].sort_values("rank")
    held = flow[(flow["stage"] == "group") & flow["name"].isin(of_theme["group"])].sort_values("order")
    return [
        {"group": group, "quotes": list(rows(of_theme[of_theme["group"] == group]))} for group in held["name"]
    ]


def _contrast(
    row: Any, tables: Mapping[str, pd.DataFrame], groups: pd.DataFrame, lead: str, level: float
) -> dict[str, Any]:
    """One contrast of one theme in sentences."""
    cases = tables["negative_cases"]
    cases = cases[(cases["contrast"] == row.contrast) & (cases["theme"] == row.theme)]
    speaking = cases.merge(tables["segments"], on="segment", suffixes=("", "_of_segment"))
    return {
        "row": row,
        "place": row.place,
        "counts": [
            {
                "group": g.group,
                "estimator": g.estimator,
                "row": g.place,
                "told": narrative.proportion(g, level=level),
            }
            for g in rows(groups.sort_values(["estimator", "group"], key=_by_trust))
        ],
        "exceptions": narrative.exceptions(cases, row),
        "cases": list(rows(speaking.sort_values("participant"))),
        "robustness": sections.robustness(tables["robustness"], row.theme, row.contrast),
        "difference": narrative.difference(row, level=level),
        "test": narrative.p_values(row),
    }


def _by_trust(values: "pd.Series[Any]") -> "pd.Series[Any]":
    return values.map(TRUST.index) if values.name == "estimator" else values
