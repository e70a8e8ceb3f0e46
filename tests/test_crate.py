"""The description of a run for repositories keeps to RO-Crate 1.1 and to what may leave the building."""

import hashlib
import json
import re

import pandas as pd
import pytest
import small_study

from peerstudy.record import crate, manifest

FILES = {
    "data/small/study.yaml": b"title: Small",
    "data/small/transcripts/Ann B.txt": b"words",
    "results/small/report.html": b"<html>",
    "results/small/tables/groups.csv": b"theme,group\n",
    "results/small/tables/50% and more.csv": b"a\n",
    "results/small/figures/flow.svg": b"<svg/>",
    "results/small/exchange/small.qdpx": b"PK",
    "results/small/exchange/tables.xlsx": b"PK",
    "results/small/restricted/turns.csv": b"text\n",
    "results/small/notebooks/comparison.html": b"<html>turns",
    "results/small/notebooks/corpus.ipynb": b"{}",
    "results/small/notebooks/sensitivity.html": b"<html>without P1",
    "results/small/notebooks/themes.html": b"<html>",
}
GIVEN = {
    "published": "2026-05-31",
    "license": "https://spdx.org/licenses/MIT",
    "authors": [{"name": "Ann Example"}],
}


def _made(**changed):
    made_by = {name: "input" if name.startswith("data/") else "some_rule" for name in FILES}
    listed = manifest.manifest(FILES, made_by)
    provenance = small_study.study()["provenance"]
    return crate.crate(listed, provenance, "results/small/", **{**GIVEN, **changed})


@pytest.fixture
def graph():
    return {entity["@id"]: entity for entity in json.loads(_made())["@graph"]}


def _references(value):
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for held in value.values():
            yield from _references(held)
    if isinstance(value, list):
        for held in value:
            yield from _references(held)


def _reached(graph, name):
    parts = [part["@id"] for part in graph[name].get("hasPart", [])]
    return {*parts, *(deeper for part in parts for deeper in _reached(graph, part))}


def test_the_descriptor_leads_to_the_root():
    """The file is JSON-LD of version 1.1; the descriptor conforms to it and is about the root dataset."""
    document = json.loads(_made())
    (descriptor,) = [e for e in document["@graph"] if e["@id"] == "ro-crate-metadata.json"]

    assert document["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    assert descriptor["@type"] == "CreativeWork"
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert descriptor["about"] == {"@id": "./"}


def test_the_root_has_what_the_specification_requires(graph):
    """Type, name, description, a day of publication and a licence that is described."""
    root = graph["./"]

    assert root["@type"] == "Dataset"
    assert root["name"] == "Small <study>"
    assert root["description"].startswith("Invented data, not findings.")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", root["datePublished"])
    assert graph[root["license"]["@id"]]["@type"] == "CreativeWork"
    assert graph[root["author"][0]["@id"]] == {
        "@type": "Person",
        "@id": "#Ann%20Example",
        "name": "Ann Example",
    }


def test_no_id_stands_twice_and_every_reference_resolves(graph):
    """An entity is one object, with a type; whatever is referred to within the crate is in it."""
    entities = json.loads(_made())["@graph"]
    told = {name for entity in entities for name in _references(entity)}

    assert len(entities) == len(graph)
    assert all("@type" in entity for entity in entities)
    assert {name for name in told if "://" not in name} <= set(graph)


def test_every_file_of_the_crate_has_its_hash_and_size_and_hangs_on_the_root(graph):
    """Relative paths, escaped; sha256 and bytes as they are; reached from the root by hasPart."""
    files = {name: entity for name, entity in graph.items() if entity["@type"] == "File"}

    assert set(files) == {
        "report.html",
        "tables/groups.csv",
        "tables/50%25%20and%20more.csv",
        "figures/flow.svg",
        "exchange/tables.xlsx",
        "notebooks/themes.html",
    }
    assert set(files) <= _reached(graph, "./")
    for name, entity in files.items():
        content = FILES["results/small/" + name.replace("%20", " ").replace("%25", "%")]
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        assert entity["contentSize"] == str(len(content))


def test_words_and_inputs_are_no_part_of_the_crate(graph):
    """Transcripts, restricted tables and the project for other tools are named with their hash alone."""
    reached = _reached(graph, "./")
    apart = {
        entity["name"]
        for name, entity in graph.items()
        if "stays with" in entity.get("conditionsOfAccess", "")
    }

    assert apart == {
        "data/small/study.yaml",
        "data/small/transcripts/Ann B.txt",
        "exchange/small.qdpx",
        "notebooks/comparison.html",
        "notebooks/corpus.ipynb",
        "notebooks/sensitivity.html",
        "restricted/turns.csv",
    }
    assert not any("restricted" in name or name.endswith((".qdpx", ".txt")) for name in reached)


def test_the_run_tells_its_software(graph):
    """Versions stand with the action that used them."""
    used = [graph[part["@id"]] for part in graph["#run"]["instrument"]]

    assert [(tool["name"], tool["version"]) for tool in used] == [("pandas", "3")]


def test_what_is_not_yet_decided_is_left_out():
    """No day is made up from a clock: without one there is none, and so for licence and authors."""
    made = _made(published="", license="", authors=[])
    (root,) = [entity for entity in json.loads(made)["@graph"] if entity["@id"] == "./"]

    assert not {"datePublished", "license", "author"} & set(root)
    assert made == _made(published="", license="", authors=[])


def test_a_licence_may_be_told_in_words():
    """The specification allows a text in place of an address."""
    (root,) = [e for e in json.loads(_made(license="Ask the team."))["@graph"] if e["@id"] == "./"]

    assert root["license"] == "Ask the team."


def test_answers_of_a_language_model_are_not_told_to_be_deleted():
    """Their journal spares the next run to ask again; what no step makes is told."""
    listed = manifest.manifest({"results/a/tables/flow.csv": b""}, {"results/a/tables/flow.csv": "flow"})
    standing = ["results/a/restricted/answers.jsonl", "results/a/tables/old.csv"]

    assert manifest.strays(standing, listed, []) == ["results/a/tables/old.csv"]


def test_order_of_the_manifest_does_not_matter():
    """The same files give the same bytes."""
    listed = manifest.manifest(FILES, dict.fromkeys(FILES, "x"))
    turned = pd.DataFrame(listed.iloc[::-1])
    provenance = small_study.study()["provenance"]

    assert crate.crate(listed, provenance, "results/small/", **GIVEN) == crate.crate(
        turned, provenance, "results/small/", **GIVEN
    )
