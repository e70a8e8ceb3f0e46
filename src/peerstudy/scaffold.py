"""A study folder for a new cohort, commented, with nothing in it yet."""

from collections.abc import Sequence

from peerstudy import page

HEADERS = {
    "interviews.csv": "interview,participant,file,order,wave,language,consent",
    "coverage.csv": "interview,coder,scope",
}


def scaffold(*, title: str, attribute: str, groups: Sequence[str], coder: str) -> dict[str, str]:
    """The files of a new study by their path in its folder.

    Parameters
    ----------
    title
        Name of the study.
    attribute
        Column of participants.csv that the groups are made from.
    groups
        Two or more groups; the last is what the others are compared with.
    coder
        Whoever codes every interview by hand.

    Raises
    ------
    ValueError
        If there are fewer than two groups, or one stands twice.
    """
    if len(set(groups)) < 2 or len(set(groups)) < len(groups):
        raise ValueError(f"a comparison needs two or more different groups, not {', '.join(groups)}")
    shown = {"title": title, "attribute": attribute, "groups": list(groups), "coder": coder}
    written = {
        name: page.plain(f"study/{name}.j2", **shown) for name in ("study.yaml", "codebook.yaml", "README.md")
    }
    written |= {name: header + "\n" for name, header in HEADERS.items()}
    written["participants.csv"] = f"participant,role,outcome,{attribute}\n"
    written[f"codings/{coder}.csv"] = "interview,turn,quote,theme,coder,valence,memo\n"
    written["transcripts/.gitkeep"] = ""
    return written
