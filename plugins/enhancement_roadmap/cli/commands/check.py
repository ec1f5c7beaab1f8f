"""``roadmap check``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check as check_roadmap
from enhancement_roadmap.checks import check_dates
from enhancement_roadmap.cli.data import data_folders_argument, day_or_today, read, today_option
from enhancement_roadmap.cli.output import write, write_text
from enhancement_roadmap.findings import FORMATS, MOST, WHOLE_FORMATS, Finding
from enhancement_roadmap.loading import Loaded, cause_first
from enhancement_roadmap.sentences import plural


@click.command()
@data_folders_argument
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For people, programs, GitHub or GitLab."
)
@click.option("--all", "whole", is_flag=True, help=f"Show people and GitHub all mistakes, not only the first {MOST}.")
@click.option("--strict-dates", is_flag=True, help="Name what is overdue or out of date too: reviews, assessments, readings.")
@today_option
def check(folders: tuple[Path, ...], form: str, whole: bool, strict_dates: bool, today: date | None) -> None:
    """Name every mistake in the data.

    DATA is the roadmap folder, or several; default: roadmap-data. Each mistake comes with its place, its code (see ‘roadmap explain’)
    and a hint. Where there are none, what the data say against each other is named, as warnings.

    The exit code is 0 where there are none, 1 where there are some, and 2 where the check could not run.
    """
    roadmaps, day = {data: read(data) for data in folders}, day_or_today(today)
    findings = [finding for loaded in roadmaps.values() for finding in _findings(loaded, day, strict_dates=strict_dates)]
    if form == "text" and not findings:
        write(*(f"{data}: {_clean(loaded)}" if len(roadmaps) > 1 else _clean(loaded) for data, loaded in roadmaps.items()))
    elif text := (WHOLE_FORMATS if whole else FORMATS)[form](findings):
        write_text(text)
    raise click.exceptions.Exit(1 if findings else 0)


def _findings(loaded: Loaded, today: date, *, strict_dates: bool) -> list[Finding]:
    if loaded.roadmap is None:
        return list(loaded.findings)
    insight = Insight(loaded.roadmap, today)
    late = check_dates(loaded, insight) if strict_dates else ()
    return cause_first([*loaded.findings, *check_roadmap(loaded, insight), *late])


def _clean(loaded: Loaded) -> str:
    enhancements = len(loaded.roadmap.enhancements) if loaded.roadmap else 0
    return f"{plural(enhancements, 'enhancement')} in {plural(loaded.count, 'file')}: no findings."
