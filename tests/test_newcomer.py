"""A newcomer's path: an empty folder, three transcripts, two themes, a report."""

import pytest
import yaml
from conftest import copy_project
from reading import Page, dead_links

from peerstudy import cli

pytestmark = pytest.mark.workflow
SAID = {
    "S1": ("left", "It was too far for me in the end. Two buses, and then the hill."),
    "S2": ("left", "Nobody talked to me there, honestly. I sat by the door."),
    "S3": ("stayed", "I go for the company, really. We laugh, we have our tea."),
}
THEME = {
    "parent": None,
    "kind": "theme",
    "origin": "deductive",
    "include": "",
    "exclude": "",
    "rolls_up": False,
}
EMPTY = {"examples": [], "near_misses": [], "applies_to": {}}
THEMES = {
    "distance": {"label": "Distance", "definition": "Too far to come.", "patterns": ["too far"]},
    "company": {"label": "Company", "definition": "Coming for the people.", "patterns": ["company"]},
}


def fill(study):
    """What a newcomer writes by hand."""
    people, interviews, coverage = [], [], []
    for order, (person, (status, words)) in enumerate(SAID.items(), 1):
        (study / "transcripts" / f"{person}.txt").write_text(f"I: How was it?\nParticipant: {words}\n")
        people.append(f"{person},member,analysed,{status}\n")
        interviews.append(f"T{order},{person},{person}.txt,{order},1,en,given\n")
        coverage.append(f"T{order},A,whole\n")
    for name, rows in {"participants": people, "interviews": interviews, "coverage": coverage}.items():
        with (study / f"{name}.csv").open("a") as table:
            table.writelines(rows)
    with (study / "codings" / "A.csv").open("a") as table:
        table.write("T1,2,It was too far for me in the end.,distance,A,,\n")
        table.write('T3,2,"I go for the company, really.",company,A,positive,\n')
    document = yaml.safe_load((study / "codebook.yaml").read_text())
    document["themes"] = {name: {**THEME, **EMPTY, **theme} for name, theme in THEMES.items()}
    (study / "codebook.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
    settings = yaml.safe_load((study / "study.yaml").read_text())
    settings["identifiers"]["model"] = "none"
    (study / "study.yaml").write_text(yaml.safe_dump(settings, sort_keys=False))


def test_a_newcomer_gets_a_report(tmp_path, capsys):
    """New, filled, checked, run: the report counts the people, quotes them, and refuses to compare so few."""
    cli.main(["new", str(tmp_path / "mine"), "--title", "My first study", "--groups", "left", "stayed"])
    fill(tmp_path / "mine")
    assert cli.main(["check", str(tmp_path / "mine")]) == 0, capsys.readouterr().out

    copy = copy_project(tmp_path / "project", tmp_path / "mine")
    copy.run("report.html", "restricted/reader.html")

    report = (copy.results / "report.html").read_text()
    assert dead_links(copy.results, Page(report)) == []
    assert "My first study" in report
    assert "SYNTHETIC" not in report
    assert "I go for the company, really." in report
    assert "1 of 2" in report
    assert "Not compared: fewer than 3 people" in report
