"""The contracts: what is refused, what is kept as written."""

import pandas as pd
import pytest

from peerstudy import cells, tables


def _participants(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "participants.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_na_none_and_leading_zeros_stay_text(tmp_path):
    """Words that other readers take for missing values, and ids such as 001, come back as written."""
    path = _participants(tmp_path, "participant,role,outcome,note\n001,NA,analysed,None\n")
    row = tables.read(path).iloc[0]
    assert (row["participant"], row["role"], row["note"]) == ("001", "NA", "None")


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spreadsheet_dialects_are_read_alike(tmp_path, start, separator, end):
    """A byte order mark, CRLF and semicolons change nothing."""
    lines = ["participant,role,outcome", "001,patient,analysed", ""]
    path = _participants(tmp_path, start + end.join(lines).replace(",", separator))
    assert tables.read(path).to_dict("list") == {
        "participant": ["001"],
        "role": ["patient"],
        "outcome": ["analysed"],
    }


def test_a_cell_that_is_no_number_hides_nothing_else(tmp_path):
    """A misspelt heading and a wrong word stand beside it."""
    path = tmp_path / "interviews.csv"
    path.write_text("interview,participant,file,order,wave,language,Consent\nI1,P1,,inf,1,en,given\n")
    with pytest.raises(tables.TableError) as error:
        tables.read(path)

    said = (
        "'inf' is not a whole number",
        "'Consent' is unknown (did you mean 'consent'?)",
        "is empty in row 2",
    )
    assert [words for words in said if words not in str(error.value)] == []


def test_all_problems_are_told_at_once_with_nearest_match(tmp_path):
    """One error names every row, value, what is allowed, and the likeliest intention."""
    path = _participants(tmp_path, "participant,role,outcome\n1,p,analysd\n1,p,lost\n,p,lost\n")
    with pytest.raises(tables.TableError) as error:
        tables.read(path)
    text = str(error.value)
    assert "participants.csv: 3 problem(s)" in text
    assert "row 2, column 'outcome': 'analysd' is not allowed (did you mean 'analysed'?)" in text
    assert "Allowed: analysed, withdrawn, refused, lost" in text
    assert "row 3 repeats the key participant '1'" in text
    assert "column 'participant' is empty in row 4" in text


def test_a_misspelt_column_is_named_with_its_neighbour(tmp_path):
    """A wrong header says which column is missing and which it may be."""
    path = _participants(tmp_path, "participant,roles,outcome\n1,p,lost\n")
    with pytest.raises(tables.TableError, match=r"column 'role' is missing \(did you mean 'roles'\?\)"):
        tables.read(path)


def test_a_column_that_is_there_is_not_offered_for_another(tmp_path):
    """Only what is missing or has no place may be meant."""
    path = tmp_path / "coverage.csv"
    path.write_text("interview,coder,scope,coders\nI01,A,whole,A\n")
    with pytest.raises(tables.TableError, match=r"column 'coders' is unknown$"):
        tables.read(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("coverage", "interview,coder,scope,\nI01,A,whole,so\n"),
        ("participants", "participant,role,outcome,\n1,p,lost,so\n"),
    ],
)
def test_a_column_without_a_heading_is_named_by_its_place(tmp_path, name, text):
    """Where it holds something; empty ones, as spreadsheets leave them, are passed over."""
    path = tmp_path / f"{name}.csv"
    path.write_text(text)
    with pytest.raises(tables.TableError, match=r"1 problem\(s\)\n  column 4 has no heading"):
        tables.read(path)

    path.write_text(text.replace(",so", ","))
    assert list(tables.read(path)) == text.split("\n")[0].split(",")[:3]


@pytest.mark.parametrize("value", ["ten", "1.5"])
def test_what_is_no_number_is_told_in_words(tmp_path, value):
    """Not in a programmer's."""
    path = tmp_path / "interviews.csv"
    path.write_text(f"interview,participant,file,order,wave,language\nI01,P1,a.txt,{value},,en\n")
    with pytest.raises(tables.TableError, match=f"column 'order': '{value}' is not a whole number"):
        tables.read(path)


def test_windows_1252_table_is_refused_with_its_line(tmp_path):
    """A table in another encoding is not guessed at."""
    path = _participants(tmp_path, "participant,role,outcome\n1,p,lost\n2,caf\u00e9,lost\n", "cp1252")
    with pytest.raises(tables.TableError, match="line 3 is not UTF-8"):
        tables.read(path)


def test_words_may_not_leave_the_restricted_folder(tmp_path):
    """A table of participants' words is written under restricted/ or not at all."""
    with pytest.raises(tables.TableError, match="restricted"):
        tables.write(tables.empty("turns"), tmp_path / "turns.csv")


def test_written_tables_come_back_equal(tmp_path):
    """Every type survives a round trip, empty numbers and awkward text included."""
    folder = tmp_path / "restricted"
    folder.mkdir()
    frame = pd.DataFrame(
        {
            "interview": ["I1", "I1"],
            "turn": [1, 2],
            "participant": ["", "001"],
            "speaker": ["interviewer", "participant"],
            "label": ["I", "P"],
            "text": ['She said "NA", twice\nand left', "null"],
            "time_start": [None, 1.25],
            "time_end": [None, 2.0],
        }
    )
    tables.write(frame, folder / "turns.csv")
    back = tables.read(folder / "turns.csv")
    pd.testing.assert_frame_equal(back, tables.check(frame, "turns"))


def test_the_nearest_name_is_found_past_capitals_and_blanks():
    """What differs in these alone is the nearest of all."""
    assert tables.nearest("v05 ", ["V04", "V05"]) == " (did you mean 'V05'?)"
    assert tables.nearest("b", ["A", "B"]) == " (did you mean 'B'?)"
    assert tables.nearest("Left", ["left", "Lent"]) == " (did you mean 'left'?)"


@pytest.mark.parametrize("kind", [set, frozenset])
def test_of_names_alike_a_set_offers_always_the_same(kind):
    """A set has another order in each run; a list keeps its own."""
    written = [f"{zeros}{n}" for n in range(1, 9) for zeros in ("00", "0", "000")]
    offered = [tables.nearest(str(n), kind(written)) for n in range(1, 9)]

    assert offered == [f" (did you mean '000{n}'?)" for n in range(1, 9)]
    assert tables.nearest("1", written) == " (did you mean '001'?)"


def test_a_name_with_another_number_is_another_name():
    """Ids that count people are near to one another all of the time; leading zeros make no number other."""
    assert tables.nearest("G10", ["G09", "G11"]) == ""
    assert tables.nearest("G11.txt", ["G10.txt"]) == ""
    assert tables.nearest("V3", ["V02", "V03"]) == " (did you mean 'V03'?)"


def test_a_row_of_more_cells_than_columns_is_refused(tmp_path):
    """A comma without quote marks moves what comes after it into other columns."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\nI1,care,yes\nI2,care, and cost,no\nI3,care,no\n")

    with pytest.raises(
        tables.TableError, match=r"asked\.csv: 1 problem.*\n  line 3 has 4 cells.*quote marks"
    ):
        tables.read(path)


def test_a_row_of_too_many_cells_is_refused_where_every_row_is_longer(tmp_path):
    """The reader of tables would cut the last one off."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\nI1,care,yes,\nI2,care, and cost,no\n")

    with pytest.raises(tables.TableError, match=r"1 problem.*\n  line 3 has 4 cells"):
        tables.read(path)


def test_rows_are_named_by_their_line_whatever_is_blank(tmp_path):
    """Blank lines are no rows, and an editor counts them."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\n\nI1,care,yes\n\n\nI2,care,maybe\n")

    with pytest.raises(tables.TableError, match=r"row 6, column 'asked': 'maybe'"):
        tables.read(path)


def test_blank_lines_are_no_rows(tmp_path):
    """Nor is one of blanks alone."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\n\nI1,care,yes\n   \nI2,care,no\n\n")

    assert list(tables.read(path).index) == [0, 1]


def test_a_blank_row_of_more_cells_than_columns_is_no_row(tmp_path):
    """A spreadsheet writes it as wide as the widest line was; lines are counted past it."""
    path = tmp_path / "asked.csv"
    path.write_text("interview,theme,asked\nI1,care,yes\n,,,,,,\nI2,care,no\n")

    assert tables.lines(tables.read(path)) == [2, 4]


def test_an_open_quote_mark_below_a_blank_row_is_told(tmp_path):
    """However wide that row is."""
    path = tmp_path / "asked.csv"
    path.write_text('interview,theme,asked\nI1,care,yes\n,,,,,,\nI2,"care,no\n')

    with pytest.raises(tables.TableError, match="not a table: row 4: a quote mark is left open"):
        tables.read(path)


def test_a_bound_on_one_side_is_held(tmp_path):
    """No upper end is needed for a lower one."""
    columns = dict.fromkeys(tables.contracts()["answers"].columns, "1") | {"temperature": -1.0}
    with pytest.raises(tables.TableError, match=r"column 'temperature': -1\.0 is outside 0 and more"):
        tables.check(pd.DataFrame([columns]), "answers")


def test_true_is_read_as_spreadsheets_save_it(tmp_path):
    """In capitals."""
    path = tmp_path / "sample.csv"
    columns = tables.contracts()["sample"].columns
    cells = {
        name: "TRUE" if c.type == "bool" else "1" if c.type != "str" else "x" for name, c in columns.items()
    }
    path.write_text(f"{','.join(cells)}\n{','.join(cells.values())}\n")

    assert tables.read(path)["drawn"].all()


def test_a_lone_carriage_return_ends_no_row(tmp_path):
    """It comes back as a line end, in its place."""
    (tmp_path / "restricted").mkdir()
    path = tmp_path / "restricted" / "asked.csv"
    frame = pd.DataFrame({"interview": ["I1"], "theme": ["care\rand cost"], "asked": ["yes"]})
    tables.write(frame, path)

    assert list(tables.read(path)["theme"]) == ["care\nand cost"]


INTERVIEWS = "interview,participant,file,order,wave,language,consent"
ROW = "I1,P1,I1.txt,1,1,en,given"


def _interviews(tmp_path, *rows, head=INTERVIEWS):
    path = tmp_path / "interviews.csv"
    path.write_text("\n".join([head, *rows]) + "\n")
    return path


@pytest.mark.parametrize("heading", ["Consent", "consent ", "CONSENT", "consnet", "conset"])
def test_a_misspelt_column_that_may_be_left_out_is_refused(tmp_path, heading):
    """A further column would be kept and what it says be lost."""
    path = _interviews(tmp_path, ROW, head=INTERVIEWS.replace("consent", heading))

    with pytest.raises(
        tables.TableError, match=rf"column '{heading}' is unknown \(did you mean 'consent'\?\)"
    ):
        tables.read(path)


@pytest.mark.parametrize("heading", ["alowed", "Allowed", "allowed "])
def test_a_misspelt_leave_is_refused(tmp_path, heading):
    """A row that is closed by it would be open."""
    path = tmp_path / "identifiers.csv"
    path.write_text(f"kind,text,{heading}\nage,91,false\n")

    with pytest.raises(tables.TableError, match=rf"column '{heading}' is unknown.*'allowed'"):
        tables.read(path, name="reviewed")


@pytest.mark.parametrize("heading", ["minutes", "mode", "consent_form", "Interviewer", "comment", "contents"])
def test_further_columns_are_kept(tmp_path, heading):
    """What is not near to a column of the table is somebody's own."""
    path = _interviews(tmp_path, ROW, head=INTERVIEWS.replace("consent", heading))

    assert heading in tables.read(path)


def test_a_column_of_row_numbers_may_be_called_by_its_sign(tmp_path):
    """A line that begins with the sign and no separator is a remark, not headings."""
    path = _interviews(tmp_path, "1," + ROW, head="#," + INTERVIEWS)

    assert tables.read(path)["#"].tolist() == ["1"]


def test_a_heading_that_stands_twice_is_refused(tmp_path):
    """One of both would be read under another name."""
    path = _interviews(tmp_path, ROW + ",a,b", head=INTERVIEWS + ",site, site")

    with pytest.raises(
        tables.TableError, match=r"interviews\.csv: 1 problem\(s\)\n  heading 'site' stands 2 times"
    ):
        tables.read(path)


def test_a_heading_in_other_capitals_is_no_column_of_ones_own(tmp_path):
    """Nobody would know which of both counts."""
    path = _interviews(tmp_path, ROW + ",withdrawn", head=INTERVIEWS + ",Consent")

    with pytest.raises(tables.TableError, match=r"column 'Consent' is unknown \(did you mean 'consent'"):
        tables.read(path)


def test_a_row_of_fewer_cells_than_columns_is_refused(tmp_path):
    """All of them at once, each with its line: a cell too few moves those after it."""
    path = _interviews(tmp_path, ROW, "", "I2,P2,I2.txt,2,1,withdrawn", ",,", "I3,P3,I3.txt,3,1")

    with pytest.raises(tables.TableError, match=r"2 problem.*\n  line 4 has 6 cells(.|\n)*\n  line 6 has 5"):
        tables.read(path)


def _many(short):
    """Forty interviews, those of the lines named without their last, empty cell."""
    return [f"I{n},P{n},I{n}.txt,{n},1,en" + "," * (n + 1 not in short) for n in range(1, 41)]


def test_cells_that_a_spreadsheet_leaves_out_are_empty(tmp_path):
    """It writes sixteen lines at a time, without last columns that are empty in all of them."""
    path = _interviews(tmp_path, *_many(range(17, 33)))

    assert len(tables.read(path)) == 40


def test_a_last_row_that_a_spreadsheet_cut_alone_is_read(tmp_path):
    """Of sixteen people, or thirty-two, the last one stands alone in a block of lines."""
    path = _interviews(tmp_path, *_many([33])[:32])

    assert len(tables.read(path)) == 32


def test_one_short_row_in_a_block_of_lines_is_refused(tmp_path):
    """No spreadsheet writes that."""
    with pytest.raises(tables.TableError, match=r"1 problem.*\n  line 20 has 6 cells"):
        tables.read(_interviews(tmp_path, *_many([20])))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
        ("sep=;\ninterview;theme;asked\n", "line 1 is 'sep=;'.*take it out"),
        ("# ours\ninterview,theme,asked\n", "line 1 is '# ours'.*take it out"),
        ("\ninterview,theme,asked\n", "line 1 is blank.*take it out"),
        (
            'interview,theme,asked\nI1,care,yes\nI2,"care,no\n',
            "not a table: row 3: a quote mark is left open",
        ),
        ("interview;theme;asked\nI1,care,yes\nI2,care,no\n", "1 problem.*\n  line 1 parts its cells by ';'"),
    ],
)
def test_a_file_that_is_no_table_is_told_as_such(tmp_path, text, message):
    """Each in its words, with what to do."""
    path = tmp_path / "asked.csv"
    path.write_text(text)

    with pytest.raises(tables.TableError, match=rf"asked\.csv: {message}"):
        tables.read(path)


def test_blanks_at_the_ends_of_cells_count_for_nothing(tmp_path):
    """Nobody sees them; the words of a segment are kept as they are."""
    path = tmp_path / "participants.csv"
    path.write_text("participant,role,outcome,status,text\n P1,member ,analysed , stays\u00a0, a\n")

    assert tables.read(path).to_numpy().tolist() == [["P1", "member", "analysed", "stays", " a"]]


@pytest.mark.parametrize("order", ["inf", "-inf", "9" * 23, "-3", "1,000"])
def test_an_order_that_is_no_place_is_told_with_its_row(tmp_path, order):
    """Whatever a number may be besides."""
    path = _interviews(tmp_path, ROW.replace(",1,1,", f',"{order}",1,'))

    with pytest.raises(tables.TableError, match=r"interviews\.csv: 1 problem\(s\)\n  row 2, column 'order'"):
        tables.read(path)


def test_a_decimal_comma_is_read(tmp_path):
    """As European spreadsheets save it."""
    path = tmp_path / "sample.csv"
    path.write_text(
        "segment;participant;interview;turn;start;end;text;probability;drawn;seed\n"
        "I1-001-01;P1;I1;1;0;4;Well;0,25;TRUE;1\n"
    )

    assert tables.read(path)["probability"].tolist() == [0.25]


def test_lines_of_rows_are_known_after_blank_ones(tmp_path):
    """And of some of the rows."""
    path = _interviews(tmp_path, "", ROW, "", ROW.replace("I1", "I2"))
    made = tables.read(path)

    assert tables.lines(made) == [3, 5]
    assert tables.lines(made[made["interview"] == "I2"]) == [5]


def test_an_empty_choice_is_not_offered(tmp_path):
    """A cell may be empty, and that is no word to write."""
    with pytest.raises(tables.TableError, match=r"Allowed: given, withdrawn$"):
        tables.read(_interviews(tmp_path, ROW.replace("given", "gone")))


def test_a_table_that_a_step_wrote_is_looked_through_once(tmp_path, monkeypatch):
    """Some have as many rows as there are segments times themes; nobody moved their cells by hand."""
    path = tmp_path / "hand.csv"
    columns = {n: c for n, c in tables.contracts()["hand"].columns.items() if not c.optional}
    path.write_text(f"{','.join(columns)}\n{','.join('' if c.empty else '1' for c in columns.values())}\n")
    looked = []
    monkeypatch.setattr(cells, "_refuse_uneven", lambda *_: looked.append("cells"))
    monkeypatch.setattr(tables, "_failures", lambda values, column, contract: looked.append(column) or [])

    tables.read(path)

    assert looked == [*columns]
