"""What the pages tell is so: links lead somewhere, formats are those that are read, words are today's."""

import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest

from peerstudy import cli, contracts
from peerstudy.coding import qda
from peerstudy.corpus import readers
from peerstudy.corpus.readers import detect
from peerstudy.pages import dictionary

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "results/README.md", *sorted((ROOT / "docs").glob("*.md"))]


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _anchors(path):
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_heading(page):
    """No page promises another that is not there."""
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if "://" not in link and not (target.exists() and (not anchor or anchor in _anchors(target))):
            lost.append(link)

    assert lost == []


def test_every_format_of_transcripts_is_listed():
    """A suffix that the readers know stands in the page on formats."""
    told = _text("docs/formats.md")

    assert [s for s in detect.SUFFIXES if f"`{s}`" not in told and s not in (".text", ".htm")] == []
    assert set(detect.SUFFIXES.values()) == {*readers.READERS, *readers.SHEETS}


def test_every_format_of_codings_is_listed():
    """And so does a suffix of coding tools."""
    told = _text("docs/formats.md").split("## Codings")[1]

    assert [suffix for suffix in qda.READERS if suffix not in told] == []


def test_sharing_names_every_folder_of_the_results():
    """Nothing that a run makes is left without a word on who may have it."""
    told = _text("docs/sharing.md")
    made = [
        "restricted/",
        "exchange/",
        "logs/",
        "report.html",
        "notebooks/",
        "tables/",
        "figures/",
        "ro-crate",
    ]

    assert [name for name in made if name not in told] == []
    assert "`exchange/*.qdpx` holds every transcript" in _text("results/README.md")
    assert "every transcript" in told


def test_the_example_of_a_measure_is_the_projects_own():
    """The script that the page shows is the script that runs."""
    shown = re.search(r"```python\n(.*?)```", _text("docs/adding_a_measure.md"), re.DOTALL)[1]
    script = "".join(line[3:] if line.startswith("   ") else line for line in shown.splitlines(keepends=True))

    assert script.strip() == _text("workflow/scripts/talk.py").strip()


def test_commands_of_the_readme_are_known(capsys):
    """Every `peerstudy ...` that the README names is a command."""
    named = set(
        re.findall(
            r"peerstudy (new|check|explain|freeze|\w+) ", _text("README.md") + _text("docs/by_hand.md")
        )
    )
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    told = capsys.readouterr().out

    assert {"new", "check", "explain", "freeze", "sample"} <= named
    assert all(name in told for name in ("new", "check", "explain", "freeze", "sample"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_work_as_typed(page):
    """After `make` they stand in .venv/bin/; only the block on conda goes without."""
    text = re.sub(r"```\nconda.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = re.findall(
        r"(?<![/\w])(?:peerstudy (?:new|check|freeze|sample|explain) [\w-]+/?.*|snakemake --cores.*)", text
    )

    assert [line for line in bare if page.name != "tables.md"] == []


def test_restricted_tables_are_told_apart():
    """A table stands under the heading of who may see it."""
    parts = dictionary.page().split("\n## ")
    restricted = next(part for part in parts if part.startswith("Restricted"))

    for name, table in contracts.contracts().items():
        assert (f"### {name}\n" in restricted) == (not table.shared and not table.input)


def _cited(source, text):
    """Whether a text names a source; `A and others 1984` is also `A et al. 1984` or all of their names."""
    first, others, year = source.partition(" and others ")
    told = rf"{first}\b.{{0,60}}{year}" if others else rf"(?<!, )(?<!& ){source}"
    return re.search(told, text)


def test_every_source_stands_in_the_module_that_uses_it():
    """Author and year of the page on methods are those of the docstring, the first author among them."""
    package = ROOT / "src" / "peerstudy"
    rows = re.findall(r"^\|.*\| ([^|]+) \| (`[^|]+`) \|$", _text("docs/methods.md"), re.M)
    lost = []
    for sources, modules in rows:
        files = [
            package / (name if name.endswith(".yaml") else name.replace(".", "/") + ".py")
            for name in re.findall(r"`([\w.]+)`", modules)
        ]
        told = " ".join(" ".join(file.read_text(encoding="utf-8") for file in files).split())
        lost += [source for source in sources.split("; ") if not _cited(source, told)]

    assert len(rows) > 15
    assert lost == []


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_a_study_of_ones_own_is_not_added_to_git(tmp_path):
    """`git add .` takes the invented studies of the project and no transcript beside them, unless forced."""
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for study in ("demo", "course", "mine"):
        (tmp_path / "data" / study / "transcripts").mkdir(parents=True)
        (tmp_path / "data" / study / "transcripts" / "I01.txt").touch()

    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True, text=True)
    git(["git", "init", "-q"])
    git(["git", "add", "."])
    names = ["data/course/transcripts/I01.txt", "data/demo/transcripts/I01.txt"]
    assert git(["git", "ls-files", "data"]).stdout.split() == names
    git(["git", "add", "-f", "data/mine"])
    assert "data/mine/transcripts/I01.txt" in git(["git", "ls-files", "data"]).stdout
