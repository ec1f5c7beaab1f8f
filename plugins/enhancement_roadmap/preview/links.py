"""Addresses of the pages of a preview, of those only that its site has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.links import page_path

_FRONT = page_path("changes")
"""The page that every preview has, and no other site."""


class PreviewLinks(PathLinks):
    """Links into a site that is there as a folder.

    Args:
        site: the folder.
        address: where the folder will be read, with a slash at its end; empty for nowhere.
    """

    def __init__(self, site: Path, address: str) -> None:
        super().__init__("")
        self._address = address
        self._site = site
        self._root = next((folder for folder in _folders(site) if _made(folder, _FRONT)), None) if address else None

    @property
    def has_roadmap(self) -> bool:
        """Whether the site shows the roadmap."""
        return any(_made(folder, _FRONT) for folder in _folders(self._site))

    def relative(self, target: str) -> str | None:
        return None

    def address(self, path: str) -> str | None:
        made = _made(self._root, path) if self._root is not None else None
        return None if made is None else f"{self._address}{quote(made.relative_to(self._site).as_posix())}"


def _folders(site: Path) -> Iterator[Path]:
    yield site
    yield from sorted(path for path in site.rglob("*") if path.is_dir())


def _made(folder: Path, page: str) -> Path | None:
    """What has become of a page's source: a file beside its folder, a file in a folder of its own, or Markdown as it is."""
    stem = PurePosixPath(page).with_suffix("")
    forms = (folder / f"{stem}.html", folder / stem / "index.html", folder / page)
    return next((form for form in forms if form.is_file()), None)
