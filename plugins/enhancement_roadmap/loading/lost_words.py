"""Words that YAML takes for a comment: of ``title: Catalogue #2`` it keeps ``Catalogue``, and says nothing.

A comment has a space behind its ``#``, here as everywhere; where words for people may stand, a ``#`` without one is most
likely a part of them. Behind a date, a number or an id it can be nothing but a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from enhancement_roadmap.loading.fields import takes_words
from enhancement_roadmap.model import Node
from enhancement_roadmap.strict_yaml import Loc, Positions, compose, named, show
from enhancement_roadmap.strict_yaml.lines import lines_of
from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError, first_lines
from enhancement_roadmap.strict_yaml.quoting import double_quoted

_MAYBE = re.compile(rb"#(?<=[ \t:-]#)[^\s#]")
"""It begins with the ``#``, which few texts have, so that the others are told at once."""
_LOST = re.compile(r"[ \t]+(#[^\s#].*)")
_DEEPEST = 40
"""Levels that are looked into: more than a file may have, but for aliases."""


def lost_words(model: type[Node], positions: Positions) -> Iterable[Problem]:
    """A problem for each text that goes on behind a ``#``; of thousands, the last stands for the others.

    Args:
        model: what the whole file is.
        positions: the file, which is YAML.
    """
    return first_lines(_found(model, positions.content)) if _MAYBE.search(positions.content) else ()


def _found(model: type[Node], data: bytes) -> Iterator[Problem]:
    lines = lines_of(data)
    may_have_words: dict[Loc, bool] = {}
    for loc, node in _plain_values(_root(data), ()):
        line, column = lines.of(node.end_mark)
        found = _LOST.match(lines.texts[line - 1], column - 1) if line <= len(lines.texts) else None
        if found is None:
            continue
        form = tuple(step if isinstance(step, str) else 0 for step in loc)
        if form not in may_have_words:
            may_have_words[form] = takes_words(model, form)
        if may_have_words[form]:
            lost = found[1].rstrip()
            message = f"{named(loc)} ends at the #: {show(lost)} is lost"
            hint = f"Write {double_quoted(f'{node.value} {lost}'.lstrip())} in quotes, or put a space behind the # of a comment."
            yield Problem("RM212", message, hint, *((line, found.start(1) + 1) if node.value else lines.of(node.start_mark)))


def _root(data: bytes) -> yaml.Node | None:
    try:
        return compose(data)
    except ProblemError:
        return None


def _plain_values(node: Any, loc: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], yaml.ScalarNode]]:
    """Values without quotes, each with its place."""
    if isinstance(node, yaml.ScalarNode):
        if not node.style:
            yield loc, node
    elif node is not None and len(loc) < _DEEPEST:
        pairs = ((key.value, value) for key, value in node.value) if isinstance(node, yaml.MappingNode) else enumerate(node.value)
        for step, value in pairs:
            if isinstance(step, str | int):
                yield from _plain_values(value, (*loc, step))
