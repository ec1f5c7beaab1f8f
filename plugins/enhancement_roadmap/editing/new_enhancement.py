"""A new enhancement: its file, with the next number, named and begun as the others are."""

from __future__ import annotations

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.value_text import PlainValue, pair_lines
from enhancement_roadmap.loading import ITEMS
from enhancement_roadmap.loading.names import names_of
from enhancement_roadmap.loading.source import is_slug
from enhancement_roadmap.model.slugs import slug_from
from enhancement_roadmap.strict_yaml import show, slug_of

_SCHEMA_LINE = "# yaml-language-server:"
_DIGITS = 2
"""Digits of a number where no file has one yet."""


def add_enhancement(draft: RoadmapDraft, title: str, fields: dict[str, PlainValue], identity: str = "") -> str:
    """Draft the file of a new enhancement.

    Args:
        draft: what is being changed.
        title: its title.
        fields: what else it says, by the names of fields.
        identity: its id; default: made of the title.

    Returns:
        Its id.

    Raises:
        EditError: the title says nothing, or the id is none or that of another.
    """
    if not title:
        raise EditError("the title is empty")
    if identity and not is_slug(identity):
        raise EditError(f"{show(identity)} is no id: write ‘{slug_of(identity)}’")
    if identity in draft.loaded.files:
        raise EditError(f"there is an enhancement ‘{identity}’ already, in {draft.loaded.files[identity]}")
    name = identity or slug_from(title, draft.loaded.files)
    path = f"{ITEMS}/{_number(draft)}{name}.yml"
    if draft.content(path) is not None:
        raise EditError(f"there is a file {path} already")
    lines = [line for key, value in {"title": title, **fields}.items() for line in pair_lines(key, value)]
    draft.changed[path] = ("\n".join([*_first_lines(draft), *lines]) + "\n").encode()
    return name


def _number(draft: RoadmapDraft) -> str:
    """The next number, written as those of the files are; empty where files have names without numbers."""
    paths = list(draft.loaded.files.values())
    if paths and not any(names_of(path).number for path in paths):
        return ""
    roadmap = draft.loaded.roadmap
    numbers = [item.number or 0 for item in roadmap.enhancements] if roadmap else [names_of(path).number or 0 for path in paths]
    starts = [path.removeprefix(f"{ITEMS}/").split("-")[0] for path in paths if names_of(path).number]
    digits = max((len(start) for start in starts), default=_DIGITS)
    return f"{max(numbers, default=0) + 1:0{digits}}-"


def _first_lines(draft: RoadmapDraft) -> list[str]:
    """The comment that names the schema for editors, and a blank line, where the last file has one."""
    for path in sorted(draft.loaded.files.values(), reverse=True)[:1]:
        first = draft.text(path).text.partition("\n")[0].rstrip("\r")
        if first.startswith(_SCHEMA_LINE):
            return [first, ""]
    return []
