"""The spaCy model that finds names: whether it is there, which version it is, and loading it."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from peerstudy.tables import TableError

NONE = "none"  # a study may go without a model, on purpose
PIPES = ["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]


def versioned(model: str) -> str:
    """A model with its version, since the next one may find other names in the same text."""
    try:
        return f"{model} {version(model)}"
    except (PackageNotFoundError, ValueError):  # none, a folder, or a model that is not installed
        return model


def missing(model: str) -> str:
    """What is said of a model that is not there, which is found without loading it; empty if it is there."""
    try:
        there = Path(model).is_dir() if "/" in model else find_spec(model) is not None
    except (ImportError, ValueError):  # a name that no package has
        there = False
    return "" if there or model == NONE else _told(model)


def load(model: str) -> Any:
    """The model, without what names do not need.

    Parameters
    ----------
    model
        Package or folder of a spaCy model.

    Raises
    ------
    TableError
        If it is not installed.
    """
    import spacy  # half a second that only this step should pay

    try:
        return spacy.load(Path(model) if "/" in model else model, exclude=PIPES)
    except OSError:
        raise TableError(_told(model)) from None


def _told(model: str) -> str:
    where = "give a folder that holds one" if "/" in model else f"`.venv/bin/python -m pip install {model}`"
    return (
        f"identifiers: the name model {model!r} is not installed. Hint: {where} beforehand, or set "
        "`model: none` in study.yaml to go without one on purpose; the gate then goes by lists and "
        "capitals alone"
    )
