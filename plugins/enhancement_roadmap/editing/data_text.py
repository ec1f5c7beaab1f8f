"""The text of a data file, changed one value at a time; what a change does not mean stays as it is, byte for byte.

Each operation gives a new text, which has been read again: it says what is meant and nothing else, and has all comments.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from typing import Any

import yaml

from enhancement_roadmap.editing.comments import comments_in
from enhancement_roadmap.editing.edits import TextEdit, edited, pair_at
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.removals import removal
from enhancement_roadmap.editing.settings import insertion, setting
from enhancement_roadmap.editing.value_text import PlainValue
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.strict_yaml import Loc, Positions, compose, named, read_values
from enhancement_roadmap.strict_yaml.problem import ProblemError

BY_HAND = "change it by hand"


class DataText:
    """A data file as a text.

    Args:
        data: its bytes; they can be read as YAML.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.text = data.decode("utf-8-sig")
        self.root = compose(self.text.encode())
        self._findings: list[Finding] = []
        self._values = read_values(data, Positions("", data), self._findings)

    def value(self, loc: Loc) -> Any:
        """The plain value at a place; None where there is none."""
        return dig(self._values, loc)

    def node(self, loc: Loc) -> yaml.Node | None:
        """The node at a place; None where there is none."""
        return find(self.root, loc)

    def set(self, loc: Loc, value: PlainValue, order: Sequence[str] = ()) -> DataText:
        """Put a value in the place of another, or where there is none, with the mappings around it.

        Args:
            loc: where.
            value: what to write.
            order: keys of the outermost mapping in the order in which they should stand.

        Raises:
            EditError: this can not be done without changing something else.
        """
        if self.value(loc) == value:
            return self

        def change(values: Any) -> Any:
            return _with(values, loc, deepcopy(value))

        return self._changed(lambda: setting(self.text, self.root, loc, value, order), change, loc)

    def insert(self, loc: Loc, index: int, value: PlainValue, order: Sequence[str] = ()) -> DataText:
        """Put an entry into a list before the one with an index, or at the end where there is none; a list is made where there is none.

        Args:
            loc: the list.
            index: of the entry before which it comes.
            value: the entry.
            order: that of `set`, for a list that is made.

        Raises:
            EditError: this can not be done without changing something else.
        """
        listed = self.node(loc)
        if not isinstance(listed, yaml.SequenceNode) or not listed.value:
            return self.set(loc, [value], order)

        def change(values: Any) -> Any:
            dig(values, loc).insert(index, deepcopy(value))
            return values

        return self._changed(lambda: insertion(self.text, listed, index, value), change, loc)

    def append(self, loc: Loc, value: PlainValue, order: Sequence[str] = ()) -> DataText:
        """Put an entry at the end of a list (`insert`)."""
        return self.insert(loc, len(self.value(loc) or ()), value, order)

    def remove(self, loc: Loc) -> DataText:
        """Take a key with its value away, or an entry of a list; what is empty then goes with it. Comments stay.

        Raises:
            EditError: this can not be done without changing something else.
        """
        around = self.node(loc[:-1])
        if self.node(loc) is None or not isinstance(around, yaml.CollectionNode):
            return self
        if len(loc) > 1 and isinstance(loc[-2], str) and len(around.value) == 1:
            return self.remove(loc[:-1])

        def change(values: Any) -> Any:
            del dig(values, loc[:-1])[loc[-1]]
            return values

        return self._changed(lambda: removal(self.text, self.root, around, loc[-1]), change, loc)

    def edit(self, edits: Iterable[TextEdit], change: Callable[[Any], Any], loc: Loc) -> DataText:
        """The text after some edits of pieces, which must say what `change` makes of the plain values.

        Raises:
            EditError: it says anything else.
        """
        return self._changed(lambda: edits, change, loc)

    def _changed(self, edits: Callable[[], Iterable[TextEdit]], change: Callable[[Any], Any], loc: Loc) -> DataText:
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        refused = EditError(f"{named(loc)} can not be changed without changing something else (comments, or & and *?): {BY_HAND}")
        try:
            meant = change(deepcopy(self._values))
            after = DataText(mark + edited(self.text, edits()).encode())
        except (ProblemError, LookupError, TypeError, ValueError, RecursionError) as error:  # A form that people rarely write.
            raise refused from error
        lost = Counter(comments_in(self.text, self.root)) - Counter(comments_in(after.text, after.root))
        if len(after._findings) > len(self._findings) or lost or after._values != meant:
            raise refused
        return after


def dig(values: Any, loc: Loc) -> Any:
    """The plain value at a place; None where there is none."""
    for step in loc:
        try:
            values = values[step]
        except (LookupError, TypeError):
            return None
    return values


def find(node: yaml.Node | None, loc: Loc) -> yaml.Node | None:
    """The node at a place; None where there is none."""
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = pair_at(node, str(step))
            node = pair[1] if pair else None
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def _with(values: Any, loc: Loc, value: Any) -> Any:
    """Plain values with another at a place, and the mappings around it that were missing."""
    step, *rest = loc
    if not rest:
        inner = value
    else:
        known = dig(values, (step,))
        inner = _with({} if known is None else known, rest, value)
    if values is None:
        return {step: inner}
    values[step] = inner
    return values
