"""Texts that are not UTF-8 are read as Western Windows, unless their signs speak against it."""

import pytest

from peerstudy.corpus import readers
from peerstudy.corpus.readers.transcript import Labels, UnreadableError, decode

SHORT = [
    "señora",
    "Liège",
    "à",
    "naïve",
    "ça va",
    "l’œuvre",
    "€5",
    "“quotes”",
    "crème, fête",
    "Well…É",
    "5½hours",
    "n.º 3, Mª José",
    "«Où ça ?»",
    "Søren, Ångström, Ærø",
    "¿Cómo está, señora?",
    "não, são ações",
    "più però perché",
    "über die Straße",
    "Þórður á Íslandi",
    "señora, Liège, à, naïve, ça, l’œuvre, €5, “quotes”",
    "I: How was the fête?\nP1: crème brûlée at Zoë’s — déjà vu.",
    "Le café était fermé, voilà pourquoi ma sœur est allée à Liège, où l’été fut très doux.",
]
CENTRAL = {
    "Polish": "Chodziłam na spotkania dwa lata, bo było mi bardzo ciężko. Żałuję, że przestałam.",
    "Polish, all signs": "Zażółć gęślą jaźń",
    "Czech": "Děkuji, že jste přišla. Měla jsem se dobře.",
    "Czech, with a sign that Windows-1252 lacks": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Hungarian": "Köszönöm, hogy eljött. Régóta szerettem volna elmondani, milyen nehéz volt az első év. "
    "Később könnyebb lett.",
    "Croatian": "Bilo mi je teško. Išla sam svaki četvrtak, a poslije smo pili kavu. Možda ću doći, rekla "
    "sam mužu, rođena sam ovdje.",
}


@pytest.mark.parametrize("said", SHORT)
def test_western_words_stay_western(said):
    """However short or ugly: where nothing speaks for another reading, Windows-1252 it is."""
    assert decode(said.encode("cp1252")) == (said, "cp1252")


@pytest.mark.parametrize("said", CENTRAL.values(), ids=CENTRAL)
def test_central_european_text_is_read_as_such(said):
    """Signs within words, or letters that one language explains and no Western one does."""
    assert decode(said.encode("cp1250")) == (said, "cp1250")


@pytest.mark.parametrize("said", ["café", "I: How was the fête?\nP1: Crème brûlée, don’t you “know”."])
def test_old_macintosh_text_is_read_as_such(said):
    """Its small accented letters would be capitals within words."""
    assert decode(said.encode("mac_roman")) == (said, "mac_roman")


@pytest.mark.parametrize(
    ("encoding", "warned"), [("cp1252", True), ("utf-8", False), ("utf-8-sig", False), ("utf-16", False)]
)
def test_a_guessed_encoding_is_told(encoding, warned):
    """With what to look at; what is certain is not warned of."""
    read = readers.read("a.txt", "I: A fête?".encode(encoding), Labels(frozenset(["i"])), {})

    assert [("cp1252" in line and "guess" in line) for line in read.warnings] == [True] * warned


def test_broken_utf8_is_no_other_encoding():
    """One byte that is wrong does not turn every accent of a text into two signs."""
    with pytest.raises(UnreadableError, match=r"encoding could not be found\. Hint: save it as UTF-8"):
        decode("A fête, “a crème”, ".encode() + b"\xff")
