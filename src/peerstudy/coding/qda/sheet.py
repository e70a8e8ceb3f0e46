"""Codings kept in CSV or Excel: spans, marks of themes on segments, and Taguette's exports."""

from collections.abc import Callable
from dataclasses import replace

from peerstudy.coding.qda.grid import Grid, first_alone, from_csv, from_xlsx
from peerstudy.coding.qda.project import (
    Code,
    Listed,
    Project,
    Selection,
    Somewhere,
    TurnStretch,
    Unit,
    UnreadableError,
    lost,
)

YES = {"x", "1", "yes", "y", "true", "✓", "✔", "☒"}
NO = {"", "0", "no", "n", "false", "-", "–", "☐"}
UNIT = ("item", "segment")
MANY = 10  # problems of one kind that are named before they are counted
# What rows of spans and of pairs may say beside their theme.
SAID = {"coder", "valence", "memo", "text", "quote"}
PLACE = {"interview", "turn", "start", "end", "segment"}
DEFINED = "themes"  # the sheet of definitions that comes with a coding sheet
KNOWN = (
    "interview, theme, quote (turn, start, end, coder, valence, memo); "
    "segment, theme (text, coder, valence, memo); "
    "item or segment and a column a theme (text, coder, memo); "
    "document, tag, content; tag, description"
)
PROPOSED = {"rank", "segment", "theme", "probability"}  # as `suggestions` has them
# Columns of a coding sheet that are not themes.
APART = {"row", "coder", "speaker", "interview", "turn", "before", "text", "after", "words", "memo"}


def read_csv(data: bytes) -> Project:
    """Codings of a CSV file.

    Raises
    ------
    UnreadableError
        If its columns are none that are known.
    """
    return _read(from_csv(data))


def read_xlsx(data: bytes) -> Project:
    """Codings of the first sheet of an Excel file.

    Raises
    ------
    UnreadableError
        As :func:`read_csv`.
    """
    return _read(from_xlsx(data))


def _read(grid: Grid) -> Project:
    columns = set(grid.header)
    if columns >= PROPOSED:
        raise UnreadableError(
            "it is a machine's list of what to read next, not what a person coded. Hint: fill in "
            "results/<study>/restricted/suggestions.xlsx and put that here"
        )
    kinds: list[tuple[set[str], set[str], Callable[[Grid], Project]]] = [
        ({"document", "tag", "content"}, {"id"}, _taguette),
        ({"tag", "description"}, {"number of highlights"}, _taguette_codebook),
        ({"interview", "theme", "quote"}, PLACE | SAID, _spans),
        ({"segment", "theme"}, PLACE | SAID, _pairs),
        ({"item"}, columns, _marks),
        ({"segment"}, columns, _marks),
    ]
    for needed, more, reader in kinds:
        if needed <= columns:
            left = lost("column", grid.unread(needed | more))
            left += lost("sheet", [name for name in grid.beside if name != DEFINED])
            project = reader(grid)
            faults = [*grid.faults, *project.problems]
            project = replace(project, losses=project.losses + left, remarks=[*grid.doubt], problems=faults)
            return project if reader is _taguette_codebook else replace(project, readers=_readers(grid))
    hint = _meant(columns, [needed for needed, _, _ in kinds])
    raise UnreadableError(
        f"its columns ({', '.join(grid.header)}) are of no known kind{hint}. "
        f"Known, with what each may have besides: {KNOWN}{first_alone(grid.beside)}"
    )


def _meant(columns: set[str], kinds: list[set[str]]) -> str:
    """A hint where nothing but capitals keeps the columns from being known."""
    small = {column.casefold(): column for column in columns}
    needed = next((kind for kind in kinds if kind <= set(small)), set())
    wrong = sorted(name for name in needed if small[name] != name)
    return f" (did you mean {', '.join(f'{n!r} by {small[n]!r}' for n in wrong)}?)" if wrong else ""


def _readers(grid: Grid) -> list[str]:
    """Coders whom the sheet names; without any it is that of whoever it is called after."""
    return sorted({row.get("coder", "") for _, row in grid.rows} - {""}) or [""]


def _project(format: str, selections: list[Selection]) -> Project:
    names = dict.fromkeys(selection.code for selection in selections)
    return Project(format, [Code(name, name) for name in names], selections=selections)


def _taguette(grid: Grid) -> Project:
    selections = [
        Selection(f"row {line}", row["tag"], "", row["content"], Somewhere(row["document"]))
        for line, row in grid.rows
    ]
    return _project("Taguette highlights", selections)


def _taguette_codebook(grid: Grid) -> Project:
    codes = [Code(row["tag"], row["tag"], "", row["description"]) for _, row in grid.rows]
    return Project("Taguette codebook", codes)


def _spans(grid: Grid) -> Project:
    """Rows of quotes; a place (turn, start, end) may be given in full, in part or not at all."""
    selections, problems = [], []
    for line, row in grid.rows:
        numbers = [row.get(name, "").strip() for name in ("turn", "start", "end")]
        if not all(number.isdecimal() or not number for number in numbers):
            problems.append(f"row {line}: turn, start and end should be whole numbers, not {numbers}")
        turn, start, end = (int(number) if number.isdecimal() else -1 for number in numbers)
        place = TurnStretch(row["interview"], turn, start, end) if turn > 0 else Somewhere(row["interview"])
        selections.append(_selection(f"row {line}", row, row["theme"], row["quote"], place))
    told = _abridged(problems, "2 and not 2.0; leave a cell empty where the place is not known")
    return replace(_project("spans", selections), problems=told)


def _pairs(grid: Grid) -> Project:
    selections = [
        _selection(f"row {line}", row, row["theme"], row.get("text", ""), Unit(row["segment"]))
        for line, row in grid.rows
    ]
    return _project("segment and theme pairs", selections)


def _marks(grid: Grid) -> Project:
    """A row a segment, a column a theme; a cross, 1 or yes marks the theme."""
    unit = next(name for name in UNIT if name in grid.header)
    themes = [name for name in grid.header if name and name not in APART and name not in UNIT]
    selections, problems, notes = [], [], []
    for line, row in grid.rows:
        if row.get("memo", "").strip() and not any(_marked(row[theme]) for theme in themes):
            notes.append(f"row {line}: {row['memo']}")
        for theme in themes:
            if _marked(row[theme]):
                selections.append(
                    _selection(f"row {line}/{theme}", row, theme, row.get("text", ""), Unit(row[unit]))
                )
            elif row[theme].strip().casefold() not in NO:
                problems.append(f"row {line}, column {theme!r}: {row[theme]!r} is neither a mark nor empty")
    listed = [Listed(row.get("coder", ""), row[unit], row.get("text", "")) for _, row in grid.rows]
    codes = [Code(name, name) for name in themes]
    return Project(
        "marks on segments",
        codes,
        selections=selections,
        losses=lost("note beside no mark", notes),
        listed=listed,
        problems=_abridged(problems, "mark with x, leave the others empty"),
    )


def _marked(cell: str) -> bool:
    return cell.strip().casefold() in YES


def _selection(
    key: str, row: dict[str, str], theme: str, quote: str, place: TurnStretch | Somewhere | Unit
) -> Selection:
    return Selection(
        id=key,
        code=theme,
        coder=row.get("coder", ""),
        quote=quote,
        place=place,
        memo=row.get("memo", ""),
        valence=row.get("valence", ""),
    )


def _abridged(problems: list[str], hint: str) -> list[str]:
    """As many of one kind as a person reads, the last with a hint."""
    more = f"; and {len(problems) - MANY} such rows more" if len(problems) > MANY else ""
    return [*problems[:MANY][:-1], f"{problems[:MANY][-1]}{more}. Hint: {hint}"] if problems else []
