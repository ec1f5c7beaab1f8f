"""Check boxes of Markdown, which YAML does not know: ``- [ ] Pilot`` is a list in a list, with words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import listed
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.sentences import cut, plural
from enhancement_roadmap.strict_yaml import Loc, Positions, named, scalar_text, show

_LINE = re.compile(r"^([ \t]*)- +\[([ xX]?)\][ \t]+(\S.*?)[ \t\r]*$", re.MULTILINE)
_IN_TEXT = re.compile(r"\s*\[([ xX]?)\]\s+(\S.*)", re.DOTALL)
_DONE = ("x", "X")
_LISTS = ("requirements", "parts")
_EMPTY: tuple[list[str], ...] = ([], ["x"], ["X"])
_SHOWN = 60
"""Characters of words that a hint repeats."""
NO_BOXES = "YAML has no check boxes"


def boxes_named(findings: Iterable[Finding], model: type[Node], positions: Positions) -> list[Finding]:
    """The findings of a file that is no YAML; where a check box is why, it is named, with what to write.

    Args:
        findings: what the parser says.
        model: what the file is.
        positions: the file.
    """
    text = positions.text()
    lines = text.split("\n")
    return [_named(finding, lines[finding.place.line - 1], text, model) if finding.code == "RM201" else finding for finding in findings]


def is_box(loc: Loc, value: Any) -> bool:
    """Whether a requirement is what YAML makes of a check box with nothing behind it."""
    return len(loc) > 1 and loc[-2] in _LISTS and value in _EMPTY


def boxes_in_texts(values: Any, positions: Positions) -> Iterator[Finding]:
    """A warning for each requirement whose words start with a box: pages would show it as these words.

    Args:
        values: plain values of an enhancement.
        positions: its file.
    """
    for loc, text in _texts(values, ("requirements",)):
        if found := _IN_TEXT.match(text):
            message = f"{named(loc)} starts with a box: {show(text)}"
            hint = _what_to_write(Enhancement, found[2], is_done=found[1] in _DONE)
            yield Finding(positions.of_value(loc), "RM214", message, hint, "warning")


def _texts(values: Any, path: tuple[str | int, ...]) -> Iterator[tuple[Loc, str]]:
    """Words of requirements and of their parts, with their places."""
    for index, entry in enumerate(listed(values, path)):
        if isinstance(entry, str):
            yield (*path, index), entry
        elif isinstance(entry, dict):
            if isinstance(entry.get("text"), str):
                yield (*path, index, "text"), entry["text"]
            if "parts" in entry:
                yield from _texts(values, (*path, index, "parts"))


def _named(finding: Finding, line: str, text: str, model: type[Node]) -> Finding:
    found = _LINE.match(line)
    if found is None:
        return finding
    others = sum(1 for other in _LINE.finditer(text) if other[1] == found[1]) - 1
    message = f"{NO_BOXES}: {show(line)}" + (f", and on {plural(others, 'line')} more" if others > 0 else "")
    place = replace(finding.place, column=len(found[1]) + 1)
    hint = _what_to_write(model, found[3].strip("'\""), is_done=found[2] in _DONE)
    return Finding(place, "RM214", message, hint, times=1 + max(others, 0))


def _what_to_write(model: type[Node], words: str, *, is_done: bool) -> str:
    text = scalar_text(cut(" ".join(words.split()), _SHOWN))
    if model is not Enhancement:
        return f"Write ‘- {text}’."
    done = f"‘- {{text: {text}, done: yes}}’"
    return f"Write {done}." if is_done else f"Write ‘- {text}’, and {done} once it is done."
