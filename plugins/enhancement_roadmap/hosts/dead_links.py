"""Links in texts of the data that lead to no page of the site, or to no anchor of one: a warning at each place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from enhancement_roadmap.findings import Finding, Place, suggestion
from enhancement_roadmap.loading import DataFile, Folder, FolderError
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml.scalars import scalars

_HINT = "Write the path of a page from the root of the site's sources, such as ‘guides/backup.md’."
_NO_ANCHORS = "Link to the page itself: it has no anchor."


class AskedAnchor(NamedTuple):
    """An anchor that a text of the data links to.

    Attributes:
        page: path of the page in the site's sources.
        anchor: its name, decoded.
        target: the link's target as typed.
        of: id of the enhancement in whose text ``#…`` alone stands; empty for a target that names a page.
    """

    page: str
    anchor: str
    target: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class DeadAnchor:
    """An anchor that is not on its page.

    Attributes:
        asked: where it should be.
        known: anchors of the page.
    """

    asked: AskedAnchor
    known: Collection[str]


def asked_anchor(page: str, fragment: str, target: str, of: str = "") -> AskedAnchor:
    """An anchor as a page of the data links to it; `fragment` as an address has it."""
    return AskedAnchor(page, unquote(fragment), target, of)


def dead_link_findings(
    targets: Iterable[str], anchors: Iterable[DeadAnchor], data: Path, shown: str, files: Mapping[str, str]
) -> Iterator[Finding]:
    """A warning for each place in the data that links to nothing.

    Args:
        targets: relative targets that no file of the site answers to.
        anchors: those that are not on their pages.
        data: the roadmap folder.
        shown: how messages name it.
        files: for each enhancement's id, its file's path in the roadmap folder.
    """
    wanted, missed = list(targets), list(anchors)
    if not (wanted or missed):
        return
    texts = _DataTexts(data, shown)
    for target in wanted:
        for place in texts.places(target):
            yield Finding(place, "RM602", f"there is no ‘{target}’ among the pages of the site", _HINT, "warning")
    for dead in missed:
        asked = dead.asked
        message = f"there is no anchor ‘{asked.anchor}’ on the page ‘{asked.page}’"
        hint = suggestion(asked.anchor, sorted(dead.known)) or _NO_ANCHORS
        for place in texts.places(asked.target, files.get(asked.of, "")):
            yield Finding(place, "RM602", message, hint, "warning")


class _DataTexts:
    """Looks for links in the files of a roadmap folder."""

    def __init__(self, data: Path, shown: str) -> None:
        self._shown = shown
        try:
            self._files: list[DataFile] = list(Folder.on_disk(data, shown).files())
        except FolderError:
            self._files = []

    def places(self, target: str, file: str = "") -> list[Place]:
        """Where texts link to a target; the folder where nobody can tell.

        Args:
            target: as a text has it.
            file: path of the only file to look into; empty for all.
        """
        chosen = [each for each in self._files if file in {"", each.name}]
        return [place for each in chosen for place in _places(each, target)] or [Place(self._shown)]


def _places(file: DataFile, target: str) -> Iterator[Place]:
    written = "|".join(map(re.escape, {target: None, unquote(target): None}))
    link = re.compile(rf"\]\(\s*<?((?:{written}))(?=[\s>)\"'])")
    for scalar in scalars(file.content):
        for found in link.finditer(scalar.written):
            yield scalar.place(file.shown, found.start(1))
