"""What is added to a site is met by other plugins: each file is what they expect of one, and leaves nothing on the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from enhancement_roadmap.hosts.mkdocs.copies import Copies
from enhancement_roadmap.views import style_sheet
from support.site import REPOSITORY, Site

READS = """\
from pathlib import Path

def on_files(files, config):
    note('on_files', all(Path(file.abs_src_path).read_bytes() == file.content_bytes for file in files_of(files)))

def on_nav(nav, config, files):
    note('on_nav', len({file.abs_src_path for file in files_of(files)}) == len(files_of(files)))

def on_page_context(context, page, config, nav):
    if page.file.generated_by == 'enhancement-roadmap':
        note(page.file.src_uri, Path(page.file.abs_src_path).name)

def files_of(files):
    return [file for file in files if file.generated_by == 'enhancement-roadmap']

def note(*words):
    with open('noted.txt', 'a') as noted:
        print(*words, file=noted)
"""
TAKES = """\
from mkdocs.structure.files import File

def on_files(files, config):
    file = File.generated(config, 'roadmap/index.md', content='# Mine')
    file.generated_by = 'somebody'
    files.remove(files.get_file_from_path('roadmap/index.md'))
    files.append(file)
"""
REMOVES = """\
def on_files(files, config):
    files.remove(files.get_file_from_path('roadmap/checklists.md'))
"""
PDF_STYLE = REPOSITORY / "plugins" / "enhancement_roadmap" / "hosts" / "assets" / "pdf.css"


def with_hook(site: Site, text: str) -> Site:
    (site.root / "hooks.py").write_text(text, encoding="utf-8")
    site.settings["hooks"] = ["hooks.py"]
    return site


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_file_can_be_read_at_its_path_until_its_page_is_rendered_and_is_then_the_data(
    site: Site, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    with_hook(site, READS).build()
    noted = dict(line.split(maxsplit=1) for line in (site.root / "noted.txt").read_text(encoding="utf-8").splitlines())
    assert (noted.pop("on_files"), noted.pop("on_nav")) == ("True", "True")
    assert noted["roadmap/enhancements/second.md"] == "second.yml"
    assert {noted[f"roadmap/{name}.md"] for name in ("index", "checklists", "decisions", "document")} == {"roadmap.yml"}
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "are_there"),
    [({}, False), ({"plugins": ["search", "tags"]}, True), ({"markdown_extensions": ["pymdownx.b64"]}, True)],
)
def test_pages_are_written_where_somebody_may_read_them(
    settings: dict[str, object],
    are_there: bool,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: set[str] = set()
    write = Copies.write

    def noted(self: Copies, files: Iterable[File]) -> None:
        kept = list(files)
        written.update(file.src_uri for file in kept)
        write(self, kept)

    monkeypatch.setattr(Copies, "write", noted)
    site.settings |= settings
    site.build()
    assert "roadmap/roadmap.json" in written
    assert ("roadmap/index.md" in written) is are_there


def test_a_build_that_stops_leaves_nothing_on_the_machine(site: Site, temporary: Path) -> None:
    site.page("index.md", "# Home\n\n```roadmap\nview: tabel\n```\n")
    with pytest.raises(Abort):
        site.build()
    assert list(temporary.iterdir()) == []


def test_no_room_for_temporary_files_is_said_in_a_sentence(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert site.failure() == "The roadmap's pages can not be written into a temporary folder: No such file or directory"


def test_a_plugin_that_takes_a_place_later_is_named(site: Site) -> None:
    assert "roadmap/index.md: error RM601" in with_hook(site, TAKES).failure()


def test_nothing_links_to_a_page_that_another_plugin_has_removed(site: Site) -> None:
    built = with_hook(site, REMOVES).build()
    assert not (built.folder / "roadmap" / "checklists").exists()
    assert not [page for page in built.pages() if 'checklists/"' in page.read_text(encoding="utf-8")]


def test_two_plugins_in_any_order_see_the_pages(site: Site) -> None:
    site.page("guide.md", "# Guide\n\n[The second](roadmap/enhancements/second.md)\n")
    site.settings["plugins"] = ["search", "macros", "enhancement-roadmap"]
    assert 'href="../roadmap/enhancements/second/"' in site.build().html("guide/")


def test_for_a_pdf_every_grid_is_a_block() -> None:
    rule = r"[^{}]*\{[^{}]*\}"
    on_paper = re.sub(rf"@media (?:screen|\(max-width)[^{{]*\{{(?:{rule}|[^{{}}]*\{{(?:{rule})*[^{{}}]*\}})*[^{{}}]*\}}", "", style_sheet())
    rules = re.findall(r"([^{}]+)\{[^{}]*display: (?:grid|flex)", on_paper)
    classes = {name for rule in rules for name in re.findall(r"\.er-[a-z-]+", rule)}
    told = set(re.findall(r"\.er-[a-z-]+", PDF_STYLE.read_text(encoding="utf-8")))
    assert classes - told == {".er-filters", ".er-pages"}, "add them to pdf.css; these two are not printed"
