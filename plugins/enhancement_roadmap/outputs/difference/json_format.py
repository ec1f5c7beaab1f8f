"""A difference as JSON for other programs, by the JSON Schema that `json_schema` makes of the template beside this file."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import fields
from datetime import date
from importlib.resources import files

from enhancement_roadmap.diff import KINDS, Change, Difference, Effect, Json, Kind, effects_of
from enhancement_roadmap.findings import Place
from enhancement_roadmap.sentences import printable_json

SCHEMA_VERSION = 1


def changes_data(found: Difference) -> list[dict[str, Json]]:
    """Each change as plain data, in the order of the difference; what its fields mean is said at `Change`."""
    return [{field.name: _plain(getattr(change, field.name)) for field in fields(Change)} for change in found.changes]


def as_json(found: Difference, base: str, head: str, today: date) -> str:
    """A difference as a JSON object.

    Args:
        found: the difference.
        base: how people call the old version.
        head: how people call the new one.
        today: the day by which both are understood.

    Returns:
        ``schema_version``, ``today``, ``base``, ``head``, ``effects`` (how often each is there), ``renamed`` (new ids of
        enhancements by the old ones) and ``changes``.
    """
    return printable_json(
        {
            "schema_version": SCHEMA_VERSION,
            "today": today.isoformat(),
            "base": base,
            "head": head,
            "effects": {effect.name: count for effect, count in found.effects.items()},
            "renamed": dict(found.renamed),
            "changes": changes_data(found),
        }
    )


def json_schema(kinds: Collection[Kind] = tuple(KINDS.values())) -> str:
    """The JSON Schema of `as_json`, as text: the file beside this one, with what is said at each kind of change.

    Args:
        kinds: those that a change may be of.
    """
    schema = json.loads((files("enhancement_roadmap.outputs.difference") / "schema.template.json").read_text(encoding="utf-8"))
    others = " and ".join(sorted(f"‘{kind.name}’" for kind in kinds if kind.writes != "facts"))
    schema["description"] += f" All changes but those of the kinds {others} together make the new roadmap out of the old one."
    schema["$defs"]["effect"]["enum"] = list(effects_of(kinds))
    schema["$defs"]["change"]["properties"]["kind"]["enum"] = [kind.name for kind in kinds]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> Json:
    if isinstance(value, Kind | Effect):
        return value.name
    if isinstance(value, Place):
        return {"file": value.file, "line": value.line, "column": value.column}
    return list(value) if isinstance(value, tuple) else value
