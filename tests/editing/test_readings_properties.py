"""Whatever the file looks like, adding keeps all of it and adds one reading, or changes nothing and says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.editing.new_reading import NewReading, number_of, source_of
from enhancement_roadmap.editing.readings import add_readings
from enhancement_roadmap.loading import validate
from enhancement_roadmap.model import MetricsFile, PartialDate, Reading
from enhancement_roadmap.strict_yaml import Positions, read_values, scalar_text
from support.metrics_files import metrics_files

NEW = NewReading("m0", PartialDate(2026, 11, 24), "1200", "CI: a, b")
BASE = b"""\
metrics: # all
  - &first
    id: m0
    title: &title users
    readings: &all
      - {on: 2026-10, value: 1} # one
  - {id: m1, title: calls, readings: [{on: 2026-10, value: 2}]}
  - {id: m2, title: *title, readings: []}
events:
  - {id: launch, title: Launch}
"""
PIECES = st.sampled_from([*b"*all;*title;&x ;\n;\r;  ;- ;, ;# ;[;];{};';\";: ;|\n;? ;~;\xc2\x85".split(b";")])
CHANGES = st.lists(st.tuples(st.integers(0, len(BASE)), st.integers(0, 6), PIECES), max_size=2)


def read(data: bytes) -> MetricsFile | None:
    findings: list[object] = []
    values = read_values(data, Positions("", data), findings)  # type: ignore[arg-type]
    says, mistakes = validate(MetricsFile, values or {}, Positions("", data))
    return None if findings or mistakes else says


def with_reading(before: MetricsFile, new: NewReading) -> MetricsFile:
    reading = Reading.model_validate(new.plain)
    metrics = [
        metric.model_copy(update={"readings": (*metric.readings, reading)}) if metric.id == new.metric else metric
        for metric in before.metrics
    ]
    return before.model_copy(update={"metrics": tuple(metrics)})


def is_within(part: Iterable[str], whole: str) -> bool:
    """Whether the characters stand in the whole, in this order."""
    rest = iter(whole)
    return all(character in rest for character in part)


@settings(max_examples=300)
@given(data=metrics_files())
def test_a_reading_is_added_and_all_else_is_kept(data: bytes) -> None:
    before = read(data)
    assert before is not None
    after = add_readings(MetricsText(data), [NEW]).data
    assert read(after) == with_reading(before, NEW)
    kept = re.sub(r"readings: \[\]", "readings:", data.decode(), count=0)
    assert is_within(kept, after.decode())
    assert after.count(NEW.entry.encode()) == data.count(NEW.entry.encode()) + 1
    if b"\r\n" in data:
        assert after.count(b"\n") == after.count(b"\r\n")
    assert after.endswith(b"\n") == data.endswith(b"\n")


@settings(max_examples=100)
@given(data=metrics_files())
def test_many_readings_at_once_are_those_of_one_after_the_other(data: bytes) -> None:
    new = [NewReading(name, PartialDate(2026, 11, day), str(day)) for day in (1, 2, 3) for name in MetricsText(data).ids("metrics")]
    at_once = add_readings(MetricsText(data), new).data
    for reading in new:
        data = add_readings(MetricsText(data), [reading]).data
    assert read(at_once) == read(data)


@settings(max_examples=1500)
@given(changes=CHANGES)
def test_a_file_that_can_not_be_edited_is_left_alone(changes: list[tuple[int, int, bytes]]) -> None:
    data = BASE
    for place, length, piece in changes:
        data = data[:place] + piece + data[place + length :]
    before = read(data)
    if before is None or all(metric.id != "m0" for metric in before.metrics):
        return
    try:
        after = add_readings(MetricsText(data), [NEW]).data
    except EditError as error:
        assert "by hand" in str(error)  # noqa: PT017  (either outcome is right)
    else:
        assert read(after) == with_reading(before, NEW)


def test_readings_that_two_metrics_share_are_not_edited() -> None:
    data = BASE.replace(b"readings: []", b"readings: *all")
    assert read(data) is not None
    for name in ("m0", "m2"):
        with pytest.raises(EditError, match="by hand"):
            add_readings(MetricsText(data), [NewReading(name, NEW.on, NEW.value)])


@settings(max_examples=400)
@given(words=st.text(st.characters(codec="utf-8"), min_size=1))
@example(words="a\u2028b")
@example(words="- {a: b}, [c] # d")
@example(words="\ufeff")
def test_any_words_are_one_line_that_means_them(words: str) -> None:
    written = scalar_text(words)
    assert len(written.splitlines()) == 1
    assert yaml.load(f"[{{source: {written}}}]", Loader=yaml.CBaseLoader) == [{"source": words}]  # noqa: S506  (it makes texts only)


@given(written=st.text(max_size=40))
@example(written="\ud800")
@example(written="\x00")
def test_words_that_are_taken_are_words_that_the_model_takes(written: str) -> None:
    try:
        source = source_of(written)
    except ValueError:
        return
    new = NewReading("m0", PartialDate(2026, 11), "1", source)
    before = read(BASE)
    assert before is not None
    assert read(add_readings(MetricsText(BASE), [new]).data) == with_reading(before, new)


@given(written=st.one_of(st.floats().map(str), st.integers().map(str), st.text("0123456789+-.,eE_' xinfa", max_size=12)))
@example(written="1e999")
@example(written="1 200")
@example(written="١٢")
def test_numbers_that_are_taken_are_those_that_the_model_reads(written: str) -> None:
    try:
        value = number_of(written)
    except ValueError as error:
        assert ": write " in str(error)  # noqa: PT017  (either outcome is right)
        return
    assert Reading.model_validate({"on": "2026-11", "value": written}).value == float(value)
