"""``roadmap document``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.cli.commands._history import require
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import write, write_file
from enhancement_roadmap.history import History
from enhancement_roadmap.outputs.document import document as document_of


@click.command()
@data_argument
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to this file; default: print it.")
@click.option("--dates-from-git", is_flag=True, help="Take version and date of the document from git where the data say none.")
@today_option
def document(data: Path, out: Path | None, dates_from_git: bool, today: date | None) -> None:
    """Write the whole plan as one Markdown file.

    DATA is the roadmap folder; default: roadmap-data. Where the data has mistakes, they are named, nothing is written, and
    the exit code is 1. It is 2 where --dates-from-git finds no history.
    """
    history = History(data) if dates_from_git else None
    insight = understand(data, today, history, dates=dates_from_git)
    if history is not None:
        require(history)
        insight = Insight(insight.roadmap, insight.today)
    text = document_of(insight)
    if out is None:
        write(text.rstrip("\n"))
    else:
        write_file(out, text)
