"""Word, OpenDocument, Rich Text, PDF and web pages: what is speech in them, and what is told of people."""

import io
import zipfile

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from writers import rtf_text

from peerstudy.corpus.readers import html, odt, otr, pdf, rtf, word
from peerstudy.corpus.readers.transcript import Labels, UnreadableError

KNOWN = Labels(frozenset(["i", "p07"]))


def left(transcript, reason):
    return [d.text for d in transcript.dropped if d.reason == reason]


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def changed():
    """A Word document with everything that Word keeps beside the text."""
    document = docx.Document()
    document.core_properties.author = "Jane Doe"
    document.core_properties.last_modified_by = "John Roe"
    document.sections[0].header.paragraphs[0].text = "Ward seven"
    paragraph = document.add_paragraph("P07: we ")
    who = 'w:id="1" w:author="Ann Lee" w:date="2020-01-01T00:00:00Z"'
    for xml in (
        f"<w:ins {nsdecls('w')} {who}><w:r><w:t>often </w:t></w:r></w:ins>",
        f"<w:del {nsdecls('w')} {who}><w:r><w:delText>never </w:delText></w:r></w:del>",
        f"<w:hyperlink {nsdecls('w')}><w:r><w:t>met</w:t></w:r></w:hyperlink>",
        f"<w:r {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>aside</w:t></w:r></w:p></w:txbxContent></w:r>",
        f"<w:r {nsdecls('w')}><w:instrText>HYPERLINK mailto:a@b.org</w:instrText></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    document.add_comment(paragraph.runs, text="this is her sister", author="Kim Poe", initials="KP")
    return word.read(saved(document), KNOWN)


def test_tracked_changes_are_resolved(changed):
    """Insertions and linked words count, deletions do not, and a warning says so."""
    assert [t.text for t in changed.turns] == ["we often met"]
    assert left(changed, "deleted under tracked changes") == ["never "]
    assert any("insertions" in w for w in changed.warnings)
    assert any("deletions" in w for w in changed.warnings)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("comment", "this is her sister"),
        ("page header or footer", "Ward seven"),
        ("text box", "aside"),
        ("field code", "HYPERLINK mailto:a@b.org"),
        ("comment author", "Kim Poe"),
        ("revision author", "Ann Lee"),
        ("document property", "Jane Doe"),
        ("document property", "John Roe"),
    ],
)
def test_what_word_keeps_beside_the_text_is_listed(changed, reason, text):
    """Comments, headers, boxes, and the people who wrote them are found."""
    assert text in left(changed, reason)


def test_a_table_within_a_cell_stays_with_its_speaker():
    """Nested tables are read in their place; a header row is no speaker, a row number no word."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=4)
    for cell, text in zip(table.rows[0].cells, ["No", "Time", "Speaker", "Text"], strict=True):
        cell.text = text
    for row, cells in zip(
        table.rows[1:], [["1", "00:12", "I:", "how"], ["2", "00:15", "P07:", "so"]], strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    inner = table.rows[2].cells[3].add_table(1, 1)
    inner.cell(0, 0).text = "within"

    turns = word.read(saved(document), KNOWN).turns

    assert [(t.label, t.text, t.time_start) for t in turns] == [("I", "how", 12), ("P07", "so within", 15)]


def _row(*cells):
    document = docx.Document()
    for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
        cell.text = text
    return word.read(saved(document), KNOWN)


def test_two_speakers_side_by_side_are_two_turns():
    """Cells that hold a label and its words are no pair of label and words."""
    assert [(t.label, t.text) for t in _row("I: how", "P07: so").turns] == [("I", "how"), ("P07", "so")]


def test_words_in_a_cell_beside_a_labelled_cell_are_listed():
    """A heading in the first column is in no turn, and not gone either."""
    read = _row("Theme one", "P07: so")

    assert [(t.label, t.text) for t in read.turns] == [("P07", "so")]
    assert left(read, "words beside a label") == ["Theme one"]


def test_the_new_teams_document_is_read():
    """A picture, a title, and paragraphs of name, time and words."""
    document = docx.Document()
    document.add_paragraph("Meeting about pain")
    for who, clock, said in [("I", "0:03", "how"), ("P07", "0:05", "so")]:
        paragraph = document.add_paragraph()
        paragraph.add_run(who).bold = True
        paragraph.add_run(f"   {clock}").add_break()
        paragraph.add_run(said)

    transcript = word.read(saved(document), KNOWN)

    assert [(t.label, t.text, t.time_start) for t in transcript.turns] == [("I", "how", 3), ("P07", "so", 5)]
    assert left(transcript, "before the first speaker label") == ["Meeting about pain"]


def test_a_bold_word_is_no_speaker():
    """Stress on a first word changes nothing."""
    document = docx.Document()
    document.add_paragraph("P07: so")
    paragraph = document.add_paragraph()
    paragraph.add_run("never").bold = True
    paragraph.add_run(" again")

    assert word.read(saved(document), KNOWN).turns[0].text == "so never again"


def test_what_opendocument_keeps_beside_the_text_is_listed():
    """Comments, deletions, notes and authors of an .odt; blanks and breaks of its own are text."""
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.creator = "John Roe"
    document.body.append(
        odfdo.Element.from_tag(
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
            "<dc:creator>Ann Lee</dc:creator>"
            "</office:change-info><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        )
    )
    document.body.append(
        odfdo.Element.from_tag(
            '<text:p>P07:<text:s text:c="2"/>so<text:line-break/>it<text:note><text:note-body>'
            "<text:p>aside</text:p>"
            "</text:note-body></text:note><office:annotation><dc:creator>Kim Poe</dc:creator>"
            "<text:p>her sister</text:p>"
            "</office:annotation> <text:span>was</text:span></text:p>"
        )
    )
    stream = io.BytesIO()
    document.save(stream)

    transcript = odt.read(stream.getvalue(), KNOWN)

    assert [t.text for t in transcript.turns] == ["so it was"]
    assert left(transcript, "comment") == ["her sister"]
    assert left(transcript, "footnote") == ["aside"]
    assert left(transcript, "deleted under tracked changes") == ["never"]
    authors = {"comment author": ["Kim Poe"], "revision author": ["Ann Lee"]}
    assert {reason: left(transcript, reason) for reason in authors} == authors
    assert "John Roe" in left(transcript, "document property")


def test_what_rich_text_keeps_beside_the_text_is_listed():
    """Author, comment, header, deletion and link target of an .rtf; its words in any script."""
    said = rtf_text("naïve “so” 日本 😀 {x}")
    source = (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\author Jane Doe}{\\operator John Roe}}"
        "{\\header Ward seven\\par}{\\b P07:} " + said + "{\\deleted never }{\\*\\annotation her sister}"
        '{\\field{\\*\\fldinst{HYPERLINK "mailto:a@b.org"}}{\\fldrslt caf\\\'e9}}\\par I: ah\\par}'
    )

    transcript = rtf.read(source.encode("ascii"), KNOWN)

    assert [(t.label, t.text) for t in transcript.turns] == [
        ("P07", "naïve “so” 日本 😀 {x}café"),
        ("I", "ah"),
    ]
    assert left(transcript, "document property") == ["Jane Doe", "John Roe"]
    assert left(transcript, "page header or footer") == ["Ward seven"]
    assert left(transcript, "comment") == ["her sister"]
    assert left(transcript, "deleted under tracked changes") == ["never"]
    assert left(transcript, "link target") == ["mailto:a@b.org"]


def print_out(pages, author="Jane Doe"):
    """A PDF of Helvetica lines, as a printer driver writes it."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Author ({author}) >>",
    ]
    kids = []
    for lines in pages:
        text = "".join(f"1 0 0 1 50 {780 - 20 * n} Tm ({line}) Tj " for n, line in enumerate(lines))
        stream = f"BT /F1 11 Tf {text}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def test_a_print_out_is_read_with_a_warning():
    """Headers, footers and line numbers are no speech, and the warning always stands."""
    pages = [
        [f"Study {n}", f"{3 * n - 2} I: how is", f"{3 * n - 1} it", f"{3 * n} P07: so so", f"page {n}"]
        for n in (1, 2, 3)
    ]

    transcript = pdf.read(print_out(pages), KNOWN)

    assert [(t.label, t.text) for t in transcript.turns] == [("I", "how is it"), ("P07", "so so")] * 3
    assert left(transcript, "page header or footer") == [
        "Study 1",
        "page 1",
        "Study 2",
        "page 2",
        "Study 3",
        "page 3",
    ]
    assert left(transcript, "line number") == [str(n) for n in range(1, 10)]
    assert left(transcript, "document property") == ["Jane Doe"]
    assert "read from a PDF" in transcript.warnings[0]


@pytest.mark.parametrize(
    "pages",
    [
        [["I: was it", "P07: Yes."], ["I: and then", "P07: Yes."]],
        [["I: was it", "so so", "Yes."], ["Yes.", "I: and then", "P07: no"]],
    ],
    ids=["a reply that ends both pages", "a word that ends one and begins the next"],
)
def test_a_short_answer_at_the_edges_of_pages_is_talk(pages):
    """Only what stands at the same edge of most pages, and opens no turn, is a header or footer."""
    assert left(pdf.read(print_out(pages), KNOWN), "page header or footer") == []


def test_a_running_head_that_looks_like_a_label_is_no_talk():
    """It stands on every page."""
    pages = [["P07: second interview", f"I: was it {n}", "P07: so so", f"page {n}"] for n in ("a", "b", "c")]

    assert left(pdf.read(print_out(pages), KNOWN), "page header or footer") == ["P07: second interview"] * 3


def test_a_scan_is_refused_with_a_hint():
    """A PDF without text says what it probably is."""
    with pytest.raises(UnreadableError, match="is it a scan"):
        pdf.read(print_out([[]]), KNOWN)


def test_a_broken_pdf_is_refused():
    """What only begins like a PDF is told in one sentence."""
    with pytest.raises(UnreadableError, match=r"PDF|broken"):
        pdf.read(b"%PDF-1.4\nnothing", KNOWN)


def test_links_and_comments_of_a_page_are_listed():
    """Addresses behind links may identify; scripts are scaffolding."""
    body = b"<!-- for Jane --><script>var x</script><p>I: <a href='mailto:a@b.org'>how</a></p>"
    page = b"<html><body>" + body + b"</body></html>"

    transcript = html.read(page, KNOWN)

    assert [t.text for t in transcript.turns] == ["how"]
    assert left(transcript, "link target") == ["mailto:a@b.org"]
    assert left(transcript, "comment") == ["for Jane"]


def test_the_recording_that_otranscribe_names_is_listed():
    """A media file's name may be a person's."""
    transcript = otr.read(b'{"text": "<p>I: how</p>", "media": "Jane Doe.mp3", "media-time": 1}', KNOWN)

    assert left(transcript, "media path") == ["Jane Doe.mp3"]


def test_a_document_with_macros_is_refused():
    """Nothing that runs is opened."""
    stream = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")

    with pytest.raises(UnreadableError, match="macros"):
        word.read(stream.getvalue(), KNOWN)
