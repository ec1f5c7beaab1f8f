"""Pieces of Markdown that all reference pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Made from the code. To write it anew: UPDATE_REFERENCE=1 .venv/bin/pytest tests/docs -->"


def page(title: str, intro: str, blocks: Iterable[str]) -> str:
    """A page with its heading, an introduction and blocks, blank lines between them."""
    return "\n\n".join([GENERATED, f"# {title}", intro, *blocks]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, without its empty columns; whatever would end a cell is escaped."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    filled = [column for column in range(len(heads)) if any(row[column] for row in cells)]
    lines = [[row[column] for column in filled] for row in (heads, ["---"] * len(heads), *cells)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: object) -> str:
    """Words as code; nothing where there are none."""
    return f"`{text}`" if str(text) else ""


def block(language: str, text: str) -> str:
    """A block of code that may itself hold a fence."""
    return f"````{language}\n{text}\n````"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
