"""What commands have in common that write a file of the table of outputs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from enhancement_roadmap.cli.output import CouldNotRunError, write_content, write_file
from enhancement_roadmap.editing.writing import write_whole
from enhancement_roadmap.links import FileName
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from enhancement_roadmap.sentences import readable_text

F = TypeVar("F", bound=Callable[..., Any])


def out_option(command: F) -> F:
    """Add the option ``--out``."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--out", type=kind, metavar="FILE", help="Write to this file; default: print it.")(command)


def write_output(name: FileName, source: OutputSource, out: Path | None) -> None:
    """Write a file of the table, or print it.

    Args:
        name: which file.
        source: what it is made of.
        out: where to write it; None to print it.

    Raises:
        CouldNotRunError: it would have nothing to say, or can not be written.
    """
    output = OUTPUTS[name]
    content = output.make(source)
    if content is None:
        raise CouldNotRunError(output.lack)
    if output.is_exact:
        write_exactly(content, out)
        return
    text = readable_text(content.decode())
    if out is None:
        write_content(text.encode())
    else:
        write_file(out, text)


def write_exactly(content: bytes, out: Path | None) -> None:
    """Write what no terminal is to show, byte for byte.

    Args:
        content: what to write.
        out: where; None for the standard output, which may be a pipe.
    """
    if out is None:
        if sys.stdout.isatty():
            raise CouldNotRunError("this is no text for a terminal: name a file with --out")
        write_content(content)
        return
    try:
        write_whole(out, content)
    except OSError as error:
        raise CouldNotRunError(f"{out} can not be written: {error.strerror or error}") from error
