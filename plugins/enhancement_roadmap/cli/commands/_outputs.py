"""What commands have in common that write a file of the table of outputs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from enhancement_roadmap.cli.output import CouldNotRunError, write_content, write_file
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
    text = readable_text(content.decode())
    if out is None:
        write_content(text.encode())
    else:
        write_file(out, text)
