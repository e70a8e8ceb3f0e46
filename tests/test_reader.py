"""The reading room holds every word where it was said, and nothing that could run."""

import json
import re

import pandas as pd
import small_study

from peerstudy.pages import reader

HOSTILE = "<script>alert(1)</script></style> \"quoted\" & 'so' 🙂 שלום\u2028"


def test_pieces_put_together_are_the_turn():
    """No character of a turn is lost or moved by cutting it into segments."""
    turns = reader.room(small_study.study(HOSTILE))["interviews"][0]["turns"]

    assert ["".join(text for text, _ in turn[4]) for turn in turns] == ["How was it?", HOSTILE]
    assert turns[1][4][0][1] == "I1-002-01"


def test_a_code_that_one_of_two_coders_gave_is_marked_as_a_difference():
    """B read the interview and did not code it; the machine is not a coder to differ from."""
    codes = reader.room(small_study.study())["interviews"][0]["codes"]

    assert [(code[2], code[6]) for code in codes] == [("A", True), ("patterns", True)]


def test_a_memo_stands_beside_the_codes_of_its_passage():
    """Of its own coder and theme, once, in every segment that the passage touches."""
    study = small_study.study()
    other = study["spans"].assign(coder="B")
    codes = reader.room(study | {"spans": pd.concat([study["spans"], other])})["interviews"][0]["codes"]

    assert [(code[2], code[7]) for code in codes] == [("A", "Said <i>twice</i>."), ("patterns", "")]


def test_words_cannot_end_the_element_that_holds_them():
    """Whatever was said comes back from the page letter for letter, and only as data."""
    html = reader.reader(small_study.study(HOSTILE))
    held = re.search(r'<script type="application/json" id="room">(.*?)</script>', html, re.DOTALL)

    assert json.loads(held[1])["interviews"][0]["turns"][1][4][0][0] == HOSTILE
    assert html.count("</script>") == 2
    assert html.count("</style>") == 1


def test_the_page_lets_only_its_own_script_run():
    """The policy names the hash of the script and allows no other source."""
    html = reader.reader(small_study.study())

    assert re.search(r"default-src 'none'; script-src 'sha256-[\w+/]+='", html)
