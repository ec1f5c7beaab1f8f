"""The page on differences: what a change can mean, and the format for programs."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from enhancement_roadmap.diff import EFFECTS
from enhancement_roadmap.outputs.difference import json_schema
from support.reference.markdown import page, table

INTRO = """\
`roadmap diff` holds two versions of a roadmap against each other. A change is a change of what the roadmap says: comments, the
order of keys and line breaks are none. Enhancements and requirements are known by their ids; one with another id is found by
its file, its number and its words."""

_ON_EFFECTS = """\
## Effects

What a change means, the most important first. `--fail-on` takes these names, with commas between them."""

_ON_PATHS = """\
paths lead through the old one, entries are removed and put into their new order first, and those that are added then come to
their `index`, the lowest first; enhancements stand as the `order` of the plan says, the others by number, those without one last,
by title and by id. `schema_version` rises with a change that programs notice; the JSON Schema is what `roadmap schema difference` gives."""


def differences_page() -> str:
    """Every effect, and every key of the JSON."""
    effects = table(["Effect", "Shown as", "When"], [[f"`{name}`", meaning.title, meaning.summary] for name, meaning in EFFECTS.items()])
    schema = json.loads(json_schema())
    change = schema["$defs"]["change"]
    kinds = ", ".join(f"`{kind}`" for kind in change["properties"]["kind"]["enum"])
    blocks = [
        _ON_EFFECTS,
        effects,
        "## JSON",
        _on_json(schema["description"]),
        _keys(schema),
        "### A change",
        _keys(change),
        f"Kinds: {kinds}.",
    ]
    return page("Differences", INTRO, blocks)


def _on_json(described: str) -> str:
    """What the schema says of itself, and how its changes are put together."""
    said = re.sub("‘(.+?)’", r"`\1`", described.removesuffix("."))
    return textwrap.fill(f"{said}: {_ON_PATHS}", 128, break_on_hyphens=False)


def _keys(described: Mapping[str, Any]) -> str:
    return table(["Key", "Meaning"], list(_rows(described)))


def _rows(described: Mapping[str, Any]) -> Iterator[list[str]]:
    for name, value in described["properties"].items():
        yield [f"`{name}`", value["description"]]
