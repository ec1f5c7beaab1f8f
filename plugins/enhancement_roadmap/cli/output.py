"""Text to the terminal, to a pipe or to a file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from enhancement_roadmap.editing.writing import write_whole
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
    """Write a text as a file, as a whole, with the line ends that it has.

    Raises:
        CouldNotRunError: it can not be written.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise CouldNotRunError(f"{path} can not be written: {error.strerror or error}") from error
