"""Text to the terminal, to a pipe or to a file."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import click

from enhancement_roadmap.sentences import visible


class CouldNotRunError(click.ClickException):
    """The command could not do its work: one line on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        write(f"roadmap: could not run: {visible(self.message)}", error=True)


def write(text: str, *, error: bool = False) -> None:
    """Print a text and a line end; characters that the stream's encoding lacks are written as escapes.

    A reader that has gone away (``roadmap show table | head``) is no mistake: the rest goes nowhere.

    Args:
        text: what to print.
        error: to standard error.
    """
    stream = sys.stderr if error else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        click.echo(text, err=error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(path: Path, text: str) -> None:
    """Write a file as a whole: beside its place first, then moved there, so that nobody ever reads half of it.

    A file that was there keeps its permissions.

    Raises:
        CouldNotRunError: it can not be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CouldNotRunError(f"{path} can not be written: {error.strerror or error}") from error
