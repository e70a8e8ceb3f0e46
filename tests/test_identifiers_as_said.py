"""Further forms of identifiers, kind by kind: as people say and write them, and talk that only sounds like it."""

import pytest
from test_identifiers import find, kinds

AGES = [
    ("he lived til a hundred and two", "a hundred and two"),
    ("a card off the king, hundred and one and no tablets", "hundred and one"),
    ("mam was ninety- ninety-two, aye", "ninety-two"),
    ("ninety- ninety-two she was, aye", "ninety-two she was"),
    ("she hit the big nine oh and went", "the big nine oh"),
    ("at the grand old age of 101", "101"),
    ("a lady of ninety-six was there", "ninety-six"),
    ("a lady there ninety-two and she swims", "ninety-two"),
    ("she's just had her ninety-fifth", "her ninety-fifth"),
    ("it was his hundred and first on Sunday", "his hundred and first"),
    ("he's in his nineties and well", "his nineties"),
    ("she's in her late 90s now", "her late 90s"),
    ("in all her ninety-five years", "ninety-five years"),
    ("my mum was born in 1928 you know", "born in 1928"),
    ("she's a nineteen thirty baby", "a nineteen thirty baby"),
    ("a year off a hundred she was", "a year off a hundred"),
    ("two weeks short of his century", "two weeks short of his century"),
]
NO_AGES = [
    "over the age of ninety",
    "people in their nineties",
    "born in 1958",
    "born in nineteen forty",
    "a man of a hundred talents",
    "the big nine tenths",
    "in her eighties",
    "her hundredth session",
    "his 95th test",
    "two days off work, a hundred of us",
    "a hundred and one things to do",
    "born in the 1920s",
]


@pytest.mark.parametrize(("text", "found"), AGES)
def test_great_ages_are_found_as_people_tell_them(text, found):
    """By what they had from the king, by their decade, by the year of their birth."""
    assert ("age", found) in find(text)


@pytest.mark.parametrize("text", NO_AGES)
def test_classes_of_age_and_amounts_pass(text):
    """Nor is who was born later ninety."""
    assert "age" not in kinds(text)
