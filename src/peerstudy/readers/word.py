"""Word documents: a paragraph a turn, the label before a colon, in bold or plain."""

import io
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError

from peerstudy.readers import plain
from peerstudy.readers.transcript import Labels, Transcript, UnreadableError


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a .docx transcript.

    Raises
    ------
    UnreadableError
        For a broken document or speaker labels that the study does not name.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableError(f"it is no readable Word document ({error})") from None
    paragraphs = [line for p in document.paragraphs for line in p.text.split("\n")]
    return plain.from_lines(paragraphs, labels, format="docx", encoding="")
