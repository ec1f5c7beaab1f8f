"""Editing in the page, as MkDocs serves a site: whether it is on, what pages are told, and what stands in front of the server."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from enhancement_roadmap.analysis import build_day
from enhancement_roadmap.hosts.live import EDIT_PATH, Editor, Gate, GuardedEditor, LiveApplication, PageNote, PageStates, is_this_machine
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig, compared_with
from enhancement_roadmap.hosts.mkdocs.paths import shown_path
from enhancement_roadmap.loading import Loaded

_ELSEWHERE = (
    "Editing in the page is off, since the server listens on ‘{host}’, which other machines may reach."
    " The plugin's option ‘edit: anywhere’ turns it on for whoever can open the site."
)


class EditedServer(Protocol):
    """The server of MkDocs, which others may put something in front of."""

    def get_app(self) -> Any:
        """Its application."""

    def set_app(self, application: Any) -> None:
        """Put another in its place."""


class LiveEditing:
    """Editing in the pages of one run of a server, whatever the configuration says from build to build.

    Attributes:
        left_out: why nothing can be edited where the site's author may expect it; empty elsewhere.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self.left_out = ""
        self._config = config
        self._host = config.dev_addr.host
        self._gate = Gate(config.dev_addr.port, self._host)
        self._mount = unquote(urlsplit(config.site_url or "/").path).rstrip("/")
        self._editors: dict[str, GuardedEditor] = {}
        self._of_folders: dict[Path, Editor] = {}
        self._states: dict[str, str] = {}
        self._told = PageStates(self._gate.secret)
        self._days: dict[Path, date | None] = {}

    def begin(self, roadmaps: Mapping[str, EnhancementRoadmapConfig], environ: Mapping[str, str]) -> set[str]:
        """A build begins.

        Args:
            roadmaps: options of each roadmap, by its folder in the site.
            environ: the environment; a preview can not be edited.

        Returns:
            The folders of those that can be edited.
        """
        wished = {folder: each for folder, each in roadmaps.items() if each.edit != "off" and not compared_with(each, environ)}
        on = {folder: each for folder, each in wished.items() if each.edit == "anywhere" or is_this_machine(self._host)}
        self.left_out = _ELSEWHERE.format(host=self._host) if len(on) < len(wished) else ""
        self._editors.clear()
        for folder, each in on.items():
            data = Path(each.data_dir)
            self._days[data] = each.today
            if data not in self._of_folders:
                self._of_folders[data] = Editor(data, shown_path(each.data_dir, self._config), partial(self._day, data))
            gate = self._gate.opened(is_anywhere=each.edit == "anywhere")
            self._editors[self._path(folder)] = GuardedEditor(gate, self._of_folders[data])
        return set(on)

    def saw(self, folder: str, data: Path, loaded: Loaded) -> None:
        """The pages of a roadmap are made of what its folder says."""
        if data in self._of_folders:
            self._states[folder] = self._of_folders[data].saw(loaded)

    def note(self, shown: Iterable[str], here: Mapping[str, str]) -> str:
        """What a page is told; nothing where it shows no roadmap that can be edited.

        Args:
            shown: folders of the roadmaps that it shows.
            here: what it is a page of.
        """
        paths = {folder: self._path(folder) for folder in sorted(shown)}
        roadmaps = {
            folder: {"path": f"{path}{EDIT_PATH}/", "state": self._told.placeholder(folder)}
            for folder, path in paths.items()
            if path in self._editors and folder in self._states
        }
        hosts = next((hosts for folder in roadmaps if (hosts := self._editors[paths[folder]].gate.hosts)), [])
        return PageNote(self._gate.secret, hosts, roadmaps, here).html if roadmaps else ""

    def publish(self) -> None:
        """All pages are made of what was seen last."""
        self._told.publish(self._states)

    def stand_before(self, server: EditedServer) -> None:
        """Answer the pages of a server before it does."""
        server.set_app(LiveApplication(server.get_app(), self._editors, self._told))

    def _day(self, data: Path) -> date:
        return self._days[data] or build_day(os.environ)

    def _path(self, folder: str) -> str:
        return f"{self._mount}/{folder}/"
