"""What programs write about work, one record a piece: issues of code hosts, needs of sphinx-needs, deliverables of mkdocs-roadmap."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from enhancement_roadmap.importing.assessing import assess
from enhancement_roadmap.importing.coverage import keep_what_is_left
from enhancement_roadmap.importing.enhancement import EnhancementReader
from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.items import add_item, put_in_step
from enhancement_roadmap.importing.thresholds import read_thresholds
from enhancement_roadmap.importing.values import labels
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.records import dataclass

_SCOPED = re.compile(r"(?P<kind>[^:/]+?)\s*(?:::|[:/])\s*(?P<value>\S.*)")

_SEPARATORS = re.compile(r"[:/,;]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One of them, with its values as texts.

    Attributes:
        line: where it stands.
        title: what it is called.
        number: what people call it by.
        key: another name.
        text: what it says, in Markdown.
        facts: what else it says, by what that means (the meanings of ``fact`` in ``words.toml``).
        others: what else it says that nobody knows, by what the source calls it.
        labels: words that it is grouped by.
        status: its status, where the source's own words name one.
        step: the milestone that it is in.
    """

    line: int
    title: str
    number: int | None = None
    key: str | None = None
    text: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    labels: Sequence[str] = ()
    status: str | None = None
    step: str = ""


def from_records(records: Sequence[Record], source: str, words: Words, left_out: Sequence[str] = ()) -> Found:
    """Find a plan in records.

    Args:
        records: in the order of the source.
        source: what the source is called.
        words: what words mean.
        left_out: what the source says besides that is nothing for a plan.
    """
    found = Found(source)
    for record in records:
        _RecordReader(found, words, record).read()
    assess(found, words)
    read_thresholds(found, words)
    keep_what_is_left(found, ((record.line, line) for record in records for line in record.text.split("\n")))
    if left_out:
        found.doubt(0, ", ".join(left_out), "is not brought in: it says nothing about the plan")
    return found


class _RecordReader:
    def __init__(self, found: Found, words: Words, record: Record) -> None:
        self._found, self._words, self._record = found, words, record

    def read(self) -> None:
        record, title = self._record, " ".join(self._record.title.split())
        if not title:
            self._found.doubt(record.line, record.text.partition("\n")[0], "has no title, and stays words in ‘notes’ of roadmap.yml")
            self._found.notes.append(record.text)
            return
        item = add_item(self._found, self._words, title, record.line)
        item.be_called(str(record.number or record.key or ""))
        if record.status:
            item.facts["status"] = record.status
        reader = EnhancementReader(item, self._found, self._words)
        for meaning, value in record.facts.items():
            reader.fact_of(meaning, value, record.line, f"{meaning}: {value}")
        self._labels(item)
        for name, value in record.others.items():
            reader.fact_of(None, value, record.line, f"{name}: {value}")
        if record.text.strip():
            reader.inside(record.text, record.line)
        if record.step:
            put_in_step(self._found, item, record.step, record.step)

    def _labels(self, item: FoundEnhancement) -> None:
        """Labels that name a priority or a status are that; the others stay labels."""
        kept: list[str] = []
        for label in self._record.labels:
            scoped = _SCOPED.fullmatch(label)
            kind = self._words.meaning("fact", scoped["kind"]) if scoped else None
            said = scoped["value"] if scoped and kind in {"priority", "status"} else label
            if kind in {None, "priority"} and (priority := self._words.priority(said)):
                self._take(item, "priority", priority, label)
            elif kind in {None, "status"} and (status := self._words.meaning("status", said)):
                if item.facts.get("status") not in {"done", "cancelled"}:
                    item.facts["status"] = status
                self._found.became(item.line, label, "the status")
            else:
                name = labels(" ".join(_SEPARATORS.sub(" ", label).split()))
                kept += name or []
                if name is None:
                    self._found.keep(item.line, f"Label: {label}", item.prose, "is no label that the data can have: it stays words")
        if kept:
            item.facts["labels"] = list(dict.fromkeys(kept))
            self._found.became(item.line, ", ".join(kept), "labels")

    def _take(self, item: FoundEnhancement, key: str, value: str, said: str) -> None:
        if item.facts.setdefault(key, value) == value:
            self._found.became(item.line, said, f"the {key}")
        else:
            self._found.keep(item.line, f"{key}: {said}", item.prose, f"says another {key}: it stays words in ‘description’")
