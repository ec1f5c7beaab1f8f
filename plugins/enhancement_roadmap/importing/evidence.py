"""What a section is, by what stands in it: an enhancement, a part of the plan, or only words."""

from __future__ import annotations

import re

from enhancement_roadmap.importing.items import PHASE, QUARTER
from enhancement_roadmap.importing.outline import PlanBlock, PlanSection
from enhancement_roadmap.importing.phrases import heading_parts, labelled, with_definitions, without_bold
from enhancement_roadmap.importing.vocabulary import Words

_RELEASE = re.compile(r"\[?v?\d+\.\d+(?:\.\d+)?\S*(?:\s.*)?", re.IGNORECASE)
_PLAIN_FACTS = 2


class Evidence:
    """Says what sections are.

    Args:
        words: what words mean.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def is_past(self, section: PlanSection) -> bool:
        """Whether it tells what has been, as a changelog does."""
        title = without_bold(section.title)
        return bool(_RELEASE.fullmatch(title)) or self._words.meaning("section", title) == "past"

    def step(self, section: PlanSection) -> str | None:
        """``phases`` or ``quarters`` where its heading names one."""
        title = without_bold(section.title)
        return "phases" if PHASE.fullmatch(title) else "quarters" if QUARTER.fullmatch(title) else None

    def is_plan(self, section: PlanSection) -> bool:
        """Whether its heading says that enhancements stand below it, and nothing else."""
        title = without_bold(section.title)
        return self._words.meaning("section", title) == "plan" or self._words.meaning("part", title) == "requirements"

    def is_enhancement(self, section: PlanSection, *, in_plan: bool) -> bool:
        """Whether it is one.

        Args:
            section: any.
            in_plan: whether it stands in a section whose entries are enhancements.
        """
        if self._says_something(section):
            return True
        heading = heading_parts(section.title, self._words)
        named = heading.number is not None or heading.key is not None
        if any(self.is_enhancement(inner, in_plan=False) and self._is_named(inner) for inner in section.sections):
            return False
        return (in_plan or named) and (in_plan or any(self._says_something(inner) for inner in section.all()))

    def has_items(self, block: PlanBlock, *, in_plan: bool) -> bool:
        """Whether a block is a list or a table of enhancements.

        Args:
            block: any.
            in_plan: whether it stands in a section whose entries are enhancements.
        """
        return bool(block.items) and (in_plan or any(item.box is not None for item in block.items))

    def columns(self, block: PlanBlock) -> list[str | None]:
        """For each column of a table of enhancements what it says; empty for any other block."""
        if not block.rows:
            return []
        named = [self._words.meaning("fact", cell) for cell in block.rows[0]]
        others = {name for name in named if name not in {None, "title", "number", "description"}}
        return named if named.count("title") == 1 and others else []

    def _is_named(self, section: PlanSection) -> bool:
        heading = heading_parts(section.title, self._words)
        return heading.number is not None or heading.key is not None

    def _is_part(self, title: str) -> bool:
        """Whether a heading is one that stands in an enhancement."""
        return bool(self._words.meaning("part", title)) or self._words.meaning("fact", title) in {
            "status",
            "trigger",
            "priority",
            "timeline",
        }

    def _says_something(self, section: PlanSection) -> bool:
        """Whether facts or boxes stand directly below it, or sections that only an enhancement has."""
        said = [
            label
            for block in section.blocks
            if block.kind == "paragraph"
            for label in map(labelled, with_definitions(block.source, self._words).splitlines())
            if label
        ]
        facts = [label for label in said if label.value and self._words.meaning("fact", label.label) not in {None, "title", "number"}]
        if any(label.is_bold for label in facts) or len(facts) >= _PLAIN_FACTS:
            return True
        if any(item.box is not None for block in section.blocks for item in block.items):
            return True
        parts = [inner for inner in section.sections if self._is_part(without_bold(inner.title))]
        return any(inner.blocks for inner in parts) and not self._words.meaning("section", without_bold(section.title))
