"""A site that is served, as one run of a server builds it, and edits of its sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from enhancement_roadmap.analysis import Selection
from enhancement_roadmap.views import VIEWS, find_view
from support.editable import EDITABLE
from support.folder import contents
from support.site import DAY, Site

SECRET = re.compile(rb"(secret&#34;: &#34;|secret&quot;: &quot;|state&#34;: &#34;roadmap-state-)[^&]+")
"""Every run of a server has another."""
ADDRESS = "http://127.0.0.1:8000/"
HOME = """\
# Home

```roadmap
view: table
```

```roadmap
view: checklist
enhancement: keys
```

[The audit](roadmap/enhancements/audit.md)
"""

LISTS = "# Lists\n\n" + "\n".join(
    f"```roadmap\nview: {name}\n{part}\n```\n"
    for name in VIEWS
    if (view := find_view(name)) is not None and issubclass(view.options, Selection)
    for part in ("limit: 1", "skip: 1", "enhancement: [logs, audit]")
)
"""Each view that shows several enhancements, thrice with a part of them: what it works out of all is often the same after a change."""

Change = Callable[[Path], None]


def write(path: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


def sub(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        file = root / path
        if file.exists():
            file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    return change


def rename(old: str, new: str) -> Change:
    def change(root: Path) -> None:
        if (root / old).exists():
            (root / old).rename(root / new)

    return change


def remove(path: str) -> Change:
    return lambda root: (root / path).unlink(missing_ok=True)


@pytest.fixture(autouse=True, scope="module")
def day() -> Iterator[None]:
    """Some themes show when a page was built, to the second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        yield


def project(root: Path) -> Site:
    site = Site(root, plugin={"item_pages": True, "history": False, "templates_dir": "own"})
    site.data(EDITABLE)
    site.page("index.md", HOME)
    site.page("about.md", "# About\n")
    site.page("lists.md", LISTS)
    (root / "own").mkdir()
    site.configure()
    return site


class Server:
    """Builds as one run of a server does, save after save."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.is_new = True

    def build(self, target: str) -> Mapping[str, bytes]:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root.parent / "sites" / target), site_url=ADDRESS)
        if self.is_new:
            config.plugins.on_startup(command="serve", dirty=False)
        self.is_new = False
        mkdocs_build(config, serve_url=ADDRESS)
        pages = contents(self.root.parent / "sites" / target)
        return {path: SECRET.sub(rb"\1", content) for path, content in pages.items() if not path.startswith("sitemap")}
