"""``roadmap export``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._history import commit_url_option, require
from enhancement_roadmap.cli.commands._outputs import out_option, write_output
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.history import History
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@data_argument
@click.option("--list", "listed", is_flag=True, help="List the files.")
@commit_url_option
@out_option
@today_option
def export(name: str | None, data: Path, listed: bool, commit_url: str, out: Path | None, today: date | None) -> None:
    """Write one of the files that are no pages, by its name.

    NAME is a file such as ‘reviews.ics’; ‘--list’ names them all. DATA is the roadmap folder; default: roadmap-data. Most of
    them stand beside the pages of a website too.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where the file would have
    nothing to say.

    For example: roadmap export changes.atom --out changes.atom
    """
    if listed:
        width = max(map(len, OUTPUTS)) + 2
        write(*(f"{output.name:<{width}}{output.title} ({output.media_type})" for output in OUTPUTS.values()))
        return
    if name is None:
        raise click.UsageError("Name a file, or see them all with --list.")
    if name not in OUTPUTS:
        raise CouldNotRunError(f"there is no file ‘{name}’. {suggestion(name, OUTPUTS)}")
    history = History(data)
    insight = understand(data, today, history)
    if OUTPUTS[name].tells_history:
        require(history)
    write_output(name, OutputSource(insight, history, commit_url=commit_url), out)
