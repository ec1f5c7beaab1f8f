"""``roadmap calendar``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_file
from enhancement_roadmap.outputs.calendar import calendar as calendar_of


@click.command()
@data_argument
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to this file; default: print it.")
@today_option
def calendar(data: Path, out: Path | None, today: date | None) -> None:
    """Write the reviews as a calendar (.ics).

    DATA is the roadmap folder; default: roadmap-data. Each review is an event on the day it is due next, repeated as often as
    it is held; each stakeholder's turn is one too. A website has the same as ‘reviews.ics’ beside its pages, to subscribe to.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where no review is planned.
    """
    insight = understand(data, today)
    if not insight.reviews:
        raise CouldNotRunError("no review is planned. Add ‘reviews’ to governance.yml, or ‘next_review’ to roadmap.yml")
    text = calendar_of(insight).decode()
    if out is None:
        write(text.rstrip("\r\n"))
    else:
        write_file(out, text)
