"""A group of commands that are imported one by one, each when it is called."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Finds the command ``check`` in the module ``check`` of a package; lists its commands without importing any.

    Args:
        package: name of the package.
        summaries: what each command does, in one sentence.
        options: those of `click.Group`.
    """

    def __init__(self, *, package: str, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self._package = package
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._summaries:
            return None
        command: click.Command = getattr(import_module(f"{self._package}.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self._summaries.items()))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and end with 2 after a defect of the program: 1 would claim findings that nobody made."""
        try:
            return super().main(*args, **extra)
        except Exception:  # noqa: BLE001  (whatever it is, it is printed, and the exit code tells it from a finding)
            traceback.print_exc()
            sys.exit(2)
