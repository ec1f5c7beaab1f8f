"""Requirements that come, go, change their words or their place in their list."""

from __future__ import annotations

from typing import Any

import yaml

from enhancement_roadmap.editing.data_text import DataText, dig
from enhancement_roadmap.editing.edits import TextEdit, content_end, line_break_at, line_end_at
from enhancement_roadmap.editing.fields import ORDER
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.named_requirements import NamedRequirement, requirement_of
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.strict_yaml import Loc


def add_requirement(draft: RoadmapDraft, identity: str, words: str) -> None:
    """Put a requirement at the end of the list of an enhancement.

    Raises:
        EditError: there is no such enhancement, or one with these words is there already.
    """
    _refuse_twin(draft, identity, words)
    file = draft.file_of(identity)
    draft.put(file, draft.text(file).append(("requirements",), words, ORDER))


def reword_requirement(draft: RoadmapDraft, identity: str, name: str, words: str) -> None:
    """Give a requirement other words; whatever else is said of it stays.

    Raises:
        EditError: the name means none or several, or another has these words already.
    """
    found = requirement_of(draft.item(identity), name)
    if " ".join(words.split()) == " ".join(found.requirement.text.split()):
        return
    _refuse_twin(draft, identity, words)
    file = draft.file_of(identity)
    document = draft.text(file)
    is_sentence = isinstance(document.value(found.loc), str)
    draft.put(file, document.set(found.loc if is_sentence else (*found.loc, "text"), words))


def place_requirement(draft: RoadmapDraft, identity: str, name: str, other: str, *, after: bool) -> None:
    """Put a requirement before another of the same list, or after it; with its comments, which stand behind it.

    Raises:
        EditError: a name means none or several, or they are not in one list.
    """
    item = draft.item(identity)
    found, beside = requirement_of(item, name), requirement_of(item, other)
    if found.loc[:-1] != beside.loc[:-1]:
        raise EditError(f"requirements {found} and {beside} are not in the same list")
    if found.number == beside.number:
        return
    file = draft.file_of(identity)
    document = draft.text(file)
    listed = found.loc[:-1]
    order = [*range(len(document.value(listed)))]
    order.remove(_index(found))
    order.insert(order.index(_index(beside)) + after, _index(found))
    draft.put(file, _reordered(document, listed, order))


def remove_requirement(draft: RoadmapDraft, identity: str, name: str) -> None:
    """Take a requirement out of its list, with its parts.

    Raises:
        EditError: the name means none or several.
    """
    found = requirement_of(draft.item(identity), name)
    file = draft.file_of(identity)
    draft.put(file, draft.text(file).remove(found.loc))


def _refuse_twin(draft: RoadmapDraft, identity: str, words: str) -> None:
    wanted = " ".join(words.split()).casefold()
    if wanted in {" ".join(known.split()).casefold() for known in draft.item(identity).requirement_texts}:
        raise EditError(f"‘{identity}’ has a requirement with these words already")


def _index(found: NamedRequirement) -> int:
    return int(found.loc[-1])


def _reordered(document: DataText, listed: Loc, order: list[int]) -> DataText:
    """The same with the entries of a list in another order, each with the lines that it has."""
    node = document.node(listed)
    if not isinstance(node, yaml.SequenceNode):
        raise EditError("this list can not be put into another order: change it by hand")

    def change(values: Any) -> Any:
        entries = dig(values, listed)
        entries[:] = [entries[index] for index in order]
        return values

    return document.edit([_in_order(document.text, node, order)], change, listed)


def _in_order(text: str, node: yaml.SequenceNode, order: list[int]) -> TextEdit:
    if node.flow_style:
        starts = [entry.start_mark.index for entry in node.value]
        written = [text[entry.start_mark.index : content_end(entry)] for entry in node.value]
        return TextEdit(starts[0], content_end(node.value[-1]), ", ".join(written[index] for index in order))
    starts = [text.rindex("-", 0, entry.start_mark.index) for entry in node.value]
    starts = [start - len(text[:start]) + len(text[:start].rstrip(" ")) for start in starts]
    end = content_end(node.value[-1])
    end = end if text[end - 1 : end] in {"\n", "\r"} else line_end_at(text, end)
    line_break = line_break_at(text, starts[0])
    pieces = [text[start:stop].removesuffix(line_break) for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    tail = line_break if text[starts[0] : end].endswith(line_break) else ""
    return TextEdit(starts[0], end, line_break.join(pieces[index] for index in order) + tail)
