"""Entries of lists to requirements: boxes with their states, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enhancement_roadmap.importing.found import Found, FoundEnhancement, FoundRequirement
from enhancement_roadmap.importing.outline import ListEntry
from enhancement_roadmap.model.requirement_list import MAX_LEVELS

_DONE = ("x", "X")
_OPEN = ("", " ")
_WAIVED = "-"
_DONE_SIGNS = ("✅", "☑️", "☑", "✔️", "✔")
_NO_WORDS = "…"


class RequirementReader:
    """Makes requirements.

    Args:
        found: where remarks go.
    """

    def __init__(self, found: Found) -> None:
        self._found = found

    def headed(self, title: str, line: int) -> FoundRequirement:
        """A requirement that a heading names."""
        self._found.became(line, title, "a requirement with parts")
        return FoundRequirement(title, line)

    def of(self, items: Sequence[ListEntry], owner: FoundEnhancement, level: int = 1) -> list[FoundRequirement]:
        """The requirements that entries of a list are.

        Args:
            items: the entries.
            owner: what keeps words that belong to none of them alone.
            level: how deep they are.
        """
        return [requirement for item in items for requirement in self._one(item, owner, level)]

    def _one(self, item: ListEntry, owner: FoundEnhancement, level: int) -> Iterator[FoundRequirement]:
        text, done = _words_and_state(item)
        has_parts = any(inner.box is not None for inner in item.items) or (item.box is None and bool(item.items))
        requirement = FoundRequirement(text or _NO_WORDS, item.line, done)
        if not done and not has_parts and (item.box == _WAIVED or _is_struck(text)):
            self._waive(requirement, item)
        elif item.box not in {None, *_DONE, *_OPEN}:
            self._found.doubt(
                item.line, item.source.partition("\n")[0].strip(), f"‘[{item.box}]’ is neither open nor done: it counts as open"
            )
        elif _is_struck(text):
            self._found.doubt(item.line, item.text, "is struck through: it counts as " + ("done" if done else "open"))
        elif not text:
            self._found.doubt(item.line, item.source.strip(), "has no words")
        else:
            self._found.became(item.line, item.text, "a requirement" + (", done" if done else ""))
        if item.more:
            self._found.keep(item.line, "\n\n".join([text, *item.more]), owner.prose, "stays words, in ‘description’")
        if not has_parts:
            requirement.text = "; ".join([requirement.text, *(inner.text for part in item.items for inner in part.all() if inner.text)])
            for part in (inner for top in item.items for inner in top.all() if inner.more):
                self._found.keep(part.line, "\n\n".join(part.more), owner.prose, "stays words, in ‘description’")
            yield requirement
        elif level < MAX_LEVELS:
            requirement.parts = self.of(item.items, owner, level + 1)
            self._hold_against(requirement, item)
            yield requirement
        else:
            self._found.doubt(item.line, item.text, f"has parts in more than {MAX_LEVELS} levels: they stand beside it")
            yield requirement
            yield from self.of(item.items, owner, level)

    def _waive(self, requirement: FoundRequirement, item: ListEntry) -> None:
        """Take one that need not be done; why is nowhere said, so the source is named."""
        mark = f"‘[{item.box}]’" if item.box == _WAIVED else "struck through"
        requirement.text = item.text.replace("~~", "").strip() or _NO_WORDS
        requirement.waived = f"{mark} in {self._found.source}, line {item.line}"
        self._found.doubt(item.line, item.source.partition("\n")[0].strip(), f"is {mark}: it counts as waived, and says so in ‘why’")

    def _hold_against(self, requirement: FoundRequirement, item: ListEntry) -> None:
        """Say where a box and those in it disagree: one with parts is done when all of them are."""
        leaves = [part for part in requirement.all() if not part.parts]
        still_open = sum(not (part.done or part.waived) for part in leaves)
        if item.box is not None and requirement.done != (still_open == 0):
            state = "is ticked" if requirement.done else "is open"
            self._found.doubt(item.line, item.text, f"{state}, but {still_open} of its {len(leaves)} parts are open: the parts count")


def _is_struck(text: str) -> bool:
    return text.startswith("~~")


def _words_and_state(item: ListEntry) -> tuple[str, bool]:
    text = item.text
    if item.box not in {None, *_DONE, *_OPEN}:
        return f"[{item.box}] {text}".rstrip(), False
    done = item.box in _DONE
    for sign in _DONE_SIGNS if not done else ():
        if text.startswith(sign):
            return text.removeprefix(sign).strip(), True
    return text, done
