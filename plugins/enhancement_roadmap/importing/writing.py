"""What was found, as data files in the short forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from enhancement_roadmap.importing.found import Found, FoundEnhancement, FoundRequirement
from enhancement_roadmap.importing.levels import priorities
from enhancement_roadmap.importing.naming import file_names, identities
from enhancement_roadmap.importing.references import NamesInPlan
from enhancement_roadmap.importing.yaml_text import comment, yaml_text
from enhancement_roadmap.model import Enhancement, RoadmapFile

_NO_TITLE = "Roadmap"


def files_of(found: Found) -> dict[str, str]:
    """The data files that say what was found.

    Args:
        found: what a source gives.

    Returns:
        For each path in the roadmap folder the text of the file. The same is given for the same, whenever it is asked.
    """
    ids = identities(found.enhancements)
    names = file_names(found.enhancements, ids)
    files = {"roadmap.yml": yaml_text(_about(found))}
    plan = _plan(found, ids)
    parts = (("plan", plan), ("governance", found.governance), ("metrics", {"metrics": found.metrics} if found.metrics else {}))
    files |= {f"{name}.yml": yaml_text(values) for name, values in parts if values}
    known = NamesInPlan(found.enhancements, ids)
    for item in found.enhancements:
        files[names[id(item)]] = "".join(map(comment, item.doubts)) + yaml_text(_enhancement(item, known))
    return files


def _about(found: Found) -> dict[str, Any]:
    about = {key: value for key, value in found.about.items() if key not in {"sections", "priorities"}}
    about.setdefault("title", _NO_TITLE)
    if levels := priorities(found):
        about["priorities"] = levels
    if found.notes:
        about["notes"] = "\n\n".join(found.notes)
    return _in_order(about, RoadmapFile.model_fields)


def _plan(found: Found, ids: Mapping[int, str]) -> dict[str, Any]:
    plan: dict[str, Any] = {}
    items = found.enhancements
    usual = sorted(items, key=lambda item: (item.number is None, item.number or 0, item.title.casefold(), ids[id(item)]))
    if usual != items:
        plan["order"] = [ids[id(item)] for item in items]
    for kind, steps in found.plan.items():
        plan[kind] = [_step(step, ids) for step in steps]
    return plan


def _step(step: Mapping[str, Any], ids: Mapping[int, str]) -> dict[str, Any]:
    inside = [ids[id(item)] for item in step.get("enhancements", ())]
    words = {key: value for key, value in step.items() if key != "enhancements"}
    return {**words, "enhancements": inside} if inside else words


def _enhancement(item: FoundEnhancement, known: NamesInPlan) -> dict[str, Any]:
    values: dict[str, Any] = {"title": item.title, **item.facts}
    if item.prose:
        values["description"] = "\n\n".join(item.prose)
    if item.requirements:
        values["requirements"] = [_requirement(requirement) for requirement in item.requirements]
    scope = dict(values.get("scope", {}))
    if names := known.all_of(scope.get("dependencies", ""), item):
        del scope["dependencies"]
        scope["depends_on"] = names
    if scope:
        values["scope"] = scope
    return _in_order(values, Enhancement.model_fields)


def _requirement(requirement: FoundRequirement) -> str | dict[str, Any]:
    if requirement.parts:
        return {"text": requirement.text, "parts": [_requirement(part) for part in requirement.parts]}
    if requirement.waived:
        return {"text": requirement.text, "status": "waived", "why": requirement.waived}
    return {"text": requirement.text, "done": True} if requirement.done else requirement.text


def _in_order(values: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: values[key] for key in keys if key in values}
