"""Two versions of a roadmap, what is between them, and how one becomes the other."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from enhancement_roadmap.diff import KINDS, Change, Difference, Version, difference
from enhancement_roadmap.loading import load
from enhancement_roadmap.text.long import parts
from support.plain_plan import make_folder
from support.render_contexts import TODAY


def version_of(folder: Path, today: date = TODAY) -> Version:
    """One version, from a folder without findings."""
    loaded = load(folder, shown="roadmap-data")
    return Version.of(loaded, today)


def between(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """The difference between two lots of files."""
    return difference(*versions_of(folder, before, after))


def versions_of(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Version, Version]:
    """Two versions made of files."""
    return version_of(make_folder(folder / "before", before)), version_of(make_folder(folder / "after", after))


def described(found: Difference, *, derived: bool = False) -> list[str]:
    """What happened, a line a change: kind, enhancement, subject, old and new value."""
    return [
        f"{_name(change)} [{change.enhancement or ''}] {change.subject}"
        + (f": {change.before!r} -> {change.after!r}" if not isinstance(change.before or change.after, dict) else "")
        for change in found.changes
        if change.is_derived == derived
    ]


def _name(change: Change) -> str:
    """What happened, as programs call it: all derived changes are of one kind."""
    return change.effect.name if change.is_derived and change.effect else change.kind.name


def apply(changes: Iterable[Mapping[str, Any]], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The new facts, made from the old ones and the changes in their JSON form, as the reference describes it."""
    result: dict[str, Any] = copy.deepcopy(dict(facts))
    written = [change for change in changes if KINDS[change["kind"]].writes == "facts"]
    direct = [change for change in written if not change["kind"].startswith("paragraph-")]
    direct += _texts_changed([change for change in written if change not in direct], facts)
    # Every path leads through the old facts, so all are followed before anything is moved.
    found = [(change, *_holder(result, change)) for change in direct]
    lists: dict[int, tuple[list[Any], list[Any], list[tuple[int, Any]], list[Any] | None]] = {}

    def of_list(held: list[Any]) -> int:
        lists.setdefault(id(held), (held, [], [], None))
        return id(held)

    # By the ids of the old roadmap, before any of them is another.
    orders = {
        id(change): [holder[key][_index(holder[key], step)] for step in change["after"]]
        for change, holder, key in found
        if change["kind"].endswith("-reordered")
    }
    for change, holder, key in found:
        kind = change["kind"]
        event = kind.rpartition("-")[2]
        if event == "added" and isinstance(holder, list):
            lists[of_list(holder)][2].append((len(holder) if change["index"] is None else change["index"], change["after"]))
        elif event == "removed" and isinstance(holder, list):
            lists[of_list(holder)][1].append(holder[key])
        elif event == "removed":
            del holder[key]
        elif event == "reordered":
            held = holder[key]
            name = of_list(held)
            lists[name] = (held, lists[name][1], lists[name][2], orders[id(change)])
        elif event in {"completed", "reopened", "waived"}:
            holder[key].update(change["after"])
        else:
            holder[key] = change["after"]
    for held, removed, added, options in lists.values():
        kept = options if options is not None else [entry for entry in held if not any(entry is gone for gone in removed)]
        held[:] = kept
        for index, entry in sorted(added, key=lambda pair: pair[0]):
            held.insert(index, entry)
    result["enhancements"] = sorted(result["enhancements"], key=in_order_of(result))
    return result


def _texts_changed(changes: Iterable[Mapping[str, Any]], facts: Any) -> Iterator[Mapping[str, Any]]:
    """Changes of paragraphs as changes of the texts that these are in."""
    texts: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for change in changes:
        texts.setdefault(tuple(change["path"][:-1]), []).append(change)
    for path, of_text in texts.items():
        whole = {"kind": "field-changed", "path": path}
        holder, key = _holder(facts, whole)
        yield {**whole, "after": _text_after(holder[key], of_text)}


def _text_after(text: str, changes: Iterable[Mapping[str, Any]]) -> str:
    paragraphs: list[str | None] = [*parts(text)]
    added = []
    for change in changes:
        if change["kind"] == "paragraph-added":
            added.append((change["index"], change["after"]))
        else:
            paragraphs[change["path"][-1]] = change["after"]
    kept = [paragraph for paragraph in paragraphs if paragraph is not None]
    for index, paragraph in sorted(added):
        kept.insert(index, paragraph)
    return "\n\n".join(kept)


def in_order_of(facts: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], Any]:
    """What puts enhancements in the roadmap's order, as the reference describes it."""
    order = {name: place for place, name in enumerate(facts["plan"]["order"])}

    def place(item: Mapping[str, Any]) -> Any:
        number = item["number"]
        return order.get(item["id"], len(order)), number is None, int(number or 0), item["title"].casefold(), item["id"]

    return place


def _holder(facts: Any, change: Mapping[str, Any]) -> tuple[Any, Any]:
    """What has the value at the end of a path, and the key or index of the value in it."""
    *steps, last = change["path"]
    held = facts
    for step in steps:
        held = held[_index(held, step)] if isinstance(held, list) else held[step]
    if isinstance(held, list) and not change["kind"].endswith("-added"):
        return held, _index(held, last)
    return held, last


def _index(held: list[Any], step: str | int) -> int:
    return step if isinstance(step, int) else next(index for index, entry in enumerate(held) if entry["id"] == step)
