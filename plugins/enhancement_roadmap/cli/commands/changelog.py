"""``roadmap changelog``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._history import commit_url_option, require
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_file
from enhancement_roadmap.git import GitError
from enhancement_roadmap.history import History
from enhancement_roadmap.history.changelog import ChangelogRow
from enhancement_roadmap.outputs.changelog import changelog_markdown


@click.command()
@data_argument
@click.option("--since", metavar="REF", help="Only commits after this branch, tag or commit.")
@click.option("--enhancement", metavar="ID", help="Only changes of this enhancement.")
@commit_url_option
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to this file; default: print it.")
@today_option
def changelog(data: Path, since: str | None, enhancement: str | None, commit_url: str, out: Path | None, today: date | None) -> None:
    """Write what was changed over time as Markdown, from git.

    DATA is the roadmap folder; default: roadmap-data. Each commit that changed something that a reader of the roadmap sees is
    told in the roadmap's own terms, by version of the document and by month, the newest first. What is not committed is left out.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where there is no history,
    or only a part of it.
    """
    history = History(data)
    insight = understand(data, today, history)
    rows = require(history).rows(enhancement)
    if since is not None:
        rows = _after(since, rows, history)
    text = changelog_markdown(insight.roadmap.about.title, rows, commit_url)
    if out is None:
        write(text.rstrip("\n"))
    else:
        write_file(out, text)


def _after(since: str, rows: list[ChangelogRow], history: History) -> list[ChangelogRow]:
    try:
        new = history.commits_after(since)
    except GitError as error:
        raise CouldNotRunError(f"{error.message}. {error.hint}") from error
    return [row for row in rows if row.entry.commit.id in new]
