"""``roadmap check``"""

from __future__ import annotations

from pathlib import Path

import click

from enhancement_roadmap.cli.data import data_argument, read
from enhancement_roadmap.cli.output import write
from enhancement_roadmap.findings import FORMATS
from enhancement_roadmap.loading import Loaded


@click.command()
@data_argument
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For people, programs or GitHub."
)
def check(data: Path, form: str) -> None:
    """Name every mistake in the data.

    DATA is the roadmap folder; default: roadmap-data. Each mistake comes with its place, its code (see ‘roadmap explain’)
    and a hint.

    The exit code is 0 where there are none, 1 where there are some, and 2 where the check could not run.
    """
    loaded = read(data)
    if form == "text" and not loaded.findings:
        write(_clean(loaded))
    elif text := FORMATS[form](loaded.findings):
        write(text)
    raise click.exceptions.Exit(1 if loaded.findings else 0)


def _clean(loaded: Loaded) -> str:
    enhancements = len(loaded.roadmap.enhancements) if loaded.roadmap else 0
    return f"{_plural(enhancements, 'enhancement')} in {_plural(loaded.count, 'file')}: no findings."


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
