"""A coder behind a language model on this machine: recorded, replayable, held to the text.

Every answer is kept by the hash of its model, settings and prompt; one on record is never asked for again.
"""

import hashlib
import json
from typing import Any, NamedTuple, TextIO

import pandas as pd

from peerstudy.coders.loopback import Ask
from peerstudy.progress import progress
from peerstudy.tables import TableError

TASK = """You code interview segments by a codebook. Answer with a JSON list only. Each item is
{"theme": id, "probability": 0 to 1, "evidence": the words of the segment, copied exactly}.
An empty list if no theme fits.

Codebook:
"""


class Answered(NamedTuple):
    """What a language model said.

    Attributes
    ----------
    codes : segment, theme, probability (as the model says, not calibrated), coded (from one half on),
        evidence (a verified substring of the segment).
    answers : the table `answers`, those of this run.
    """

    codes: pd.DataFrame
    answers: pd.DataFrame


def language_model(
    segments: pd.DataFrame,
    codebook: pd.DataFrame,
    records: dict[str, str],
    ask: Ask,
    *,
    approach: str,
    model: str,
    temperature: float,
    seed: int,
) -> Answered:
    """Code segments one by one; what is not a theme, or not the segment's own words, is dropped.

    Parameters
    ----------
    segments, codebook
        The tables of those names.
    records
        Answers by `prompt_hash`; new ones are added.
    ask
        Sends a request and gives the answer's text (`loopback.endpoint`).
    approach
        Of the study; a reflexive one has no language model.
    model, temperature, seed
        Sent with every request, and part of its hash.

    Raises
    ------
    TableError
        If the approach is reflexive, the codebook is empty, or the model gives no answer.
    """
    if approach == "reflexive":
        raise TableError("language_model: no part of a reflexive analysis. Hint: take it out of `coders`")
    if codebook.empty:
        raise TableError("codebook: it has no theme. Hint: data/<study>/codebook.yaml, section themes")
    settings = {"model": model, "temperature": temperature, "seed": seed}
    rows: list[dict[str, Any]] = []
    used: dict[str, str] = {}
    said = list(zip(segments["segment"], segments["text"], strict=True))
    for name, text in progress(said, "asking the language model"):
        request = {**settings, "messages": _messages(codebook, text)}
        known = prompt_hash(request)
        if known not in records:
            records[known] = ask(request)
        used[known] = records[known]
        rows += [{"segment": name, **code} for code in verified(used[known], text, set(codebook["theme"]))]
    columns = ["segment", "theme", "probability", "coded", "evidence"]
    codes = pd.DataFrame(rows, columns=columns).drop_duplicates(["segment", "theme"], ignore_index=True)
    answers = pd.DataFrame({"prompt": list(used), **settings, "answer": list(used.values())})
    return Answered(codes, answers)


def _messages(codebook: pd.DataFrame, text: str) -> list[dict[str, str]]:
    themes = "\n".join(
        f"- {t}: {d} {i} Not: {e}"
        for t, d, i, e in codebook[["theme", "definition", "include", "exclude"]].itertuples(index=False)
    )
    return [{"role": "system", "content": TASK + themes}, {"role": "user", "content": text}]


def verified(answer: str, text: str, themes: set[str]) -> list[dict[str, Any]]:
    """Codes of an answer that name a theme, a probability, and words that stand in the text.

    >>> verified('[{"theme": "a", "probability": 0.9, "evidence": "my mate"}]', "with my mate", {"a"})
    [{'theme': 'a', 'probability': 0.9, 'coded': True, 'evidence': 'my mate'}]
    >>> verified('[{"theme": "a", "probability": 0.9, "evidence": "a friend"}]', "with my mate", {"a"})
    []
    """
    start, end = answer.find("["), answer.rfind("]")
    try:
        items = json.loads(answer[start : end + 1]) if 0 <= start < end else []
    except (ValueError, RecursionError):
        return []
    codes = []
    for item in items:
        if not isinstance(item, dict) or str(item.get("theme")) not in themes:
            continue
        value, words = item.get("probability"), item.get("evidence")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            continue
        if isinstance(words, str) and words.strip() and words in text:
            found = {"probability": float(value), "coded": value >= 0.5, "evidence": words}
            codes.append({"theme": str(item["theme"]), **found})
    return codes


def prompt_hash(request: dict[str, Any]) -> str:
    """What an answer is recorded by: the hash of model, settings and words."""
    return hashlib.sha256(json.dumps(request, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def noted(journal: TextIO) -> dict[str, str]:
    """Answers of a journal by `prompt_hash`; a line that was cut off is taken out, lest one go on in it."""
    journal.seek(0)
    lines = journal.readlines()
    if lines and not lines[-1].endswith("\n"):
        journal.seek(0)
        journal.truncate()
        journal.writelines(lines[:-1])
    return dict(json.loads(line) for line in lines if line.endswith("\n"))


def keep(journal: TextIO, answers: pd.DataFrame) -> None:
    """Leave in the journal the answers of this table and no others: nobody who withdrew is quoted.

    Parameters
    ----------
    journal
        Open to be written to; all that stands there is replaced.
    answers
        The table of that name.
    """
    journal.seek(0)
    journal.truncate()
    for prompt, answer in zip(answers["prompt"], answers["answer"], strict=True):
        journal.write(json.dumps([prompt, answer], ensure_ascii=False) + "\n")


def noting(ask: Ask, journal: TextIO) -> Ask:
    """The same way to ask, every answer written to the journal at once: a run that breaks off loses none."""

    def asked(request: dict[str, Any]) -> str:
        answer = ask(request)
        journal.write(json.dumps([prompt_hash(request), answer], ensure_ascii=False) + "\n")
        journal.flush()
        return answer

    return asked
