"""The index that a search plugin has written into a site: read once, put right, and written once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

_INDEX = Path("search", "search_index.json")
_ENTRIES = "docs"


class SearchIndex:
    """The index of a site; there may be none.

    Args:
        site_dir: the folder of the site.
    """

    def __init__(self, site_dir: str) -> None:
        self._path = Path(site_dir) / _INDEX
        self._is_changed = False

    @cached_property
    def pages(self) -> dict[str, Iterable[str]]:
        """The entries of each page, by its address, each as JSON."""
        found: dict[str, list[str]] = {}
        for entry in self._read.get(_ENTRIES, ()):
            found.setdefault(entry["location"].partition("#")[0], []).append(json_of(entry))
        return {**found}

    def put(self, address: str, entries: Iterable[str]) -> None:
        """Give a page its entries, in its place or at the end."""
        self.pages[address] = entries
        self._is_changed = True

    def arrange(self, addresses: Sequence[str]) -> None:
        """Let the pages follow each other as they do in the site."""
        place = {address: number for number, address in enumerate(addresses)}
        self.pages = dict(sorted(self.pages.items(), key=lambda page: place.get(page[0], len(place))))

    def write(self) -> None:
        """Write it, where something of it is another; entry by entry, since all at once would be the most that a build holds."""
        if not self._is_changed or not self._read:
            return
        rest = {key: said for key, said in self._read.items() if key != _ENTRIES}
        with self._path.open("w", encoding="ascii") as file:
            file.write(json_of({**rest, _ENTRIES: []}).removesuffix("]}"))
            for number, entry in enumerate(entry for entries in self.pages.values() for entry in entries):
                file.write(f"{',' if number else ''}{entry}")
            file.write("]}")

    @cached_property
    def _read(self) -> dict[str, Any]:
        return dict(json.loads(self._path.read_bytes())) if self._path.is_file() else {}


def json_of(said: Any) -> str:
    """Plain data as the index has them: in ASCII, without spaces."""
    return json.dumps(said, separators=(",", ":"))
