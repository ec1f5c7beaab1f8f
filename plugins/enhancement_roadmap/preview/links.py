"""Addresses of the pages of a preview, of those only that its site has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.links import page_path
from enhancement_roadmap.model import Roadmap
from enhancement_roadmap.text import plain

_FRONT = page_path("changes")
"""The page that every preview has, and other sites have by chance only."""
_OTHERS = tuple(page_path(name) for name in ("matrix", "checklists", "decisions", "plan", "governance", "document"))
_OVERVIEW = page_path("overview")
_HEADING = re.compile(r"(?s)<h1[^>]*>(.*?)</h1>")
_ELEMENT = re.compile(r"<[^>]*>")


class PreviewLinks(PathLinks):
    """Links into a site that is there as a folder.

    Args:
        site: the folder.
        address: where the folder will be read, with a slash at its end; empty for nowhere.
        root: the folder in it that shows the roadmap; None where there is none.
    """

    def __init__(self, site: Path, address: str, root: Path | None) -> None:
        super().__init__("")
        self._address = address
        self._site = site
        self._root = root

    def relative(self, target: str) -> str | None:
        return None

    def address(self, path: str) -> str | None:
        made = _made(self._root, path) if self._root is not None and self._address else None
        return None if made is None else f"{self._address}{quote(made.relative_to(self._site).as_posix())}"


def roadmap_folders(site: Path, roadmaps: Sequence[Roadmap | None]) -> Mapping[int, Path]:
    """The folders of a preview that show roadmaps, by the places of these.

    A roadmap is known by its pages: its folder is the one that has most of them, and of those with as many the one whose
    overview has its title. No two roadmaps have the same.

    Args:
        site: the folder of the preview.
        roadmaps: as they are after the change; None for one of which nothing can be read.
    """
    folders = [folder for folder in _folders(site) if _made(folder, _FRONT)]
    scores = {(place, folder): _score(folder, roadmap) for place, roadmap in enumerate(roadmaps) for folder in folders}
    found: dict[int, Path] = {}
    for place, folder in sorted(scores, key=scores.__getitem__, reverse=True):
        if scores[place, folder][0] > 1 and place not in found and folder not in found.values():
            found[place] = folder
    return found


def _score(folder: Path, roadmap: Roadmap | None) -> tuple[int, bool]:
    """How many of a roadmap's pages a folder has, and whether its overview has the title."""
    names = [page_path("enhancement", item.id) for item in roadmap.enhancements] if roadmap else []
    there = sum(_made(folder, page) is not None for page in (*_OTHERS, *names))
    title = plain(roadmap.about.title) if roadmap else ""
    return there, any(heading.startswith(title) for heading in _headings(_made(folder, _OVERVIEW)))


def _headings(page: Path | None) -> list[str]:
    html = page.read_text(encoding="utf-8", errors="replace") if page is not None else ""
    return [unescape(_ELEMENT.sub("", heading)).strip() for heading in _HEADING.findall(html)]


def _folders(site: Path) -> Iterator[Path]:
    yield site
    yield from sorted(path for path in site.rglob("*") if path.is_dir())


def _made(folder: Path, page: str) -> Path | None:
    """What has become of a page's source: a file beside its folder, a file in a folder of its own, or Markdown as it is."""
    stem = PurePosixPath(page).with_suffix("")
    forms = (folder / f"{stem}.html", folder / stem / "index.html", folder / page)
    return next((form for form in forms if form.is_file()), None)
