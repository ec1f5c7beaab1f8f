"""Text to the terminal, to a pipe or to a file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder, write_whole
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


def write_files(texts: Mapping[Path, str]) -> None:
    """Write texts as files, and make their folders; none is written where the place of one can not be.

    Raises:
        CouldNotRunError: a place is behind a link out of its folder, or a file or folder can not be written.
    """
    try:
        for path in texts:
            target_of(path)
        for folder in {path.parent: None for path in texts}:
            make_folder(folder)
    except OSError as error:
        raise CouldNotRunError(f"{error.filename} can not be made: {error.strerror or error}") from error
    for path, text in texts.items():
        write_file(path, text)


def write_file(path: Path, text: str) -> None:
    """Write a text as a file, as a whole, with the line ends that it has.

    Raises:
        CouldNotRunError: it can not be written, or a link on the way leads out of its folder.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise CouldNotRunError(f"{path} can not be written: {error.strerror or error}") from error
