"""From a coded passage to the turns that hold it: by its place, checked by its words, or by words alone."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal

from peerstudy.coding.anchors import Alignment, Place, occurrences, without_labels
from peerstudy.coding.codemap import key
from peerstudy.coding.likeness import likest
from peerstudy.coding.qda.project import Document, Selection, Somewhere, Stretch, TurnStretch, Unit
from peerstudy.folding import Folded, fold
from peerstudy.hints import nearest
from peerstudy.wording import percent

Fate = Literal["carried", "split", "found", "moved"]
ENOUGH = 0.5  # share of an interview's words that a document of another name must hold to be taken for it
GONE = "Hint: if its interview was withdrawn since, take the row out of the sheet"
SHOWN = 100  # characters of a quote in a message
DOCUMENTS = "Hint: mend it there, or give its interview in study.yaml under spans: documents:"


class UnplacedError(ValueError):
    """Why a passage has no place, in words."""


class AbsentError(UnplacedError):
    """The passage belongs to an interview that the study knows and does not read, such as a withdrawn one."""


@dataclass(frozen=True)
class Found:
    """Where a passage lies: at its place, split over turns, found by its words, or moved to them."""

    interview: str
    places: list[Place]
    fate: Fate


@dataclass(frozen=True)
class Corpus:
    """The interviews as stored.

    `names` leads from what a document may be called to its interview, which may be one that is not read;
    `units` from the id of a segment (or its item on a coding sheet) to its interview, place and words.
    """

    turns: dict[str, dict[int, str]]
    labels: dict[str, set[str]]
    names: dict[str, str]
    units: dict[str, tuple[str, Place, str]]

    @cached_property
    def folded(self) -> dict[str, dict[int, Folded]]:
        """Every turn as words are compared."""
        return {
            interview: {turn: fold(text) for turn, text in turns.items()}
            for interview, turns in self.turns.items()
        }

    @cached_property
    def _coded(self) -> set[tuple[str, int]]:
        return {(interview, place.turn) for interview, place, _ in self.units.values()}

    def coded(self, found: Found) -> bool:
        """Whether a passage lies, in part at least, in talk that is cut into segments."""
        return any((found.interview, place.turn) in self._coded for place in found.places)

    def named(self, name: str) -> str:
        """The interview that a document's name means, with or without its suffix; empty if none.

        Raises
        ------
        AbsentError
            If the study does not read that interview.
        """
        bare = PurePosixPath(name.replace("\\", "/")).name
        keys = (key(name), key(bare), key(PurePosixPath(bare).stem))
        interview = next((self.names[k] for k in keys if k in self.names), "")
        if interview and interview not in self.turns:
            raise AbsentError(f"interview {interview!r} is not read")
        return interview


def by_words(corpus: Corpus, interview: str, quote: str, *, told: str, fate: Fate = "moved") -> Found:
    """The one place of an interview where the words stand; `told` opens the message if there is none.

    Raises
    ------
    UnplacedError
        If they stand nowhere, or more than once.
    """
    places = occurrences(quote, corpus.folded[interview])
    if len(places) == 1:
        return Found(interview, places, fate)
    if not places:
        raise UnplacedError(f"{told} stands nowhere in {interview}{_elsewhere(corpus, interview, quote)}")
    turns = ", ".join(str(place.turn) for place in places)
    raise UnplacedError(
        f"{told} stands {len(places)} times in {interview} (turns {turns}). Hint: give turn and start"
    )


class Placer:
    """Places the passages of one file of codings."""

    def __init__(self, corpus: Corpus, documents: list[Document], file: str) -> None:
        self.corpus = corpus
        self._documents = {document.id: document for document in documents}
        self._file = PurePosixPath(file).name
        self._aligned: dict[str, tuple[str, Alignment]] = {}
        self.remarks: list[str] = []

    def place(self, selection: Selection) -> Found:
        """Where a passage lies.

        Raises
        ------
        UnplacedError
            If its place and its words do not agree on one place.
        """
        quote = selection.quote
        if not quote.strip() and not isinstance(selection.place, Unit):
            raise UnplacedError("the quote is empty")
        match selection.place:
            case Stretch():
                return self._stretch(selection.place)
            case TurnStretch():
                return self._turn(selection.place, quote)
            case Somewhere(name):
                told = f"quote {_shown(quote)}"
                return by_words(self.corpus, self._interview(name), quote, told=told, fate="found")
            case Unit(name):
                return self._unit(name, quote)

    def _interview(self, name: str) -> str:
        interview = self.corpus.named(name)
        if not interview:
            raise UnplacedError(
                f"no interview is called {name!r}{nearest(name, self.corpus.turns)}. {DOCUMENTS}"
            )
        return interview

    def _turn(self, place: TurnStretch, quote: str) -> Found:
        """A turn is checked for the words; if they are not there, the interview is searched."""
        interview = self._interview(place.interview)
        text = self.corpus.turns[interview].get(place.turn, "")
        told = f"quote {_shown(quote)}"
        if place.start >= 0:
            end = place.end if place.end >= 0 else place.start + len(quote)
            here = text[place.start : end]
            if fold(here).text == fold(quote).text:
                return Found(interview, [Place(place.turn, place.start, place.start + len(here))], "carried")
            told += f" does not match the text there, {_shown(here)}; it"
        else:
            places = occurrences(quote, {place.turn: fold(text)})
            if len(places) == 1:
                return Found(interview, places, "carried")
            told += "" if places else f" is not in turn {place.turn}; it"
        return by_words(self.corpus, interview, quote, told=told)

    def _unit(self, name: str, quote: str) -> Found:
        """A segment is checked for the words; if they changed, all interviews are searched."""
        if name in self.corpus.units:
            interview, place, words = self.corpus.units[name]
            if not quote or fold(words).text == fold(quote).text:
                return Found(interview, [place], "carried")
        found = [
            Found(interview, places, "moved")
            for interview, turns in self.corpus.folded.items()
            if (places := occurrences(quote, turns))
        ]
        if len(found) == 1 and len(found[0].places) == 1:
            return found[0]
        times = sum(len(one.places) for one in found)
        raise UnplacedError(
            f"no segment {name!r} holds the words {_shown(quote)}; they stand {times} times in all"
            + ("" if times else f". {GONE}")
        )

    def _stretch(self, place: Stretch) -> Found:
        """A stretch of a document lies in the turns under it, if they hold all of its words."""
        interview, alignment = self._alignment(place.document)
        places = alignment.places(place.start, place.end)
        outside = without_labels(alignment.outside(place.start, place.end), self.corpus.labels[interview])
        if places and not outside:
            return Found(interview, places, "carried" if len(places) == 1 else "split")
        quote = self._documents[place.document].text[place.start : place.end]
        told = f"quote {_shown(quote)}"
        if places:
            told += f" holds {_shown(outside)}, which is in no turn at its place; it"
        return by_words(self.corpus, interview, quote, told=told)

    def _alignment(self, key: str) -> tuple[str, Alignment]:
        if key not in self._aligned:
            document = self._documents[key]
            name = document.name or self._file
            interview = self.corpus.named(name) or self._likest(document, name)
            self._aligned[key] = interview, Alignment(document.text, self.corpus.turns[interview])
        return self._aligned[key]

    def _likest(self, document: Document, name: str) -> str:
        """The one interview whose words a document of an unknown name holds."""
        shares = {i: Alignment(document.text, turns).share for i, turns in self.corpus.turns.items()}
        best, *others = sorted(shares, key=lambda i: -shares[i]) or [""]
        if shares.get(best, 0) < ENOUGH or any(shares[other] > shares[best] / 2 for other in others):
            raise UnplacedError(f"no interview is called {name!r}, and none has its words. {DOCUMENTS}")
        self.remarks.append(
            f"document {name!r} is read as {best}: it holds {percent(shares[best])} of its words"
        )
        return best


def _elsewhere(corpus: Corpus, interview: str, quote: str) -> str:
    """Where words were probably taken from that do not stand in their interview."""
    turn, words = likest(quote, corpus.turns[interview])
    if turn:
        return f". Nearest: {_shown(words)}, turn {turn}"
    other = next((other for other, turns in corpus.folded.items() if occurrences(quote, turns)), "")
    return f", but in {other}" if other else ""


def _shown(words: str) -> str:
    """Words in a message: in quotation marks, cut where they are long."""
    return f"'{words}'" if len(words) <= SHOWN else f"'{words[:SHOWN].rstrip()}…'"
