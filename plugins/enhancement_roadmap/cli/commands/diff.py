"""``roadmap diff``"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._effects import effects_option
from enhancement_roadmap.cli.commands._versions import two_versions
from enhancement_roadmap.cli.data import day_or_today, today_option
from enhancement_roadmap.cli.output import write, write_file
from enhancement_roadmap.diff import Difference, Effect, difference
from enhancement_roadmap.outputs.difference import LEAST_LIMIT, LIMIT, Role, as_json, as_markdown, as_text

_COLOURS: Mapping[Role, Callable[[str], str]] = {
    "name": partial(click.style, bold=True),
    "old": partial(click.style, fg="red"),
    "new": partial(click.style, fg="green"),
    "note": partial(click.style, dim=True),
}


@click.command()
@click.argument("base")
@click.argument("head", default="", metavar="[HEAD]")
@click.option(
    "--data",
    default="roadmap-data",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The roadmap folder; one that had another name in a commit is found.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For the terminal, for a comment on a pull request, or for programs.",
)
@click.option("--direct", is_flag=True, help="Hold HEAD against BASE itself, though their branches have parted.")
@effects_option
@click.option(
    "--limit",
    type=click.IntRange(min=LEAST_LIMIT),
    default=LIMIT,
    show_default=True,
    help="Characters that the Markdown may have; what matters less is left out, and a note says so.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write into a file, not to the terminal.")
@today_option
def diff(
    base: str, head: str, data: Path, form: str, fail_on: frozenset[Effect], limit: int, out: Path | None, today: date | None, direct: bool
) -> None:
    """Say what changed between two versions, and what it means.

    BASE and HEAD are branches, tags or commits of the repository that the roadmap folder is in; without HEAD the files as
    they are count. What happened on BASE after HEAD left it is none of the change. Comments, the order of keys and other
    ways to write the same are no change.

    The exit code is 0; 1 with --fail-on where one of these effects is there; 2 where it could not run, also because one of
    the two versions has mistakes.
    """
    day = day_or_today(today)
    before, after = two_versions(data, base, head, day, direct=direct)
    found = difference(before, after)
    text = {
        "json": lambda: as_json(found, base, head, day),
        "markdown": lambda: as_markdown(found, base, limit).rstrip("\n"),
        "text": lambda: as_text(found) if out else as_text(found, _painted),
    }[form]()
    if out is None:
        write(text)
    else:
        write_file(out, f"{text}\n")
    raise click.exceptions.Exit(1 if _fails(found, fail_on) else 0)


def _fails(found: Difference, effects: frozenset[Effect]) -> bool:
    """Whether an effect is there that is not wanted; says which."""
    there = [effect for effect in found.effects if effect in effects]
    if there:
        write(f"roadmap: --fail-on: {', '.join(f'{effect} ({found.effects[effect]})' for effect in there)}", error=True)
    return bool(there)


def _painted(role: Role, text: str) -> str:
    """In colour where standard output is a terminal, and nobody has asked for none (https://no-color.org)."""
    return _COLOURS[role](text) if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
