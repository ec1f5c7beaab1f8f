"""``roadmap show``"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.data import data_argument, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.cli.terminal.views import terminal_text
from enhancement_roadmap.fences import Fence, Roadmaps, parse_fence, render_fence
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.history import History
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.views import VIEWS, RenderContext


@click.command()
@click.argument("view", required=False)
@data_argument
@click.option(
    "-o", "--option", "options", multiple=True, metavar="NAME=VALUE", help="An option of the view; a name given twice makes a list."
)
@click.option("--list", "listed", is_flag=True, help="List the views.")
@today_option
def show(view: str | None, data: Path, options: tuple[str, ...], listed: bool, today: date | None) -> None:
    """Show a view of the roadmap in the terminal.

    VIEW is a view that a page can have too, with the same options; ‘--list’ names them all. DATA is the roadmap folder;
    default: roadmap-data.

    For example: roadmap show table -o priority=high -o sort=score
    """
    if listed:
        write(*(f"{name:<14}{known.summary}" for name, known in VIEWS.items()))
        return
    if view is None:
        raise click.UsageError("Name a view, or see them all with --list.")
    if view not in VIEWS:
        raise CouldNotRunError(f"there is no view ‘{view}’. {suggestion(view, VIEWS)}")
    body = _body(view, options)
    history = History(data)
    insight = understand(data, today, history)
    render_context = RenderContext(insight, NoLinks(), history=history, for_authors=True)
    html = render_fence(_fence(body, render_context), render_context)
    write_text(terminal_text(html) or "There is nothing to say.", styled=True)


def _body(view: str, options: tuple[str, ...]) -> str:
    """The same YAML that a block in a page would have."""
    values: dict[str, list[str]] = {}
    for option in options:
        name, sign, value = option.partition("=")
        if not sign or name.strip() in {"", "view"}:
            raise CouldNotRunError(f"‘{option}’ is not an option: write it as NAME=VALUE.")
        values.setdefault(name.strip(), []).append(value)
    return json.dumps({"view": view, **{name: given[0] if len(given) == 1 else given for name, given in values.items()}})


def _fence(body: str, render_context: RenderContext) -> Fence:
    fence, findings, _ = parse_fence(body, Positions("", body.encode()), Roadmaps.only(render_context))
    if fence is None:
        raise CouldNotRunError(" ".join(f"{finding.message}. {finding.hint}" for finding in findings))
    return fence
