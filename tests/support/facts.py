"""What the views on a page say, whatever program made the page around them."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "circle", "rect", "line", "use"}


class _Views(HTMLParser):
    """Words and links inside elements of the product's own."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._address = address
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        ours = self._is_in or any(name.startswith("er-") for name in (told.get("class") or "").split())
        target = told.get("href") or ""
        if ours and tag == "a" and target:
            path, _, anchor = target.partition("#")
            self.found.append(f"→ {posixpath.normpath(posixpath.join(self._address, path)) if path else ''}#{anchor}")
        if tag not in _VOID:
            self._open.append(ours)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._is_in and data.strip():
            self.found.append(" ".join(data.split()))

    @property
    def _is_in(self) -> bool:
        return bool(self._open) and self._open[-1]


def facts(site: Path, page: str) -> list[str]:
    """Words and link targets of the views on a page, in their order.

    Args:
        site: the folder of the built site.
        page: address of the page, such as ``guide/``.
    """
    parser = _Views(page)
    parser.feed((site / page / "index.html").read_text(encoding="utf-8"))
    return parser.found
