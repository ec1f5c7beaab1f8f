"""What the docstrings below the fields of a class say.

Python throws them away, so they are read from the source.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from enhancement_roadmap.model.base import Node


@cache
def field_docstrings(model: type[Node]) -> Mapping[str, str]:
    """The docstring of each field that has one, by the field's name; those of the classes above it are among them."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, Node) and each is not Node:
            found |= _in_body(each)
    return found


def _in_body(model: type[Node]) -> dict[str, str]:
    try:
        source = textwrap.dedent(inspect.getsource(model))
    except OSError:  # a class that is made of data has none
        return {}
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for definition in ast.parse(source).body
        if isinstance(definition, ast.ClassDef)
        for field, below in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
