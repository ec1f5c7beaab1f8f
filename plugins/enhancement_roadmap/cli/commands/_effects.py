"""The option that names effects of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from enhancement_roadmap.diff import EFFECTS, Effect
from enhancement_roadmap.findings import suggestion

F = TypeVar("F", bound=Callable[..., Any])


def effects_option(command: F) -> F:
    """Add the option ``--fail-on``."""
    text = "Effects, with commas between them, on which the exit code is 1, such as removed,priority-lowered."
    return click.option("--fail-on", "fail_on", callback=_effects, default="", metavar="EFFECT,…", help=text)(command)


def _effects(context: click.Context, parameter: click.Parameter, value: str) -> frozenset[Effect]:
    known = {str(effect): effect for effect in EFFECTS}
    named = [name for name in (part.strip() for part in value.split(",")) if name]
    for name in named:
        if name not in known:
            raise click.BadParameter(f"‘{name}’ is not an effect. {suggestion(name, known)}", context, parameter)
    return frozenset(known[name] for name in named)
