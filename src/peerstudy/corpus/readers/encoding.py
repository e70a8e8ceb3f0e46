"""Which encoding a text is in that is not UTF-8: Western Windows, unless its signs speak against it."""

from collections.abc import Iterator
from unicodedata import category

WESTERN, CENTRAL, MACINTOSH = "cp1252", "cp1250", "mac_roman"
GUESSED = {WESTERN: "Western Windows", CENTRAL: "Central European Windows", MACINTOSH: "old Macintosh"}
# Letters beyond a to z: first of all the words that English borrows, then of languages, each by itself.
OF_THE_WEST = ("àâæçèéêëîïôùûüœÿñáíóúäößòøåì", "ãõáâàçéêíóôúü", "áðéíóúýþæö")
OF_CENTRAL_EUROPE = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
)
# What a language is told by: as many signs, as many different ones, and as large a share of all letters. The
# languages of Central Europe write 3 to 15 in a hundred; words that English borrowed do not come near.
SIGNS, DIFFERENT, SHARE = 6, 4, 0.03
TWO_STRANGERS = 2  # signs within words that only the other reading makes letters
KNOWN_AS = 0.98  # share of the signs that the language explains
FOREIGN = 0.95  # share that a Western language would have to explain to be believed all the same
# A text of so many letters of which so large a part lies beyond a to z is in another script.
SOME, MOST = 10, 0.8


def guess(data: bytes) -> tuple[str, str] | None:
    """Text and encoding of bytes that are no UTF-8, or nothing where none of the three fits.

    Bytes that are UTF-8 but for a few are broken UTF-8, and not a text full of signs like "Ã©".
    Windows-1252 is believed unless another reading makes letters of signs that stand within words, or the
    text is full of letters that one language of Central Europe explains and no Western one does.

    Examples
    --------
    >>> guess("crème fraîche, señora".encode("cp1252"))
    ('crème fraîche, señora', 'cp1252')
    >>> guess("Chodziłam dwa lata, było mi ciężko.".encode("cp1250"))[1]
    'cp1250'
    """
    if _nearly_utf8(data):
        return None
    read = {name: text for name in (WESTERN, MACINTOSH, CENTRAL) if (text := _read(data, name)) is not None}
    strange = {name: _strange(text) for name, text in read.items()}
    best = min(read, key=lambda name: strange[name])  # the first of equals
    if best == CENTRAL and WESTERN in read and strange[WESTERN] - strange[CENTRAL] < TWO_STRANGERS:
        best = WESTERN
    if best == WESTERN and CENTRAL in read and _central(read[WESTERN], read[CENTRAL]):
        best = CENTRAL
    return (read[best], best) if _is_text(read[best]) else None


def told(name: str) -> str:
    """What a person should know of a file whose encoding was guessed."""
    return (
        f"it is not UTF-8 and was read as {name} ({GUESSED[name]}), which is a guess: look at its accents "
        "and quotation marks. To be sure, save it as UTF-8"
    )


def _nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not sign.isascii() for sign in text) - broken > broken


def _read(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _strange(text: str) -> int:
    """How many signs stand as nobody writes: symbols between letters, capitals after small letters."""
    return sum(
        (_symbol(sign) and before.isalpha() and after.isalpha()) or _switches(before, sign, after)
        for before, sign, after in _signs(text)
    )


def _signs(text: str) -> Iterator[tuple[str, str, str]]:
    """Each sign beyond ASCII between its neighbours."""
    around = f" {text} "
    return ((around[place], sign, around[place + 2]) for place, sign in enumerate(text) if not sign.isascii())


def _symbol(sign: str) -> bool:
    """No letter, and nothing that may part or join words: quotes, dashes, dots."""
    return category(sign)[0] in "SN" or category(sign) in ("Lo", "Lm", "Cc") or sign == "¿"


def _switches(before: str, sign: str, after: str) -> bool:
    return (before.islower() and sign.isupper()) or (sign.islower() and after.isupper())


def _central(western: str, central: str) -> bool:
    """Whether one language of Central Europe explains what no Western language does."""
    signs = [sign.lower() for sign in central if sign.isalpha() and not sign.isascii()]
    letters = sum(map(str.isalpha, central))
    if len(signs) < SIGNS or len(set(signs)) < DIFFERENT or len(signs) < SHARE * letters:
        return False
    return _explained(central, OF_CENTRAL_EUROPE) >= KNOWN_AS and _explained(western, OF_THE_WEST) < FOREIGN


def _explained(text: str, alphabets: tuple[str, ...]) -> float:
    """Share of the letters beyond ASCII that the best alphabet holds."""
    signs = [sign.lower() for sign in text if sign.isalpha() and not sign.isascii()]
    return max(sum(sign in alphabet for sign in signs) for alphabet in alphabets) / max(len(signs), 1)


def _is_text(text: str) -> bool:
    if any(category(sign) == "Cc" and sign not in "\t\n\v\f\r\x1c\x1d\x1e\x85" for sign in text):
        return False
    letters = [sign for sign in text if sign.isalpha()]
    beyond = sum(not sign.isascii() for sign in letters)
    return len(letters) < SOME or beyond <= MOST * len(letters)
