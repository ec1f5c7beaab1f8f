"""Check boxes of Markdown, which YAML does not know: ``- [ ] Pilot`` is a list in a list, with words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.model import Node, Requirement
from enhancement_roadmap.model.enhancement import Enhancement
from enhancement_roadmap.sentences import cut, plural
from enhancement_roadmap.strict_yaml import Loc, Positions, scalar_text, show, slug_of

_LINE = re.compile(r"^([ \t]*)- +\[([ xX]?)\][ \t]+(\S.*?)[ \t\r]*$", re.MULTILINE)
_EMPTY: tuple[list[str], ...] = ([], ["x"], ["X"])
_SHOWN = 60
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
    return len(loc) > 1 and loc[-2] == "requirements" and value in _EMPTY


def _named(finding: Finding, line: str, text: str, model: type[Node]) -> Finding:
    found = _LINE.match(line)
    if found is None:
        return finding
    others = sum(1 for other in _LINE.finditer(text) if other[1] == found[1]) - 1
    message = f"{NO_BOXES}: {show(line)}" + (f", and on {plural(others, 'line')} more" if others > 0 else "")
    place = replace(finding.place, column=len(found[1]) + 1)
    return Finding(
        place, "RM214", message, _what_to_write(model, found[3].strip("'\""), is_done=found[2] in {"x", "X"}), times=1 + max(others, 0)
    )


def _what_to_write(model: type[Node], words: str, *, is_done: bool) -> str:
    if model is not Enhancement:
        return f"Write ‘- {scalar_text(cut(words, _SHOWN))}’."
    parts = {"id": slug_of(words), "text": scalar_text(cut(words, _SHOWN))}
    line = ", ".join(f"{key}: {value}" for key, value in parts.items() if key in Requirement.model_fields)
    return f"Write ‘- {{{line}, status: done}}’." if is_done else f"Write ‘- {{{line}}}’; with ‘status: done’ once it is done."
