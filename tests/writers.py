"""Writers of every transcript format, for tests: a conversation in, the bytes of a file out."""

import csv
import html
import io
import json
from xml.sax.saxutils import escape, quoteattr

import docx
import odfdo
import openpyxl
from praatio.utilities import textgrid_io

Talk = list[tuple[str, str]]  # label and words, five seconds each


def times(number, pattern="{h:02d}:{m:02d}:{s:02d}.{f:03d}"):
    """Start and end of a turn as a file writes them."""
    return tuple(
        pattern.format(h=t // 3600, m=t // 60 % 60, s=t % 60, f=0) for t in (5 * number, 5 * number + 4)
    )


def txt(talk):
    return "\n".join(f"{who}: {said}" for who, said in talk).encode()


def txt_clock(talk):
    return "\n".join(f"[{times(n)[0]}] {who}: {said}" for n, (who, said) in enumerate(talk)).encode("utf-16")


def txt_own_line(talk):
    return "\r\n\r\n".join(f"{who}  {times(n)[0]}\r\n{said}" for n, (who, said) in enumerate(talk)).encode()


def txt_teams(talk):
    return "\n".join(
        f"{' --> '.join(times(n))}\n{who}\n{said}" for n, (who, said) in enumerate(talk)
    ).encode()


def txt_zoom(talk):
    return "\n\n".join(
        f"[{who}] {times(n, '{h:02d}:{m:02d}:{s:02d}')[0]}\n{said}" for n, (who, said) in enumerate(talk)
    ).encode()


def txt_tab(talk):
    return "\n".join(f"{who}\t{said}" for who, said in talk).encode()


def f4(talk):
    return "\n".join(
        f"{who}: {said} #{times(n, '{h:02d}:{m:02d}:{s:02d}-3')[1]}#" for n, (who, said) in enumerate(talk)
    ).encode()


def vtt(talk):
    cues = [
        f"g-{n}/1-0\n{' --> '.join(times(n))}\n<v {who}>{html.escape(said, quote=False)}</v>"
        for n, (who, said) in enumerate(talk)
    ]
    return "\n\n".join(["WEBVTT", *cues]).encode()


def vtt_colon(talk):
    cues = [
        f"{n}\n{' --> '.join(times(n))}\n{who}: {html.escape(said, quote=False)}"
        for n, (who, said) in enumerate(talk)
    ]
    return "\n\n".join(["WEBVTT", *cues]).encode("utf-8-sig")


def srt(talk):
    return "\n\n".join(
        f"{n + 1}\n{' --> '.join(times(n, '{h:02d}:{m:02d}:{s:02d},{f:03d}'))}\n{who}: {said}"
        for n, (who, said) in enumerate(talk)
    ).encode()


def sbv(talk):
    return "\n\n".join(
        f"{','.join(times(n, '{h}:{m:02d}:{s:02d}.{f:03d}'))}\n{who}: {said}"
        for n, (who, said) in enumerate(talk)
    ).encode()


def docx_paragraphs(talk):
    document = docx.Document()
    for who, said in talk:
        document.add_paragraph(f"{who}: {said}")
    return _saved(document)


def docx_bold(talk):
    document = docx.Document()
    for who, said in talk:
        paragraph = document.add_paragraph()
        paragraph.add_run(who).bold = True
        paragraph.add_run(f" {said}")
    return _saved(document)


def docx_table(talk):
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for who, said in talk:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = who, said
    return _saved(document)


def docx_teams(talk):
    document = docx.Document()
    for n, (who, said) in enumerate(talk):
        document.add_paragraph(f"{' --> '.join(times(n, '{h}:{m}:{s}.{f}'))}\n{who}\n{said}")
    return _saved(document)


def _saved(document):
    document.core_properties.author = ""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def odt(talk):
    document = odfdo.Document("text")
    document.body.clear()
    for who, said in talk:
        document.body.append(odfdo.Paragraph(f"{who}: {said}"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rtf_text(text):
    """Words as Rich Text escapes them."""
    units = text.encode("utf-16-le", "surrogatepass")
    codes = [int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2)]
    return "".join(
        f"\\{chr(c)}"
        if chr(c) in "\\{}"
        else chr(c)
        if 32 <= c < 127
        else f"\\u{c - 65536 if c > 32767 else c}?"
        for c in codes
    )


def rtf(talk):
    lines = "".join(f"{rtf_text(f'{who}: {said}')}\\par\n" for who, said in talk)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1 {lines}}}".encode("ascii")


def page(talk):
    said = "".join(f"<p><b>{html.escape(who)}:</b> {html.escape(said)}</p>" for who, said in talk)
    return f"<!doctype html><html><head><title>Talk</title></head><body>{said}</body></html>".encode()


def podcast(talk):
    return "\n".join(
        f"<cite>{html.escape(who)}:</cite>\n<time>{n}:00</time>\n<p>{html.escape(said)}</p>"
        for n, (who, said) in enumerate(talk)
    ).encode()


def otr(talk):
    said = "".join(
        f'<p><span class="timestamp" data-timestamp="{5 * n}.2">0:{5 * n % 60:02d}</span> '
        f"{html.escape(who)}: {html.escape(words)}</p>"
        for n, (who, words) in enumerate(talk)
    )
    return json.dumps({"text": said, "media": "", "media-time": 3.5}).encode()


def whisperx(talk):
    segments = [
        {
            "start": 5.0 * n,
            "end": 5.0 * n + 4,
            "text": f" {said}",
            "speaker": who,
            "words": [{"word": w} for w in said.split()],
        }
        for n, (who, said) in enumerate(talk)
    ]
    return json.dumps({"segments": segments, "language": "en"}).encode()


def assemblyai(talk):
    said = [
        {"speaker": who, "start": 5000 * n, "end": 5000 * n + 4000, "text": words}
        for n, (who, words) in enumerate(talk)
    ]
    return json.dumps({"id": "x1", "utterances": said, "text": " ".join(words for _, words in talk)}).encode()


def aws(talk):
    items = [
        {
            "type": "pronunciation",
            "speaker_label": who,
            "start_time": f"{5 * n + k / 100:.2f}",
            "end_time": f"{5 * n + k / 100:.2f}",
            "alternatives": [{"content": word}],
        }
        for n, (who, said) in enumerate(talk)
        for k, word in enumerate(said.split())
    ]
    results = {"transcripts": [{"transcript": " ".join(said for _, said in talk)}], "items": items}
    return json.dumps({"jobName": "job", "results": results}).encode()


def cha(talk):
    said = "\n".join(
        f"*{who}:\t{words} \x15{5000 * n}_{5000 * n + 4000}\x15" for n, (who, words) in enumerate(talk)
    )
    return f"@UTF8\n@Begin\n@Languages:\teng\n{said}\n@End\n".encode()


def eaf(talk):
    order = range(len(talk))
    slots = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{2 * n + k}" TIME_VALUE="{5000 * n + 4000 * k}"/>'
        for n in order
        for k in (0, 1)
    )
    said = [
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{n}" TIME_SLOT_REF1="ts{2 * n}" '
        f'TIME_SLOT_REF2="ts{2 * n + 1}"><ANNOTATION_VALUE>{escape(words)}</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION>"
        for n, (_, words) in enumerate(talk)
    ]
    tiers = "".join(
        f"<TIER TIER_ID={quoteattr(name)}>{''.join(said[n] for n in order if talk[n][0] == name)}</TIER>"
        for name in dict.fromkeys(who for who, _ in talk)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT AUTHOR="" FORMAT="3.0" VERSION="3.0">'
        f"<HEADER/><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
    ).encode()


def textgrid(talk, style="long_textgrid", encoding="utf-8"):
    tiers = [
        {"class": "IntervalTier", "name": name, "xmin": 0, "xmax": 5 * len(talk),
         "entries": [(5 * n, 5 * n + 4, said) for n, (who, said) in enumerate(talk) if who == name]}
        for name in dict.fromkeys(who for who, _ in talk)
    ]  # fmt: skip
    grid = {"xmin": 0, "xmax": 5 * len(talk), "tiers": tiers}
    return textgrid_io.getTextgridAsStr(grid, style, includeBlankSpaces=True).encode(encoding)


def textgrid_short(talk):
    return textgrid(talk, "short_textgrid", "utf-16")


def tei(talk):
    points = "".join(f'<when xml:id="T{n}" interval="{5 * n}" since="#T"/>' for n in range(len(talk)))
    said = "".join(
        f'<u who="#{who}" start="#T{n}">{escape(words)}</u>' for n, (who, words) in enumerate(talk)
    )
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><timeline><when xml:id="T"/>{points}'
        f"</timeline><body>{said}</body></text></TEI>"
    ).encode()


COLUMNS = {"speaker": "Who", "text": "Said", "start": "From"}


def sheet_csv(talk):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerows(
        [["Who", "Said", "From"], *([who, said, times(n)[0]] for n, (who, said) in enumerate(talk))]
    )
    return stream.getvalue().encode()


def sheet_xlsx(talk):
    book = openpyxl.Workbook()
    sheet = book.active
    for n, record in enumerate(
        [("Who", "Said", "From"), *((who, said, 5 * k) for k, (who, said) in enumerate(talk))], 1
    ):
        for at, value in enumerate(record, 1):
            sheet.cell(n, at).value = value
            sheet.cell(n, at).data_type = "n" if isinstance(value, int) else "s"
    book.properties.creator = ""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# Suffix and writer of every manner; those in LITERAL account for every character of their bytes.
MANNERS = {
    "labels": (".txt", txt),
    "clock": (".txt", txt_clock),
    "own line": (".txt", txt_own_line),
    "teams text": (".txt", txt_teams),
    "zoom text": (".txt", txt_zoom),
    "tabs": (".txt", txt_tab),
    "f4": (".txt", f4),
    "voices": (".vtt", vtt),
    "zoom captions": (".vtt", vtt_colon),
    "srt": (".srt", srt),
    "sbv": (".sbv", sbv),
    "docx": (".docx", docx_paragraphs),
    "docx bold": (".docx", docx_bold),
    "docx table": (".docx", docx_table),
    "docx teams": (".docx", docx_teams),
    "odt": (".odt", odt),
    "rtf": (".rtf", rtf),
    "html": (".html", page),
    "podcast": (".html", podcast),
    "otr": (".otr", otr),
    "whisperx": (".json", whisperx),
    "assemblyai": (".json", assemblyai),
    "aws": (".json", aws),
    "cha": (".cha", cha),
    "eaf": (".eaf", eaf),
    "textgrid": (".TextGrid", textgrid),
    "textgrid short": (".TextGrid", textgrid_short),
    "tei": (".xml", tei),
    "csv": (".csv", sheet_csv),
    "xlsx": (".xlsx", sheet_xlsx),
}
LITERAL = ("labels", "clock", "own line", "teams text", "zoom text", "tabs", "f4", "srt", "sbv", "cha")
