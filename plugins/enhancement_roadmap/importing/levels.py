"""The priority levels that a plan needs: those of a list in it, and those that its headings and facts name."""

from __future__ import annotations

from typing import Any

from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.model.framework import DEFAULT_PRIORITIES, PriorityLevel

_CRITICAL = PriorityLevel(id="critical", title="Critical", meaning="To be done before all others")
_ALL = (_CRITICAL, *DEFAULT_PRIORITIES)


def priorities(found: Found) -> list[dict[str, Any]]:
    """The levels for ``roadmap.yml``, the highest first; none where the product's own are enough."""
    listed = {level["id"]: dict(level) for level in found.about.get("priorities", ())}
    sections: dict[str, tuple[str, str]] = found.about.get("sections", {})
    used = {item.facts["priority"] for item in found.enhancements if "priority" in item.facts} | set(sections)
    if not listed and "critical" not in used and not any(_is_own(name, *heading) for name, heading in sections.items()):
        return []
    levels = list(listed.values())
    wanted = used if listed else used | {level.id for level in DEFAULT_PRIORITIES}
    levels += [_values(level) for level in _ALL if level.id in wanted - set(listed)]
    levels.sort(key=lambda level: [level.id for level in _ALL].index(level["id"]))
    for level in levels:
        sign, heading = sections.get(level["id"], ("", ""))
        if sign and (level["id"] not in listed):
            level["icon"] = sign
        if heading and heading != f"{level['title']} Enhancements" and heading.casefold() != level["title"].casefold():
            level["section"] = heading if not sign or sign == level.get("icon") else f"{sign} {heading}"
    return levels


def _values(level: PriorityLevel) -> dict[str, Any]:
    icon = {"icon": level.icon} if level.icon else {}
    return {"id": level.id, "title": level.title, **icon, "meaning": level.meaning}


def _is_own(name: str, sign: str, heading: str) -> bool:
    """Whether a heading is none that the product would write."""
    default = next(level for level in _ALL if level.id == name)
    return (heading != f"{default.title} Enhancements" and heading.casefold() != default.title.casefold()) or sign not in {"", default.icon}
