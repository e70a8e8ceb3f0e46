"""YAML that people write: every slip is told once, with its line, in plain words and with what to write."""

from pathlib import Path

import pytest

from peerstudy import schema, tables

ROOT = Path(__file__).resolve().parents[1]
STUDY, CODEBOOK = (
    (ROOT / "tests/study" / name, schema.load(ROOT / "workflow/schemas" / rules))
    for name, rules in (("study.yaml", "study.schema.yaml"), ("codebook.yaml", "codebook.schema.yaml"))
)


@pytest.fixture
def told(tmp_path):
    """What is said of a document in which passages were replaced."""

    def _told(kind, *edits):
        source, rules = kind
        text = source.read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "edited.yaml"
        path.write_text(text, encoding="utf-8")
        return schema.problems(schema.load(path), rules, path=path)

    return _told


@pytest.mark.parametrize(
    ("kind", "old", "new", "line"),
    [
        (STUDY, "code_map: {}", "code_map: {1: tea}", "spans: code_map: key 1 is read as a number"),
        (STUDY, "documents: {}", "documents: {7: K1}", 'put it in quotes: "7"'),
        (
            STUDY,
            "words: &words {all",
            "words: &words {no: 1, all",
            "ways: words: key no is read as yes or no",
        ),
        (
            STUDY,
            "    left: [left]",
            "    left: [no]",
            'item 1: no is read as yes or no, not as text. Hint: put it in quotes: "no"',
        ),
        (STUDY, 'published: ""', "published: 2026-05-31", 'put it in quotes: "2026-05-31"'),
        (STUDY, 'published: ""', 'published: "2026-02-30"', "Allowed: a day of the calendar such as"),
        (STUDY, "authors: []", "authors: [{name: A, id: orcid 12}]", "item 1: id: 'orcid 12' is not allowed"),
        (
            STUDY,
            "    left: [left]",
            "    left: left",
            "'left' is not allowed. Allowed: a list. Hint: write [left]",
        ),
        (STUDY, "    left: [left]", "    left: []", "left: [] is not allowed. Allowed: a list of 1 or more"),
        (STUDY, "speakers: [participant]", "speakers: []", "segments: speakers: [] is not allowed"),
        (STUDY, "[left, came back]", "[left, left]", "Allowed: a list that names nothing twice"),
        (
            STUDY,
            "heard: 0.5",
            "heard: .nan",
            "contrasts: heard: nan is not allowed. Allowed: a number that is",
        ),
        (STUDY, "heard: 0.5", "heard: '0.5'", "Hint: write the plain number, without quotes"),
        (STUDY, "heard: 0.5", "heard: 5", "contrasts: heard: 5 is not allowed. Allowed: 1 and less"),
        (STUDY, "heard: 0.5", "heard:", "contrasts: heard: nothing stands there. Allowed: a number"),
        (CODEBOOK, "  tea:", "  no:", "themes: key no is read as yes or no, not as text."),
        (
            CODEBOOK,
            "  tea:",
            "  Tea Time:",
            "themes: 'Tea Time' is not allowed. Allowed: an id of a to z, 0 to 9",
        ),
        (
            CODEBOOK,
            "label: Company",
            "label: No",
            "themes: company: label: No is read as yes or no, not as text",
        ),
        (
            CODEBOOK,
            "patterns: []",
            "patterns: [1]",
            "patterns: item 1: 1 is not allowed. Allowed: words in quotes, or",
        ),
    ],
)
def test_a_slip_is_told_in_plain_words(told, kind, old, new, line):
    """One slip is one problem, with the line at which it stands."""
    number = kind[0].read_text(encoding="utf-8").split(old)[0].count("\n") + 1

    (found,) = told(kind, (old, new))
    assert line in found
    assert found.startswith(f"line {number}: ")


def test_each_missing_key_is_told_once(told):
    """Three keys that a theme lacks are three problems, not nine."""
    edits = [("    definition: Being with others.\n", ""), ("    parent: null\n", "")]

    found = told(CODEBOOK, *edits, ("    origin: deductive\n", ""))
    assert [line.rpartition("key ")[2] for line in found] == [
        f"'{key}' is missing" for key in ("definition", "origin", "parent")
    ]


@pytest.mark.parametrize("text", ["", "# nothing but a remark\n"])
def test_an_empty_document_is_told_in_a_line(text, tmp_path):
    """Not as two thousand keys that are missing."""
    (tmp_path / "study.yaml").write_text(text)

    found = schema.problems(schema.load(tmp_path / "study.yaml"), STUDY[1])
    assert [line[:22] for line in found] == ["nothing stands in it. "]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: 1\nb: caf\xe9\n", "line 2 is not UTF-8. Hint: save it again as UTF-8"),
        (b"a: [*friend]\n", "undefined alias 'friend'. Hint: text that begins with [*] stands in quotes"),
        (b"a:\n\tb: 1\n", "line 2, character 1: .* begin lines with blanks, not with tabs"),
        (b"a: !ok\n", "Hint: text that begins with ! stands in quotes"),
        (b"a: 1\nb: @home\n", "line 2, character 4: .* text that begins with this sign stands in quotes"),
        (b"a: 2026-13-45\n", "line 1: 2026-13-45 is no number and no day: .* put it in quotes"),
        (b"a: 1\nb: \x01\n", "line 2 holds the sign U.0001"),
        (b"[" * 5000, "too many brackets"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(content, message, tmp_path):
    """And with what mostly makes it so."""
    (tmp_path / "study.yaml").write_bytes(content)

    with pytest.raises(tables.TableError, match="study.yaml: .*" + message):
        schema.load(tmp_path / "study.yaml")


def test_what_stands_behind_itself_is_looked_at_once(tmp_path):
    """An alias inside what it names goes round for ever only for who follows it."""
    (tmp_path / "study.yaml").write_text("title: &a [*a, 1]\n")

    found = schema.problems(
        schema.load(tmp_path / "study.yaml"), {"properties": {"title": {"type": "string"}}}
    )
    assert len(found) == 1
