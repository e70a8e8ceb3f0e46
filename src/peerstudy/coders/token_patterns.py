"""Patterns of a codebook read into steps, one step a token.

A pattern is words parted by blanks (`*` ends a stem) or a list of spaCy's token descriptions
(https://spacy.io/usage/rule-based-matching) that use only what a tokenizer without a model can answer.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from peerstudy.coders import expressions, tokens

OPERATORS = ("1", "?", "+", "*", "!")
_FORMS = ("LOWER", "ORTH")
_FLAGS = ("IS_PUNCT", "LIKE_NUM")


@dataclass(frozen=True)
class Step:
    """What one token must be; everything that is set must hold. `operator` as in spaCy's Matcher."""

    lower: frozenset[str] | None = None
    written: frozenset[str] | None = None
    stem: str | None = None
    lower_like: re.Pattern[str] | None = None
    written_like: re.Pattern[str] | None = None
    punctuation: bool | None = None
    number: bool | None = None
    operator: str = "1"


Pattern = tuple[Step, ...]


def parse(patterns: str, *, language: str) -> list[Pattern]:
    """The patterns of one theme, from the JSON list of the codebook table.

    >>> [len(pattern) for pattern in parse('["friend*", "cannot go"]', language="en")]
    [1, 3]

    Raises
    ------
    ValueError
        With every pattern that cannot be used, one a line.
    """
    read: list[Pattern] = []
    problems: list[str] = []
    for pattern in json.loads(patterns or "[]"):
        try:
            read.append(_words(pattern, language) if isinstance(pattern, str) else _descriptions(pattern))
        except ValueError as error:
            problems.append(f"pattern {json.dumps(pattern, ensure_ascii=False)}: {error}")
    if problems:
        raise ValueError("\n".join(problems))
    return read


def _words(pattern: str, language: str) -> Pattern:
    steps: list[Step] = []
    cut = tokens.tokenizer(language)
    for word in tokens.fold(pattern).lower().split():
        stem = word.rstrip("*")
        if not stem:
            raise ValueError("a star needs letters before it, as in 'friend*'")
        if "*" in stem:
            raise ValueError("a star may only end a word, as in 'friend*'")
        if stem != word:
            steps.append(Step(stem=stem))
        else:
            steps += [Step(lower=frozenset([token.text])) for token in cut(word)]
    if not steps:
        raise ValueError("it is empty")
    return tuple(steps)


def _descriptions(pattern: Any) -> Pattern:
    if not isinstance(pattern, list) or not pattern:
        raise ValueError("a pattern is words in quotes, or a list of token descriptions")
    steps = tuple(_step(description) for description in pattern)
    if all(step.operator in "?*" for step in steps):
        raise ValueError("every token is optional, so it would match nothing at all")
    return steps


def _step(description: Any) -> Step:
    if not isinstance(description, dict):
        raise ValueError(f"{description!r} is not a token description such as {{LOWER: friend}}")
    unknown = set(description) - {*_FORMS, *_FLAGS, "OP"}
    if unknown:
        raise ValueError(
            f"{sorted(map(str, unknown))} unknown. Allowed: {', '.join((*_FORMS, *_FLAGS, 'OP'))}"
        )
    operator = str(description.get("OP", "1"))
    if operator not in OPERATORS:
        raise ValueError(f"OP {operator!r} unknown. Allowed: {' '.join(OPERATORS[1:])}")
    for flag in _FLAGS:
        if not isinstance(description.get(flag, True), bool):
            raise ValueError(f"{flag} is true or false")
    lower, lower_like = _form(description, "LOWER")
    written, written_like = _form(description, "ORTH")
    if lower and any(word != word.lower() for word in lower):
        raise ValueError(f"LOWER {sorted(lower)} has capitals and can never match. Hint: ORTH")
    return Step(
        lower=lower,
        written=written,
        lower_like=lower_like,
        written_like=written_like,
        punctuation=description.get("IS_PUNCT"),
        number=description.get("LIKE_NUM"),
        operator=operator,
    )


def _form(description: dict[str, Any], name: str) -> tuple[frozenset[str] | None, re.Pattern[str] | None]:
    """The words allowed and the expression required of one attribute."""
    value = description.get(name)
    if name not in description:
        return None, None
    if not isinstance(value, dict):
        return frozenset([_word(value, name)]), None
    if not value or set(value) - {"IN", "REGEX"}:
        raise ValueError(f"{name} {value!r}: allowed are a word, {{IN: [words]}} and {{REGEX: expression}}")
    words, expression = value.get("IN"), value.get("REGEX")
    if "IN" in value and not (isinstance(words, list) and words):
        raise ValueError(f"{name}: IN needs a list of words")
    return (
        frozenset(_word(word, name) for word in words) if words else None,
        expressions.bounded(_word(expression, name)) if "REGEX" in value else None,
    )


def _word(value: Any, name: str) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name}: {value!r} is not a word. Hint: put words such as 'on' and '1' in quotes")
    return tokens.fold(value)
