"""``roadmap export``"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import get_args

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.cli.commands._history import commit_url_option, require
from enhancement_roadmap.cli.commands._outputs import write_output
from enhancement_roadmap.cli.data import DATA, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files
from enhancement_roadmap.editing.chosen import chosen_by
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.history import History
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from enhancement_roadmap.outputs.tables.issue_files import SCRIPT, IssueHost, issue_files
from enhancement_roadmap.sentences import plural

_ISSUES = "issues"
_FORMATS = {"json": "roadmap.json", "csv": "enhancements.csv", "xlsx": "roadmap.xlsx", "oscal": "poam.json"}
"""What a format alone means."""


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.argument("data", required=False, type=click.Path(path_type=Path), metavar="[DATA]")
@click.option("--format", "form", type=click.Choice([*_FORMATS, _ISSUES]), help="In the place of NAME: the enhancements in this format.")
@click.option("--host", type=click.Choice(get_args(IssueHost)), default="github", show_default=True, help="Whose issues.")
@click.option("--where", metavar="FILTER=VALUE", help="Only those that filters choose: 'priority=high status=proposed'.")
@click.option(
    "--separator", default=",", metavar="CHARACTER", help="Between the cells of CSV: ‘;’ where decimals have a comma. [default: ,]"
)
@click.option("--list", "listed", is_flag=True, help="List the files.")
@commit_url_option
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file, or folder of issues; default: print it.")
@today_option
def export(
    name: str | None,
    data: Path | None,
    form: str | None,
    where: str | None,
    separator: str,
    host: IssueHost,
    listed: bool,
    commit_url: str,
    out: Path | None,
    today: date | None,
) -> None:
    """Write the roadmap, or a part of it, for other programs.

    NAME is a file such as ‘enhancements.csv’ or ‘reviews.ics’; ‘--list’ names them all, and --format chooses one by what it is.
    DATA is the roadmap folder; default: roadmap-data. Some of them stand beside the pages of a website too. With --format issues
    --out names a folder: it gets a body for each enhancement, and a script that creates or updates their issues.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where the file would have
    nothing to say.

    For example: roadmap export --format csv --where 'priority=high' --out high.csv
    """
    if listed:
        width = max(map(len, OUTPUTS)) + 2
        write(*(f"{output.name:<{width}}{output.title} ({output.media_type})" for output in OUTPUTS.values()))
        return
    if form is not None:
        if data is not None:
            raise click.UsageError("Name a file, or a format with --format: one of the two.")
        name, data = _FORMATS.get(form), Path(name) if name is not None else None
    if form == _ISSUES:
        _write_issues(data or Path(DATA), where, host, out, today)
        return
    if name is None:
        raise click.UsageError("Name a file or a format; see them all with --list.")
    if name not in OUTPUTS:
        raise CouldNotRunError(f"there is no file ‘{name}’. {suggestion(name, OUTPUTS)}")
    if len(separator) != 1 or separator in '"\r\n':
        raise click.UsageError("--separator is one character, such as ‘;’.")
    if where is not None and not OUTPUTS[name].tells_items:
        raise click.UsageError(f"--where chooses enhancements, and {name} is about more than these.")
    history = History(data or Path(DATA))
    insight = understand(data or Path(DATA), today, history)
    if OUTPUTS[name].tells_history:
        require(history)
    chosen = _chosen(where, insight) if where is not None else None
    write_output(name, OutputSource(insight, history, commit_url=commit_url, chosen=chosen, separator=separator), out)


def _write_issues(data: Path, where: str | None, host: IssueHost, out: Path | None, today: date | None) -> None:
    if out is None:
        raise click.UsageError("Name a folder with --out.")
    insight = understand(data, today)
    chosen = _chosen(where, insight) if where is not None else None
    items = OutputSource(insight, chosen=chosen).items
    write_files({out / name: text for name, text in issue_files(insight, items, host).items()})
    write(f"{plural(len(items), 'issue')} and {SCRIPT} written to {out}. See what it would do: sh {out / SCRIPT}")


def _chosen(where: str, insight: Insight) -> Collection[str]:
    try:
        return frozenset(chosen_by(where, insight))
    except EditError as error:
        raise CouldNotRunError(str(error)) from error
