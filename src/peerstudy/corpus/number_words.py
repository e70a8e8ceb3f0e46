"""Numbers and letters as people say them, as parts of patterns."""

from functools import lru_cache

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UP_TO_99 = rf"(?:{TEENS}|(?:{TENS})(?:[ -](?:{ONES}))?|{ONES})"
FIRSTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = (
    rf"(?:(?:(?:twenty|thirty)[ -]?)?(?:{FIRSTS})|"
    "tenth|eleventh|twelfth|[a-z]{3,5}teenth|twentieth|thirtieth)"
)
# A letter or a figure of a code that is read out: T, "y for yellow", 5T, fourteen.
FIGURE = rf"oh|o|zero|nought|{ONES}"
SIGN = (
    rf"(?:[a-z]{{0,2}}\d{{1,4}}[a-z]{{0,2}}|[a-z](?:,? (?:for|as in) [a-z]{{2,12}})?(?![\w'’])|"
    rf"(?:double )?(?:oh|zero|{ONES}|{TEENS}|{TENS})\b)"
)
SIGNS = rf"(?<!['’]){SIGN}(?:[ ,-]{{1,3}}{SIGN}){{3,11}}"
# Letters by their sounds; those that are no words besides show that it is spelt.
SOUNDS = "arr|bee|cee|dee|ee|eff|gee|jee|aitch|haitch|jay|kay|ell|em|en|ess|pee|tee|vee|ex|zed|zee"
WEAK_SOUNDS = "a|ay|be|see|sea|e|eye|i|el|oh|o|pea|cue|queue|are|ar|es|tea|you|yew|u|why|wye|eh"
RADIO = (
    "alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|juliett|kilo|lima|mike|november|oscar|"
    "papa|quebec|romeo|sierra|tango|uniform|victor|whisky|whiskey|xray|yankee|zulu"
)
# What stands between letters and figures that are read out.
NO_LETTERS = str.maketrans(dict.fromkeys(',.;:!?-‐‑–—"()…', " "))

LONE = frozenset("bcdefghjklmnpqrstuvwxyz") | {
    chr(code) for code in range(0xE0, 0x17F)
}  # no words by themselves


@lru_cache(maxsize=4)  # several rules ask it of one text after another
def said(text: str) -> frozenset[str]:
    """The words of a text in lower case, without what stands between letters that are read out.

    Examples
    --------
    >>> sorted(said("It's B, two"))
    ['b', "it's", 'two']
    """
    return frozenset(text.lower().translate(NO_LETTERS).split())


def has_letters(text: str) -> bool:
    """Whether a letter stands by itself that is no word: few texts have one.

    Examples
    --------
    >>> has_letters("I had a B12"), has_letters("that's J-O")
    (False, True)
    """
    return not LONE.isdisjoint(said(text))
