"""oTranscribe (.otr): JSON that holds a page of text and names the recording."""

import json

from peerstudy.corpus.readers.html import paragraphs
from peerstudy.corpus.readers.lines import from_lines
from peerstudy.corpus.readers.transcript import PROPERTY, Dropped, Labels, Transcript, UnreadableError, decode


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of an oTranscribe file; its time stamps give the turns' times.

    Raises
    ------
    UnreadableError
        For broken JSON, a file without text, or speaker labels that the study does not name.
    """
    text, encoding = decode(data)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"its JSON is broken ({error})") from None
    if not isinstance(content, dict) or not isinstance(content.get("text"), str):
        raise UnreadableError("it holds no text of oTranscribe")
    lines, dropped = paragraphs(content["text"])
    for key, value in content.items():
        if key != "text" and isinstance(value, str) and value.strip():
            dropped.append(Dropped(key, value.strip(), "media path", PROPERTY))
    return from_lines(lines, labels, format="otr", encoding=encoding, dropped=dropped)
