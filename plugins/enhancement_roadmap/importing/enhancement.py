"""One enhancement: what stands below its heading, in its list entry, or in its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from enhancement_roadmap.importing.enhancement_facts import EnhancementFacts
from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.outline import ListEntry, PlanBlock, PlanSection, outline
from enhancement_roadmap.importing.phrases import labelled, with_definitions, without_bold
from enhancement_roadmap.importing.requirements import RequirementReader
from enhancement_roadmap.importing.vocabulary import Words

_ENTRY = re.compile(r"\s+[-*•]\s+(\S.*)|\s*[-*•]\s+(\S.*)")
_PAIR = 2


class EnhancementReader:
    """Reads what belongs to an enhancement into it.

    Args:
        item: the enhancement.
        found: where remarks go.
        words: what words mean.
    """

    def __init__(self, item: FoundEnhancement, found: Found, words: Words) -> None:
        self._item, self._found, self._words = item, found, words
        self._facts = EnhancementFacts(item, found, words)
        self._requirements = RequirementReader(found)

    def section(self, section: PlanSection, part: str | None = None) -> None:
        """What stands below a heading, with the sections in it.

        Args:
            section: the section of the enhancement, or one in it.
            part: what the section is for.
        """
        for block in section.blocks:
            self.block(block, part)
        for inner in section.sections:
            self._inner(inner)

    def block(self, block: PlanBlock, part: str | None = None) -> None:
        """A paragraph, a list, or whatever else stands there."""
        if block.kind == "paragraph":
            self._lines(block)
        elif block.items:
            self._list(block.items, part, block)
        elif block.kind == "fence" and part == "packages" and "packages" in self._item.facts and block.content.strip():
            self._item.facts["packages"]["commands"] += [line.strip() for line in block.content.splitlines() if line.strip()]
            self._found.became(block.line, block.source.partition("\n")[0], "packages")
        elif block.kind == "fence" and self._fence(block):
            pass
        elif len(block.rows) > 1 and all(len(row) == _PAIR and self._words.meaning("fact", row[0]) for row in block.rows[1:]):
            self._table(block)
        else:
            self._keep(block.line, block.source)

    def entry(self, item: ListEntry) -> None:
        """What stands in its list entry, below the words of its title."""
        if item.items:
            self._list(item.items, None, None)
        for piece in item.more:
            self._keep(item.line, piece)

    def fact(self, label: str, value: str, line: int) -> None:
        """What a row says in a column."""
        self._facts.say(label, value, line, f"{label}: {value}")

    def fact_of(self, meaning: str | None, value: str, line: int, source: str) -> None:
        """The same, where it is known what the column means."""
        self._facts.take(meaning, value, line, source)

    def inside(self, text: str, line: int, part: str | None = None) -> None:
        """A text in Markdown that stands in a cell, or in a value.

        Args:
            text: the text.
            line: where it begins, and where all in it is said to stand.
            part: what it is for.
        """
        root, before = outline(text), len(self._found.remarks)
        self._found.boxes += root.boxes
        self.section(root, part)
        self._found.remarks[before:] = [replace(remark, line=line) for remark in self._found.remarks[before:]]

    def _inner(self, section: PlanSection) -> None:
        title = without_bold(section.title)
        part = self._words.meaning("part", title)
        meaning = self._words.meaning("fact", title)
        has_boxes = any(item.box is not None for inner in section.all() for block in inner.blocks for item in block.items)
        if part == "packages" and any(block.kind == "fence" and block.content.strip() for block in section.blocks):
            self._item.facts.setdefault("packages", {"title": title, "commands": []})
        if part == "scope" and title != "Implementation Scope" and "scope_title" not in self._item.facts:
            self._item.facts["scope_title"] = title
        if part:
            self._found.became(section.line, section.title, part)
            self.section(section, part)
        elif meaning and not has_boxes and not section.sections and self._facts.say_long(meaning, section):
            self._found.became(section.line, section.title, meaning)
            for block in section.blocks:
                self._found.became(block.line, block.source, meaning)
        elif has_boxes and not section.sections:
            self._group(section)
        else:
            self._keep(section.line, f"#### {section.title}")
            self.section(section)

    def _group(self, section: PlanSection) -> None:
        """A section with boxes of its own becomes a requirement that these are the parts of."""
        self._item.requirements.append(self._requirements.headed(without_bold(section.title), section.line))
        for block in section.blocks:
            if block.items:
                self._item.requirements[-1].parts += self._requirements.of(block.items, self._item, level=2)
            else:
                self._keep(block.line, block.source)

    def _table(self, block: PlanBlock) -> None:
        """A table of labels and values; its head may be such a pair too."""
        head, *rows = block.rows
        if self._is_fact(": ".join(head)):
            self.fact(head[0], head[1], block.line)
        elif any(head):
            self._found.became(block.line, " | ".join(head), "columns: labels and what is said under them")
        for number, (label, value) in enumerate(rows, start=block.line + 2):
            self._facts.say(label, value, number, f"{label}: {value}")

    def _lines(self, block: PlanBlock) -> None:
        """A paragraph: lines with a known label are facts, those between them stay together."""
        lines = list(enumerate(with_definitions(block.source, self._words).splitlines(), start=block.line))
        for is_fact, group in groupby(lines, key=lambda line: self._is_fact(line[1])):
            if is_fact:
                for number, line in group:
                    self._line(number, line)
            else:
                kept = list(group)
                self._keep(kept[0][0], "\n".join(line for _, line in kept))

    def _line(self, number: int, line: str) -> None:
        if said := labelled(line):
            self._facts.say(said.label, said.value, number, line.strip())

    def _is_fact(self, line: str) -> bool:
        said = labelled(line)
        return bool(said and said.value and self._words.meaning("fact", said.label) not in {None, "title", "number"})

    def _list(self, items: Sequence[ListEntry], part: str | None, block: PlanBlock | None) -> None:
        if part == "requirements" or any(inner.box is not None for item in items for inner in item.all()):
            self._item.requirements += self._requirements.of(items, self._item)
        elif any(self._is_fact(item.text) or self._heads_list(item) for item in items):
            for item in items:
                self._listed(item)
        elif block is not None:
            self._keep(block.line, block.source)
        else:
            self._keep(items[0].line, "\n".join(_unindented(item) for item in items))

    def _listed(self, item: ListEntry) -> None:
        if self._heads_list(item):
            heading = labelled(item.text)
            self._facts.say_list(heading.label if heading else "", [inner.text for inner in item.items], item.line, item.text)
        elif self._is_fact(item.text) and not item.items and not item.more:
            self._line(item.line, item.text)
        else:
            self._keep(item.line, _unindented(item))

    def _heads_list(self, item: ListEntry) -> bool:
        said = labelled(item.text)
        plain = item.items and not item.more and not any(inner.items or inner.more for inner in item.items)
        return bool(said and not said.value and plain and self._facts.takes_list(said.label))

    def _fence(self, block: PlanBlock) -> bool:
        """Read a fence whose lines all have known labels, with lists below some; nothing is read where one has not."""
        said: list[tuple[int, str, str, list[str]]] = []
        for number, line in enumerate(block.content.splitlines(), start=block.line + 1):
            entry = _ENTRY.fullmatch(line)
            label = labelled(line) if entry is None else None
            if entry and said and not said[-1][2]:
                said[-1][3].append((entry[1] or entry[2]).strip())
            elif label and self._words.meaning("fact", label.label):
                said.append((number, label.label, label.value, []))
            elif line.strip():
                return False
        if not said or any(not value and not (entries and self._facts.takes_list(name)) for _, name, value, entries in said):
            return False
        for number, name, value, entries in said:
            if entries:
                self._facts.say_list(name, entries, number, f"{name}:")
            else:
                self._facts.say(name, value, number, f"{name}: {value}")
        return True

    def _keep(self, line: int, words: str) -> None:
        self._found.keep(line, words, self._item.prose, "stays words, in ‘description’")


def _unindented(item: ListEntry) -> str:
    return "\n".join(_stripped(item.source.splitlines()))


def _stripped(lines: Sequence[str]) -> Iterator[str]:
    depth = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    for line in lines:
        yield line[min(depth, len(line) - len(line.lstrip())) :]
