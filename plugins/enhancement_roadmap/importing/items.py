"""A further enhancement, with what its title and its place say of it; and the phases and quarters that it stands in."""

from __future__ import annotations

import re
from typing import Any

from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.phrases import TitleParts, heading_parts
from enhancement_roadmap.importing.vocabulary import Words

PHASE = re.compile(
    r"(?:phase|stage|milestone|sprint|iteration|étape|fase|etapa|faza|этап|фаза|aşama|フェーズ|阶段|단계)\s*\d{1,3}\b.*", re.IGNORECASE
)
QUARTER = re.compile(r"(?:Q[1-4](?:[\s/'-]*(?:20)?\d\d)?|20\d\d[\s/-]*Q[1-4])\b.*", re.IGNORECASE)


def add_item(
    found: Found,
    words: Words,
    title: str,
    line: int,
    *,
    priority: str | None = None,
    status: str | None = None,
) -> FoundEnhancement:
    """Add an enhancement.

    Args:
        found: where it is added.
        words: what words mean.
        title: as typed, with a number, a key, a status and signs in it.
        line: where it stands.
        priority: that of what stands around it.
        status: that of what stands around it; one in the title goes before.
    """
    parts = heading_parts(title, words)
    item = FoundEnhancement(parts.title, line, parts.number, parts.key)
    item.facts.update({key: value for key, value in facts_of_place(parts, words, priority, status).items() if value})
    signs = f", and ‘{parts.signs}’ {'its status' if parts.status else 'is left out'}" if parts.signs else ""
    found.became(line, title, f"an enhancement{signs}")
    found.enhancements.append(item)
    return item


def facts_of_place(parts: TitleParts, words: Words, priority: str | None, status: str | None) -> dict[str, str | None]:
    """The priority and the status that an enhancement has by its title and its place, as `add_item` takes them; None where it has none."""
    return {"priority": priority or words.meaning("priority", parts.signs), "status": parts.status or status}


def step_named(found: Found, kind: str, title: str) -> dict[str, Any]:
    """The phase or quarter of a title, added where there is none yet.

    Args:
        found: where it is.
        kind: ``phases`` or ``quarters``.
        title: what it is called.
    """
    steps: list[dict[str, Any]] = found.plan.setdefault(kind, [])
    for step in steps:
        if step["title"] == title:
            return step
    steps.append({"title": title, "enhancements": []})
    return steps[-1]


def put_in_step(found: Found, item: FoundEnhancement, title: str, said: str) -> None:
    """Put an enhancement into the quarter of a title, or the phase where it names no quarter.

    Args:
        found: where the step is.
        item: the enhancement.
        title: what the step is called.
        said: what the source says, for the report.
    """
    kind = "quarters" if QUARTER.fullmatch(title) else "phases"
    step_named(found, kind, title)["enhancements"].append(item)
    found.became(item.line, said, kind)
