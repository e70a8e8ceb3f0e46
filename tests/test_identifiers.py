"""Ugly input that the gate finds, and talk that only looks like it."""

import pandas as pd
import pytest

from peerstudy import tables
from peerstudy.corpus import identifiers

NONE = tables.empty


def find(text):
    """Kind and words of what is found in one turn, without the name model."""
    said = pd.DataFrame(
        {"interview": "A", "turn": [1], "participant": "P1", "speaker": "participant", "label": "I",
         "text": [text], "time_start": 0.0, "time_end": 0.0}
    )  # fmt: skip
    left = [NONE("dropped"), NONE("ingest"), [], NONE("reviewed"), NONE("names")]
    found, _ = identifiers.identifiers(said, *left, model="none", vocabulary="english")
    return list(zip(found["kind"], found["text"], strict=True))


def kinds(text):
    return {kind for kind, _ in find(text)}


@pytest.mark.parametrize(
    "address",
    ["fe80::1", "2001:db8::2", "2001:db8::", "fd12:3456:789a::1", "2001:db8:0:0:0:0:0:1", "192.168.1.20",
     "00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "aa:bb:cc:dd:ee:ff"],
)  # fmt: skip
def test_addresses_of_machines_are_found(address):
    """Shortened too, and at the end of a sentence or before a zone."""
    assert find(f"it was {address}, I think") == [("ip", address)]
    assert find(f"{address}.") == [("ip", address)]


@pytest.mark.parametrize(
    "text",
    ["from 10:20:30 to 11:05", "[00:01:33] so", "at 00:01:02:15 or 1:02:03.500", "10::20",
     "dplyr::filter, a::b", "std::cout << x", "the ratio 1:2:3:4", "dead::beef", "10-20-30-40-50-60",
     "::"],
)  # fmt: skip
def test_times_and_code_are_no_addresses_of_machines(text):
    """Colons alone make none."""
    assert "ip" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["I'm ninety-three", "I'm ninety three now", "she was ninety years old", "my mother's ninety-six",
     "my wife’s 91", "mum, ninety-six, lives alone", "my dad (93) lives alone",
     "a ninety-two-year-old man", "a 93 yr old", "93 y/o", "his ninety-third birthday",
     "my ninetieth birthday", "a 95th birthday", "she is one hundred and one years old"],
)  # fmt: skip
def test_great_ages_in_words_are_found_as_in_digits(text):
    """Ninety and over, as the safe harbour of HIPAA has it."""
    assert kinds(text) == {"age"}


@pytest.mark.parametrize(
    "text",
    ["she was eighty-nine years old", "she was 89 years old", "one in ninety", "ninety per cent",
     "in ninety-three", "in their nineties", "in the nineties",
     "mum, ninety minutes later, rang", "dad, 95 percent of it",
     "my dad's 100 times better", "the 95th time", "her ninetieth session", "aged 90 and over",
     "aged 90 plus", "he's ninety miles off"],
)  # fmt: skip
def test_smaller_ages_and_other_nineties_pass(text):
    """Under ninety, shares, years, amounts and classes of age."""
    assert find(text) == []


@pytest.mark.parametrize(
    "letters",
    ["S-M-Y-T-H", "s-m-y-t-h", "S – M – Y – T – H", "B-A-double-R-Y", "J, O, H, N",
     "capital s, m, i, t, h", "S M Y T H", "s m y t h", "S. M. Y. T. H", "J.O.H.N", "A-N-N-A", "B-E-N",
     "A M Y", "Ł-U-K-A-S-Z"],
)  # fmt: skip
def test_names_that_are_spelt_out_are_found(letters):
    """Whatever stands between the letters; short ones if a list holds them."""
    assert find(f"so it's {letters}.") == [("spelt_name", letters)]


@pytest.mark.parametrize(
    "text",
    [
        "M for mother, A for apple, Y for yellow",
        "B as in Bravo and R as in Romeo",
        "J dot Smith",
        "j dot smith",
    ],
)
def test_letters_that_are_told_by_words_are_found(text):
    """As on the telephone."""
    assert find(f"so {text}") == [("spelt_name", text)]


@pytest.mark.parametrize(
    "text",
    ["bee are oh double-u en", "jay oh en ee ess", "zed, oh, ee", "Juliet Oscar Hotel November",
     "kilo india mike", "S for sugar, I, A, N", "smythe with a y", "Anne with an e",
     "Philip with one l", "Garrett, with a double t", "T, H, - wait - A, N, H", "C.a.t.r.i.o.n.a"],
)  # fmt: skip
def test_letters_are_found_by_their_sounds_and_by_what_is_said_of_them(text):
    """By the alphabet of the radio, with a word for the first only, with what people say while they think."""
    assert ("spelt_name", text) in find(f"so it was {text}.")


@pytest.mark.parametrize(
    "text",
    ["oh you see why I are", "I be a tea", "golf at the hotel", "you see, tea, you see", "tea with a biscuit",
     "plan with a few of us", "one two three four five", "oh I see, oh", "with a C-section",
     "I for one, a fool"],
)  # fmt: skip
def test_words_that_sound_like_letters_pass(text):
    """Two of them must mean nothing else."""
    assert "spelt_name" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["the U.S.A. and a G.P. and an M.R.I.", "e.g. this, i.e. that, at 5 p.m.", "A & E",
     "N-H-S, M-R-I, C-B-T", "the N H S", "P T S D", "Q and A, R and R", "H-I-V"],
)  # fmt: skip
def test_abbreviations_are_no_spelt_names(text):
    """Dots without blanks, the usual ones letter by letter, and three letters apart."""
    assert "spelt_name" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["I-I-I think", "b-b-but why", "w-w-w-what", "a a a", "I, I, a, I don't know", "a- a- I w- s- went",
     "h-h-h-h", "A-B-C", "x, y, z", "options A, B, D", "vitamins A, D, E and K",
     "A for effort, B for trying", "T-shirts", "I dot my i's", "a dot on the screen",
     "Goals. G, O, A, L, S."],
)  # fmt: skip
def test_stutters_and_lists_are_no_spelt_names(text):
    """Nor letters in the order of the alphabet, nor those of a word that has just begun a sentence."""
    assert "spelt_name" not in kinds(text)


def test_other_scripts_that_part_their_signs_spell_no_names():
    """Transcripts of Chinese often do."""
    assert find("潛 水 艇 滑 板 車") == []


@pytest.mark.parametrize(
    "text",
    ["jo.brown @ example.org", "jo . brown @ example . org", "jo.brown@example. org",
     "jo (at) example (dot) org", "jo [at] example [dot] org", "jo underscore brown at gmail dot com",
     "jobrown at gmail", "jo.brown at gmail.com", "jo dot brown at example dot ac dot uk"],
)  # fmt: skip
def test_addresses_of_mail_are_found_however_they_are_written(text):
    """With blanks, brackets and words for their signs."""
    assert find(f"it is {text}") == [("email", text)]


@pytest.mark.parametrize(
    "text",
    [
        "look at the dot",
        "the dot com bubble",
        "we met @ home",
        "he said at last dot dot dot",
        "I was at work",
    ],
)
def test_at_and_dot_alone_are_no_address(text):
    """Words of every day."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("see example dot org slash jo", "example dot org slash jo"), ("my insta is jo_brown92", "jo_brown92"),
     ("Twitter handle: jo.b92", "jo.b92"), ("at www.example.org/~jo/x", "www.example.org/~jo/x")],
)  # fmt: skip
def test_pages_and_handles_that_are_said_are_found(text, found):
    """Without the signs that pages have."""
    assert find(text) == [("web", found)]


@pytest.mark.parametrize(
    "text",
    [
        "my insta is full",
        "facebook in 2020",
        "snap 3000 of them",
        "my handle is broken",
        "username and password",
    ],
)
def test_talk_of_networks_passes(text):
    """A handle has a letter, and a digit or a low line."""
    assert find(text) == []


@pytest.mark.parametrize(
    "path",
    ["C:\\Users\\jo.brown\\a.docx", "D:\\Interviews\\Jo Brown\\rec.mp3", "C:/Users/jo/a.txt",
     "/Volumes/jbrown/x.txt", "file:///Users/jbrown/x", "\\\\nas01\\home\\jbrown\\a", "~jbrown/x"],
)  # fmt: skip
def test_paths_with_names_of_users_are_found(path):
    """As people paste them."""
    assert find(f"it is in {path}") == [("path", path)]


@pytest.mark.parametrize(
    "text", ["and/or", "at work/home/school", "24/7", "he/she", "w/o", "~10 of us", "either/users"]
)
def test_strokes_in_talk_are_no_paths(text):
    """Nor tildes."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("oh seven seven double oh nine oh oh one two three", "phone"),
        ("oh-seven-seven-double-oh, um, nine hundred, one two three", "phone"),
        ("oh eight hundred one two three four five six", "phone"),
        ("0-double-7 double-0, 900, 123", "phone"),
        ("07700, 900, 123", "phone"),
        ("five five five oh one two three", "number"),
        ("nine four three, four seven six, five nine one nine", "nhs_number"),
        ("oh seven eight oh five one one two oh", "number"),
    ],
)
def test_numbers_that_are_said_are_found(said, kind):
    """Named like those in digits."""
    assert find(f"it's {said}") == [(kind, said)]


@pytest.mark.parametrize(
    "text",
    ["one two three four five six seven eight", "ten nine eight seven six five four three two one",
     "one, two, three, four, one, two, three, four", "two two two two two two two two",
     "oh no oh no oh no", "one hundred two hundred three hundred", "five or six or seven",
     "nine to five, seven days", "1,000, 2,000, 300"],
)  # fmt: skip
def test_counting_is_no_number(text):
    """Up, down, breath by breath and by hundreds."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SSN 078 - 05 - 1120", "social_security"),
        ("SSN 078.05.1120", "social_security"),
        ("hospital number x123456", "number"),
        ("ext. 4567", "phone"),
        ("GB29 NWBK 6016 1331 9268 19", "bank"),
        ("51.5074, -0.1278", "coordinates"),
        ("LS1  4AP", "postcode"),
        ("LS1-4AP", "postcode"),
        ("K1A 0B1", "postcode"),
        ("k1a0b1", "postcode"),
    ],
)
def test_numbers_of_other_forms_are_found(text, kind):
    """Of other countries too, and oddly parted."""
    assert kind in kinds(f"it is {text}")


def test_a_word_before_a_number_is_no_part_of_it():
    """The number is still a telephone's."""
    assert find("her number is 07700 900-135") == [("phone", "07700 900-135")]


@pytest.mark.parametrize(
    "text", ["an extension of 12 months", "extra 5000 steps", "B12 2 times", "version 1.2", "1.5, 2.5"]
)
def test_amounts_are_no_numbers_of_people(text):
    """Nor vitamins."""
    assert kinds(text) <= {"name"}


@pytest.mark.parametrize(
    "date",
    ["3-May-1951", "03-MAY-51", "3May51", "03 05 1951", "3 / 5 / 1951", "third May nineteen fifty-one",
     "May the third, nineteen fifty-one", "3rd of May nineteen fifty-one", "twenty-first of June 1948"],
)  # fmt: skip
def test_dates_are_found_however_they_are_written(date):
    """And said."""
    assert find(f"it was {date}") == [("date", date)]


@pytest.mark.parametrize(
    ("text", "date"), [("born 3rd May", "3rd May"), ("my birthday's the third of May", "the third of May"),
                       ("DOB: 030551", "030551"), ("on the 17th of June", "the 17th of June"),
                       ("June fourteenth it was", "June fourteenth")]
)  # fmt: skip
def test_days_are_found_without_their_year(text, date):
    """Of birth however they are told, others where they are told in full."""
    assert ("date", date) in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "on 3 May",
        "last May nineteen people came",
        "with May 2019 in mind",
        "a third of them may",
        "born in May",
    ],
)
def test_other_days_and_months_pass(text):
    """As they always have."""
    assert find(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "12 High St",
        "14, Elm Park Rd",
        "15 Acacia Ave",
        "221B Baker Street",
        "PO Box 123",
        "12 acacia avenue",
        "Apt 4B",
    ],
)
def test_addresses_are_found_shortened_and_in_lower_case(address):
    """With the number of the house."""
    assert find(f"at {address}, yes") == [("address", address)]


@pytest.mark.parametrize("text", ["a 2 way street", "a 3 lane road", "a 5 mile road", "2 cars down the road"])
def test_roads_without_a_name_pass(text):
    """They lead anywhere."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MRS BROWN TOLD ME", "MRS BROWN"),
        ("DR PATEL", "DR PATEL"),
        ("mr smith told me", "mr smith"),
        ("dr patel said", "dr patel"),
        ("saw Mrs\nBrown", "Mrs\nBrown"),
    ],
)
def test_titles_are_found_in_any_case(text, name):
    """As recognisers of speech write them, and over the end of a line."""
    assert find(text) == [("title", name)]


@pytest.mark.parametrize(
    "text", ["the dr told me", "my dr said so", "dr who is on", "mr right", "an MR SCAN", "THE DR SAID"]
)
def test_titles_without_a_name_pass(text):
    """Somebody's doctor is nobody yet."""
    assert "title" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("José came", "José"),
        ("Zoë’s car", "Zoë"),
        ("Mary-Jane came", "Mary-Jane"),
        ("terry2 and", "terry2"),
        ("Siobhan_M and", "Siobhan_M"),
        ("met Mar- garet there", "Mar- garet"),
        ("met Ter-\nry there", "Ter-\nry"),
        ("my name is xiomara", "xiomara"),
        ("her surname's xiomara", "xiomara"),
    ],
)
def test_given_names_are_found_past_what_hides_them(text, name):
    """Accents, hyphens, digits, low lines, the end of a line and lower case."""
    assert find(text) == [("person", name)]


@pytest.mark.parametrize(
    "text", ["my name is on the list", "her name's still there", "she w- went", "th- then", "self- help"]
)
def test_names_of_nobody_pass(text):
    """Nor are cut-off words names."""
    assert find(text) == []


@pytest.mark.parametrize("text", ["[terry comes in]", "[TERRY]", "[siobhan maguire]"])
def test_brackets_of_any_case_hide_no_given_name(text):
    """They redact only what they replace."""
    assert "person" in kinds(text)


@pytest.mark.parametrize(
    "text", ["[name]", "[FAITH]", "[place]", "[joy]", "[PERSON_2]", "[will come back to this]"]
)
def test_words_in_brackets_are_redactions(text):
    """Though some are given names as well."""
    assert find(text) == []


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    "text",
    [
        "S-" * 100_000,
        "S-M-Y-T-H " * 20_000,
        "S, " * 80_000,
        "double " * 40_000,
        "oh " * 80_000,
        "1, " * 80_000,
        "0123, " * 40_000,
        "f:" * 100_000,
        "2001:" * 40_000 + ":",
        "C:\\" + "a\\" * 100_000,
        "/Users/" * 40_000,
        "a . " * 60_000 + "@",
        "a (at) " * 40_000,
        "insta is " * 30_000,
        "M for mother, " * 20_000,
        "twenty " * 40_000,
        "th May " * 40_000,
        "GB29 NWBK " * 30_000,
        "ab- " * 60_000,
        "[terry" * 40_000,
        "1.12345," * 30_000,
        "reg " * 40_000,
        "zip code one " * 20_000,
        "one dot " * 40_000,
        "ee bee " * 40_000,
        "golf hotel " * 20_000,
        "smith with a " * 20_000,
        "T, - wait - " * 20_000,
        "a for " * 40_000,
        "ninety " * 30_000,
        "kwabena community general " * 10_000,
        "my friend " * 20_000,
        "wha-" * 40_000,
    ],
)
def test_no_text_makes_the_forms_slow(text):
    """Patterns cost no more than a text's length, whatever it holds."""
    find(text)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("my postcode's m fourteen five t q and so", "postcode", "m fourteen five t q"),
        ("nine seven two oh two, the zip, so", "postcode", "nine seven two oh two"),
        ("sent to 60699-0417 then", "postcode", "60699-0417"),
        ("in the 73199 zip code", "postcode", "73199"),
        ("S eleven eight P Q, I said", "postcode", "S eleven eight P Q"),
        ("it's cf 24 2 jx I think", "postcode", "cf 24 2 jx"),
        ("it's m five v two t six up there", "postcode", "m five v two t six"),
        ("you're an sy23 he said", "postcode", "sy23"),
        ("moved to postcode 3056 and", "postcode", "3056"),
        ("the eircode is D02 X285 pet", "postcode", "D02 X285"),
        ("over in ohio 43215 then", "postcode", "ohio 43215"),
        ("rego's one ell kay four pee arr if", "number", "one ell kay four pee arr"),
        ("licence MORGA 753116 SM9IJ gone", "number", "MORGA 753116 SM9IJ"),
        ("the PPS number there, 1234567FA, sure", "number", "1234567FA"),
        ("it's just 960118, he'll pick up", "phone", "960118"),
        ("I had it done on the 17th of June and", "date", "the 17th of June"),
        ("it was the eleventh it was november um twenty sixteen so", "date",
         "the eleventh it was november um twenty sixteen"),
        ("born christmas day nineteen forty nine", "date", "christmas day nineteen forty nine"),
        ("came into this world eleven eleven fifty five", "date", "eleven eleven fifty five"),
        ("one fella in the group, 94, comes by bus", "age", "94"),
        ("Dad's coming up ninety-six and", "age", "ninety-six"),
        ("two years off her hundred", "age", "two years off her hundred"),
        ("she's in her mid-nineties now", "age", "her mid-nineties"),
        ("at number nine the butts and", "address", "at number nine the butts"),
        ("corner of halpern and third till", "address", "halpern and third"),
        ("c colon backslash users backslash gary backslash downloads", "path",
         "c colon backslash users backslash gary backslash downloads"),
        ("sent to shanelle22@example,com with", "email", "shanelle22@example,com"),
        ("Barrett with two Rs and two Ts, I say", "spelt_name", "Barrett with two Rs and two Ts"),
        ("D'A-R-C-Y. Apostrophe.", "spelt_name", "D'A-R-C-Y"),
        ("it said B 9 9 8 L P there", "postcode", "B 9 9 8 L P"),
        ("reg was f482 kln then", "plate", "f482 kln"),
        ("the tag on the truck, 7KRX419, it was", "plate", "7KRX419"),
        ("the 191-D-40217 is adapted", "plate", "191-D-40217"),
        ("your plate in, so wm 66 o c t, then", "plate", "wm 66 o c t"),
        ("a grey SJ 86 UUP", "plate", "SJ 86 UUP"),
        ("it's 192 dot 0 dot 2 dot 118 here", "ip", "192 dot 0 dot 2 dot 118"),
        ("into 08-99-99 66374958 it went", "bank", "08-99-99 66374958"),
        ("we're on TikTok, at tea and tablets, so", "web", "tea and tablets"),
        ("I posted as u/crumbly_knees there", "web", "u/crumbly_knees"),
        ("it was wobbly underscore bex", "web", "was wobbly underscore bex"),
        ("said oh @ FibroFarida and", "web", "@ FibroFarida"),
        ("Ninety-one, he was", "age", "Ninety-one, he was"),
        ("he's what, ninety six, and", "age", "ninety six"),
        ("she's a nonagenarian", "age", "nonagenarian"),
        ("at 103/2 Kirk Wynd", "address", "103/2 Kirk Wynd"),
        ("on W. 214th Terrace", "address", "W. 214th Terrace"),
        ("at flat three, eighteen gosling terrace", "address", "flat three, eighteen gosling terrace"),
        ("the doctors, church lane surgery, you", "organisation", "church lane surgery"),
    ],
)  # fmt: skip
def test_forms_are_found_as_people_say_them(text, kind, found):
    """In words, with blanks, in lower case, with a word beside them that says what they are."""
    assert (kind, found) in find(text)


@pytest.mark.parametrize(
    "text",
    ["the registration in 2019", "a price tag of 2000 pounds", "a plate of 12 of them", "reg back in the 90s",
     "on Facebook at the weekend", "I would underscore that point", "two very close friends", "one long road",
     "it's a postcode lottery, one of those", "zip it up, one two three four", "ninety-one he saw",
     "at knee surgery", "the street house", "one dot two dots", "l four l five s one",
     "a b twelve shot, d three too", "in the mid nineties", "in 1998 the postcode lottery",
     "hit 95 percent", "95, 96, 97",
     "I'm a 1 to 10 b c person", "the corner of the room", "at number one", "march on the second floor"],
)  # fmt: skip
def test_talk_beside_the_words_of_forms_passes(text):
    """The word that says what a form is makes none by itself."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("so i said to kwabena i can't", ("unknown_word", "kwabena")),
        ("and abdi warsame told me", ("unknown_word", "warsame")),
        ("and Abdi Warsame told me", ("name", "Abdi Warsame")),
        ("old pickersgill's shed", ("unknown_word", "pickersgill")),
        ("Bronwen, she's my rock", ("name", "Bronwen")),
        ("(Engelbert) it was", ("name", "Engelbert")),
        ("I WAS UNDER KOZLOWSKI THEN", ("name", "KOZLOWSKI")),
        ("under o'shaughnessy then", ("unknown_word", "o'shaughnessy")),
        ("a skelmer avenue there", ("unknown_word", "skelmer avenue")),
        ("at pemberton's bakery", ("unknown_word", "pemberton's bakery")),
        ("my friend rose drove", ("person", "rose")),
        ("me husband mark does it", ("person", "mark")),
        ("he's called jack now", ("person", "jack")),
        ("i said to grace on monday", ("person", "grace")),
        ("like mark would say oh", ("person", "mark")),
        ("because mark he's my son", ("person", "mark")),
        ("by bus into reading", ("place", "reading")),
        ("the group in bath folded", ("place", "bath")),
        ("went to doctor osei and", ("unknown_word", "doctor osei")),
        ("me and sheila and tony", ("person", "tony")),
    ],
)
def test_names_that_no_list_of_words_holds_are_found(text, found):
    """In lower case and at the beginning; a name that is a word needs somebody's friend before it."""
    assert found in find(text)


@pytest.mark.parametrize(
    "text",
    ["didn't couldn't I'd've goin' y'all", "wha-what a-a sooo nooo hmmm shhh pfft", "I was relie- relieved",
     "self-conscious re-read four-year-old", "cos me meds, erm, dunno", "the naproxen and the physios",
     "colour color realise realize centre", "a rose, a mark on the page", "my friend will come",
     "NHS, PIP and CAMHS", "I WAS SHOUTING REALLY LOUD", "café naïve", "item1 x_y", "她说 привет",
     "dont youre didnt thats ive alot"],
)  # fmt: skip
def test_words_of_talk_pass(text):
    """Contractions, stutters, dialect, drugs, both spellings, compounds, other scripts."""
    assert not kinds(text) & {"unknown_word", "person"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("its near baildon Derek said", {"baildon", "Derek"}),
        ("and so Wojtek Niamh came", {"Wojtek", "Niamh"}),
        ("Mytholmroyd Siobhan said", {"Mytholmroyd", "Siobhan"}),
        ("in mytholmroyd siobhan said", {"mytholmroyd", "siobhan"}),
    ],
)
def test_a_listed_name_hides_no_other_beside_it(text, found):
    """Where it were allowed, the other would never be seen."""
    assert found <= {word for _, words in find(text) for word in words.split()}


def test_talk_in_another_language_is_not_looked_up():
    """A study says that its talk is not English."""
    said = pd.DataFrame(
        {"interview": "A", "turn": [1], "participant": "P1", "speaker": "participant", "label": "I",
         "text": ["wir trafen kwabena beim einkaufen"], "time_start": 0.0, "time_end": 0.0}
    )  # fmt: skip
    left = [NONE("dropped"), NONE("ingest"), [], NONE("reviewed"), NONE("names")]

    assert identifiers.identifiers(said, *left, model="none", vocabulary="none")[0].empty
