"""The YAML of the plugin mkdocs-roadmap: milestones with deliverables, objectives, and a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.items import step_named
from enhancement_roadmap.importing.records import Record, from_records
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.strict_yaml import Positions

_STATES = {"TODO": None, "DOING": "in-progress", "DONE": "done", "SKIP": "cancelled"}
_PRIORITIES = {"MUST": "high", "SHOULD": "medium", "MAY": "low"}
_PARTS = ("milestones", "objectives", "timeline")


def is_mkdocs_roadmap(values: Any) -> bool:
    """Whether values from YAML are those of such a file."""
    return isinstance(values, dict) and any(isinstance(values.get(part), list) for part in _PARTS)


def from_mkdocs_roadmap(values: Mapping[str, Any], positions: Positions, source: str, words: Words) -> Found:
    """Find a plan in such a file: each deliverable is an enhancement, and each milestone a phase.

    Args:
        values: what the file says.
        positions: where it says it.
        source: what it is called.
        words: what words mean.
    """
    found = from_records([*_records(values, positions)], source, words)
    for number, milestone in enumerate(_entries(values, "milestones")):
        _milestone(found, milestone, positions.of_value(("milestones", number)).line)
    order = [_line(milestone.get("title", "")) for milestone in _entries(values, "milestones")]
    found.plan.get("phases", []).sort(key=lambda step: order.index(step["title"]))
    if values.get("title"):
        found.about["title"] = _line(values["title"])
        found.became(1, found.about["title"], "the title")
    for number, words_of in _notes(values, positions):
        found.keep(number, words_of, found.notes, "stays words, in ‘notes’ of roadmap.yml")
    return found


def _records(values: Mapping[str, Any], positions: Positions) -> Iterator[Record]:
    for index, milestone in enumerate(_entries(values, "milestones")):
        for place, deliverable in enumerate(_entries(milestone, "deliverables")):
            line = positions.of_value(("milestones", index, "deliverables", place)).line
            state, wanted = str(deliverable.get("state", "TODO")), str(deliverable.get("requirement", ""))
            facts = {"priority": _PRIORITIES.get(wanted, wanted), "links": str(deliverable.get("reference") or "")}
            if state not in _STATES:
                facts["status"] = state
            known = {"title", "state", "requirement", "reference", "description"}
            yield Record(
                line,
                _line(deliverable.get("title", "")),
                text=str(deliverable.get("description") or ""),
                facts={key: value for key, value in facts.items() if value},
                others={key: str(value) for key, value in deliverable.items() if key not in known and value},
                status=_STATES.get(state),
                step=_line(milestone.get("title", "")),
            )


def _milestone(found: Found, milestone: Mapping[str, Any], line: int) -> None:
    """What a milestone says besides its deliverables."""
    title = _line(milestone.get("title", ""))
    if not title:
        return
    step = step_named(found, "phases", title)
    others = [f"{key}: {_said(value)}" for key, value in milestone.items() if key not in {"title", "deliverables", "description"} and value]
    summary = "\n\n".join(filter(None, [str(milestone.get("description") or "").strip(), *others]))
    if summary:
        step["summary"] = summary
        found.became(line, summary, "what a phase is for")


def _notes(values: Mapping[str, Any], positions: Positions) -> Iterator[tuple[int, str]]:
    for key, value in values.items():
        line = positions.of_key((key,)).line
        if key in {"title", "milestones"} or not value:
            continue
        if key == "description":
            yield line, str(value).strip()
        elif isinstance(value, list):
            yield line, "\n".join([f"## {key.capitalize()}", "", *(f"- {_said(entry)}" for entry in value)])
        else:
            yield line, f"{key}: {_said(value)}"


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ": ".join(_said(part) for part in value.values() if part not in (None, ""))
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return _line(value)


def _entries(values: Mapping[str, Any], part: str) -> list[Mapping[str, Any]]:
    found = values.get(part)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _line(words: Any) -> str:
    return " ".join(str(words).split())
