"""One YAML document as plain values, with the rules that people expect.

Every scalar stays the text that was typed: the model decides what a number, a date or a "yes" is. So ``no``, ``010``,
``22:22`` and ``1.10`` mean what they look like. Only an unquoted ``null``, ``~`` or nothing at all is no value.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import Any

import yaml

from enhancement_roadmap.strict_yaml.limits import refuse_directives, refuse_excess
from enhancement_roadmap.strict_yaml.problem import ProblemError
from enhancement_roadmap.strict_yaml.syntax import explain, explain_character

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What is no value without quotes."""
_ALIAS = re.compile(rb"(?<![\w*])\*[\w-]")


class _Composer(yaml.CBaseLoader):
    """Composes nodes without resolving what a plain scalar might be."""

    def resolve(self, kind: type, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None:
        """Nothing to resolve."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve."""


class IrregularError(Exception):
    """The document is YAML, but needs a closer look (`irregular`)."""


@lru_cache(maxsize=1)
def compose(data: bytes) -> yaml.Node | None:
    """Read one YAML document. The last one is remembered: whoever names places in it asks again.

    Args:
        data: UTF-8 text.

    Returns:
        Its root node, which nobody may change; None where the document is empty.

    Raises:
        ProblemError: it is not one YAML document, or is nested too deeply, or has too many values.
    """
    try:
        refuse_directives(data)
        refuse_excess(data)
        return _Composer(data).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise ProblemError(*explain(error, data)) from error
    except yaml.reader.ReaderError as error:
        raise ProblemError(*explain_character(error, data)) from error


def may_have_aliases(data: bytes) -> bool:
    """Whether a value may stand in more than one place, or in itself."""
    return b"&" in data and _ALIAS.search(data) is not None


def plain(node: Any) -> Any:
    """The values of a node without aliases: dict, list, str and None.

    Args:
        node: what `compose` gives.

    Raises:
        IrregularError: a duplicate key, a key that is no text, a tag.
    """
    kind = type(node)
    if kind is yaml.ScalarNode:
        if node.tag:
            raise IrregularError
        value = node.value
        return None if value in NULLS and not node.style else value
    if node is None:
        return None
    if node.tag:
        raise IrregularError
    if kind is yaml.MappingNode:
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value
            if type(key) is not yaml.ScalarNode or key.tag or name in mapping:
                raise IrregularError
            mapping[intern(name)] = plain(value)
        return mapping
    return [plain(item) for item in node.value]


def scalar(node: Any) -> str | None:
    """The text of a scalar node, whatever its tag; None where there is no value."""
    return None if node.value in NULLS and not node.style else node.value
