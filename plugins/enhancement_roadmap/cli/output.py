"""The one door to the terminal, a pipe or a file: whatever a command prints goes through it.

Words of data, of git, of options and of file names reach a terminal cleaned: `write` writes out whatever could end a line of
a message, and `write_text` whatever is not ours in a text of several lines. click's own messages come here too (`lazy_group`).
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder, write_whole
from enhancement_roadmap.sentences import readable_text, visible


class CouldNotRunError(click.ClickException):
    """The command could not do its work: one line on standard error, exit code 2."""

    exit_code = 2


def write(*lines: str, error: bool = False) -> None:
    """Print lines of a message; control characters in them, and others that nobody sees, are written out.

    Args:
        lines: each without an end; one in it is written out too.
        error: to standard error.
    """
    _print("".join(f"{visible(line)}\n" for line in lines), error=error)


def write_text(text: str, *, error: bool = False, styled: bool = False) -> None:
    """Print a text whose parts were cleaned one by one, and a line end: the ends of its lines are ours.

    Args:
        text: any number of lines.
        error: to standard error.
        styled: whether its colours are ours too.
    """
    _print(f"{readable_text(text, styled=styled)}\n", error=error)


def write_content(content: bytes) -> None:
    """Print what would be the content of a file, with the same bytes."""
    _print(content, error=False)


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


def write_escapes() -> None:
    """Let both outputs write a character that their encoding lacks as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def silence_if_broken() -> None:
    """Let what an output could not take go nowhere, so that Python does not try it again at its end."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print(content: str | bytes, *, error: bool) -> None:
    """Print as it is.

    A reader that has gone away (``roadmap show table | head``) is no mistake: the rest goes nowhere. Nor is there anybody to
    tell where standard error takes nothing.

    Raises:
        CouldNotRunError: standard output takes no more.
    """
    try:
        click.echo(content, nl=False, err=error)
    except OSError as problem:
        silence_if_broken()
        if not error and not isinstance(problem, BrokenPipeError):
            raise CouldNotRunError(f"standard output can not be written: {problem.strerror or problem}") from problem
