"""Enhancements that get another id, or go: whatever names them follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.loading import ITEMS
from enhancement_roadmap.loading.names import names_of
from enhancement_roadmap.loading.source import dependencies, entries, is_slug, listed
from enhancement_roadmap.strict_yaml import Loc, named, show, slug_of

_PLAN = "plan.yml"


class Reference(NamedTuple):
    """Where an enhancement is named.

    Attributes:
        file: path in the folder.
        loc: the value that is its id.
        line: of the file, counted from 1.
    """

    file: str
    loc: Loc
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {named(_entry(self.loc)[:-1])}"


def references(draft: RoadmapDraft, identity: str) -> list[Reference]:
    """Every place in the data that names an enhancement, in the order of files and lines."""
    return sorted((found for file in draft.loaded.positions for found in _in_file(draft, file, identity)), key=lambda found: found[::2])


def _in_file(draft: RoadmapDraft, file: str, identity: str) -> Iterator[Reference]:
    if file != _PLAN and not file.startswith(f"{ITEMS}/"):
        return
    values = draft.text(file).value(())
    for loc, name in _named_in_plan(values) if file == _PLAN else dependencies(values):
        if name == identity:
            yield Reference(file, loc, draft.loaded.positions[file].of_value(loc).line)


def rename(draft: RoadmapDraft, old: str, new: str) -> None:
    """Give an enhancement another id: in its file or in the name of it, and wherever it is named.

    Raises:
        EditError: there is no such enhancement, or the new id is none, or is that of another.
    """
    path = draft.file_of(old)
    if not is_slug(new):
        raise EditError(f"{show(new)} is no id: write ‘{slug_of(new)}’")
    if new in draft.loaded.files:
        raise EditError(f"there is an enhancement ‘{new}’ already, in {draft.loaded.files[new]}")
    for reference in references(draft, old):
        draft.put(reference.file, draft.text(reference.file).set(reference.loc, new))
    document = draft.text(path)
    if document.value(("id",)) is not None:
        document = document.set(("id",), new)
    draft.put(path, document)
    if names_of(path).id == old:
        target = f"{path.removesuffix(f'{old}.yml')}{new}.yml"
        if draft.content(target) is not None:
            raise EditError(f"there is a file {target} already")
        draft.changed[target], draft.changed[path] = document.data, None


def remove(draft: RoadmapDraft, identity: str, *, force: bool) -> None:
    """Take an enhancement out of the roadmap, with what names it where that is wanted.

    Raises:
        EditError: there is no such enhancement, or something names it, and it is not to be removed all the same.
    """
    path = draft.file_of(identity)
    naming = [reference for reference in references(draft, identity) if reference.file != path]
    if naming and not force:
        places = "; ".join(map(str, naming))
        raise EditError(f"‘{identity}’ is named elsewhere: {places}. With --force it is taken out there too")
    for reference in reversed(naming):
        draft.put(reference.file, draft.text(reference.file).remove(_entry(reference.loc)))
    draft.changed[path] = None


def _entry(loc: Loc) -> Loc:
    """The entry of a list that an id stands in."""
    return loc if isinstance(loc[-1], int) else loc[:-1]


def _named_in_plan(plan: Any) -> Iterator[tuple[Loc, Any]]:
    """Ids in the lists of the plan, and where they stand."""
    places: list[Loc] = [("order",)]
    for part in ("quarters", "phases"):
        places += [(part, index, "enhancements") for index, _ in entries(plan, (part,))]
    for place in places:
        yield from (((*place, index), name) for index, name in enumerate(listed(plan, place)))
