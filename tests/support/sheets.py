"""What stands on each sheet of a printed page, read from its PDF."""

from __future__ import annotations

import re
from collections import defaultdict
from io import BytesIO

import pypdfium2
from playwright.sync_api import Page

_NUMBERED = """() => document.querySelectorAll("article .er-frame > table:not(.er-matrix, .er-timeline)").forEach((table, number) => {
  const name = (words) => Object.assign(document.createElement("span"), { textContent: ` ${words} ` });
  table.tHead?.rows[0]?.cells[0]?.prepend(name(`h${number}t`));
  [...table.tBodies].flatMap((body) => [...body.rows]).forEach((row, place) =>
    [...row.cells].forEach((cell) => { cell.prepend(name(`r${number}n${place}t`)); cell.append(name(`r${number}n${place}t`)); }));
})"""
"""Give the headings and the rows of each table a number that can be read from the PDF."""


def printed(page: Page, sheet: str) -> list[str]:
    """Print the open page, and say which sheets have rows without their headings, and which rows are on two.

    Args:
        page: the page; its tables are numbered by this.
        sheet: A4 or Letter.
    """
    headed = set(
        page.evaluate(
            '() => [...document.querySelectorAll("article .er-frame > table:not(.er-matrix, .er-timeline)")]'
            ".flatMap((table, number) => (table.tHead ? [String(number)] : []))"
        )
    )
    page.evaluate(_NUMBERED)
    with pypdfium2.PdfDocument(BytesIO(page.pdf(format=sheet))) as document:
        texts = [each.get_textpage().get_text_range() for each in document]
    found, sheets_of = [], defaultdict(set)
    for number, text in enumerate(texts, start=1):
        heads = set(re.findall(r"h(\d+)t", text))
        rows = re.findall(r"r(\d+)n(\d+)t", text)
        found += [
            f"{page.url}: table {table} without headings on sheet {number}" for table in {table for table, _ in rows} & headed - heads
        ]
        for row in rows:
            sheets_of[row].add(number)
    assert "As of" in texts[-1]
    return found + [f"{page.url}: row {row} is on sheets {sheets}" for row, sheets in sheets_of.items() if len(sheets) > 1]
