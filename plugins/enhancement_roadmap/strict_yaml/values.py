"""One YAML text as plain values, with all of its mistakes."""

from __future__ import annotations

import re
from typing import Any

import yaml

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.strict_yaml.conflicts import refuse_conflicts
from enhancement_roadmap.strict_yaml.encoding import checked
from enhancement_roadmap.strict_yaml.irregular import values_and_irregularities
from enhancement_roadmap.strict_yaml.loose import loose_ends
from enhancement_roadmap.strict_yaml.positions import Positions
from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError
from enhancement_roadmap.strict_yaml.reader import NULLS, IrregularError, compose, may_have_aliases, plain
from enhancement_roadmap.strict_yaml.typographic import typographic_quotes, with_straight_quotes

_SHORT = 400
"""Bytes of a text that is worth a look whether it is only words: the body of a fence."""
_WORDS = re.compile(rb"(?:[a-z_]+: [A-Za-z][A-Za-z0-9_-]*(?:\n|\Z))+")
_WORD = re.compile(r"(.+): (.+)")


def read_values(data: bytes, positions: Positions, findings: list[Finding]) -> Any:
    """Plain values of a YAML text (dict, list, str, None); what is wrong is added to `findings`.

    Returns:
        The values as well as they can be read; None where there are none.
    """
    if len(data) < _SHORT and _WORDS.fullmatch(data) and (words := _only_words(data)) is not None:
        return words
    try:
        refuse_conflicts(data)
        data, problems = checked(data)
        values, irregular = _values(data)
        problems += irregular
    except ProblemError as error:
        values, problems = None, with_straight_quotes(error.problems, data)
    findings += [as_finding(problem, positions) for problem in problems]
    return values


def _only_words(data: bytes) -> dict[str, str | None] | None:
    """The values of a text of a word a line, for which nobody has to know YAML; None where a key is there twice."""
    pairs = _WORD.findall(data.decode("ascii"))
    words = {key: None if value in NULLS else value for key, value in pairs}
    return words if len(words) == len(pairs) else None


def _values(data: bytes) -> tuple[Any, list[Problem]]:
    root = compose(data)
    if root is None:
        return None, loose_ends(data)
    values, irregular = _regular_or_not(root, data)
    return values, loose_ends(data) + typographic_quotes(data) + irregular


def _regular_or_not(root: yaml.Node, data: bytes) -> tuple[Any, list[Problem]]:
    if may_have_aliases(data):
        return values_and_irregularities(root, data)
    try:
        return plain(root), []
    except IrregularError:
        return values_and_irregularities(root, data)


def as_finding(problem: Problem, positions: Positions) -> Finding:
    """A problem of a text as a mistake in the file that the text stands in."""
    return Finding(positions.of(problem.line, problem.column), problem.code, problem.message, problem.hint, times=problem.times)
