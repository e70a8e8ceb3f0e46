"""Further forms of identifiers, kind by kind, and talk that only sounds like them."""

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
    ("a card from the queen for her hundredth", "the queen for her hundredth"),
    ("my uncle has crossed ninety-four", "ninety-four"),
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


DATES = [
    ("since halloween two thousand and eighteen", "halloween two thousand and eighteen"),
    ("it was Good Friday 1998", "Good Friday 1998"),
    ("on easter sunday nineteen eighty two", "easter sunday nineteen eighty two"),
    ("on mothers day 2016", "mothers day 2016"),
    ("on the fourth of july 1976", "the fourth of july 1976"),
    ("two two seventy eight is my date of birth", "two two seventy eight"),
    ("oh five oh four eighty three, date of birth", "oh five oh four eighty three"),
    ("17/03 is my birthday", "17/03"),
    ("my birthday, 17/03, is soon", "17/03"),
    ("it was march fourteen nineteen fifty one", "march fourteen nineteen fifty one"),
    ("it was 14 march fifty one", "march fifty one"),
    ("it was fourteenth march fifty one", "march fifty one"),
    ("it was nine eleven two thousand and one", "nine eleven two thousand and one"),
    ("le 1er février 1976", "1er février 1976"),
    ("el 4 de julio de 1976", "4 de julio de 1976"),
    ("it was fourteen three nineteen fifty one", "fourteen three nineteen fifty one"),
    ("she has me down as 9.xi.62", "9.xi.62"),
    ("seven, twelve, sixty-four I always say", "seven, twelve, sixty-four"),
    ("it was June the sixteenth again", "June the sixteenth"),
]
NO_DATES = [
    "at halloween 20 kids came",
    "good friday in the office",
    "seventeen eighteen nineteen twenty twenty one",
    "may two hundred come",
    "two two and a half is my guess",
    "14 march thirty people",
    "may forty two people",
    "3/4 of my birthday cake",
    "easter sunday two kids",
    "mother's day is soon",
    "one, two, three of them, sixty people",
    "step 3.1 of ix",
]


@pytest.mark.parametrize(("text", "found"), DATES)
def test_days_are_found_as_people_tell_them(text, found):
    """By a feast, in numbers one by one, with what they are the day of after them."""
    assert ("date", found) in find(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_feasts_and_numbers_without_a_day_pass(text):
    """Nor do counts and shares make one."""
    assert "date" not in kinds(text)


NUMBERS = [
    (
        "my social is nine eight seven sixty five forty three twenty one and",
        "nine eight seven sixty five forty three twenty one",
    ),
    ("medicare's 2123 45670 1 an im first", "2123 45670 1"),
    ("my policy number is PL/22/884102", "PL/22/884102"),
    ("the crime ref 24/118842/21 they gave", "24/118842/21"),
    ("my staff number's 44120 now", "44120"),
    ("payroll number five five one oh two", "five five one oh two"),
    ("my union card says A/0038174 and", "A/0038174"),
    ("the card ending 4471 it was", "4471"),
    ("a card ending in four four seven one", "four four seven one"),
    ("the last four digits are 4471", "4471"),
    ("the last four of my social are 4320", "4320"),
    ("medicare 1EG4-TE5-MK73 is mine", "1EG4-TE5-MK73"),
    ("pps number one two three four five six seven t", "one two three four five six seven t"),
    ("the cvv is 471", "471"),
    ("four fifteen five five five oh one seventy three", "four fifteen five five five oh one seventy three"),
    ("six one seven, five fifty-five, oh one oh one", "six one seven, five fifty-five, oh one oh one"),
]
PHONES = [
    ("it's plus 44 7700 900123", "plus 44 7700 900123"),
    ("oh one six three two, nine sixty, four seventeen", "oh one six three two, nine sixty, four seventeen"),
    (
        "oh seven seven... double oh... nine double oh... four five six",
        "oh seven seven... double oh... nine double oh... four five six",
    ),
    ("extension four two one seven", "four two one seven"),
    ("slow now: 0 7 7 0 0 ... 9 0 0 ... 4 4 1", "0 7 7 0 0 ... 9 0 0 ... 4 4 1"),
]
NO_NUMBERS = [
    "one two three four five six seven eight nine ten eleven twelve",
    "one two three four five six seven eight nine ten, one two three",
    "two four six eight ten twelve fourteen sixteen",
    "ten nine eight seven six five four three two one",
    "five six seven eight nine ten fifteen twenty",
    "the policy 2019/2020, a service 2019/20",
    "in my account 12000 pounds",
    "a tax of 12000 and a pension 15000",
    "the reference 2000 people",
    "in order, one two three four five",
    "the last four 1000s",
    "my social anxiety",
    "an extension of two or three",
]


@pytest.mark.parametrize(("text", "found"), NUMBERS)
def test_numbers_of_papers_are_found_by_what_they_are_of(text, found):
    """In digits and in words, said one by one or by two."""
    assert ("number", found) in find(text)


@pytest.mark.parametrize(("text", "found"), PHONES)
def test_telephones_are_found_with_numbers_by_two_and_pauses(text, found):
    """Nine sixty, four seventeen."""
    assert ("phone", found) in find(text)


def test_a_sort_code_is_found_in_words():
    """Two by two."""
    assert ("bank", "twenty, double oh, double oh") in find("sort code twenty, double oh, double oh")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_counts_years_and_amounts_are_no_numbers_of_papers(text):
    """Whatever stands before them."""
    assert find(text) == []


PLATES = [
    ("my old ute, 1QX-9ZT, was there", "1QX-9ZT"),
    ("it was KA-01-AB-1234, in Delhi", "KA-01-AB-1234"),
    ("MH12AB1234 it was", "MH12AB1234"),
    ("it was AB-123-CD then", "AB-123-CD"),
    ("it was M-AB 1234 then", "M-AB 1234"),
    ("it was 12 D 34567 then", "12 D 34567"),
    ("it was 7 KJR 419 then", "7 KJR 419"),
    ("number plate ABC 1234 then", "ABC 1234"),
    ("reg XBC-12-D then", "XBC-12-D"),
    ("1234 BCD is the plate", "1234 BCD"),
    ("the plate is 1234 bcd now", "1234 bcd"),
]
NO_PLATES = [
    "M25 and A1",
    "10 NHS staff",
    "a T-L 5 fracture",
    "the plate in 2019 of it",
    "B12 2 times",
    "the tag was 20 pounds",
    "100 mg of it",
    "a 3 bed",
    "an MRI in 2019",
    "WHO 2020",
    "ICD-10 and DSM-5",
]
READ_OUT = [
    ("p four one n full stop no p four one n f u l", "p four one n full stop no p four one n f u l"),
    ("w m sixty six space o c t", "w m sixty six space o c t"),
    ("it's twelve d three four five six seven", "twelve d three four five six seven"),
]
NOT_READ_OUT = [
    "b one two three four five six",
    "a one two three four five six b or c",
    "vitamin d three times, four, five",
    "plan b no one",
    "so c and d, two of them",
]


@pytest.mark.parametrize(("text", "found"), PLATES)
def test_plates_of_other_countries_are_found(text, found):
    """In capitals wherever they stand, others by the word plate."""
    assert ("plate", found) in find(text)


@pytest.mark.parametrize("text", NO_PLATES)
def test_letters_and_figures_of_other_things_are_no_plates(text):
    """Roads, vertebrae, years."""
    assert "plate" not in kinds(text)


@pytest.mark.parametrize(("text", "found"), READ_OUT)
def test_codes_are_found_with_what_is_said_between(text, found):
    """Begun anew, with a space, with one letter in the midst of figures."""
    assert any(found == words for _, words in find(text))


@pytest.mark.parametrize("text", NOT_READ_OUT)
def test_plans_and_counts_are_no_codes(text):
    """One letter at an end is none."""
    assert not kinds(text) & {"plate", "number"}


STREETS = [
    ("it's two hundred and six maple hollow road the one", "two hundred and six maple hollow road"),
    ("it's fourteen hundred maple avenue", "fourteen hundred maple avenue"),
    ("at twelve oh four west elm street", "twelve oh four west elm street"),
    ("on the corner of east forty third and wilmot and", "east forty third and wilmot"),
    ("on west fourteenth street", "west fourteenth street"),
    ("outside the chippy on cutler's row and", "cutler's row"),
    ("they were down tanner's yard then", "tanner's yard"),
    ("at eighty eight b saint oswald's gate then", "eighty eight b saint oswald's gate"),
    ("off st john's wood road", "st john's wood road"),
    ("them flats, forty one adeline point house", "forty one adeline point house"),
    ("up in flat twelve adeline court", "flat twelve adeline court"),
    ("at unit six, twenty two wattlebird parade", "unit six, twenty two wattlebird parade"),
    ("I'm in flat fourteen and so", "flat fourteen"),
    ("we're rose cottage, top of the lane", "rose cottage"),
    ("it's the old rectory, church lane", "the old rectory, church lane"),
    ("the receptionist at the larches says", "the larches"),
    ("I live fourteen the paddocks", "fourteen the paddocks"),
    ("opposite the shop on larkspur road then", "larkspur road"),
    ("she lives on larkspur drive", "larkspur drive"),
    ("on the larkspur estate", "larkspur estate"),
    ("out on rural route two", "rural route two"),
    ("at house number twelve", "house number twelve"),
    ("at 14 larkspur cres", "14 larkspur cres"),
    ("it was 12, rue de la Paix then", "12, rue de la Paix"),
    ("at Calle Mayor 8", "Calle Mayor 8"),
    ("at twelve rue victor hugo", "twelve rue victor hugo"),
    ("in der Lindenstraße 14", "Lindenstraße 14"),
    ("on the Keizersgracht 12", "Keizersgracht 12"),
    ("right at the end of Mill Brow", "Mill Brow"),
]
NO_STREETS = [
    "two people on the road",
    "ten minutes down the main road",
    "a hundred yards off the road",
    "in mum's yard",
    "up the doctor's lane",
    "on god's green earth",
    "on Monday's walk",
    "a two bedroom house",
    "a ten minute drive",
    "the corner of the room and the door",
    "in the corner of my eye and",
    "I was flat one day",
    "my back was flat two days",
    "on the council estate",
    "on the second floor",
    "the first street",
    "on one long road",
    "down memory lane",
    "I rue the day",
    "visit one place and see",
    "one place where the",
    "a unit of two",
    "a lot of ten",
    "at the house number one said",
    "in a nice cottage",
    "the old forge of it",
    "under the willows",
    "at ten the nurse came",
    "via the hospital",
    "off road",
    "in twenty four hour care home",
    "house prices went up two hundred",
    "get two close friends",
    "one saint of a man",
]


@pytest.mark.parametrize(("text", "found"), STREETS)
def test_addresses_are_found_in_words(text, found):
    """With hundreds, of two words, at corners, by names of houses, in other countries."""
    assert any(found in words for kind, words in find(text) if kind == "address")


@pytest.mark.parametrize("text", NO_STREETS)
def test_roads_and_houses_without_a_name_pass(text):
    """Nor are friends, drives and corners of rooms addresses."""
    assert "address" not in kinds(text)


NAMES = [
    ("and then hyacinth said well", "hyacinth"),
    ("i'd go with rose of a tuesday", "rose"),
    ("yeah no will drives me now", "will"),
    ("so primrose phoned me back", "primrose"),
    ("i buried jack on friday", "jack"),
    ("they closed the one in wells so", "wells"),
    ("i trained in reading", "reading"),
    ("at a place near moose jaw and", "moose jaw"),
    ("in a town called hope and", "hope"),
    ("the group in stow on the wold", "stow on the wold"),
    ("from Newcastle-upon-Tyne then", "Newcastle-upon-Tyne"),
    ("it was grace that rang", "grace"),
    ("he put ruby on speaker", "ruby"),
    ("and frank couldn't sit", "frank"),
    ("they transferred me to battle", "battle"),
    ("we're from rye originally", "rye"),
    ("my son's in deal now", "deal"),
    ("a carer for maple tree homecare", "maple tree homecare"),
    ("so Pastor Emmanuel came", "Pastor Emmanuel"),
]
NO_NAMES = [
    "so will you",
    "and will the nurse say",
    "go with grace",
    "went with hope",
    "bless hope",
    "a place near me",
    "a place called home",
    "somewhere near the shop",
    "a rose said nothing",
    "i miss rain",
    "depends on the sea",
    "once upon a time",
    "back in a village near here",
    "a bath in reading light",
    "if will is strong",
    "out with the fox",
    "chip on my shoulder",
    "it was hope that kept me going",
    "a carer for my mother with support",
]


@pytest.mark.parametrize(("text", "found"), NAMES)
def test_names_that_are_words_are_found_by_what_people_do(text, found):
    """Who phones, with whom somebody goes, where a town lies."""
    assert any(found == words for _, words in find(text))


@pytest.mark.parametrize("text", NO_NAMES)
def test_words_that_may_be_names_pass_elsewhere(text):
    """Virtues, weather and verbs."""
    assert find(text) == []


ONLINE = [
    ("my handle's at sore loser kev all one word", "sore loser kev"),
    ("I'm at crafty liz on twitter", "crafty liz"),
    ("it's crafty_liz on insta", "crafty_liz"),
    ("discord, lizzie#4471, add me", "lizzie#4471"),
    ("it's jo at example point com", "jo at example point com"),
    ("it's jo at example dot de", "jo at example dot de"),
    ("one nine two point oh point two point forty four", "one nine two point oh point two point forty four"),
    ("my ip address is 192 0 2 44", "192 0 2 44"),
    ("2001 colon d b 8 colon colon one", "2001 colon d b 8 colon colon one"),
    ("on /mnt/c/Users/jo now", "/mnt/c/Users/jo"),
    ("in smb://nas/jo now", "smb://nas/jo"),
    ("on there i go by tin_Hips_77, ask", "tin_Hips_77"),
    ("robin, then a dot, then k, at example dot net", "robin, then a dot, then k, at example dot net"),
    ("one ninety-two, dot zero, dot two, dot nine", "one ninety-two, dot zero, dot two, dot nine"),
]
SPELT = [
    "D, apostrophe, S, O, U, Z, A",
    "s m i t h dash j o n e s",
    "m a c, capital d",
    "s like sugar, m like mother, y like yellow",
    "s sugar, m mother, y yellow",
    "stephen with a ph",
]
CODES = [
    ("postcode is twenty four eighty", "twenty four eighty"),
    ("portland oregon nine seven two one four", "nine seven two one four"),
    ("new south wales two four eight oh", "two four eight oh"),
    ("we're in 2480, up north", "2480"),
    ("in the b d eighteen area", "b d eighteen"),
    ("we're in 49901, by the lake", "49901"),
]
NOTHING = [
    "I like it, I like ink",
    "a point of one point two",
    "my colon and the other colon",
    "at one point",
    "the #1 of 1000",
    "I'm at work on twitter",
    "a hundred of us in 2500 words",
    "in 2019, it was",
    "the one area",
    "we are in 5000 homes",
    "a twenty four hour code",
    "he wants all one word of it",
    "so a cup and a plate",
    "it was at all one way",
]


@pytest.mark.parametrize(("text", "found"), ONLINE)
def test_addresses_on_line_are_found_as_people_say_them(text, found):
    """With point, colon and all one word."""
    assert any(found == words for _, words in find(text))


@pytest.mark.parametrize("name", SPELT)
def test_names_are_found_with_signs_between_their_letters(name):
    """And with a word for each."""
    assert ("spelt_name", name) in find(f"so {name}.")


@pytest.mark.parametrize(("text", "found"), CODES)
def test_postcodes_are_found_beside_a_place(text, found):
    """A state, an area, where somebody lives."""
    assert ("postcode", found) in find(text)


@pytest.mark.parametrize("text", NOTHING)
def test_talk_that_sounds_like_addresses_on_line_passes(text):
    """Points, colons, likes and years."""
    assert find(text) == []


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    "text",
    [
        "two hundred and " * 15_000,
        "forty one adeline " * 12_000,
        "on cutler's " * 20_000,
        "flat two, " * 20_000,
        "corner of a b c " * 12_000,
        "the corner of elm " * 12_000,
        "ninety- " * 25_000,
        "ninety, no, " * 20_000,
        "four fifteen " * 15_000,
        "policy number " * 15_000,
        "ref is " * 25_000,
        "ref " + "1" * 200_000,
        "last four of my " * 12_000,
        "plate A 1 " * 20_000,
        "colon one " * 20_000,
        "one point " * 20_000,
        "a like " * 25_000,
        "s sugar " * 20_000,
        "handle at a " * 15_000,
        "a place near " * 15_000,
        "rose and stow on the " * 10_000,
        "Aa-" * 60_000,
        "rue de la " * 20_000,
        "born in was " * 15_000,
        "may two " * 25_000,
        "w m space no " * 15_000,
        "D, apostrophe, " * 12_000,
        "in 2480 " * 25_000,
        "king off the " * 15_000,
        "a, then a dot, " * 12_000,
        "carer for elm " * 12_000,
        "four, five, " * 20_000,
        "0 ... " * 25_000,
    ],
)
def test_no_text_makes_these_forms_slow(text):
    """Patterns cost no more than a text's length, whatever it holds."""
    find(text)
