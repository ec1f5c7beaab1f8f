"""The folder that a command works on, and the day that it judges by."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.analysis.today import named_day
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import ComparisonError, as_text
from enhancement_roadmap.loading import FolderError, Loaded, load, no_collection

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison
    from enhancement_roadmap.history import History

F = TypeVar("F", bound=Callable[..., Any])

DATA = "roadmap-data"

data_argument = click.argument("data", default=DATA, type=click.Path(path_type=Path), metavar="[DATA]")


def _folders(_context: click.Context, _parameter: click.Parameter, value: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(value)) or (Path(DATA),)


data_folders_argument = click.argument("folders", nargs=-1, type=click.Path(path_type=Path), callback=_folders, metavar="[DATA]...")
"""The same for a command that works on several roadmaps at once."""


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return named_day(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(f"{error}.", context, parameter) from error


def today_option(command: F) -> F:
    """Add the option ``--today``."""
    text = "The day to judge by; default: that of SOURCE_DATE_EPOCH where it is set, else today."
    return click.option("--today", callback=_day, metavar="YYYY-MM-DD", help=text)(command)


def read(data: Path) -> Loaded:
    """Read a roadmap folder; what it says stays until the command ends, so that the cyclic garbage collector leaves it alone.

    Raises:
        CouldNotRunError: there is no such folder.
    """
    with no_collection():
        try:
            loaded = load(data)
        except FolderError as error:
            raise CouldNotRunError(str(error)) from error
        gc.freeze()
    return loaded


def understand(data: Path, today: date | None, history: History | None = None, *, dates: bool = False) -> Insight:
    """Read a roadmap that must not have findings; where it has some, they go to standard error, and the exit code is 1.

    Args:
        data: the folder.
        today: the day to judge by; None for that of the build.
        history: the folder's history, where it is to be asked.
        dates: whether a document that says no version or no date has those of git.

    Raises:
        CouldNotRunError: there is no such folder, or no day to judge by.
    """
    loaded = read(data)
    if loaded.roadmap is None:
        write_text(as_text(loaded.findings), error=True)
        raise click.exceptions.Exit(1)
    day = day_or_today(today)
    return history.insight(loaded, day, dates=dates) if history else Insight(loaded.roadmap, day)


def day_or_today(today: date | None) -> date:
    """The day that was given, or that of the build.

    Raises:
        CouldNotRunError: the environment names a day that is none.
    """
    try:
        return today or build_day(os.environ)
    except ValueError as error:
        raise CouldNotRunError(str(error)) from error


def could_not_compare(error: ComparisonError) -> CouldNotRunError:
    """What ends a command that has nothing to compare with; mistakes of a version that can not be read go to standard error."""
    if error.findings:
        write_text(as_text(error.findings), error=True)
    return CouldNotRunError(str(error))


def write_mistakes(comparison: Comparison) -> None:
    """Say on standard error which files of two versions are not taken as they are, with their mistakes."""
    for mistakes, whose, instead in (
        (comparison.mistakes, "these files", "they were"),
        (comparison.mistakes_before, f"these files of {comparison.base}", "they are now"),
    ):
        if mistakes:
            write(f"roadmap: {whose} have mistakes, and count as {instead}:", error=True)
            write_text(as_text(mistakes), error=True)
