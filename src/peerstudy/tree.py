"""The tree of themes: who is above whom, and to whom a theme applies."""

import json

import pandas as pd


def ancestors(codebook: pd.DataFrame) -> dict[str, list[str]]:
    """Themes above each theme that count its codes as theirs (`rolls_up`), nearest first.

    Parameters
    ----------
    codebook
        The table of that name.
    """
    parent = dict(zip(codebook["theme"], codebook["parent"], strict=True))
    rolls_up = dict(zip(codebook["theme"], codebook["rolls_up"], strict=True))
    above: dict[str, list[str]] = {}
    for theme in parent:
        chain, at = [], parent[theme]
        while at and rolls_up[at]:
            chain.append(at)
            at = parent[at]
        above[theme] = chain
    return above


def parents(codebook: pd.DataFrame) -> set[str]:
    """Themes that have children."""
    return set(codebook["parent"]) - {""}


def leaves(codebook: pd.DataFrame) -> list[str]:
    """Themes without children, in the order of the codebook."""
    inner = parents(codebook)
    return [theme for theme in codebook.sort_values("order")["theme"] if theme not in inner]


def applies(codebook: pd.DataFrame, roster: pd.DataFrame) -> pd.DataFrame:
    """Whether each person could have spoken of each theme.

    Returns
    -------
    frame, participants x themes
        Boolean; by `applies_to` of the codebook and the attributes of the roster.
    """
    grid = pd.DataFrame(True, index=pd.Index(roster["participant"]), columns=list(codebook["theme"]))
    for theme, text in zip(codebook["theme"], codebook["applies_to"], strict=True):
        for attribute, values in json.loads(text or "{}").items():
            grid[theme] &= roster[attribute].isin(values).to_numpy()
    return grid
