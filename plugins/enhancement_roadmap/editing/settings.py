"""Writing values into a YAML text: in the place of others, or as new keys and entries, in the style that is used there."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from enhancement_roadmap.editing.comments import comments_in
from enhancement_roadmap.editing.edits import (
    TextEdit,
    add_pair,
    append_entries,
    content_end,
    dash_column,
    line_break_at,
    line_end_at,
    lines_after,
    pair_at,
)
from enhancement_roadmap.editing.value_text import PlainValue, entry_lines, in_line, is_block, pair_lines
from enhancement_roadmap.strict_yaml import Loc
from enhancement_roadmap.strict_yaml.quoting import quoted_text, typed_text


def setting(text: str, root: yaml.Node | None, loc: Loc, value: PlainValue, order: Sequence[str]) -> list[TextEdit]:
    """The edits that write a value at a place.

    Args:
        text: the whole text.
        root: its root node.
        loc: where; the mappings around it need not be there.
        value: what to write.
        order: keys of the outermost mapping in the order in which they should stand.

    Raises:
        LookupError: there is no mapping or list on the way.
    """
    node, around, depth = root, root, 0
    key: yaml.Node | None = None
    for step in loc:
        if isinstance(node, yaml.MappingNode) and (pair := pair_at(node, str(step))):
            around, (key, node) = node, pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            around, key, node = node, None, node.value[step]
        else:
            break
        depth += 1
    missing = loc[depth:]
    if missing and isinstance(node, yaml.MappingNode) and node.value:
        return _new_pair(text, node, str(missing[0]), nested(missing[1:], value), order if depth == 0 else ())
    return _replacing(text, root, around, key, node, nested(missing, value))


def nested(steps: Loc, value: PlainValue) -> PlainValue:
    """A value in the mappings around it."""
    for step in reversed(steps):
        value = {str(step): value}
    return value


def insertion(text: str, listed: yaml.SequenceNode, index: int, value: PlainValue) -> list[TextEdit]:
    """The edits that put an entry into a list that has some, before one of them or at the end."""
    if listed.flow_style:
        if index < len(listed.value):
            place = listed.value[index].start_mark.index
            return [TextEdit(place, place, f"{in_line(value)}, ")]
        return append_entries(text, listed, [in_line(value)])
    indentation = " " * dash_column(text, listed)
    lines = [indentation + line for line in entry_lines(value)]
    if index >= len(listed.value):
        return [lines_after(text, content_end(listed), lines)]
    dash = text.rindex("-", 0, listed.value[index].start_mark.index)
    place = dash - len(indentation)
    if text[place:dash] != indentation:
        raise LookupError(index)
    line_break = line_break_at(text, dash)
    return [TextEdit(place, place, "".join(line + line_break for line in lines))]


def _new_pair(text: str, mapping: yaml.MappingNode, key: str, value: PlainValue, order: Sequence[str]) -> list[TextEdit]:
    if mapping.flow_style:
        return add_pair(text, mapping, f"{key}: {in_line(value)}")
    lines = pair_lines(key, value)
    before = set(order[: order.index(key)]) if key in order else set()
    known = [pair for pair in mapping.value if pair[0].value in before]
    if not known or known[-1] is mapping.value[-1]:
        return add_pair(text, mapping, *lines)
    column = known[-1][0].start_mark.column
    place = _behind_deeper_comments(text, content_end(known[-1][1]), column)
    return [lines_after(text, place, [" " * column + line if line else "" for line in lines])]


def _behind_deeper_comments(text: str, place: int, column: int) -> int:
    """The end of a value, with the comments in the lines below it that are indented as its parts are."""
    if text[place - 1 : place] == "\n":
        return place
    while (end := line_end_at(text, place)) < len(text):
        below = end + len(line_break_at(text, place))
        line = text[below : line_end_at(text, below)]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
            break
        place = below
    return place


def _replacing(
    text: str, root: yaml.Node | None, around: yaml.Node | None, key: yaml.Node | None, node: yaml.Node | None, value: PlainValue
) -> list[TextEdit]:
    if node is None:
        raise LookupError
    start, end = node.start_mark.index, content_end(node)
    end = max(start, len(text[:end].rstrip("\r\n")))
    in_braces = isinstance(around, yaml.CollectionNode) and around.flow_style
    in_lines = key is not None and not in_braces and isinstance(value, str) and is_block(value)
    if isinstance(node, yaml.ScalarNode) and isinstance(value, str) and not in_lines:
        return [_scalar(text, node, value, in_brackets=in_braces)]
    if in_braces or key is None or (isinstance(node, yaml.CollectionNode) and node.flow_style):
        gap = " " if start == end and text[start - 1 : start] == ":" else ""
        return [TextEdit(start, end, gap + in_line(value))]
    colon = text.index(":", key.end_mark.index)
    column = key.start_mark.column
    first, *lines = pair_lines(str(key.value), value)
    comments = comments_in(text, root, colon, end)
    inside = [f"{' ' * (column + 2)}{comment}" for comment in comments]
    written = [first[first.index(":") :], *(" " * column + line if line else "" for line in lines), *inside]
    return [TextEdit(colon, end, line_break_at(text, colon).join(written))]


def _scalar(text: str, node: yaml.ScalarNode, value: str, *, in_brackets: bool) -> TextEdit:
    """A text in the place of another, in quotes of the kind that it has."""
    start, end = node.start_mark.index, node.end_mark.index
    written = typed_text(value, in_brackets=in_brackets)
    if node.style in {"|", ">"}:
        words = text[start:end]
        return TextEdit(start, start + len(words.rstrip("\r\n")), written)
    gap = " " if start == end and text[start - 1 : start] == ":" else ""
    return TextEdit(start, end, gap + (quoted_text(value, node.style) if node.style else written))
