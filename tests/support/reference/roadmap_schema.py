"""The JSON Schema of the whole roadmap: what is written by hand in its file, with the parts that the model says."""

from __future__ import annotations

import json
from typing import Any

from enhancement_roadmap.model import Roadmap
from support.reference.schemas import described

_NOT_EXPORTED = {"RoadmapFile": ["wording"]}
_FACTS = {"$ref": "#/$defs/enhancement_facts"}
_PLAIN = {"string", "number", "integer", "boolean"}


def roadmap_schema_of(written: str) -> str:
    """The file as it should be.

    Args:
        written: as it is; what its names with a small letter say stays as it is.
    """
    schema = json.loads(written)
    by_hand = {name: part for name, part in schema["$defs"].items() if name[0].islower()}
    parts = described(Roadmap.model_json_schema(mode="serialization"), Roadmap)["$defs"]
    made = {name: _without(_as_given(part), _NOT_EXPORTED.get(name, [])) for name, part in parts.items() if name != "Wording"}
    made["Enhancement"]["properties"]["facts"] = _FACTS
    made["Enhancement"]["required"].append("facts")
    schema["$defs"] = {**by_hand, **dict(sorted(made.items()))}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _as_given(part: Any) -> Any:
    """What a value is when it is given: a text is a text, nothing is left out, and what always has a value is required."""
    if isinstance(part, list):
        return [_as_given(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {key: _as_given(value) for key, value in part.items() if key not in {"default", "additionalProperties"}}
    if isinstance(made.get("type"), list):
        is_number = made["type"] == ["number", "string"] and "minimum" not in made
        made = {key: value for key, value in made.items() if key not in {"minimum", *(["pattern"] if is_number else [])}}
        made["type"] = "number" if is_number else "string"
    if "anyOf" in made:
        one, *others = [each for each in made.pop("anyOf") if each != {"type": "null"}]
        made |= {"anyOf": [one, *others]} if others else one
    if "properties" in part:
        always = [key for key, value in part["properties"].items() if _has_always_a_value(value)]
        made["required"] = list(dict.fromkeys([*part.get("required", []), *always]))
    return made


def _has_always_a_value(part: dict[str, Any]) -> bool:
    kinds = part.get("type", [])
    return bool({kinds} & _PLAIN) if isinstance(kinds, str) else bool(kinds)


def _without(part: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {**part, "properties": {name: value for name, value in part["properties"].items() if name not in names}}
