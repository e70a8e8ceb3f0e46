"""Codes of a tool and themes of the codebook: the same name is enough, a likeness needs a person."""

import difflib
import re

from peerstudy.folding import composed

LEFT_OUT = ""  # what study.yaml maps a code to that is no theme, on purpose
ALIKE = 0.6  # least similarity (Ratcliff and Obershelp) of a name that is proposed


def key(name: str) -> str:
    """A name as names are compared: letter case, blanks and how accents are stored apart.

    >>> key("  Being  Believed ")
    'being believed'
    """
    return composed(" ".join(name.split()).casefold())


def themes(paths: dict[str, str], labels: dict[str, str], code_map: dict[str, str]) -> dict[str, str]:
    """The theme of each code: by `code_map` first, then by the same name as a theme's id or label.

    Parameters
    ----------
    paths
        Name of each code from the top of its tree, parted by " > ", by the code's id.
    labels
        Label of each theme, by its id.
    code_map
        Theme of a code's path or name; empty for codes that are left out on purpose.

    Returns
    -------
    dict
        Theme by code id; codes without a theme are missing, those left out map to an empty text.

    >>> themes({"1": "A > Being believed", "2": "Bus"}, {"believed": "Being believed"}, {"Bus": ""})
    {'1': 'believed', '2': ''}
    """
    exact = {key(label): theme for theme, label in labels.items() if _once(label, labels)}
    exact |= {key(theme): theme for theme in labels}
    found = {}
    for code, path in paths.items():
        name = path.rpartition(" > ")[2]
        chosen = code_map.get(path, code_map.get(name, exact.get(key(name))))
        if chosen is not None:
            found[code] = chosen
    return found


def proposal(name: str, labels: dict[str, str]) -> str:
    """The theme whose id or label is most like a code's name; empty if none is like it.

    >>> proposal("2.1 Beeing believed!", {"believed": "Being believed", "bus": "Travel"})
    'believed'
    """
    plain = {_plain(label): theme for theme, label in labels.items()}
    plain |= {_plain(theme): theme for theme in labels}
    close = difflib.get_close_matches(_plain(name.rpartition(" > ")[2]), sorted(plain), n=1, cutoff=ALIKE)
    return plain[close[0]] if close else ""


def _once(label: str, labels: dict[str, str]) -> bool:
    return sum(key(other) == key(label) for other in labels.values()) == 1


def _plain(name: str) -> str:
    """Letters of a name alone: numbering and punctuation say nothing of what it means."""
    return " ".join(re.findall(r"[^\W\d_]+", name)).casefold()
