"""Taking keys and entries out of a YAML text, with the lines that hold nothing else; comments in these lines stay."""

from __future__ import annotations

import yaml

from enhancement_roadmap.editing.comments import comments_in
from enhancement_roadmap.editing.edits import TextEdit, content_end, dash_column, line_break_at, line_end_at


def removal(text: str, root: yaml.Node | None, around: yaml.CollectionNode, step: str | int) -> list[TextEdit]:
    """The edits that take an entry out of a mapping or a list that has others.

    Args:
        text: the whole text.
        root: its root node.
        around: the mapping or the list.
        step: key or index of the entry.

    Raises:
        LookupError: it stands where it can not be taken out.
    """
    spans = [_span(entry) for entry in around.value]
    index = step if isinstance(step, int) else next(place for place, pair in enumerate(around.value) if pair[0].value == step)
    start, end = spans[index]
    if around.flow_style:
        if index:
            return [TextEdit(spans[index - 1][1], end, "")]
        return [TextEdit(start, spans[1][0] if len(spans) > 1 else end, "")]
    if isinstance(around, yaml.SequenceNode):
        start = text.rindex("-", 0, start)
        column = dash_column(text, around)
    else:
        column = around.value[0][0].start_mark.column
    line = start - column
    if text[line:start].strip():
        return _first_behind_a_dash(text, start, spans, index)
    return [_without_lines(text, root, line, end, " " * column)]


def _span(entry: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
    if isinstance(entry, tuple):
        return entry[0].start_mark.index, max(content_end(entry[0]), content_end(entry[1]))
    return entry.start_mark.index, content_end(entry)


def _first_behind_a_dash(text: str, start: int, spans: list[tuple[int, int]], index: int) -> list[TextEdit]:
    """The second entry comes into the place of the first, beside the dash of the list that the mapping is in."""
    if index or len(spans) == 1:
        raise LookupError(text[start : start + 20])
    return [TextEdit(start, spans[1][0], "")]


def _without_lines(text: str, root: yaml.Node | None, start: int, end: int, indentation: str) -> TextEdit:
    """Whole lines go; what was a comment in them has a line of its own then."""
    if text[end - 1 : end] in {"\n", "\r"}:
        behind = end
        while text[start : behind - 1].endswith("\n") and text[behind - 1] == "\n":
            behind -= 1
        inner_end = behind
    else:
        inner_end = line_end_at(text, end)
        behind = inner_end + len(line_break_at(text, end)) if inner_end < len(text) else inner_end
    line_break = line_break_at(text, start)
    kept = "".join(f"{indentation}{comment}{line_break}" for comment in comments_in(text, root, start, inner_end))
    if behind == len(text) and not text.endswith(("\n", "\r")) and start:
        before = start - len(line_break)
        return TextEdit(before, behind, (line_break + kept.removesuffix(line_break)) if kept else "")
    return TextEdit(start, behind, kept)
