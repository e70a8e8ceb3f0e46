"""What a run did, as a paper's methods section would say it, and where that differs from the plan."""

import pandas as pd

from peerstudy import page
from peerstudy.narrative import listed, percent
from peerstudy.plan import CODEBOOK
from peerstudy.settings import setting


def paragraph(provenance: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """The methods of the run with its own parameters.

    Parameters
    ----------
    provenance, codebook
        The tables of those names.
    """
    software = provenance[provenance["kind"] == "software"].set_index("name")["value"]
    labels = dict(zip(codebook["theme"], codebook["label"], strict=True))
    primary = [labels.get(theme, theme) for theme in setting(provenance, "contrasts.primary")]
    text = page.plain(
        "methods.j2",
        approach=setting(provenance, "approach"),
        unit=setting(provenance, "segments.unit"),
        themes=len(codebook),
        advance=int((codebook["origin"] == "deductive").sum()),
        overlap=percent(setting(provenance, "hand.overlap")),
        least=setting(provenance, "presence.least"),
        level=percent(setting(provenance, "contrasts.level")),
        gamma=setting(provenance, "contrasts.gamma"),
        smallest=setting(provenance, "contrasts.smallest_group"),
        primary=listed(primary) if primary else "",
        version=software.get("peerstudy", ""),
    )
    return [part.strip() for part in text.split("\n\n") if part.strip()]


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
        for name in sorted({*frozen, *done} - {CODEBOOK})
        if frozen.get(name) != done.get(name)
    ]
    held = [digest for name, digest in of_kind["file"].items() if name.endswith(f"/{CODEBOOK}")]
    if held and frozen.get(CODEBOOK) != f'"{held[0]}"':
        told.append("The codebook was changed after the plan was kept; its own list of changes says how.")
    return told or ["The run follows the plan that was kept before it."]
