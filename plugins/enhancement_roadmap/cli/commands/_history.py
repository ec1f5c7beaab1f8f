"""What commands that tell of the history have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from enhancement_roadmap.cli.output import CouldNotRunError
from enhancement_roadmap.git import GitError
from enhancement_roadmap.history import History
from enhancement_roadmap.history.changelog import Changelog
from enhancement_roadmap.links import is_commit_template

F = TypeVar("F", bound=Callable[..., Any])


def _template(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not is_commit_template(value):
        raise click.BadParameter(f"‘{value}’ is not the address of a commit: write https://… with {{commit}}.", context, parameter)
    return value


def commit_url_option(command: F) -> F:
    """Add the option ``--commit-url``."""
    text = "Form of the address of a commit, with {commit} for its id; default: commits are no links."
    return click.option("--commit-url", default="", callback=_template, metavar="URL", help=text)(command)


def require(history: History) -> Changelog:
    """The changelog of a folder that must have a history.

    Raises:
        CouldNotRunError: it has none, or the clone is too shallow.
    """
    try:
        return history.required()
    except GitError as error:
        raise CouldNotRunError(f"{error.message}. {error.hint}".strip(" .") + ".") from error
