"""New readings, each as one line at the end of its metric's list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from enhancement_roadmap.editing.edits import TextEdit, add_pair, append_entries, dash_column, lines_after, pair_at, set_value
from enhancement_roadmap.editing.metrics_text import MetricsText
from enhancement_roadmap.editing.new_reading import NewReading
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.numbers import plain_number
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """What became of new readings.

    Attributes:
        data: the file's new bytes.
        added: number of readings that were added.
        there: number of readings that were there already.
    """

    data: bytes
    added: int
    there: int


def add_readings(document: MetricsText, new: Iterable[NewReading]) -> Added:
    """Add readings to the file; one with the metric, date and value of another is there already.

    Args:
        document: the file.
        new: the readings, in the order in which they should stand.

    Raises:
        EditError: a metric is unknown, or the lines can not be added without changing anything else.
    """
    values = document.values()
    wanted: dict[int, list[NewReading]] = {}
    known: dict[int, set[tuple[PartialDate, float]]] = {}
    there = 0
    for reading in new:
        index = document.index("metrics", reading.metric)
        if index not in known:
            known[index] = {_identity(old["on"], old["value"]) for old in values["metrics"][index].get("readings") or ()}
        identity = (reading.on, float(reading.value))
        there += identity in known[index]
        if identity not in known[index]:
            known[index].add(identity)
            wanted.setdefault(index, []).append(reading)
    edits = _edits(document, values, wanted)
    added = sum(map(len, wanted.values()))
    return Added(document.changed(edits, values) if added else document.data, added, there)


def _identity(on: str, value: str) -> tuple[PartialDate, float]:
    return PartialDate.parse(on), float(plain_number(value))


def _edits(document: MetricsText, values: Any, wanted: Mapping[int, Sequence[NewReading]]) -> list[TextEdit]:
    """The edits that add readings to metrics, by their indexes; the readings are added to the values too."""
    if not wanted:
        return []
    key, listed = document.listed("metrics")
    step = 2 if listed.flow_style else dash_column(document.text, listed) - key.start_mark.column
    edits = []
    for index, readings in wanted.items():
        entries = [reading.entry for reading in readings]
        edits += _metric_edits(document.text, document.node("metrics", index), entries, " " * max(step, 0))
        metric = values["metrics"][index]
        metric["readings"] = [*(metric.get("readings") or ()), *(reading.plain for reading in readings)]
    return edits


def _metric_edits(text: str, metric: yaml.MappingNode, entries: Sequence[str], step: str) -> list[TextEdit]:
    """The edits that add entries to the readings of one metric; `step` indents a list from its key."""
    found = pair_at(metric, "readings")
    in_brackets = f"[{', '.join(entries)}]"
    lines = [f"{step}- {entry}" for entry in entries]
    if found is None:
        return add_pair(text, metric, *([f"readings: {in_brackets}"] if metric.flow_style else ["readings:", *lines]))
    key, value = found
    if isinstance(value, yaml.SequenceNode) and value.value:
        return append_entries(text, value, entries)
    colon = text.find(":", key.end_mark.index)
    start, end = value.start_mark.index, value.end_mark.index
    is_beside = not text[colon + 1 : start].strip(" ") and not text[start:end].strip("[] ~nulNUL")
    if is_beside and not metric.flow_style:
        indentation = " " * key.start_mark.column
        return [TextEdit(colon + 1, end, ""), lines_after(text, end, [indentation + line for line in lines])]
    if isinstance(value, yaml.SequenceNode):
        return [TextEdit(end - 1, end - 1, ", ".join(entries))]
    return [set_value(text, value, in_brackets)]
