"""The page on the commands, from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from enhancement_roadmap.cli import main
from support.reference.markdown import block, code, page, table

INTRO = """\
`roadmap` works on the folder `roadmap-data`, or on the one that you name. It ends with 0 where all is well, with 1 where
there are findings, and with 2 where it could not do its work."""


def commands_page() -> str:
    """Every command with its arguments and options."""
    assert isinstance(main, click.Group)
    context = click.Context(main, info_name="roadmap")
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    overview = table(
        ["Command", "What it does"],
        [[f"[`roadmap {name}`](#roadmap-{name})", command.get_short_help_str(200)] for name, command in commands.items() if command],
    )
    blocks = [overview]
    for name, command in commands.items():
        assert command is not None
        blocks += _command(command, click.Context(command, info_name=name, parent=context))
    return page("Commands", INTRO, blocks)


def _command(command: click.Command, context: click.Context, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {context.command_path}"
    yield block("text", command.get_usage(context).removeprefix("Usage: "))
    yield inspect.cleandoc(command.help or "")
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(context))]
    if records:
        yield table(["Option", "Meaning"], [(code(name), text) for name, text in records])
    if isinstance(command, click.Group):
        for name, part in sorted(command.commands.items()):
            yield from _command(part, click.Context(part, info_name=name, parent=context), level + 1)
