"""The command for people: new, check, explain, freeze and sample. The workflow itself is `snakemake`."""

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peerstudy import contracts, schema, tables
from peerstudy.pages import dictionary
from peerstudy.record import plan, planned, scaffold

SCHEMAS = Path(__file__).parents[2] / "workflow" / "schemas"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well, 1 when something is to be mended."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="peerstudy", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_new(commands)
    check = commands.add_parser("check", help="name every problem of every file at once")
    check.add_argument("folder", type=Path)
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="say what a table holds")
    explain.add_argument("table", nargs="?", help="without one, every table in a line")
    explain.add_argument("--all", action="store_true", help="every table with its columns, as docs/tables.md")
    explain.set_defaults(run=_explain)
    _add_kept(commands)
    return parser


def _add_new(commands: Any) -> None:
    new = commands.add_parser("new", help="write an empty, commented study folder")
    new.add_argument("folder", type=Path)
    new.add_argument("--title", default=planned.UNTITLED)
    new.add_argument("--attribute", default="status", help="column that the groups are made from")
    new.add_argument("--groups", nargs="+", default=["left", "stayed"], help="the last is the reference")
    new.add_argument("--coder", default="A", help="who codes every interview by hand")
    new.add_argument("--approach", default="codebook", choices=["codebook", "reliability", "reflexive"])
    new.add_argument("--language", default="en", help="code of the interviews' language")
    new.add_argument(
        "--formats",
        nargs="+",
        default=["txt", "docx"],
        choices=list(scaffold.FORMATS),
        metavar="FORMAT",
        help=f"formats of the transcripts: {', '.join(scaffold.FORMATS)}",
    )
    new.add_argument(
        "--template",
        default="empty",
        choices=["empty", "single-coder"],
        help="single-coder: a small invented study to run and then replace; only --coder applies to it",
    )
    new.set_defaults(run=_new)


def _add_kept(commands: Any) -> None:
    """What a person keeps of a plan and of a draw."""
    freeze = commands.add_parser("freeze", help="keep the analysis plan as it stands, to show later changes")
    freeze.add_argument("folder", type=Path)
    freeze.add_argument("--again", action="store_true", help="replace the plan kept before")
    freeze.set_defaults(run=_freeze)
    sample = commands.add_parser(
        "sample", help="keep the segments drawn for blind coding, before a coder starts"
    )
    sample.add_argument("folder", type=Path)
    which = sample.add_mutually_exclusive_group()
    which.add_argument("--again", action="store_true", help="keep what was drawn of later talk too")
    which.add_argument(
        "--as-drawn",
        action="store_true",
        help="keep the last run's draw although the study changed since: somebody codes it already",
    )
    sample.set_defaults(run=_sample)


def _typed(command: str) -> str:
    """A command of the project as a person can type it: in the folder in which this one was found."""
    typed = Path(sys.argv[0])
    if typed.name != "peerstudy" or shutil.which("peerstudy") == sys.argv[0]:
        return command
    return f"{typed.parent.as_posix()}/{command}"


def _run(folder: Path) -> str:
    """The command that runs a study, as a person can type it where this one was typed."""
    top, command = SCHEMAS.parents[1], _typed("snakemake")
    if Path("Snakefile").exists() or not (top / "Snakefile").exists():
        return f"{command} {_options(folder.as_posix())}"
    inside = os.path.relpath(folder, top)
    study = str(folder.absolute()) if inside.startswith("..") else inside
    command = str(Path(command).absolute()) if "/" in command else command
    return f"cd {shlex.quote(str(top))} && {shlex.quote(command)} {_options(study)}"


def _options(study: str) -> str:
    return f"--cores all --config study={shlex.quote(study)}"


def _new(options: argparse.Namespace) -> int:
    named = ("title", "attribute", "groups", "coder", "approach", "language", "formats")
    if options.template == "single-coder":
        files = scaffold.single_coder(coder=options.coder)
    else:
        files = scaffold.scaffold(**{name: getattr(options, name) for name in named})
    held = [name for name in files if (options.folder / name).exists()]
    if held:
        raise ValueError(f"{options.folder}: not touched, it holds {', '.join(held)} already")
    for name, text in files.items():
        path = options.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ready = "to be filled" if options.template == "empty" else "to run as it is"
    print(f"{options.folder} is ready {ready}; its README.md says more.")
    asked = scaffold.asked_about(options.folder.absolute().name, options.language)
    print(*asked, f"Then: {_typed('peerstudy')} check {shlex.quote(str(options.folder))}", sep="\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    from peerstudy.record import inspection  # the other commands start faster without every reader

    _refuse_no_folder(options.folder)
    problems, waiting, warnings = inspection.problems(options.folder, schemas=SCHEMAS)
    for problem in problems:
        print(problem, end="\n\n")
    if warnings:
        print("To look at, though it stops nothing:\n  " + "\n  ".join(warnings), end="\n\n")
    if waiting:
        print(f"Not looked at before that is mended: {', '.join(waiting)}.")
    if problems:
        print(f"To mend in {options.folder}: {len(problems)} part(s) of the study.")
        return 1
    print("Nothing to mend. The run itself will also look for names.", _run(options.folder), sep="\n")
    return 0


def _explain(options: argparse.Namespace) -> int:
    known = contracts.contracts()
    if options.all:
        print(dictionary.page(), end="")
        return 0
    if not options.table:
        width = max(map(len, known))
        print("\n".join(f"{name:<{width}}  {table.meaning}" for name, table in known.items()))
        return 0
    if options.table not in known:
        hint = tables.nearest(options.table, known)
        raise ValueError(f"no table {options.table!r}{hint}. Tables: {', '.join(known)}")
    table = known[options.table]
    sharing = "may be shared" if table.shared else "restricted: holds words or single people"
    print(f"{options.table}: {table.meaning}\nOne row for each {', '.join(table.key)}; {sharing}.\n")
    width = max(map(len, table.columns))
    for name, column in table.columns.items():
        allowed = f" Allowed: {', '.join(filter(None, column.allowed))}." if column.allowed else ""
        empty = " May be empty." if column.empty else ""
        print(f"  {name:<{width}}  {column.type:<5}  {column.meaning}{allowed}{empty}")
    return 0


def _freeze(options: argparse.Namespace) -> int:
    _refuse_no_study(options.folder)
    path = options.folder / "frozen.yaml"
    if path.exists() and not options.again:
        raise ValueError(f"{path}: a plan is kept already. Hint: --again replaces it")
    own, codebook = options.folder / "study.yaml", options.folder / "codebook.yaml"
    settings = schema.load(own)
    schema.check(settings, schema.load(SCHEMAS / "study.schema.yaml"), where=own.name, path=own)
    planned.refuse(settings, where=own.name)
    planned.refuse_unknown(options.folder, settings, schema.load(codebook))
    path.write_text(plan.freeze(settings, codebook.read_bytes()), encoding="utf-8")
    print(f"The plan is kept in {path}. Later changes will stand in the report as deviations.")
    return 0


def _sample(options: argparse.Namespace) -> int:
    from peerstudy.record import inspection, keeping

    _refuse_no_study(options.folder)
    path = options.folder / "sample.csv"
    if path.exists() and not options.again:
        raise ValueError(f"{path}: a draw is kept already. Hint: --again adds what was drawn of later talk")
    results = Path("results", options.folder.absolute().name, "restricted")
    lost = [name for name in keeping.FILES if not (results / name).exists()]
    if lost:
        raise ValueError(
            f"{results / lost[0]}: no such file; the draw comes from a finished run. Hint, in the project's "
            f"folder: {_typed('snakemake')} {_options(options.folder.as_posix())}"
        )
    drawn, sheet = (tables.read(results / name) for name in keeping.FILES)
    keeping.refuse_other_sheet(drawn, sheet)
    if not options.as_drawn:
        keeping.refuse_stale(drawn, inspection.draw(options.folder, schemas=SCHEMAS))
    shutil.copyfile(results / keeping.FILES[0], path)
    people = drawn["participant"].nunique()
    print(f"The draw is kept in {path}: {len(sheet)} of {len(drawn)} segments, of {people} people.")
    print(f"Give {results / 'blind_sheet.xlsx'} to the coder and nothing else: docs/by_hand.md")
    return 0


def _refuse_no_folder(folder: Path) -> None:
    if folder.is_file():
        whole = shlex.quote(str(folder.parent))
        raise ValueError(f"{folder}: a file of a study. Hint: {_typed('peerstudy')} check {whole}")
    if not folder.is_dir():
        new = f"{_typed('peerstudy')} new {shlex.quote(str(folder))}"
        raise ValueError(f"{folder}: no such folder. Hint: {new}")


def _refuse_no_study(folder: Path) -> None:
    if not (folder / "study.yaml").exists():
        raise ValueError(f"{folder}: no study there, since it holds no study.yaml")
