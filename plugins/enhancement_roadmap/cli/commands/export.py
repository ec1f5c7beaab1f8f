"""``roadmap export``"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from shlex import quote

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
from enhancement_roadmap.outputs.issues import HOSTS, SCRIPT, Host, issue_files
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from enhancement_roadmap.sentences import plural

_FORMATS = {"json": "roadmap.json", "csv": "enhancements.csv", "xlsx": "roadmap.xlsx", "oscal": "poam.json"}
"""What a format alone means."""
_ISSUES = "issues"
"""The format that is no file, but a folder of them."""
_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+", re.ASCII)


def _repository(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and _REPOSITORY.fullmatch(value) is None:
        raise click.BadParameter("write it as OWNER/NAME, such as team/plan.", context, parameter)
    return value


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.argument("data", required=False, type=click.Path(path_type=Path), metavar="[DATA]")
@click.option("--format", "form", type=click.Choice([*_FORMATS, _ISSUES]), help="In the place of NAME: the enhancements in this format.")
@click.option("--where", metavar="FILTER=VALUE", help="Only those that filters choose: 'priority=high status=proposed'.")
@click.option(
    "--separator", default=",", metavar="CHARACTER", help="Between the cells of CSV: ‘;’ where decimals have a comma. [default: ,]"
)
@click.option("--list", "listed", is_flag=True, help="List the files.")
@click.option("--host", type=click.Choice(list(HOSTS)), default="github", show_default=True, help="The code host that issues are made on.")
@click.option("--repo", metavar="OWNER/NAME", default="", callback=_repository, help="The repository there; default: that of the folder.")
@commit_url_option
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="Write to this file, issues into this folder; default: print.")
@today_option
def export(
    name: str | None,
    data: Path | None,
    form: str | None,
    where: str | None,
    separator: str,
    listed: bool,
    host: Host,
    repo: str,
    commit_url: str,
    out: Path | None,
    today: date | None,
) -> None:
    """Write the roadmap, or a part of it, for other programs.

    NAME is a file such as ‘enhancements.csv’ or ‘reviews.ics’; ‘--list’ names them all, and --format chooses one by what it is.
    DATA is the roadmap folder; default: roadmap-data. Some of them stand beside the pages of a website too.

    ‘--format issues’ writes a text for each enhancement and a script, which makes an issue of each, or renews the one that it has. It
    only says what it would do until it is run with --apply; GitHub's takes gh, GitLab's glab and jq.

    Where the data has mistakes, they are named, nothing is written, and the exit code is 1. It is 2 where the file would have
    nothing to say.

    For example: roadmap export --format csv --where 'priority=high' --out high.csv
    """
    if listed:
        width = max(map(len, OUTPUTS)) + 2
        write(*(f"{output.name:<{width}}{output.title} ({output.media_type})" for output in OUTPUTS.values()))
        return
    name, folder = _asked_for(name, data, form)
    if len(separator) != 1 or separator in '"\r\n':
        raise click.UsageError("--separator is one character, such as ‘;’.")
    if where is not None and name != _ISSUES and not OUTPUTS[name].tells_items:
        raise click.UsageError(f"--where chooses enhancements, and {name} is about more than these.")
    if name == _ISSUES and out is None:
        raise click.UsageError("--format issues writes several files: name a folder for them with --out.")
    history = History(folder)
    insight = understand(folder, today, history)
    chosen = _chosen(where, insight) if where is not None else None
    source = OutputSource(insight, history, commit_url=commit_url, chosen=chosen, separator=separator)
    if name == _ISSUES and out is not None:
        _write_issues(source, host, repo, out)
        return
    if OUTPUTS[name].tells_history:
        require(history)
    write_output(name, source, out)


def _asked_for(name: str | None, data: Path | None, form: str | None) -> tuple[str, Path]:
    """The file or the format that is meant, and the roadmap folder.

    Raises:
        UsageError: nothing is named, or a file and a format.
        CouldNotRunError: there is no such file.
    """
    if form is not None:
        if data is not None:
            raise click.UsageError("Name a file, or a format with --format: one of the two.")
        return _FORMATS.get(form, form), Path(name or DATA)
    if name is None:
        raise click.UsageError("Name a file or a format; see them all with --list.")
    if name not in OUTPUTS:
        raise CouldNotRunError(f"there is no file ‘{name}’. {suggestion(name, OUTPUTS)}")
    return name, data or Path(DATA)


def _chosen(where: str, insight: Insight) -> Collection[str]:
    try:
        return frozenset(chosen_by(where, insight))
    except EditError as error:
        raise CouldNotRunError(str(error)) from error


def _write_issues(source: OutputSource, host: Host, repo: str, out: Path) -> None:
    texts = issue_files(source.insight, source.items, host, repo)
    write_files({out / name: text for name, text in texts.items()})
    write(f"{plural(len(texts) - 1, 'issue')} written to {out}.", f"See what would be done: sh {quote(f'{out}/{SCRIPT}')}")
