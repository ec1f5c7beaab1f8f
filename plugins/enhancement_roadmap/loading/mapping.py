"""One YAML text as an object of the model, with all of its mistakes."""

from __future__ import annotations

from typing import Any, TypeVar

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.encoding import checked
from enhancement_roadmap.loading.irregular import values_and_irregularities
from enhancement_roadmap.loading.positions import Positions
from enhancement_roadmap.loading.validation import validate
from enhancement_roadmap.loading.yaml_reader import IrregularError, Trouble, TroubleError, compose, plain
from enhancement_roadmap.model import Node

N = TypeVar("N", bound=Node)


def read_values(data: bytes, positions: Positions, findings: list[Finding]) -> Any:
    """Plain values of a YAML text (dict, list, str, None); what is wrong is added to `findings`.

    Returns:
        The values as well as they can be read; None where there are none.
    """
    try:
        data, troubles = checked(data)
        root = compose(data)
        try:
            values = plain(root)
        except IrregularError:
            assert root is not None
            values, irregular = values_and_irregularities(root)
            troubles += irregular
    except TroubleError as error:
        values, troubles = None, [error.trouble]
    findings += [_finding(trouble, positions) for trouble in troubles]
    return values


def read_mapping(data: bytes, positions: Positions, model: type[N]) -> tuple[N | None, list[Finding]]:
    """Read a YAML text as an object of the model.

    Args:
        data: UTF-8 text.
        positions: where in which file the text stands.
        model: what it should be.

    Returns:
        The object (None where there is an error), and every finding.
    """
    findings: list[Finding] = []
    values = read_values(data, positions, findings)
    if findings and values is None:
        return None, findings
    node, mistakes = validate(model, {} if values is None else values, positions)
    return (None if findings else node), findings + mistakes


def _finding(trouble: Trouble, positions: Positions) -> Finding:
    return Finding(positions.of(trouble.line, trouble.column), trouble.code, trouble.message, trouble.hint)
