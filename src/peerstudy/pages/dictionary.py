"""What every table holds, as a page to read."""

from peerstudy import contracts

HEAD = """# Tables

Written by `peerstudy explain --all`; a test holds it to `src/peerstudy/tables.yaml`, by which every step
reads and writes.

Tables are CSV files in UTF-8 with a comma between cells, a header, LF line ends and rows sorted by their key.
A missing number is an empty cell, and a reason stands beside it. Those under *restricted* hold words or
single people and stay with the research team: see [sharing](sharing.md).
"""


def page() -> str:
    """Every contract in Markdown: what researchers write, what may be shared, what is restricted."""
    known = contracts.contracts()
    parts = {
        "Written by researchers": [n for n, t in known.items() if t.input],
        "To be shared": [n for n, t in known.items() if t.shared and not t.input],
        "Restricted": [n for n, t in known.items() if not t.shared and not t.input],
    }
    listed = [f"- {title}: " + ", ".join(f"[{n}](#{n})" for n in names) for title, names in parts.items()]
    told = [f"## {title}\n\n" + "\n".join(map(_table, names)) for title, names in parts.items()]
    return HEAD + "\n" + "\n".join(listed) + "\n\n" + "\n".join(told)


def _table(name: str) -> str:
    table = contracts.contracts()[name]
    keyed = ", ".join(f"`{column}`" for column in table.key)
    more = " Further columns are kept." if table.extra else ""
    rows = "\n".join(_column(column, held) for column, held in table.columns.items())
    return (
        f"### {name}\n\n{table.meaning} One row for each {keyed}.{more}\n\n"
        f"| column | type | meaning |\n|---|---|---|\n{rows}\n"
    )


def _column(name: str, held: contracts.Column) -> str:
    allowed = ", ".join(f"`{value}`" for value in held.allowed if value)
    told = [held.meaning, f"Allowed: {allowed}." if allowed else "", "May be empty." if held.empty else ""]
    meaning = " ".join(filter(None, told)).replace("|", "\\|").replace("<", "&lt;")
    return f"| `{name}` | {held.type}{', optional' if held.optional else ''} | {meaning} |"
