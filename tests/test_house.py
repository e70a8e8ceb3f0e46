"""The laws of the house: layers, sizes, one name for one thing."""

import ast
import importlib
import inspect
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from peerstudy import schema, tables
from peerstudy.pages import dictionary
from peerstudy.record import plan

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
SCRIPTS = sorted((ROOT / "workflow" / "scripts").glob("*.py"))
RULES = sorted((ROOT / "workflow" / "rules").glob("*.smk"))
STUDIES = sorted([*(ROOT / "data").glob("*/study.yaml"), *(ROOT / "benchmarks").glob("*/study.yaml")])
CALL = re.compile(r"\b(\w+)\.(\w+)\(")
OUTPUT = re.compile(r"^    output:\n((?: {8}.*\n|\n)+)", re.M)
# Sections of study.yaml that are no keywords: facts of the study, and what a script takes apart first.
NO_KEYWORDS = {"title", "synthetic", "question", "approach", "coders", "crate", "language_model"}
# Tables that another rule makes than one of their name, since they come of the same work.
BESIDE = {
    "answers": "language_model",  # as it gave them, to be used again
    "blend_weights": "blend",  # what its codes were mixed by
    "calibration": "validation",  # the same probabilities, in bins
    "dictionary": "exports",  # columns of the tables that it gives out
    "dropped": "turns",  # what of a file is in none of them
    "exceptions": "negative_cases",  # the same people, counted
    "framework_unplaced": "framework",  # what is in no cell of it
    "group_cooccurrences": "cooccurrences",  # the same pairs, group by group
    "ingest": "turns",  # files that they were read from
    "losses": "spans",  # what became of each coding on the way there
    "names": "identifiers",  # kept, so that only new texts are searched
    "quote_bank": "exports",  # passages of the workbook that it gives out
    "sample_changes": "sample",  # what is no longer where it was drawn
    "sample_read": "spans",  # known once filled sheets are read
    "to_verify": "corrected",  # what would settle its open presence
    "totals": "codings",  # the same codes, summed by person
}


def _lines(path):
    return path.read_text(encoding="utf-8").count("\n")


def _functions(path):
    """Functions of a module and methods of its classes, those inside functions left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))]
    return [n for body in bodies for n in body.body if isinstance(n, ast.FunctionDef)]


def _code_lines(function):
    """Lines of a function after its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("study", STUDIES, ids=lambda p: p.parent.name)
def test_a_config_section_is_the_keywords_of_its_function(study):
    """The section of a rule holds exactly the keyword-only arguments of the function that the rule calls."""
    config = yaml.safe_load(study.read_text(encoding="utf-8"))
    checked = set()
    for script in SCRIPTS:
        if script.stem not in config or "**snakemake.params" not in script.read_text(encoding="utf-8"):
            continue
        text = script.read_text(encoding="utf-8")
        module = dict(reversed(call) for call in CALL.findall(text))[script.stem]
        room = re.search(rf"^from (peerstudy\S*) import .*\b{module}\b", text, re.M)[1]
        function = getattr(importlib.import_module(f"{room}.{module}"), script.stem)
        keywords = {
            p.name for p in inspect.signature(function).parameters.values() if p.kind is p.KEYWORD_ONLY
        }
        assert keywords == set(config[script.stem]), script.stem
        checked.add(script.stem)
    assert checked == set(config) - NO_KEYWORDS


def test_every_study_answers_every_key_of_the_schema():
    """The schema requires each of its keys, and the bundled studies have them."""
    schema = yaml.safe_load((ROOT / "workflow/schemas/study.schema.yaml").read_text(encoding="utf-8"))
    assert set(schema["required"]) == set(schema["properties"])
    for study in STUDIES:
        assert set(yaml.safe_load(study.read_text(encoding="utf-8"))) == set(schema["properties"])


def test_no_study_may_compare_a_group_under_three():
    """A smaller number in study.yaml is refused, wherever it is asked."""
    contract = schema.load(ROOT / "workflow/schemas/study.schema.yaml")
    for section in ("contrasts", "omnibus", "sensitivity"):
        study = schema.load(ROOT / "data/demo/study.yaml")
        study[section]["smallest_group"] = 2
        with pytest.raises(tables.TableError, match=f"{section}: smallest_group"):
            schema.check(study, contract, where="study.yaml")


def test_a_study_that_compares_nothing_is_refused_in_words():
    """Every table rests on a comparison; without one the run would end in a traceback."""
    contract = schema.load(ROOT / "workflow/schemas/study.schema.yaml")
    study = schema.load(ROOT / "data/demo/study.yaml")
    study["contrasts"]["comparisons"] = {}
    with pytest.raises(tables.TableError, match=r"contrasts: comparisons: \{\} is not allowed. Allowed: 1 k"):
        schema.check(study, contract, where="study.yaml")


def test_every_rule_has_its_script_and_every_script_its_rule():
    """One rule, one script of the same name."""
    named = {m for path in RULES for m in re.findall(r"scripts/(\w+)\.py", path.read_text(encoding="utf-8"))}
    assert named == {path.stem for path in SCRIPTS}


def test_sizes_hold():
    """What outgrows its guide has two responsibilities; a module may be an eighth over its 200 lines."""
    assert _lines(ROOT / "Snakefile") <= 40
    long = [f"{p.name}: {_lines(p)}" for p in SOURCES if _lines(p) > 225]
    long += [f"{p.name}: {_lines(p)}" for p in SCRIPTS if _lines(p) > 16]
    long += [f"{p.name}: {_lines(p)}" for p in RULES if _lines(p) > 80]
    long += [f"{p.name}: {f.name}: {n}" for p in SOURCES for f in _functions(p) if (n := _code_lines(f)) > 40]
    assert long == []


def test_the_package_knows_no_engine_and_no_terminal():
    """No snakemake, pyplot, print or clock inside the package; the command for people may speak."""
    banned = re.compile(r"\bsnakemake\b|pyplot|\bprint\(|datetime\.now|time\.time\(|os\.environ")
    found = [
        f"{path.name}: {match[0]}"
        for path in SOURCES
        if path.name != "cli.py"
        for match in [banned.search(re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text(encoding="utf-8")))]
        if match
    ]
    assert found == []


def test_rules_hold_no_logic():
    """No lambda, run block, checkpoint or pandas in a rule file; each rule says what it does."""
    for path in [ROOT / "Snakefile", *RULES]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\blambda\b|^\s*run:|\bcheckpoint\b|import pandas", text, re.M), path.name
        for rule in re.split(r"^rule ", text, flags=re.M)[1:]:
            name, _, body = rule.partition(":\n")
            assert name == "all" or body.lstrip().startswith('"""'), name


def test_public_functions_are_documented():
    """Every public function says what it is."""
    missing = [
        f"{path.name}: {function.name}"
        for path in SOURCES
        for function in _functions(path)
        if not function.name.startswith("_") and not ast.get_docstring(function)
    ]
    assert missing == []


def test_steps_do_not_import_steps():
    """A step imports contracts and pure methods, never another step."""
    steps = {path.stem for path in SCRIPTS} | {"transcripts"}
    steps -= {"codebook"}
    found = []
    for path in SOURCES:
        if path.stem not in steps:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("peerstudy"):
                names = [a.name for a in node.names] + (node.module or "").split(".")
                found += [f"{path.stem} imports {n}" for n in names if n in steps and n != path.stem]
    assert found == []


def test_statistics_know_no_table():
    """What computes takes arrays and numbers: it imports nothing of the package but its own room."""
    found = [
        f"{path.name}: {name}"
        for path in (ROOT / "src/peerstudy/statistics").glob("*.py")
        for name in re.findall(r"^(?:from|import) (peerstudy[\w.]*|pandas)", path.read_text("utf-8"), re.M)
        if not name.startswith("peerstudy.statistics")
    ]
    assert found == []


def test_every_module_has_a_room():
    """Beside the rooms stand only tables, contracts and what every room needs."""
    shared = {
        "cells",
        "contracts",
        "tables",
        "tree",
        "people",
        "schema",
        "settings",
        "wording",
        "folding",
        "misfits",
        "harmless",
    }
    shared |= {"cli", "hints", "imports", "log", "progress", "__init__"}
    assert {path.stem for path in (ROOT / "src/peerstudy").glob("*.py")} == shared


def test_every_table_is_made_by_the_rule_of_its_name_or_beside_it():
    """Each contract that no researcher fills is an output of one rule, and each output has a contract."""
    rules = [
        rule.partition(":\n")
        for path in RULES
        for rule in re.split(r"^rule ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    ]
    made = sorted(
        (table, name)
        for name, _, body in rules
        for output in OUTPUT.findall(body)
        for table in re.findall(r"/(\w+)\.csv", output)
    )
    drawn = {"sample"}  # which a researcher may freeze, and so fill
    promised = [name for name, held in tables.contracts().items() if not held.input or name in drawn]
    assert made == sorted(
        (name, BESIDE.get(name, re.sub("_(people|themes)$", "", name))) for name in promised
    )
    assert set(BESIDE) <= set(promised)


def test_every_table_that_a_researcher_fills_is_read():
    """By a rule, from the study's folder, where allowed findings and recorded answers lie too."""
    text = "".join(path.read_text(encoding="utf-8") for path in RULES)
    read = set(re.findall(r'"(?:<study>/)?(\w+)\.csv"', text))
    filled = {name for name, held in tables.contracts().items() if held.input}
    assert read == filled - {"reviewed"} | {"identifiers", "answers"}


def test_the_table_dictionary_is_fresh():
    """docs/tables.md says what the contracts say; if not: `peerstudy explain --all > docs/tables.md`."""
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == dictionary.page()


def test_the_conda_environment_is_in_step_with_the_package():
    """environment.yml asks for the versions of pyproject.toml and for nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=\[]", d)[0]: d.replace(" ", "") for d in project["dependencies"]}
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    renamed = {"matplotlib-base": "matplotlib", "snakemake-minimal": "snakemake"}
    for line in conda:
        if isinstance(line, str) and line.split()[0] not in ("python", "pip", "make"):
            name, _, version = line.partition(" ")
            name = renamed.get(name, name)
            assert wanted[name] == name + version.strip(), line
    assert conda[-1] == {"pip": ["-e .[test]"]}


def test_locked_requirements_name_no_host():
    """Every locked requirement has a version and a hash, and no address."""
    text = (ROOT / "requirements" / "locked.txt").read_text(encoding="utf-8")
    assert "://" not in text
    required = re.split(r"\n(?=\S)", text.strip())
    whole = re.compile(
        r"[\w.-]+(?:\[[\w,-]+\])?==[\w.+!]+(?: ; [^\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+"
    )
    assert [line for line in required if not whole.fullmatch(line)] == []


def test_no_machine_path_stands_in_the_project():
    """No file of the project names a folder of one machine."""
    roots = "work|root|farm|tmp|home"
    path = re.compile(rf"(?<![\w.~])/(?:{roots})/\w")
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for pattern in ("src/**/*", "workflow/**/*", "tests/**/*.py", "notebooks/*", "*.md", "data/*/*.*")
        for file in ROOT.glob(pattern)
        if file.is_file() and file.suffix in {".py", ".smk", ".yaml", ".md", ".ipynb", ".csv", ".j2"}
        for match in [path.search(file.read_text(encoding="utf-8"))]
        if match
    ]
    assert found == []


def test_every_setting_that_a_page_tells_is_a_setting():
    """A setting named in the package or in a notebook stands in the demonstration study."""
    known = {
        name for name, _ in plan.leaves(yaml.safe_load((ROOT / "data/demo/study.yaml").read_text("utf-8")))
    }
    pages = [*SOURCES, *sorted((ROOT / "notebooks").glob("*.ipynb"))]
    named = {
        name
        for path in pages
        if path.name != "settings.py"
        for name in re.findall(r'setting\(\w+, \\?"([\w.]+)\\?"\)', path.read_text(encoding="utf-8"))
    }
    assert named <= known
