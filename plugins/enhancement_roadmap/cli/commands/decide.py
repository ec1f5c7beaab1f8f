"""``roadmap decide``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.decisions.what_if import Setting, SettingError, suppose
from enhancement_roadmap.cli.commands._outputs import write_output
from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write_text
from enhancement_roadmap.cli.terminal.columns import wrapped
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.outputs.decisions import decisions_text
from enhancement_roadmap.outputs.table import OutputSource


@click.command()
@data_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people or programs.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Suppose a fact, without touching the data; may be given several times."
)
@today_option
def decide(data: Path, form: str, settings: tuple[str, ...], today: date | None) -> None:
    """Say what to do now about each enhancement, and why.

    Start what is triggered, ready and waits for nothing; prepare what is due, or nearly, and lacks something; watch what
    waits for its trigger; leave the rest. DATA is the roadmap folder; default: roadmap-data.

    With --set, it says what would change. NAME is a metric (--set daily_active_users=1200), an event (--set
    user-accounts=yes, or a day), risk.ID, impact.ID, priority.ID, status.ID, readiness.ID or readiness.ID.CRITERION.
    """
    insight = understand(data, today)
    supposed = _supposed(insight, settings) if settings else None
    if form == "json":
        write_output("decisions.json", OutputSource(insight, supposed=supposed, settings=settings), None)
    else:
        write_text(decisions_text(insight, supposed, wrapped))


def _supposed(insight: Insight, settings: tuple[str, ...]) -> Insight:
    try:
        roadmap = suppose(insight.roadmap, map(Setting.parse, settings), insight.today)
    except SettingError as error:
        hint = f" {suggestion(error.word, error.choices)}" if error.choices else ""
        raise CouldNotRunError(f"{error}.{hint}") from error
    return Insight(roadmap, insight.today)
