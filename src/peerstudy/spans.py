"""Hand codings: what people marked, anchored to the words of a turn."""

import pandas as pd

from peerstudy import tables

GIVEN = ("interview", "turn", "quote", "theme", "coder")  # columns that a file of codings must hold


def spans(
    files: dict[str, pd.DataFrame], turns: pd.DataFrame, codebook: pd.DataFrame, coverage: pd.DataFrame
) -> pd.DataFrame:
    """Anchor every hand coding to its characters.

    Parameters
    ----------
    files
        Codings by file name: `interview`, `turn`, `quote`, `theme`, `coder`, and optionally `start`,
        `end`, `valence`, `memo`. Without offsets the quote must occur once in its turn.
    turns, codebook, coverage
        The tables of those names.

    Returns
    -------
    frame
        The table `spans`; each quote equals the text at its place.

    Raises
    ------
    TableError
        With every coding that does not fit: unknown theme, missing turn, quote that is not there.
    """
    problems: list[str] = []
    rows: list[dict[str, object]] = []
    text = {(i, int(n)): t for i, n, t in zip(turns["interview"], turns["turn"], turns["text"], strict=True)}
    read = set(zip(coverage["interview"], coverage["coder"], strict=True))
    themes = set(codebook["theme"])
    for file, frame in sorted(files.items()):
        missing = [column for column in GIVEN if column not in frame]
        if missing:
            problems.append(f"{file}: column(s) missing: {', '.join(missing)}")
            continue
        for line, row in enumerate(_records(frame), 2):
            fault, place = _anchor(row, text, themes, read)
            if fault:
                problems.append(f"{file}: row {line}: {fault}")
            else:
                rows.append(_span(row, place))
    if problems:
        raise tables.TableError(f"codings: {len(problems)} problem(s)\n  " + "\n  ".join(problems))
    frame = pd.DataFrame(rows) if rows else tables.empty("spans")
    return frame.drop_duplicates(list(tables.contracts()["spans"].key))


def _records(frame: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(name): str(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _anchor(
    row: dict[str, str], text: dict[tuple[str, int], str], themes: set[str], read: set[tuple[str, str]]
) -> tuple[str, int]:
    """What is wrong with a coding (empty if nothing), and where its quote begins."""
    if row["theme"] not in themes:
        return f"theme {row['theme']!r} is not in the codebook{tables.nearest(row['theme'], themes)}", 0
    if (row["interview"], row["coder"]) not in read:
        return f"coverage.csv does not say that {row['coder']!r} read interview {row['interview']!r}", 0
    key = (row["interview"], int(row["turn"]) if row["turn"].isdigit() else 0)
    if key not in text:
        return f"interview {row['interview']!r} has no turn {row['turn']!r}", 0
    said, quote = text[key], row["quote"]
    if not quote:
        return "the quote is empty", 0
    given = row.get("start", "")
    if given:
        found = said[int(given) : int(given) + len(quote)] == quote
        here = said[int(given) : int(row.get("end") or int(given) + len(quote))]
        return ("", int(given)) if found else (f"quote {quote!r} does not match the text there: {here!r}", 0)
    times = said.count(quote)
    if times == 1:
        return "", said.index(quote)
    if times:
        return f"quote {quote!r} occurs {times} times in turn {key[1]}. Hint: give start, or more words", 0
    return f"quote {quote!r} is not in turn {key[1]} of {key[0]}", 0


def _span(row: dict[str, str], start: int) -> dict[str, object]:
    return {
        "interview": row["interview"],
        "turn": int(row["turn"]),
        "start": start,
        "end": start + len(row["quote"]),
        "theme": row["theme"],
        "coder": row["coder"],
        "quote": row["quote"],
        "valence": row.get("valence", ""),
        "memo": row.get("memo", ""),
    }
