"""``roadmap decide``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._outputs import write_output
from enhancement_roadmap.cli.commands._supposing import set_option, supposed
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import write_text
from enhancement_roadmap.cli.terminal.columns import wrapped
from enhancement_roadmap.outputs.decisions import decisions_text
from enhancement_roadmap.outputs.table import OutputSource


@click.command()
@data_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people or programs.")
@set_option
@today_option
def decide(data: Path, form: str, settings: tuple[str, ...], today: date | None) -> None:
    """Say what to do now about each enhancement, and why.

    Start what is triggered, ready and waits for nothing; prepare what is due, or nearly, and lacks something; watch what
    waits for its trigger; leave the rest. DATA is the roadmap folder; default: roadmap-data.

    With --set, it says what would change. NAME is a metric (--set daily_active_users=1200), an event (--set
    user-accounts=yes, or a day), risk.ID, impact.ID, priority.ID, status.ID, readiness.ID or readiness.ID.CRITERION; and
    what ‘roadmap schedule’ has.
    """
    insight = understand(data, today)
    other = supposed(insight, settings)
    if form == "json":
        write_output("decisions.json", OutputSource(insight, supposed=other, settings=settings), None)
    else:
        write_text(decisions_text(insight, other, wrapped))
