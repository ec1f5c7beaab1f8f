"""The option ``--set``: what would be, if some facts were other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.decisions.setting import Setting, SettingError
from enhancement_roadmap.analysis.decisions.what_if import suppose
from enhancement_roadmap.cli.output import CouldNotRunError
from enhancement_roadmap.findings import suggestion

F = TypeVar("F", bound=Callable[..., Any])

_HELP = "Suppose a fact, without touching the data; may be given several times."


def set_option(command: F) -> F:
    """Add the option ``--set``."""
    return click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help=_HELP)(command)


def supposed(insight: Insight, settings: tuple[str, ...]) -> Insight | None:
    """The roadmap with some facts replaced; None where none are.

    Raises:
        CouldNotRunError: one of them does not fit the roadmap.
    """
    if not settings:
        return None
    try:
        roadmap = suppose(insight.roadmap, map(Setting.parse, settings), insight.today)
    except SettingError as error:
        hint = f" {suggestion(error.word, error.choices)}" if error.choices else ""
        raise CouldNotRunError(f"{error}.{hint}") from error
    return Insight(roadmap, insight.today)
