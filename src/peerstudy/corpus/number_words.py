"""Numbers in words, as parts of patterns."""

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UP_TO_99 = rf"(?:{TEENS}|(?:{TENS})(?:[ -](?:{ONES}))?|{ONES})"
FIRSTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = (
    rf"(?:(?:(?:twenty|thirty)[ -]?)?(?:{FIRSTS})|"
    "tenth|eleventh|twelfth|[a-z]{4,5}teenth|twentieth|thirtieth)"
)
