"""A group of commands that are imported one by one, each when it is called."""

from __future__ import annotations

import builtins
import io
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from enhancement_roadmap.cli.output import silence_if_broken, write, write_escapes, write_text
from enhancement_roadmap.sentences import visible

_STOPPED = 130
"""The exit code of a program that somebody stopped by Ctrl-C, as shells know it."""


class LazyGroup(click.Group):
    """Finds the command ``check`` in the module ``check`` of a package; lists its commands without importing any.

    A command that is called as something of Python's own is, such as ``set``, is ``set_`` in the code.

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
        code = f"{cmd_name}_" if iskeyword(cmd_name) or hasattr(builtins, cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"{self._package}.{code}"), code)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self._summaries.items()))

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run, and end the program with its exit code; whatever there is to say of a failure goes through the door (`output`)."""
        inside = {**extra, "standalone_mode": False}
        if not standalone_mode:
            return super().main(*args, **inside)
        write_escapes()
        code = self._code_of(*args, **inside)
        silence_if_broken()
        sys.exit(code)

    def _code_of(self, *args: Any, **extra: Any) -> int:
        """Run, say what failed, and give the exit code: 2 after a defect of the program, as 1 would claim findings that nobody made."""
        try:
            result = super().main(*args, **extra)
        except click.UsageError as error:
            write_text(_usage(error), error=True)
        except click.ClickException as error:
            write(f"roadmap: could not run: {error.format_message()}", error=True)
        except click.Abort:
            write("roadmap: stopped.", error=True)
            return _STOPPED
        except OSError as error:
            write(f"roadmap: could not run: {_told_by_the_system(error)}", error=True)
        except MemoryError:
            write("roadmap: could not run: there is no memory left", error=True)
        except Exception:  # noqa: BLE001  (whatever it is, it is printed, and the exit code tells it from a finding)
            write_text(traceback.format_exc().rstrip("\n"), error=True)
        else:
            return result if isinstance(result, int) else 0
        return 2


def _usage(error: click.UsageError) -> str:
    """What click says of a mistake in a call, with what was typed on one line; of a call of nothing the help, which is ours."""
    if error.ctx is not None and error.message == error.ctx.get_help():
        return error.message
    message = error.format_message().replace(":\n\t", ": ").replace(",\n\t", ", ")
    shown = io.StringIO()
    click.UsageError(visible(message), error.ctx).show(shown)
    return shown.getvalue().rstrip("\n")


def _told_by_the_system(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename is not None else ""
    return f"{place}{error.strerror or error}"
