"""What a served page rests on beside the data: history, configuration, extensions that read files, hooks; and warnings, said each time."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.hosts.mkdocs.kept import KeptPages
from enhancement_roadmap.model import PriorityLevel, Roadmap, RoadmapFile
from support.repository import ENVIRONMENT, GIT
from support.served import Change, Server, day, project, sub, write

__all__ = ["day"]

HOOK = """\
from pathlib import Path

def on_config(config):
    config.mdx_configs["toc"] = {"permalink": Path(__file__).with_name("sign.txt").read_text()}
    return config

def on_page_content(html, page, **_):
    page.meta["title"] = f"{page.title}, {len(html)} characters"
    return html
"""
PLAN = """\
# Our plan

[Gone](nowhere.md), [home](../index.md#nowhere)

--8<-- "bit.md"

```roadmap
view: quarters
```
"""


def nothing(_: Path) -> None:
    """No change."""


ABOUT = RoadmapFile(title="Plan", priorities=(PriorityLevel(id="any", title="Any", meaning="Any"),))
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.WARNING, "mkdocs")
    return caplog


def git(command: str) -> Change:
    """A command of git, by somebody."""

    def change(root: Path) -> None:
        subprocess.run([GIT, *AUTHOR, *command.split()], cwd=root, env=ENVIRONMENT, check=True, capture_output=True)

    return change


def fresh_and_served(root: Path, changes: Sequence[Change], said: pytest.LogCaptureFixture) -> list[tuple[int, str]]:
    """Pages, and warnings, that are other ones than a fresh build's after a change, with its number."""
    server, found = Server(root), []
    for number, change in enumerate([nothing, *changes]):
        change(root)
        built: list[tuple[Mapping[str, bytes], list[str]]] = []
        for builder, target in ((server, "served"), (Server(root), "fresh")):
            said.clear()
            built.append((builder.build(target), sorted(record.getMessage() for record in said.records)))
        (pages, warnings), (fresh, fresh_warnings) = built
        found += [(number, path) for path in sorted({*pages, *fresh}) if pages.get(path) != fresh.get(path)]
        found += [(number, line) for line in {*warnings} ^ {*fresh_warnings}]
        found += [(number, "more or fewer warnings")] if len(warnings) != len(fresh_warnings) else []
    return found


def test_hooks_snippets_and_warnings(tmp_path: Path, said: pytest.LogCaptureFixture) -> None:
    root = tmp_path / "project"
    site = project(root)
    for path, text in {"hook.py": HOOK, "sign.txt": "A", "bits/bit.md": "One\n", "own/plan.md.j2": PLAN}.items():
        write(path, text)(root)
    site.settings = {
        "theme": {"name": "mkdocs"},
        "hooks": ["hook.py"],
        "markdown_extensions": [{"pymdownx.snippets": {"base_path": [str(root / "bits")]}}],
    }
    site.configure()
    no_snippet = sub("own/plan.md.j2", '--8<-- "bit.md"\n\n', "")
    changes = [nothing, write("bits/bit.md", "Two\n"), no_snippet, nothing, write("sign.txt", "B")]
    assert fresh_and_served(root, changes, said) == []


def test_history_and_a_configuration_that_goes_on_from_another(tmp_path: Path, said: pytest.LogCaptureFixture) -> None:
    root = tmp_path / "project"
    site = project(root)
    site.plugin |= {"history": True, "dates_from_git": True}
    site.configure().rename(root / "base.yml")
    write("mkdocs.yml", "INHERIT: !ENV [NO_SUCH_VARIABLE, base.yml]\n")(root)
    for command in ("init --quiet", "add --all", "commit --quiet --message one"):
        git(command)(root)
    changes = [
        write(".mailmap", "Bea <bea@example.org> <a@example.org>\n"),
        git("tag v1.0"),
        git("commit --quiet --amend --message two"),
        sub("base.yml", "site_name: Site", "site_name: Our site"),
    ]
    assert fresh_and_served(root, changes, said) == []


def test_a_page_that_a_build_broke_off_at_is_made() -> None:
    insight, key, pages = Insight(Roadmap(about=ABOUT), date(2026, 11, 24)), ("roadmap/plan.md", "roadmap/plan/"), KeptPages()
    pages.begin("the same", "the same", {"roadmap": insight})
    pages.begin_page(key, "# Plan")
    pages.begin("the same", "the same", {"roadmap": insight})
    assert pages.page(key, "# Plan") is None


def test_the_sites_own_templates_of_views_are_given_the_answers_themselves(tmp_path: Path) -> None:
    root = tmp_path / "project"
    project(root)
    write("docs/index.md", "# Home\n\n```roadmap\nview: reviews\n```\n")(root)
    write("own/reviews.html.j2", "<p>{{ insight.stages | tojson }} {{ insight.passing(days=3) | length }}</p>\n")(root)
    server = Server(root)
    assert b'"keys": "proposed"' in server.build("served")["index.html"]
    write("own/reviews.html.j2", "<p>{{ insight.roadmap.parse_file('/etc/hostname') }}</p>\n")(root)
    assert b"unsafe" in server.build("served")["index.html"]
