"""``roadmap calendar``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._outputs import out_option, write_output
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.outputs.table import OutputSource


@click.command()
@data_argument
@out_option
@today_option
def calendar(data: Path, out: Path | None, today: date | None) -> None:
    """Write the reviews as a calendar (.ics).

    DATA is the roadmap folder; default: roadmap-data. Each review is an event on the day it is due next, repeated as often as
    it is held; each stakeholder's turn is one too. A website has the same as ‘reviews.ics’ beside its pages, to subscribe to.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where no review is planned.
    """
    write_output("reviews.ics", OutputSource(understand(data, today)), out)
