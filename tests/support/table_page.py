"""A table of a page in a browser, as a reader sees and uses it."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import Locator, Page, expect

_TABLE = "table[data-roadmap-table]"


class TablePage:
    """One of the sortable tables of a page.

    Args:
        page: the browser's page.
        nth: which table of the page, from 0.
    """

    def __init__(self, page: Page, nth: int = 0) -> None:
        self.page = page
        self.table = page.locator(_TABLE).nth(nth)
        self._nth = nth

    @property
    def titles(self) -> list[str]:
        """Titles in the rows that show, from top to bottom."""
        return self.table.locator("tbody th:visible").all_inner_texts()

    @property
    def numbers(self) -> list[int]:
        """Numbers in the rows that show, from top to bottom."""
        return [int(text) for text in self.table.locator("tbody tr:visible td:first-child").all_inner_texts()]

    @property
    def status(self) -> str:
        """What a screen reader is told of the table."""
        return self.table.get_by_role("status").inner_text()

    @property
    def controls(self) -> Locator:
        """The filters, which stand in the order of the tables."""
        return self.page.get_by_role("group", name="Filters").nth(self._nth)

    def head(self, name: str) -> Locator:
        """The head of a column."""
        return self.table.get_by_role("columnheader", name=re.compile(rf"^{re.escape(name)}"))

    def sort(self, name: str) -> str | None:
        """Press the head of a column by keyboard; gives the direction that it then has."""
        self.head(name).get_by_role("button").focus()
        self.page.keyboard.press("Enter")
        return self.head(name).get_attribute("aria-sort")

    def choose(self, name: str, option: str) -> None:
        """Choose from a filter."""
        self.controls.get_by_label(name).select_option(label=option)

    def type(self, text: str) -> None:
        """Type into the text filter, key by key."""
        self.controls.get_by_label("Text").press_sequentially(text)

    def downloaded(self) -> list[list[str]]:
        """What the button below the table gives, as a program reads it."""
        with self.page.expect_download() as found:
            self.page.get_by_role("button", name="Download as CSV").nth(self._nth).click()
        text = found.value.path().read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))

    def wait_for_address(self, *parts: str) -> None:
        """Wait until the address has each of these parts."""
        for part in parts:
            expect(self.page).to_have_url(re.compile(re.escape(part)))
