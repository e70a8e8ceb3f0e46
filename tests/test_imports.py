"""A rule depends on every module that its step runs."""

from pathlib import Path

import pytest

from peerstudy import imports


def _names(*modules):
    return {Path(path).stem for path in imports.closure(*modules)}


def test_what_a_module_imports_at_second_hand_counts():
    """Contrasts run the exact test, which runs the search over the nuisance proportion."""
    assert {"contrasts", "exact2x2", "nuisance", "tables", "contracts"} <= _names("compare.contrasts")


def test_a_module_of_a_subpackage_brings_its_package():
    """Importing corpus.readers.word runs readers/__init__ and what that imports."""
    assert {"__init__", "word", "captions"} <= _names("corpus.readers.word")


def test_what_is_not_imported_does_not_count():
    """Segments do not depend on the comparison."""
    assert "contrasts" not in _names("corpus.segments")


def test_the_contracts_of_tables_come_with_the_module_that_reads_them():
    """An edited contract is an edited step; a module that reads no table does not hang on them."""
    assert any(path.endswith("peerstudy/tables.yaml") for path in imports.closure("tables"))
    assert not any(path.endswith(".yaml") for path in imports.closure("hints"))


def test_an_unknown_module_is_told():
    """A misspelt module in a rule is an error, not a missing dependency."""
    with pytest.raises(ModuleNotFoundError, match=r"peerstudy\.compare\.contrast'"):
        imports.closure("compare.contrast")
