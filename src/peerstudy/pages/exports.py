"""What leaves the tables for a paper and for readers: spreadsheets, Word documents, a quote bank."""

from collections.abc import Iterator, Mapping

import pandas as pd

from peerstudy import contracts
from peerstudy.coding.codebook import explained
from peerstudy.pages import paper, paper_coders, paper_tones, workbook
from peerstudy.pages.document import Grid, Heading, Paragraph, document
from peerstudy.pages.narrative import opening
from peerstudy.settings import setting
from peerstudy.tables import rows
from peerstudy.wording import BANNER

WORDS = ("quote_bank", "quotes", "negative_cases")  # restricted: participants' own, or of single people
STAYS = "Restricted: holds participants' words or single people, and stays with the research team."
WIDTH = 9.0  # inches between the margins of a page that lies on its long side


def dictionary() -> pd.DataFrame:
    """Every column of every table with its meaning: the table `dictionary`."""
    made = [
        {
            "table": name,
            "column": column,
            "type": held.type,
            "key": column in table.key,
            "empty": held.empty,
            "allowed": "; ".join(filter(None, held.allowed)),
            "shared": table.shared,
            "meaning": held.meaning,
        }
        for name, table in contracts.contracts().items()
        for column, held in table.columns.items()
    ]
    return pd.DataFrame(made)


def quote_bank(
    spans: pd.DataFrame,
    turns: pd.DataFrame,
    roster: pd.DataFrame,
    codebook: pd.DataFrame,
    quotes: pd.DataFrame,
) -> pd.DataFrame:
    """Every hand-coded passage with its words, the words around it, its speaker and its place.

    Parameters
    ----------
    spans, turns, roster, codebook, quotes
        The tables of those names.

    Returns
    -------
    frame
        The table `quote_bank`; `rank` tells which passages were chosen as quotes.
    """
    turns = turns.sort_values(["interview", "turn"])
    said = ("" + turns["label"] + ": " + turns["text"]).groupby(turns["interview"]).shift(fill_value="")
    turns = turns[["interview", "turn", "participant", "text"]].assign(previous=said)
    bank = spans.merge(turns, on=["interview", "turn"])
    cut = list(zip(bank["text"], bank["start"], bank["end"], strict=True))
    bank["before"] = [
        f"{previous}\n{text[:start]}".strip()
        for previous, (text, start, _) in zip(bank["previous"], cut, strict=True)
    ]
    bank["after"] = [text[end:].strip() for text, _, end in cut]
    bank["group"] = bank["participant"].map(roster.set_index("participant")["group"]).fillna("")
    bank["label"] = bank["theme"].map(codebook.set_index("theme")["label"])
    bank["locator"] = [
        f"{row.interview}, turn {row.turn}, characters {row.start}-{row.end}" for row in rows(bank)
    ]
    bank = bank.merge(quotes[["theme", "locator", "rank"]], on=["theme", "locator"], how="left")
    return bank[list(contracts.contracts()["quote_bank"].columns)]


def files(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Spreadsheets and Word documents by name: tables and tables_document, codebook_document, words.

    Parameters
    ----------
    tables
        By name: provenance, codebook, what a paper prints, and those of `WORDS`.
    """
    known = contracts.contracts()
    shown = {name: held for name, held in tables.items() if known[name].shared and name != "provenance"}
    about = opening(tables["provenance"])
    title = str(setting(tables["provenance"], "title"))
    return {
        "tables": workbook.workbook(shown, about),
        "words": workbook.workbook({name: tables[name] for name in WORDS}, [*about, STAYS]),
        "tables_document": document(f"Tables: {title}", [*_invented(about), *_printed(tables)], wide=True),
        "codebook_document": document(f"Codebook: {title}", [*_invented(about), *_explained(tables)]),
    }


def _invented(about: list[str]) -> list[Paragraph]:
    """The banner of a study whose data are invented."""
    return [Paragraph(line, "Intense Quote") for line in about if line == BANNER]


def _printed(tables: Mapping[str, pd.DataFrame]) -> Iterator[Heading | Paragraph | Grid]:
    for number, table in enumerate(_of_paper(tables), 1):
        if len(table.cells):
            yield Paragraph(f"Table {number}. {table.caption}", "Caption")
            yield Grid(list(map(str, table.cells)), table.cells.to_numpy().tolist(), _widths(table.cells))
            yield Paragraph(table.note)


def _of_paper(tables: Mapping[str, pd.DataFrame]) -> Iterator[paper.Table]:
    provenance, codebook = tables["provenance"], tables["codebook"]
    flow = tables["flow"].sort_values("order")
    groups = list(flow[flow["stage"] == "group"]["name"])[:-1]  # the last counts those outside
    yield paper.flow(flow)
    yield paper.characteristics(tables["characteristics"], groups)
    yield from paper.comparisons(tables["contrasts"], codebook, level=setting(provenance, "contrasts.level"))
    yield paper.ways(tables["ways"], codebook, groups)
    yield from paper_tones.tones(tables["tones"], codebook, level=setting(provenance, "tones.level"))
    yield paper.reasons(tables["reasons"], codebook, groups)
    if "agreement" in tables:
        yield paper_coders.agreement(tables["agreement"], codebook)
    if "validation" in tables:
        yield paper_coders.validation(tables["validation"], codebook)
    if "stopping" in tables:
        yield paper_coders.stopping(tables["stopping"])
    for guideline in tables["checklist"]["guideline"].unique():
        yield paper.checklist(tables["checklist"], str(guideline))


def _widths(cells: pd.DataFrame) -> list[float]:
    """Room for each column by its longest text, within reason."""
    wanted = [min(40, max(8, *map(len, [str(name), *cells[name].astype(str)]))) for name in cells]
    return [WIDTH * share / sum(wanted) for share in wanted]


def _explained(tables: Mapping[str, pd.DataFrame]) -> Iterator[Heading | Paragraph | Grid]:
    """The coding tree, each theme with its definition, and how the codebook changed."""
    ordered = tables["codebook"].sort_values("order")
    depth: dict[str, int] = {}
    for row in rows(ordered):
        depth[row.theme] = depth.get(row.parent, 0) + 1
    yield Heading("Coding tree")
    tree = [
        ("\u2003" * 2 * (depth[row.theme] - 1) + row.label, row.theme, row.kind, row.origin)
        for row in rows(ordered)
    ]
    yield Grid(["Theme", "Id", "Kind", "Origin"], tree, [2.6, 1.6, 0.8, 1.0])
    yield Heading("Definitions")
    for row in rows(ordered):
        yield Heading(f"{row.label} ({row.theme})", min(depth[row.theme] + 1, 3))
        yield Paragraph(row.definition)
        yield from map(Paragraph, explained(row._asdict()))
    changes = tables["provenance"][tables["provenance"]["kind"] == "codebook"]
    if len(changes):
        yield Heading("Versions")
        yield Grid(["Version", "What changed"], changes[["name", "value"]].to_numpy().tolist(), [1.6, 4.4])
