"""A small MkDocs site in a folder of its own, built as a user would build it."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from support.prepared import prepared
from support.theme import list_no_hidden_files

list_no_hidden_files()

REPOSITORY = Path(__file__).parents[2]
WORKING_PANDA = REPOSITORY / "roadmap-data"
DAY = "1795478400"
"""24 November 2026, as SOURCE_DATE_EPOCH."""

STRICT = {
    "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
}
"""What MkDocs is told to warn of: everything that it can."""


@dataclass
class Site:
    """A site's sources.

    Attributes:
        root: the folder with ``mkdocs.yml``.
        plugin: options of the plugin.
        settings: what ``mkdocs.yml`` says besides; the plugin is the last of the plugins unless it is among them.
        others: options of the plugin for each further roadmap.
    """

    root: Path
    plugin: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    others: list[dict[str, Any]] = field(default_factory=list)

    def page(self, path: str, text: str) -> Path:
        """Write a page by hand."""
        file = self.root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def data(self, files: Mapping[str, str] | Path, folder: str = "roadmap-data") -> None:
        """Give the site a roadmap."""
        target = self.root / folder
        if isinstance(files, Path):
            shutil.copytree(files, target, dirs_exist_ok=True)
            return
        for name, text in files.items():
            file = target / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def configure(self) -> Path:
        """Write ``mkdocs.yml``."""
        plugins = self.settings.get("plugins", ["search"])
        own = [] if "enhancement-roadmap" in plugins else [{"enhancement-roadmap": options} for options in (self.plugin, *self.others)]
        settings = {
            "site_name": "Site",
            "theme": {"name": "material", "font": False},
            "validation": STRICT,
            **self.settings,
            "plugins": [*plugins, *own],
        }
        if not (self.root / "docs" / "index.md").exists():
            self.page("index.md", "# Home\n")
        file = self.root / "mkdocs.yml"
        file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return file

    def build(self, *, strict: bool = True, target: str = "site") -> Built:
        """Build in this process.

        Raises:
            Abort: MkDocs gave up; what it said is in the log.
            PluginError: a plugin gave up.
        """
        self.configure()
        return self.build_configured(strict=strict, target=target)

    def build_configured(self, *, strict: bool = True, target: str = "site") -> Built:
        """Build with ``mkdocs.yml`` as it stands."""
        config = load_config(str(self.root / "mkdocs.yml"), strict=strict, site_dir=str(self.root / target))
        with _day(), _warnings() as warnings:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        return Built(self.root / target, warnings)

    def failure(self) -> str:
        """Build in this process, which must fail, and give what the plugin said.

        Raises:
            AssertionError: the build did not fail.
        """
        try:
            self.build(strict=False)
        except Abort as stop:
            return str(stop.__context__)
        raise AssertionError("the site was built")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``mkdocs`` as a user does; what it printed is in ``stdout`` and ``stderr``."""
        self.configure()
        environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
        command = [prepared() / "mkdocs", *arguments]
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False, timeout=120)


@dataclass(frozen=True)
class Built:
    """A built site.

    Attributes:
        folder: its files.
        warnings: what MkDocs and the plugins warned of.
    """

    folder: Path
    warnings: list[str]

    def html(self, path: str) -> str:
        """The HTML of a page, by its address: ``roadmap/matrix/``, which is ``roadmap/matrix.html`` in a preview."""
        file = self.folder / path
        if path.endswith("/") or not path:
            file = file / "index.html" if (file / "index.html").is_file() else file.with_suffix(".html")
        return file.read_text(encoding="utf-8")

    def pages(self) -> list[Path]:
        """Every HTML file, in a fixed order."""
        return sorted(self.folder.rglob("*.html"))


@contextmanager
def _day() -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Collect(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    found: list[str] = []
    handler = _Collect(found)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
