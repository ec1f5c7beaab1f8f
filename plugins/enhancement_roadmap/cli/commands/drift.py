"""``roadmap drift``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import drift as found_drift
from enhancement_roadmap.cli.data import data_argument, day_or_today, read, today_option
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import FORMATS, as_text
from enhancement_roadmap.importing import NotTextError, decoded, issue_states
from enhancement_roadmap.model.issues import IssueState
from enhancement_roadmap.sentences import plural


@click.command()
@data_argument
@click.option(
    "--issues", "snapshot", required=True, metavar="FILE", help="What the code host says of its issues, in JSON; ‘-’ is standard input."
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For people, programs, GitHub or GitLab."
)
@click.option("--strict", is_flag=True, help="End with 1 where anything differs.")
@today_option
def drift(data: Path, snapshot: str, form: str, strict: bool, today: date | None) -> None:
    """Hold the roadmap against the issues of a code host.

    FILE is what ‘gh issue list --state all --limit 1000 --json number,title,state,milestone,url,body’ gives, or the API of GitLab.
    Enhancements and requirements that name an ‘issue’, and enhancements whose issue ‘roadmap export --format issues’ has made, are
    compared with it: what is open here and closed there, done here and open there, single boxes of its task list too, issues that
    the file lacks, and milestones that no phase and no quarter is called. DATA is the roadmap folder; default: roadmap-data.

    The exit code is 0, with --strict 1 where anything differs, 1 where the data have mistakes, and 2 where FILE could not be read.

    For example: roadmap drift --issues issues.json
    """
    issues, loaded = _read(snapshot), read(data)
    if loaded.roadmap is None:
        write_text(as_text(loaded.findings), error=True)
        raise click.exceptions.Exit(1)
    findings = found_drift(loaded, Insight(loaded.roadmap, day_or_today(today)), issues)
    if form == "text" and not findings:
        write(f"{data}: nothing differs from {plural(len(issues), 'issue')}.")
    elif text := FORMATS[form](findings):
        write_text(text)
    raise click.exceptions.Exit(1 if findings and strict else 0)


def _read(snapshot: str) -> list[IssueState]:
    try:
        with click.open_file(snapshot, "rb") as file:
            return issue_states(decoded(file.read())[0])
    except NotTextError as error:
        raise CouldNotRunError(f"{snapshot} can not be read: {error}") from error
    except OSError as error:
        raise CouldNotRunError(f"{snapshot} can not be read: {error.strerror or error}") from error
