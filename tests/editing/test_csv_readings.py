"""A table of readings is read whole, and each of its mistakes has a line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enhancement_roadmap.editing.csv_readings import Table, read_table
from enhancement_roadmap.editing.new_reading import NewReading
from enhancement_roadmap.model import PartialDate

TODAY = date(2026, 12, 1)
USERS = [
    NewReading("daily-users", PartialDate(2026, 11, 24), "1200", "CI"),
    NewReading("daily-users", PartialDate(2026, 12), "1.5e3", 'it said "a, b"\nand c'),
]
ROWS = 'metric,on,value,source\ndaily_users,2026-11-24, 1200 ,CI\ndaily-users,2026-12,1.5e3,"it said ""a, b""\nand c"\n'


HOW_TO_DATE = "write it as 2026-11-24 or 2026-11"
NO_NUMBER = "is not a plain number: write digits alone, such as 1200 or 0.5"


def read(data: str | bytes) -> Table:
    known = {"daily-users"}
    return read_table(data.encode() if isinstance(data, str) else data, lambda name: "" if name in known else f"no {name}", TODAY)


@pytest.mark.parametrize(
    "data",
    [
        ROWS,
        ROWS.encode("utf-8-sig"),
        "\n\n" + ROWS.replace("\n", "\n\n", 2) + ",,,\n",
        ROWS.replace("a, b", "\0").replace(",", ";").replace("\0", "a, b"),
        'on,VALUE,Source , metric\n2026-11-24,1200,CI,daily-users\n2026-12,1.5e3,"it said ""a, b""\nand c",daily-users',
    ],
)
def test_a_table_may_have_several_forms(data: str | bytes) -> None:
    assert read(data) == Table(tuple(USERS), ())


def test_windows_line_ends_end_rows() -> None:
    assert read("metric,on,value\r\ndaily-users,2026-11-24,1\r\n").readings == (NewReading("daily-users", PartialDate(2026, 11, 24), "1"),)


@pytest.mark.parametrize(
    ("data", "mistakes"),
    [
        ("", ["1: the table is empty: it starts with metric,on,value,source"]),
        (
            'metric,on,value\nx,24.11.2026,"1,200"\n',
            [
                "2: no x",
                f"2: ‘24.11.2026’ is not a date: {HOW_TO_DATE}",
                "2: ‘1,200’ can be read in two ways: write 1200 or 1.2",
            ],
        ),
        (
            "metric;on;value\ndaily-users;2026-11-31;3,5\n",
            [
                f"2: ‘2026-11-31’ is not a day of the calendar: {HOW_TO_DATE}",
                "2: ‘3,5’ has a comma: write 3.5, with a point",
            ],
        ),
        (
            'metric,on,value,source\ndaily-users,2026-11,1,"a\nb"\n\ndaily-users,2026-11,1,a,b\n',
            ["5: the row has 5 fields for 4 columns: put quotes round a field that has a separator"],
        ),
        ("metric,on,value,source\ndaily-users,2026-11\n", [f"2: ‘’ {NO_NUMBER}"]),
        (
            "metric,on,value\ndaily-users,2026-12-02,1\ndaily-users,2026-12-03,1\ndaily-users,2027-01,1\n",
            [
                "3: ‘2026-12-03’ is in the future: a reading is of a day that has been",
                "4: ‘2027-01’ is in the future: a reading is of a day that has been",
            ],
        ),
        (
            "metric,on,value,source\ndaily-users,2026-11,NaN,a\x07\n",
            [
                f"2: ‘NaN’ {NO_NUMBER}",
                "2: the source has characters that can not be shown: write letters, digits and signs",
            ],
        ),
        (
            "name,on,value,on\nx,2026-11,1,2026-12\n",
            [
                "1: ‘name’ is not a column. Valid: metric, on, value, source.",
                "1: there is more than one column ‘on’",
                "1: the column ‘metric’ is missing: the first line is metric,on,value,source",
            ],
        ),
        ('metric,on,value\n"daily-users,2026-11,1\n', ["2: this is no row of a table: unexpected end of data"]),
        (b"metric,on,value\ndaily-users,2026-11,1\nz\xfcrich,2026-11,1\n", ["3: the byte 0xFC is not UTF-8: save the file as UTF-8"]),
    ],
)
def test_each_mistake_is_named_with_its_line(data: str | bytes, mistakes: list[str]) -> None:
    assert [f"{mistake.line}: {mistake.message}" for mistake in read(data).mistakes] == mistakes


@given(st.one_of(st.binary(max_size=80), st.text("metric,onvalu;\n\r\"'-0x ", max_size=80).map(str.encode)))
@example(b"metric,on,value\n" + b"x" * 200_000 + b",2026-11,1")
@example(b"metric,on,value\n\x00,\x00,\x00")
def test_any_bytes_are_answered(data: bytes) -> None:
    table = read(data)
    assert table.readings or table.mistakes or len(data.split()) == 1
    assert all(1 <= mistake.line <= data.count(b"\n") + data.count(b"\r") + 1 for mistake in table.mistakes)
