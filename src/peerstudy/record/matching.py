"""Languages whose words are cut, and patterns that are matched with them, tried before the run."""

import json
from typing import Any

from peerstudy.coders import token_patterns, tokens
from peerstudy.settings import part

BY_PATTERNS = {"patterns", "classifier", "embeddings", "blend"}  # coders that read the codebook's patterns


def of_languages(settings: dict[str, Any]) -> list[str]:
    """A sentence for each section that runs and names a language whose words nothing can cut.

    Parameters
    ----------
    settings
        study.yaml as checked by its schema.
    """
    coders = set(settings["coders"])
    sections = ["discoveries", *sorted(coders & {"classifier", "blend"})]
    sections += ["patterns"] if coders & BY_PATTERNS else []
    told = []
    for section in sections:
        try:
            tokens.tokenizer(settings[section]["language"])
        except ValueError as error:
            told.append(f"{section}: language: {error}")
    return told


def of_patterns(codebook: Any, settings: Any) -> list[str]:
    """A sentence for each pattern of the codebook that cannot be used, where a coder uses them.

    Parameters
    ----------
    codebook, settings
        codebook.yaml and study.yaml as parsed, of whatever shape: their schemas tell of that.
    """
    language, coders = part(part(settings, "patterns"), "language"), part(settings, "coders")
    themes = part(codebook, "themes")
    if not isinstance(coders, list) or not BY_PATTERNS & set(map(str, coders)) or not _cut(language):
        return []
    told = []
    for theme, entry in themes.items() if isinstance(themes, dict) else ():
        patterns = part(entry, "patterns")
        shaped = [one for one in (patterns if isinstance(patterns, list) else ()) if _shaped(one)]
        try:
            token_patterns.parse(json.dumps(shaped, default=str), language=language)
        except ValueError as error:
            told += [f"theme {theme!r}, {line}" for line in str(error).splitlines()]
    return told


def _cut(language: Any) -> bool:
    try:
        return isinstance(language, str) and tokens.tokenizer(language) is not None
    except ValueError:
        return False


def _shaped(pattern: Any) -> bool:
    listed = isinstance(pattern, list) and pattern and all(isinstance(one, dict) for one in pattern)
    return bool(listed or (isinstance(pattern, str) and pattern))
