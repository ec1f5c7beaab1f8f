"""Under ``mkdocs serve``, mistakes in one of several roadmaps leave the others alone, and each save builds once."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.roadmaps import enhancement, small
from support.serving import mkdocs_serve, save, wait_until
from support.site import Site

PRODUCT, SECURITY = (small(first=enhancement("first", 1, title)) for title in ("Faster start", "Stronger keys"))
BOTH = "# Home\n\n```roadmap\nview: table\nroadmap: product\n```\n\n```roadmap\nview: table\nroadmap: security\n```\n"
QUIET_SECONDS = 1.5
"""Longer than it takes the server, and the plugin, to look again."""

MISTAKE = "number: one"


@dataclass
class Served:
    """A site that is served.

    Attributes:
        site: its sources.
        address: where.
        log: what the server says.
    """

    site: Site
    address: str
    log: Path

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as response:  # noqa: S310  (an address of this machine)
            return str(response.read().decode())

    def builds_after(self, change: Callable[[], object]) -> int:
        """Make a change, and count the builds until there has been none for a while."""
        # MkDocs says how long a build took only where none before took the same time; of each it says that browsers reload.
        begun, ended = self._times("Building documentation..."), self._times("Reloading browsers")
        change()
        wait_until(lambda: self._times("Reloading browsers") > ended, "the site is built again", 30)
        time.sleep(QUIET_SECONDS)
        return self._times("Building documentation...") - begun

    def _times(self, words: str) -> int:
        return self.log.read_text(encoding="utf-8").count(words)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A site that has one roadmap as yet."""
    site = Site(tmp_path / "project", {"data_dir": "data/product", "path": "product"})
    site.data(PRODUCT, "data/product")
    site.data(SECURITY, "data/security")
    with mkdocs_serve(site, tmp_path / "log") as address:
        yield Served(site, address, tmp_path / "log")


def test_one_that_is_added_is_watched_and_its_mistakes_are_its_own(served: Served) -> None:
    served.site.others = [{"data_dir": "data/security", "path": "security"}]
    served.site.page("index.md", BOTH)
    assert served.builds_after(served.site.configure) <= 2, "two files were saved, and the server may have been quick"
    assert "Stronger keys" in served.page("")
    first = served.site.root / "data" / "security" / "enhancements" / "first.yml"
    good = first.read_text(encoding="utf-8")
    assert served.builds_after(lambda: save(first, good.replace("number: 1", MISTAKE))) == 1
    for path in ("", "security/", "security/enhancements/first/"):
        assert "data/security/enhancements/first.yml:2:9" in served.page(path)
        assert served.page(path).count('id="roadmap-last-good"') == 1
        assert "Stronger keys" in served.page(path)
    for path in ("product/", "product/enhancements/first/"):
        assert "RM303" not in served.page(path)
        assert "Faster start" in served.page(path)
    assert "RM303" in served.log.read_text(encoding="utf-8")
    other = served.site.root / "data" / "product" / "enhancements" / "first.yml"
    assert served.builds_after(lambda: save(other, PRODUCT["enhancements/first.yml"].replace("number: 1", MISTAKE))) == 1
    assert "data/product/enhancements/first.yml:2:9" in served.page("product/")
    assert served.page("").count('id="roadmap-last-good"') == 1
    assert served.page("").count("first.yml:2:9") == 2
    assert served.builds_after(lambda: save(first, good)) == 1
    assert "RM303" not in served.page("security/")
    assert "data/product" in served.page("")
