"""``roadmap schedule``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._outputs import out_option, write_output
from enhancement_roadmap.cli.commands._supposing import set_option, supposed
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write_file, write_text
from enhancement_roadmap.cli.terminal.columns import aligned, wrapped
from enhancement_roadmap.outputs.schedule import schedule_text
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource

_FILES = {"json": "schedule.json", "csv": "schedule.csv"}


@click.command()
@data_argument
@click.option("--format", "form", type=click.Choice(["text", *_FILES]), default="text", show_default=True, help="For people or programs.")
@set_option
@out_option
@today_option
def schedule(data: Path, form: str, settings: tuple[str, ...], out: Path | None, today: date | None) -> None:
    """Say when each enhancement will be done, how sure that is, and what moves it.

    Dates come from estimates, the teams of plan.yml, dependencies and triggers; each is the day by which it is done in half of a
    thousand courses of the plan, with the day by which it is in 85 of 100. DATA is the roadmap folder; default: roadmap-data.

    With --set, it says what moves. NAME is capacity.TEAM (--set capacity.platform=2, or +1), estimate.ID
    (--set estimate.api-security='3-5 sprints'), due.ID, not-before.ID, or what ‘roadmap decide’ has.
    """
    insight = understand(data, today)
    other = supposed(insight, settings)
    if form != "text":
        write_output(_FILES[form], OutputSource(insight, supposed=other, settings=settings), out)
        return
    text = schedule_text(insight, other, wrapped, aligned)
    if text is None:
        raise CouldNotRunError(OUTPUTS[_FILES["json"]].lack)
    if out is None:
        write_text(text)
    else:
        write_file(out, f"{text}\n")
