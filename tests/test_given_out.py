"""What a run gives out, through the whole workflow: a crate that is so, and summaries that come back."""

import hashlib
import io
import json
import shutil
from dataclasses import replace
from urllib.parse import unquote

import openpyxl
import pytest

from peerstudy import tables

pytestmark = pytest.mark.workflow


def test_the_crate_describes_the_files_as_they_lie_there(run):
    """Each file that it names has that hash and size; nothing restricted is part of it."""
    graph = json.loads((run.results / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    files = [entity for entity in graph if entity["@type"] == "File"]

    for entity in files:
        content = (run.results / unquote(entity["@id"])).read_bytes()
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        assert entity["contentSize"] == str(len(content))
    named = {entity["@id"] for entity in files}
    assert {"report.html", "tables/contrasts.csv", "exchange/tables.docx", "exchange/codebook.docx"} <= named
    assert not any(name.startswith("restricted/") or name.endswith(".qdpx") for name in named)


def test_a_summary_that_a_person_wrote_stands_in_the_next_run(run, tmp_path):
    """The matrix is copied into the study, filled and read; the file is on record with its hash."""
    shutil.copytree(run.top, tmp_path, dirs_exist_ok=True)
    copy = replace(run, top=tmp_path)
    book = openpyxl.load_workbook(copy.results / "restricted" / "framework.xlsx")
    heads = [cell.value for cell in book["matrix"][1]]
    column = next(number for number, head in enumerate(heads, 1) if str(head).endswith("(tea)"))
    (line,) = [row[0].row for row in book["matrix"].iter_rows(min_row=2) if row[0].value == "001"]
    book["matrix"].cell(line, column).value = "Tea is what the others are for."
    content = io.BytesIO()
    book.save(content)
    (copy.study / "framework.xlsx").write_bytes(content.getvalue())
    copy.run("restricted/framework.csv", "tables/provenance.csv")

    matrix = tables.read(copy.results / "restricted" / "framework.csv").set_index(["participant", "theme"])
    assert matrix.loc[("001", "tea"), "summary"] == "Tea is what the others are for."
    record = tables.read(copy.results / "tables" / "provenance.csv").set_index("name")
    assert record.loc["data/study/framework.xlsx", "value"] == hashlib.sha256(content.getvalue()).hexdigest()
