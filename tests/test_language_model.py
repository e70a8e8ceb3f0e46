"""The coder behind a language model: where it may ask, what it may believe, and how it is replayed."""

import http.server
import io
import json
import threading
from typing import Any

import pandas as pd
import pytest

from peerstudy.coders.language_model import keep, language_model, noted, noting
from peerstudy.coders.loopback import endpoint
from peerstudy.tables import TableError

SEGMENTS = pd.DataFrame({"segment": ["1-1", "1-2"], "text": ["We became mates.", "The bus was late."]})
CODEBOOK = pd.DataFrame({"theme": ["friendship"], "definition": "Ties.", "include": "", "exclude": ""})
ANSWER = '[{"theme": "friendship", "probability": 0.9, "evidence": "became mates"}]'


def run(records: dict[str, str], ask: Any, **choices: Any) -> pd.DataFrame:
    given = {"approach": "codebook", "model": "m", "temperature": 0.0, "seed": 1, **choices}
    return language_model(SEGMENTS, CODEBOOK, records, ask, **given).codes


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/v1",
        "http://10.0.0.2/v1",
        "http://localhost/v1",
        "https://127.0.0.1/v1",
        "http://127.0.0.1.example.org/",
        "http://[::1].example.org/",
        "http://example.org[::1]/",
        "http://example.org@127.0.0.1/",
        "http://127.0.0.1@example.org/",
        "http://127.0.0.1\n.example.org/",
        "http://127.0.0.1:80:80/",
        "http://[127.0.0.1]/",
        "http://0.0.0.0/v1",
        "http://[::1%lo]/v1",
        "file:///etc/passwd",
        "",
    ],
)
def test_any_address_but_loopback_is_refused(url: str) -> None:
    """Names and other machines are refused before anything is sent."""
    with pytest.raises(ValueError, match="never leaves this machine"):
        endpoint(url, seconds=1)


@pytest.mark.parametrize("url", ["http://127.0.0.1:11434/v1", "http://127.9.9.9/v1", "http://[::1]:11434/v1"])
def test_a_loopback_address_is_allowed(url: str) -> None:
    """Both kinds of number, with and without a port."""
    assert callable(endpoint(url, seconds=1))


def test_evidence_is_the_segments_own_words() -> None:
    """The same answer codes the segment that holds its words, and not the other."""
    coded = run({}, lambda _: ANSWER)
    assert coded[["segment", "theme", "evidence"]].to_numpy().tolist() == [
        ["1-1", "friendship", "became mates"]
    ]


def test_answers_on_record_are_replayed_without_asking() -> None:
    """A second run asks nothing and gives the same; another model is another prompt."""
    records: dict[str, str] = {}
    first = run(records, lambda _: ANSWER)

    def never(_: Any) -> str:
        raise AssertionError("asked")

    pd.testing.assert_frame_equal(run(records, never), first)
    with pytest.raises(AssertionError, match="asked"):
        run(records, never, model="other")


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no",
        "[",
        "[1]",
        '[{"theme": "x"}]',
        '[{"theme": ["friendship"], "probability": 1, "evidence": "mates"}]',
        '[{"theme": "friendship", "probability": ' + "9" * 400 + ', "evidence": "mates"}]',
        "[" * 9_999 + "]" * 9_999,
        '[{"theme": "friendship", "probability": 2, "evidence": "mates"}]',
        '[{"theme": "friendship", "probability": 1, "evidence": ""}]',
    ],
)
def test_answers_that_make_no_sense_code_nothing(answer: str) -> None:
    """No list, an unknown theme, an impossible probability or no words: no code, no error."""
    assert run({}, lambda _: answer).empty


def test_a_reflexive_study_has_no_language_model() -> None:
    """It is refused by the approach."""
    with pytest.raises(TableError, match="reflexive"):
        run({}, lambda _: ANSWER, approach="reflexive")


def test_a_server_on_this_machine_is_asked_and_a_redirect_is_not_followed() -> None:
    """The request goes to the address given, and nowhere that the answer points to."""
    asked: list[dict[str, Any]] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(302 if self.path == "/away" else 200)
            self.send_header("Location", "http://192.0.2.1/")
            self.end_headers()
            self.wfile.write(json.dumps({"choices": [{"message": {"content": ANSWER}}]}).encode())

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        assert len(run({}, endpoint(url + "/v1", seconds=5))) == 1
        assert asked[0]["model"] == "m" and asked[0]["messages"][1]["content"] == "We became mates."
        with pytest.raises(TableError, match=r"302.*is the server running"):
            endpoint(url + "/away", seconds=5)({"model": "m"})
        server.shutdown()


def test_a_truth_value_is_no_probability() -> None:
    """`true` is 1 to a computer, and nothing that the model was asked for."""
    said = json.dumps([{"theme": "friendship", "probability": True, "evidence": "mates"}])
    assert run({}, lambda _: said).empty
    assert len(run({}, lambda _: said.replace("true", "1.0"))) == 1


def test_a_journal_keeps_every_answer_of_a_run_that_breaks_off() -> None:
    """What was answered before the server fell silent is on record; a line cut off is asked for anew."""
    journal = io.StringIO()
    said = iter([ANSWER])

    def ask(_: Any) -> str:
        return next(said)

    with pytest.raises(StopIteration):
        run({}, noting(ask, journal))
    journal.write('["cut o')
    records = noted(journal)
    assert list(records.values()) == [ANSWER]
    assert len(run(records, lambda _: "[]")) == 1


def test_a_journal_that_broke_off_twice_is_read_all_the_same() -> None:
    """An answer is not written on to the line that was cut off."""
    journal = io.StringIO()
    run({}, noting(lambda _: ANSWER, journal))
    kept = noted(journal)
    journal.write('["cut o')
    noted(journal)
    run({}, noting(lambda _: ANSWER, journal))

    assert noted(journal) == kept


def test_the_journal_keeps_no_words_of_what_is_no_longer_there() -> None:
    """After a run only its own answers stand in it; those of a withdrawn interview are gone."""
    journal = io.StringIO()
    choices = {"approach": "codebook", "model": "m", "temperature": 0.0, "seed": 1}
    for segments in (SEGMENTS, SEGMENTS[1:]):
        made = language_model(
            segments, CODEBOOK, noted(journal), noting(lambda _: ANSWER, journal), **choices
        )
        keep(journal, made.answers)
    assert len(noted(journal)) == 1
    assert list(noted(journal)) == made.answers["prompt"].tolist()


def test_an_empty_codebook_is_refused() -> None:
    """Nothing to code by is an error, not an empty result."""
    choices = {"approach": "codebook", "model": "m", "temperature": 0.0, "seed": 1}
    with pytest.raises(TableError, match="it has no theme"):
        language_model(SEGMENTS, CODEBOOK[:0], {}, lambda _: ANSWER, **choices)
