"""Changes a template before it is compiled, so that what it does is counted while it is filled.

Python itself can not be asked what a loop, a comparison or a slice will take. So each operand that matters goes through one
of three filters, which the sandbox has under these names.
"""

from __future__ import annotations

from typing import Any, cast

from jinja2 import nodes

COUNTED = "_counted"
"""Counts what is gone through, one by one."""
MEASURED = "_measured"
"""Measures a text or a list that was made."""
WRITTEN_OUT = "_written_out"
"""Measures what a list would be as a text, or takes to compare."""

_LOOKING_UP = frozenset({"in", "notin"})


def watch(tree: nodes.Template) -> None:
    """Let each loop count, and whatever may make large texts, or lists of others, be measured.

    Args:
        tree: the template as it was parsed; it is changed.
    """
    for node in list(tree.find_all(nodes.Node)):
        _watch_operands(node)
    for node in list(tree.find_all(nodes.Node)):
        _watch_copies(node)


def _watch_operands(node: nodes.Node) -> None:
    if isinstance(node, nodes.For):
        node.iter = _through(COUNTED, node.iter)
    elif isinstance(node, nodes.Concat):
        node.nodes = [_through(MEASURED, one) for one in node.nodes]
    elif isinstance(node, nodes.Output):
        node.nodes = [one if isinstance(one, nodes.TemplateData) else _through(WRITTEN_OUT, one) for one in node.nodes]
    elif isinstance(node, nodes.Compare) and not any(operand.op in _LOOKING_UP for operand in node.ops):
        node.expr = _through(WRITTEN_OUT, node.expr)
        for operand in node.ops:
            operand.expr = _through(WRITTEN_OUT, operand.expr)


def _watch_copies(parent: nodes.Node) -> None:
    """Let parts of texts and lists, which are copies, be measured."""
    for name, child in list(parent.iter_fields()):
        if isinstance(child, list):
            child[:] = [_through(MEASURED, one) if _is_part(one) else one for one in child]
        elif _is_part(child):
            setattr(parent, name, _through(MEASURED, child))


def _is_part(node: Any) -> bool:
    return isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice)


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, node), name, [], [], None, None, lineno=node.lineno)
