"""A plan in Markdown to what is found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from enhancement_roadmap.importing import values
from enhancement_roadmap.importing.assessing import assess
from enhancement_roadmap.importing.coverage import keep_what_is_left
from enhancement_roadmap.importing.document_facts import DocumentFacts
from enhancement_roadmap.importing.enhancement import EnhancementReader
from enhancement_roadmap.importing.evidence import Evidence
from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.framework import Framework
from enhancement_roadmap.importing.items import add_item, facts_of_place
from enhancement_roadmap.importing.outline import ListEntry, PlanBlock, PlanSection, outline
from enhancement_roadmap.importing.phrases import heading_parts, labelled, with_sign, without_bold
from enhancement_roadmap.importing.thresholds import read_thresholds
from enhancement_roadmap.importing.told_twice import ToldTwice, add_to
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.records import dataclass

_LEAD = re.compile(r"(\*\*|__)(.+?)\1\s*[:：.–—-]*\s*(.*)")
_COUNTED = re.compile(r"phase\s+(\d{1,3})\s*[:.–—-]\s*(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Where:
    """Where in the plan a section stands.

    Attributes:
        in_plan: whether its entries are enhancements.
        priority: of all below it.
        status: of all below it.
        step: the phase or the quarter that it is in, by its place in the list.
        labels: headings of groups around it.
    """

    in_plan: bool = False
    priority: str | None = None
    status: str | None = None
    step: tuple[str, int] | None = None
    labels: tuple[str, ...] = ()


def from_markdown(text: str, source: str, words: Words | None = None) -> Found:
    """Find a plan in a Markdown text.

    Args:
        text: what `decoded` gives.
        source: what the text is called.
        words: what words mean; default: those of the product.
    """
    reader = _PlanReader(Found(source), words or Words.with_own())
    reader.document(outline(text))
    assess(reader.found, reader.words)
    read_thresholds(reader.found, reader.words)
    keep_what_is_left(reader.found, enumerate(text.split("\n"), start=1))
    return reader.found


class _PlanReader:
    def __init__(self, found: Found, words: Words) -> None:
        self.found = found
        self.words = words
        self._evidence = Evidence(words)
        self._framework = Framework(found, words)
        self._facts = DocumentFacts(found, words)
        self._deferred: list[tuple[PlanSection, str]] = []
        self._told = ToldTwice()

    def document(self, root: PlanSection) -> None:
        """Read all of it: the enhancements first, for what is about all of them names them."""
        self.found.boxes = root.boxes
        closing = _closing(root)
        for section in root.all():
            section.blocks = [block for block in section.blocks if block.kind != "hr"]
        top = root.sections[0] if root.sections and root.sections[0].level == 1 else None
        if top:
            sign, title = with_sign(without_bold(top.title))
            self.found.about.update({"title": title or sign, **({"icon": sign} if sign and title else {})})
            self.found.became(top.line, top.title, "the title")
        for section in [root, top] if top else [root]:
            self._blocks(section.blocks, _Where(), is_opening=True)
        for section in [*(top.sections if top else ()), *root.sections[(top is not None) :]]:
            self._section(section, _Where())
        for section, meaning in self._deferred:
            if not self._framework.read(section, meaning):
                self._framework.keep(section)
        self._facts.blocks(closing, overview=False)

    def _section(self, section: PlanSection, place: _Where) -> None:
        title = without_bold(section.title)
        step = self._evidence.step(section)
        priority, status = self.words.priority(title), self.words.meaning("status", title)
        meaning = self._framework.meaning(section)
        has_boxes = any(item.box is not None for inner in section.all() for block in inner.blocks for item in block.items)
        if self._evidence.is_past(section):
            self._framework.keep(section)
        elif meaning and not has_boxes and not priority:
            self._deferred.append((section, meaning))
        elif step:
            self._inside(section, replace(place, in_plan=True, step=self._step(section, step)))
        elif priority:
            self._level(section, priority)
            self._inside(section, replace(place, in_plan=True, priority=priority))
        elif status:
            self.found.became(section.line, section.title, f"the status ‘{status}’ of what stands below it")
            self._inside(section, replace(place, in_plan=True, status=status))
        elif self.words.meaning("section", title) == "overview" and not self._evidence.is_enhancement(section, in_plan=False):
            self._facts.heading(title, "overview", section.line)
            self._blocks(section.blocks, place, is_opening=True)
            for inner in section.sections:
                self._section(inner, place)
        elif self._evidence.is_plan(section):
            self._kept_heading(section)
            self._inside(section, place)
        elif self._evidence.is_enhancement(section, in_plan=place.in_plan):
            item = self._item(section.title, section.line, place, in_list=False)
            EnhancementReader(item, self.found, self.words).section(section)
        else:
            self._group(section, place)

    def _group(self, section: PlanSection, place: _Where) -> None:
        """A section that is no enhancement: words, and a label of the enhancements in it."""
        label = values.labels(without_bold(section.title)) or []
        before, place_of_heading = len(self.found.enhancements), len(self.found.notes)
        self._inside(section, replace(place, in_plan=False))
        inside = self.found.enhancements[before:]
        for item in inside if len(label) == 1 else ():
            item.facts["labels"] = list(dict.fromkeys([*label, *item.facts.get("labels", [])]))
        if inside and len(label) == 1 and len(self.found.notes) == place_of_heading:
            self.found.became(section.line, section.title, "a label of what stands below it")
        else:
            title = f"{'#' * section.level} {section.title}"
            kept: list[str] = []
            self.found.keep(section.line, title, kept, "stays a heading, in ‘notes’ of roadmap.yml")
            self.found.notes[place_of_heading:place_of_heading] = kept

    def _inside(self, section: PlanSection, place: _Where) -> None:
        self._blocks(section.blocks, place)
        for inner in section.sections:
            self._section(inner, place)

    def _blocks(self, blocks: Sequence[PlanBlock], place: _Where, *, is_opening: bool = False) -> None:
        rest = []
        for block in blocks:
            if columns := self._evidence.columns(block):
                self._table(block, columns, place)
            elif self._evidence.has_items(block, in_plan=place.in_plan):
                for item in block.items:
                    self._listed(item, place)
            elif block.kind == "front_matter":
                self.found.keep(1, f"```yaml\n{block.content.rstrip()}\n```", self.found.notes, "stays words, in ‘notes’ of roadmap.yml")
            else:
                rest.append(block)
        self._facts.blocks(rest, overview=is_opening)

    def _kept_heading(self, section: PlanSection) -> None:
        title = f"{'#' * section.level} {section.title}"
        self.found.keep(section.line, title, self.found.notes, "stays a heading, in ‘notes’ of roadmap.yml")

    def _level(self, section: PlanSection, priority: str) -> None:
        """Remember how the section of a priority is headed."""
        sign, title = with_sign(without_bold(section.title))
        self.found.became(section.line, section.title, f"the priority ‘{priority}’ of what stands below it")
        self.found.about.setdefault("sections", {}).setdefault(priority, (sign, title))

    def _step(self, section: PlanSection, kind: str) -> tuple[str, int]:
        """An entry of the phases or the quarters, with the words that stand before its enhancements."""
        steps = self.found.plan.setdefault(kind, [])
        counted = _COUNTED.fullmatch(without_bold(section.title))
        title = counted[2] if counted and int(counted[1]) == len(steps) + 1 else without_bold(section.title)
        self.found.became(section.line, section.title, f"‘{title}’ of {kind}")
        index = next((place for place, step in enumerate(steps) if step["title"] == title), len(steps))
        if index == len(steps):
            steps.append({"title": title, "enhancements": []})
        intro = [block for block in section.blocks if block.kind == "paragraph"]
        if intro:
            key = "summary" if kind == "phases" else "focus"
            steps[index][key] = "\n\n".join([*filter(None, [steps[index].get(key)]), *(block.source for block in intro)])
            section.blocks = [block for block in section.blocks if block.kind != "paragraph"]
        for block in intro:
            self.found.became(block.line, block.source, kind)
        return kind, index

    def _item(self, title: str, line: int, place: _Where, *, in_list: bool) -> FoundEnhancement:
        """A further enhancement, or the one that the document tells of elsewhere, with what its place says of it."""
        parts = heading_parts(title, self.words)
        item = self._told.other(parts, in_list=in_list)
        if item is None:
            item = add_item(self.found, self.words, title, line, priority=place.priority, status=place.status)
        else:
            add_to(item, self.found, title, line, parts, facts_of_place(parts, self.words, place.priority, place.status))
        self._told.remember(item, in_list=in_list)
        if place.step:
            kind, index = place.step
            inside = self.found.plan[kind][index]["enhancements"]
            inside += [] if any(one is item for one in inside) else [item]
        return item

    def _listed(self, entry: ListEntry, place: _Where) -> None:
        """An entry of a list that is an enhancement."""
        text, rest = entry.text, ""
        if lead := _LEAD.fullmatch(entry.text):
            text, rest = lead[2].rstrip(":： "), lead[3]
        elif (said := labelled(entry.text)) and said.value:
            text, rest = said.label, said.value
        if not text:
            text = entry.items[0].text if entry.items and entry.items[0].text else "…"
            self.found.doubt(entry.line, entry.source, "has no words")
        item = self._item(text, entry.line, place, in_list=True)
        if entry.box in {"x", "X"}:
            item.facts.setdefault("status", "done")
        elif entry.box in {"~", "/"}:
            item.facts.setdefault("status", "in-progress")
        elif entry.box == "-":
            item.facts.setdefault("status", "cancelled")
        if rest:
            item.prose.append(rest)
        EnhancementReader(item, self.found, self.words).entry(entry)

    def _table(self, block: PlanBlock, columns: Sequence[str | None], place: _Where) -> None:
        """A table whose rows are enhancements; columns that nobody knows stay words of each."""
        head, *rows = block.rows
        self.found.became(block.line, " | ".join(head), "columns: " + ", ".join(name or "words" for name in columns))
        for number, row in enumerate(rows, start=block.line + 2):
            cells = list(zip(head, columns, row, strict=False))
            title = next((cell for _, name, cell in cells if name == "title"), "")
            if not title:
                self.found.doubt(number, " | ".join(row), "has no title: it stays words")
                self.found.notes.append(" | ".join(row))
                continue
            named = next((cell for _, name, cell in cells if name == "number"), "")
            item = self._item(f"{named}. {title}" if named.isdecimal() else f"{named} {title}".strip(), number, place, in_list=True)
            reader = EnhancementReader(item, self.found, self.words)
            for label, name, cell in cells:
                if cell and name not in {"title", "number"}:
                    reader.fact(label, cell, number)
            item.prose += row[len(head) :]


def _closing(root: PlanSection) -> list[PlanBlock]:
    """What stands behind the last line that parts the document, where that is no part of the last section."""
    last = root
    while last.sections:
        last = last.sections[-1]
    places = [index for index, block in enumerate(last.blocks) if block.kind == "hr"]
    after = last.blocks[places[-1] + 1 :] if places else []
    if not after or any(block.kind != "paragraph" for block in after):
        return []
    del last.blocks[places[-1] :]
    return after
