"""Values of a team's own fields, held against what `roadmap.yml` declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from enhancement_roadmap.findings import Choices, Finding
from enhancement_roadmap.loading.source import Source, dig, entries
from enhancement_roadmap.model import OwnField
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, show

Declared = Mapping[str, OwnField]


def check_own_fields(sources: Sequence[Source]) -> Iterator[Finding]:
    """Values of fields that nobody has declared, that belong elsewhere, or that are not what the field says."""
    about = next((source for source in sources if source.kind == "roadmap"), None)
    if about is None or not isinstance(about.values, dict):
        return
    declared = [field for _, entry in entries(about.values, ("fields",)) if (field := _field(entry)) is not None]
    if len(declared) != len(about.values.get("fields") or ()):
        return  # a declaration that is wrong has a finding of its own
    of = {place: {field.id: field for field in declared if field.of == place} for place in ("enhancement", "requirement")}
    for item in sources:
        if item.kind == "enhancement":
            yield from _values(item, (), item.values, of["enhancement"], of["requirement"])
            yield from _of_requirements(item, ("requirements",), item.values, of["requirement"], of["enhancement"])


def _field(entry: dict[str, Any]) -> OwnField | None:
    try:
        return OwnField.model_validate(entry)
    except ValidationError:
        return None


def _of_requirements(item: Source, path: Loc, around: Any, fields: Declared, others: Declared) -> Iterator[Finding]:
    for index, entry in entries(around, path[-1:]):
        if "fields" in entry:
            yield from _values(item, (*path, index), entry, fields, others)
        if "parts" in entry:
            yield from _of_requirements(item, (*path, index, "parts"), entry, fields, others)


def _values(item: Source, path: Loc, around: Any, fields: Declared, others: Declared) -> Iterator[Finding]:
    values = dig(around, ("fields",))
    for name, value in values.items() if isinstance(values, dict) else ():
        loc = (*path, "fields", name)
        if name in fields:
            if value is not None and (hint := fields[name].problem(value)):
                kind = fields[name].type
                written = value if isinstance(value, str) else ", ".join(map(str, value))
                message = f"{named(loc)} is no value of the type ‘{kind}’: {show(written)}"
                yield Finding(item.positions.of_value(loc), "RM415", message, hint)
        elif name in others:
            hint = f"roadmap.yml says that each {others[name].of} has it: write it there, or change ‘of’."
            yield Finding(item.positions.of_key(loc), "RM414", f"{named(loc[:-1])}: the field {show(name)} belongs elsewhere", hint)
        else:
            suggestion = Choices(fields).suggestion(name) if fields else "Declare it in ‘fields’ of roadmap.yml."
            yield Finding(item.positions.of_key(loc), "RM414", f"{named(loc[:-1])}: there is no field {show(str(name))}", suggestion)
