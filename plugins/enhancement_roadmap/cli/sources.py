"""Plans that are there, as a command is given them: read, found and reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from enhancement_roadmap.cli.output import CouldNotRunError
from enhancement_roadmap.importing import (
    Found,
    MappingError,
    NotTextError,
    ReadSource,
    SourceKind,
    TableError,
    Words,
    joined,
    read_source,
    report_of,
)


def read_plans(
    sources: Sequence[str], mapped: Mapping[str, str] | None = None, kind: SourceKind | None = None, table: Path | None = None
) -> tuple[Found, list[str]]:
    """What several files say together, and the report on each.

    Args:
        sources: names of files; ``-`` is standard input.
        mapped: what columns of sheets mean, by their names.
        kind: what the files are; default: what they look like.
        table: a table of words of the user's own.

    Raises:
        CouldNotRunError: one can not be read.
        click.BadParameter: columns are mapped that there are not.
    """
    words = _words(table)
    reads = [_read(source, words, mapped or {}, kind) for source in sources]
    reports = [report_of(found, one.remarks) for one in reads for found in one.found]
    return joined([found for one in reads for found in one.found]), reports


def _read(source: str, words: Words, mapped: Mapping[str, str], kind: SourceKind | None) -> ReadSource:
    try:
        with click.open_file(source, "rb") as file:
            return read_source(file.read(), "standard input" if source == "-" else source, words, mapped, kind)
    except MappingError as error:
        raise click.BadParameter(str(error), param_hint="--map") from error
    except NotTextError as error:
        raise CouldNotRunError(f"{source} can not be read: {error}") from error
    except OSError as error:
        raise CouldNotRunError(f"{source} can not be read: {error.strerror or error}") from error


def _words(table: Path | None) -> Words:
    try:
        return Words.with_own(table.read_text(encoding="utf-8") if table else None)
    except (TableError, UnicodeDecodeError) as error:
        raise CouldNotRunError(f"{table} can not be used: {error}") from error
    except OSError as error:
        raise CouldNotRunError(f"{table} can not be read: {error.strerror or error}") from error
