"""The needs of sphinx-needs, as its ``needs.json`` has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.importing.records import Record
from enhancement_roadmap.importing.vocabulary import Words

_TAKEN = {"id", "title", "type", "type_name", "status", "tags", "content", "description", "links"}
_TECHNICAL = {"arch", "avatar", "collapse", "completion", "constraints", "constraints_passed", "constraints_results", "content_id"}
_TECHNICAL |= {"created_at", "docname", "doctype", "duration", "external_css", "external_url", "full_title", "has_dead_links"}
_TECHNICAL |= {"has_forbidden_dead_links", "hidden", "hide", "id_parent", "id_prefix", "is_external", "is_modified", "is_need", "is_part"}
_TECHNICAL |= {"jinja_content", "layout", "lineno", "lineno_content", "max_amount", "max_content_lines", "modifications", "params"}
_TECHNICAL |= {"parent_need", "parent_needs", "parent_needs_back", "parts", "post_content", "post_template", "pre_content", "pre_template"}
_TECHNICAL |= {"prefix", "query", "section_name", "sections", "signature", "specific", "style", "target_id", "template", "type_color"}
_TECHNICAL |= {"type_prefix", "type_style", "updated_at", "url", "url_postfix", "user", "links_back", "id_complete"}


def are_needs(values: Any) -> bool:
    """Whether values from JSON are those of a ``needs.json``."""
    return isinstance(values, dict) and isinstance(values.get("versions"), dict) and bool(_needs(values))


def need_records(values: Mapping[str, Any], text: str, words: Words) -> tuple[list[Record], list[str]]:
    """A record for each need of the current version, and the keys that say nothing about a plan.

    Args:
        values: values from JSON.
        text: the JSON, for the lines.
        words: what words mean.
    """
    needs = [need for need in _needs(values) if need.get("title")]
    records = [_record(need, _line(need, text), words) for need in needs]
    return records, sorted({key for need in needs for key, value in need.items() if key in _TECHNICAL and value})


def _needs(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    versions: Mapping[str, Any] = values["versions"]
    version = versions.get(str(values.get("current_version"))) or next(iter(versions.values()), None)
    needs = version.get("needs") if isinstance(version, dict) else None
    return [need for need in needs.values() if isinstance(need, dict)] if isinstance(needs, dict) else []


def _line(need: Mapping[str, Any], text: str) -> int:
    """Where a need stands; 0 where nobody can tell."""
    place = text.find(f'"{need.get("id")}"')
    return text.count("\n", 0, place) + 1 if place >= 0 else 0


def _record(need: Mapping[str, Any], line: int, words: Words) -> Record:
    facts, others = {}, {}
    for name, value in need.items():
        if name in _TAKEN | _TECHNICAL or not value or name.endswith("_back"):
            continue
        meaning, said = words.meaning("fact", name.replace("_", " ")), _text(value)
        if meaning and meaning not in {"title", "number"}:
            facts[meaning] = said
        else:
            others[name] = said
    if need.get("links"):
        facts["dependencies"] = _text(need["links"])
    if status := need.get("status"):
        facts["status"] = str(status)
    kind = str(need.get("type_name") or need.get("type") or "")
    tags = need.get("tags") or []
    return Record(
        line,
        str(need["title"]),
        key=str(need.get("id") or "") or None,
        text=str(need.get("content") or need.get("description") or ""),
        facts=facts,
        others=others,
        labels=list(
            dict.fromkeys(filter(None, [kind, *(tags if isinstance(tags, Sequence) and not isinstance(tags, str) else [str(tags)])]))
        ),
    )


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
