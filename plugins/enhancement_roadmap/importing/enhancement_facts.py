"""What a label says of an enhancement, as the data has it; a value that can not be read stays words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from enhancement_roadmap.importing import values
from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.outline import PlanSection
from enhancement_roadmap.importing.vocabulary import Words

_IN_SCOPE = ("timeline", "dependencies", "files", "technologies", "tools", "impact")
_IN_ANALYSIS = ("benefits", "reasoning", "demerits", "maintainability")
_IN_COSTS = ("tools_per_month",)
_IN_BENEFIT = ("loss_prevented", "yearly_likelihood", "compliance_per_year")
_LISTS = ("files", "technologies", "tools")


class EnhancementFacts:
    """Puts facts into an enhancement.

    Args:
        item: the enhancement.
        found: where remarks go.
        words: what words mean.
    """

    def __init__(self, item: FoundEnhancement, found: Found, words: Words) -> None:
        self._item, self._found, self._words = item, found, words
        self._readers: dict[str, Callable[[str], Any]] = {
            "priority": words.priority,
            "status": lambda said: words.meaning("status", said) or words.status_sign(said),
            "owner": values.people,
            "labels": values.labels,
            "timeline": lambda said: values.estimate(said, words),
            "files": lambda said: [values.file_change(said)],
            "due": lambda said: values.due(said, words),
            "links": values.addresses,
            "tools_per_month": lambda said: values.amount(said, "month", "mo", "monat"),
            "loss_prevented": values.amount,
            "yearly_likelihood": lambda said: values.amount(said, "year", "yr", "jahr"),
            "compliance_per_year": lambda said: values.amount(said, "year", "yr", "jahr"),
        }

    def takes_list(self, label: str) -> bool:
        """Whether what a label names can be a list."""
        return self._words.meaning("fact", label) in _LISTS

    def say(self, label: str, value: str, line: int, source: str) -> None:
        """Take a fact.

        Args:
            label: as typed.
            value: as typed.
            line: where it stands.
            source: all of it, as typed.
        """
        self.take(self._words.meaning("fact", label), value, line, source)

    def take(self, meaning: str | None, value: str, line: int, source: str) -> None:
        """Take a fact of which it is known what it means; None where it is not."""
        if meaning in {None, "title", "number"}:
            self._stay(line, source)
        elif meaning != "trigger" and values.is_blank(value):
            self._found.became(line, source, "nothing: it says that there is none yet")
        elif meaning == "description":
            self._found.became(line, source, "description")
            self._item.prose.append(value)
        else:
            reader = self._readers.get(str(meaning), values.one_line)
            self._put(str(meaning), reader(value), line, source)

    def say_list(self, label: str, entries: Sequence[str], line: int, source: str) -> None:
        """Take a fact that is a list; `takes_list` has said that it can be."""
        meaning = str(self._words.meaning("fact", label))
        found = [values.file_change(entry) for entry in entries] if meaning == "files" else list(entries)
        self._put(meaning, found, line, "\n".join([source, *(f"- {entry}" for entry in entries)]))

    def say_long(self, meaning: str, section: PlanSection) -> bool:
        """Take a fact that is a whole section, where it can be one."""
        words = "\n\n".join(block.source for block in section.blocks).strip()
        if not words or meaning in {"title", "number"}:
            return False
        if meaning in {*_IN_ANALYSIS, "dependencies", "impact"}:
            return self._is_put(meaning, words)
        if meaning == "description":
            self._item.prose.append(words)
            return True
        if len(section.blocks) != 1 or section.blocks[0].kind != "paragraph" or meaning in _LISTS:
            return False
        value = self._readers.get(meaning, values.one_line)(words)
        return value is not None and self._is_put(meaning, value)

    def _put(self, meaning: str, value: Any, line: int, source: str) -> None:
        if value is None:
            self._found.doubt(line, source, f"was not understood as ‘{meaning}’, and stays words in ‘description’")
            self._item.prose.append(source)
        elif self._is_put(meaning, value):
            self._found.became(line, source, meaning)
        else:
            self._found.doubt(line, source, f"says ‘{meaning}’ again, otherwise; it stays words in ‘description’")
            self._item.prose.append(source)

    def _is_put(self, meaning: str, value: Any) -> bool:
        """Whether a value has its place; not where another one is there. A day takes that of the month that it is in."""
        facts = self._item.facts
        if meaning in _IN_SCOPE:
            facts = facts.setdefault("scope", {})
        elif meaning in _IN_COSTS:
            facts = facts.setdefault("costs", {})
        elif meaning in _IN_BENEFIT:
            facts = facts.setdefault("benefit", {})
        elif meaning in _IN_ANALYSIS:
            facts = facts.setdefault("analysis", {})
        if meaning in {"files", "links"} and meaning in facts:
            facts[meaning] += value
            return True
        if meaning == "due" and value.startswith(facts.get(meaning, "")):
            facts[meaning] = value
        return bool(facts.setdefault(meaning, value) == value)

    def _stay(self, line: int, source: str) -> None:
        self._found.keep(line, source, self._item.prose, "stays words, in ‘description’")
