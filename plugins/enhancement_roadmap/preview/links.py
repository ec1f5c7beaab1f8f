"""Addresses of the pages of a preview, of those only that its site has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.links import page_path

_FRONT = page_path("changes")
"""The page that every preview has, and other sites have by chance only."""
_OTHERS = tuple(page_path(name) for name in ("matrix", "checklists", "decisions", "plan", "governance", "document"))


class PreviewLinks(PathLinks):
    """Links into a site that is there as a folder.

    Args:
        site: the folder.
        address: where the folder will be read, with a slash at its end; empty for nowhere.
        enhancements: ids of those that the roadmap has, by which its folder is known among others of the site.
    """

    def __init__(self, site: Path, address: str, enhancements: Iterable[str]) -> None:
        super().__init__("")
        self._address = address
        self._site = site
        self._root = _roadmap_folder(site, [*_OTHERS, *(page_path("enhancement", name) for name in enhancements)])

    @property
    def has_roadmap(self) -> bool:
        """Whether the site shows the roadmap."""
        return self._root is not None

    def relative(self, target: str) -> str | None:
        return None

    def address(self, path: str) -> str | None:
        made = _made(self._root, path) if self._root is not None and self._address else None
        return None if made is None else f"{self._address}{quote(made.relative_to(self._site).as_posix())}"


def _roadmap_folder(site: Path, pages: Sequence[str]) -> Path | None:
    """The folder of a preview that has most of the roadmap's pages, the first of those that have as many; None where none has them."""
    found = {folder: sum(_made(folder, page) is not None for page in pages) for folder in _folders(site) if _made(folder, _FRONT)}
    best = max(found, key=found.__getitem__, default=None)
    return best if best is not None and found[best] > 1 else None


def _folders(site: Path) -> Iterator[Path]:
    yield site
    yield from sorted(path for path in site.rglob("*") if path.is_dir())


def _made(folder: Path, page: str) -> Path | None:
    """What has become of a page's source: a file beside its folder, a file in a folder of its own, or Markdown as it is."""
    stem = PurePosixPath(page).with_suffix("")
    forms = (folder / f"{stem}.html", folder / stem / "index.html", folder / page)
    return next((form for form in forms if form.is_file()), None)
