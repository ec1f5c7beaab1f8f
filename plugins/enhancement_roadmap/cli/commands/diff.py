"""``roadmap diff``"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click

from enhancement_roadmap.cli.data import could_not_compare, day_or_today, read, today_option, write_mistakes
from enhancement_roadmap.cli.output import write, write_file, write_text
from enhancement_roadmap.diff import EFFECTS, Difference, Effect
from enhancement_roadmap.findings import ComparisonError, suggestion
from enhancement_roadmap.history import Compared, Versions, compare
from enhancement_roadmap.outputs.difference import LEAST_LIMIT, LIMIT, Role, Sources, as_json, as_markdown, as_text, finding_changes

_COLOURS: Mapping[Role, Callable[[str], str]] = {
    "name": partial(click.style, bold=True),
    "old": partial(click.style, fg="red"),
    "new": partial(click.style, fg="green"),
    "note": partial(click.style, dim=True),
}

_OLDER = "roadmap: ‘{base}’ contains all of ‘{head}’, which therefore changes nothing; --direct holds the two against each other"


def _effects(context: click.Context, parameter: click.Parameter, value: str) -> frozenset[Effect]:
    named = [name for name in (part.strip() for part in value.split(",")) if name]
    for name in named:
        if name not in EFFECTS:
            raise click.BadParameter(f"‘{name}’ is not an effect. {suggestion(name, EFFECTS)}", context, parameter)
    return frozenset(EFFECTS[name] for name in named)


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
    "output_format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For the terminal, for a comment on a pull request, or for programs.",
)
@click.option("--direct", is_flag=True, help="Hold HEAD against BASE itself, though their branches have parted.")
@click.option(
    "--fail-on",
    "fail_on",
    callback=_effects,
    default="",
    metavar="EFFECT,…",
    help="Effects, with commas between them, on which the exit code is 1, such as removed,priority-lowered.",
)
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
    base: str,
    head: str,
    data: Path,
    output_format: str,
    fail_on: frozenset[Effect],
    limit: int,
    out: Path | None,
    today: date | None,
    direct: bool,
) -> None:
    """Say what changed between two versions, and what it means.

    BASE and HEAD are branches, tags or commits of the repository that the roadmap folder is in; without HEAD the files as
    they are count. What happened on BASE after HEAD left it is none of the change. Comments, the order of keys and other
    ways to write the same are no change.

    A version with mistakes is read as far as it can be: a file with a mistake counts as it is in the other version, and
    the mistakes are named. ‘roadmap check’ fails on them, this does not.

    The exit code is 0; 1 with --fail-on where one of these effects is there; 2 where it could not run, also because nothing
    can be read of one of the two versions.
    """
    day = day_or_today(today)
    compared = _compared(Versions(base, head, direct=direct), data, day)
    found, findings = compared.comparison.difference, finding_changes(compared)
    text = {
        "json": lambda: as_json(found, base, head, day, findings),
        "markdown": lambda: as_markdown(found, base, limit, findings=findings, sources=Sources.of(compared, os.environ)).rstrip("\n"),
        "text": lambda: as_text(found) if out else as_text(found, _painted),
    }[output_format]()
    if out is None:
        write_text(text, styled=output_format == "text")
    else:
        write_file(out, f"{text}\n")
    raise click.exceptions.Exit(1 if _fails(found, fail_on) else 0)


def _compared(versions: Versions, data: Path, today: date) -> Compared:
    """The roadmap at two commits, each as far as it can be read; what is wrong goes to standard error.

    Raises:
        CouldNotRunError: there is no repository, no such commit, or no roadmap in it; or nothing of it can be read.
    """
    try:
        compared = compare(versions, data, None if versions.head else read(data), today)
    except ComparisonError as error:
        raise could_not_compare(error) from error
    if compared.is_older:
        write(_OLDER.format(base=versions.base, head=versions.head), error=True)
    write_mistakes(compared.comparison)
    return compared


def _fails(found: Difference, effects: frozenset[Effect]) -> bool:
    """Whether an effect is there that is not wanted; says which."""
    there = [effect for effect in found.effects if effect in effects]
    if there:
        write(f"roadmap: --fail-on: {', '.join(f'{effect.name} ({found.effects[effect]})' for effect in there)}", error=True)
    return bool(there)


def _painted(role: Role, text: str) -> str:
    """In colour where standard output is a terminal, and nobody has asked for none (https://no-color.org)."""
    return _COLOURS[role](text) if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
