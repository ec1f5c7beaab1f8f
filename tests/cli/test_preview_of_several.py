"""``roadmap preview`` of several roadmaps: one site, one comment with a part for each, whose links lead to its own pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.command import roadmap
from support.previews import preview_site
from support.repository import ScratchRepository, make_repository
from support.roadmaps import MINIMAL, enhancement, small

pytestmark = pytest.mark.usefixtures("prepared_python")

ADDRESS = "https://preview.example/"
NAMES = {"data/product": ("Product plan", "product"), "data/security": ("Security & more", "plans/security")}
FIRST = "enhancements/first.yml"


def branch(root: Path) -> ScratchRepository:
    """A branch that changes two roadmaps, which have the same ids: only their titles tell them apart."""
    made = make_repository(root, folder="")
    for folder, (title, _) in NAMES.items():
        for name, text in small(roadmap=MINIMAL.replace("Plan", title)).items():
            made.write({f"{folder}/{name}": text})
    site = preview_site(made.path, "")
    (site.plugin, *site.others) = [{"data_dir": folder, "path": path} for folder, (_, path) in NAMES.items()]
    site.configure()
    made.record("Both begin")
    made.branch("topic")
    made.write({f"data/product/{FIRST}": enhancement("first", 1, "Faster start")})
    made.write({f"data/security/{FIRST}": enhancement("first", 1, "Stronger keys"), "data/security/enhancements/second.yml": None})
    made.record("Change both")
    return made


@pytest.fixture
def topic(tmp_path: Path) -> ScratchRepository:
    return branch(tmp_path / "work")


def preview(folder: Path, *data: str) -> CompletedProcess[str]:
    options = ("--today", "2026-11-24", "--base", "main", "--preview-url", ADDRESS)
    return roadmap("preview", *options, *data, cwd=folder, NO_MKDOCS_2_WARNING="1")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[CompletedProcess[str], Path]:
    """A preview: what the command said, and the folder."""
    made = branch(tmp_path_factory.mktemp("several") / "work")
    return preview(made.path, *NAMES), made.path / "roadmap-preview"


def test_each_has_its_part_of_the_comment_its_data_and_its_pages(whole: tuple[CompletedProcess[str], Path]) -> None:
    ran, out = whole
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line.split(" compared")[0] for line in ran.stdout.splitlines()[:2]] == [*NAMES]
    assert ran.stdout.splitlines()[1].endswith("0 new, 1 changed, 1 removed.")
    assert sorted(entry.name for entry in out.iterdir()) == ["changes-1.json", "changes-2.json", "comment.md", "site"]
    changes = [json.loads((out / f"changes-{place}.json").read_text(encoding="utf-8"))["changes"] for place in (1, 2)]
    assert ["second" in {change["enhancement"] for change in found} for found in changes] == [False, True]
    parts = (out / "comment.md").read_text(encoding="utf-8").split("### What this change does to ")
    assert [part.splitlines()[0] for part in parts[1:]] == ["Product plan", "Security &#38; more"]
    for part, title, (_, path) in zip(parts[1:], ("Faster start", "Stronger keys"), NAMES.values(), strict=True):
        links = set(re.findall(rf"<{re.escape(ADDRESS)}([^>]*)>", part))
        assert f"{path}/enhancements/first.html" in links
        assert [link for link in links if not link.startswith(f"{path}/") or not (out / "site" / link).is_file()] == []
        assert title in (out / "site" / path / "enhancements" / "first.html").read_text(encoding="utf-8")


def test_every_page_of_it_says_that_it_is_a_preview_and_of_which_roadmap(whole: tuple[CompletedProcess[str], Path]) -> None:
    for path, notes in {
        "index.html": ["to Product plan against", "to Security &amp; more against"],
        "product/index.html": ["against"],
        "plans/security/enhancements/first.html": ["against"],
        "404.html": ["to Product plan against", "to Security &amp; more against"],
    }.items():
        found = re.findall(r"<strong>Preview of a change</strong> (.*?against)", (whole[1] / "site" / path).read_text(encoding="utf-8"))
        assert found == notes, path


def test_a_roadmap_that_the_site_does_not_show_is_named(topic: ScratchRepository) -> None:
    site = preview_site(topic.path, "")
    site.plugin["data_dir"] = "data/product"
    site.configure()
    ran = preview(topic.path, *NAMES)
    assert ran.returncode == 2
    assert "the site does not show the roadmap in data/security: add the plugin ‘enhancement-roadmap’ to mkdocs.yml" in ran.stderr


def test_without_a_site_each_has_pages_of_its_own(topic: ScratchRepository) -> None:
    (topic.path / "mkdocs.yml").unlink()
    assert preview(topic.path, *NAMES).returncode == 0
    site = topic.path / "roadmap-preview" / "site"
    assert [next(site.joinpath(place).glob("changes.md")).is_file() for place in ("1", "2")] == [True, True]
