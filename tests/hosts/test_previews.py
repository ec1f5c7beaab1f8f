"""With something to compare with, a build is the preview of a change; without, git plays no part in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from enhancement_roadmap.hosts.site import COMPARE
from support.folder import build, contents, errors
from support.links import broken_links
from support.previews import BEFORE, CHANGE, branch, preview_site
from support.roadmaps import small
from support.serving import mkdocs_serve
from support.site import Built, Site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The preview of a branch that adds, changes and removes one enhancement each."""
    folder = tmp_path_factory.mktemp("preview")
    branch(folder)
    site = preview_site(folder)
    site.settings["theme"] |= {"custom_dir": "theme"}
    site.settings["not_in_nav"] = "/landing.md"
    site.page("landing.md", "---\ntemplate: landing.html\n---\n# Landing\n")
    (folder / "theme").mkdir()
    own = "{% extends 'main.html' %}{% block content %}<h1 id='landing'>Nothing of the page’s text</h1>{% endblock %}"
    (folder / "theme" / "landing.html").write_text(own, encoding="utf-8")
    return site.build()


def _article(built: Built, page: str) -> str:
    return built.html(page).partition("<article")[2].partition("</article>")[0]


def _navigation(built: Built) -> list[str]:
    """Words of the entries of the navigation, in their order."""
    html = built.html("").partition('data-md-component="sidebar"')[2].partition('<div class="md-content"')[0]
    return [" ".join(words.split()) for words in re.findall(r'<span class="md-ellipsis">(.*?)</span>', html, re.DOTALL)]


def test_nothing_is_wrong_and_no_link_leads_nowhere(built: Built) -> None:
    assert built.warnings == []
    assert broken_links(built.folder) == []


def test_what_the_change_does_is_the_first_page_of_the_roadmap(built: Built) -> None:
    found = _navigation(built)
    assert found[found.index("Roadmap") + 1] == "What this change does"
    article = _article(built, "roadmap/changes/")
    assert "1 new, 1 changed, 1 removed." in article
    for address in ("fifth", "fourth", "third"):
        assert f'href="enhancements/{address}.html"' in article


def test_the_navigation_marks_what_is_new_changed_or_removed(built: Built) -> None:
    entries = [entry for entry in _navigation(built) if "thing" in entry]
    marked = ["4. Fourth thing (changed)", "5. Fifth thing (new)", "3. Third thing (removed)"]
    assert list(dict.fromkeys(entries)) == ["1. First thing", "2. Second thing", *marked]


def test_every_page_of_the_site_says_once_against_what(built: Built) -> None:
    pages = built.pages()
    assert [page.name for page in pages if not page.is_relative_to(built.folder / "roadmap")] == ["404.html", "index.html", "landing.html"]
    assert len(pages) == 17
    assert [page.read_text(encoding="utf-8").count("Preview of a change</strong> against main (") for page in pages] == [1] * 17
    assert built.html("").index("Preview of a change") > built.html("").index("</h1>")


def test_a_strict_build_shows_what_it_can_and_names_the_mistakes(tmp_path: Path) -> None:
    branch(tmp_path).write({"enhancements/fourth.yml": "id: fourth\n"})
    built = preview_site(tmp_path).build()
    assert built.warnings == []
    assert "1 file with mistakes</strong>, shown here as they were." in built.html("")
    assert "roadmap-data/enhancements/fourth.yml:1:1" in built.html("roadmap/changes/")


def test_it_opens_from_a_folder(built: Built) -> None:
    links = [link for page in built.pages() for link in re.findall(r'href="([^"#:]+)"', page.read_text(encoding="utf-8"))]
    assert [link for link in links if link.endswith("/") or link.rpartition("/")[2] in {".", ".."}] == []


def test_a_page_shows_old_values_beside_new_ones_with_words_for_those_who_listen(built: Built) -> None:
    article = _article(built, "roadmap/enhancements/fourth/")
    assert '<del><span class="er-hidden">Before: </span><span class="er-chip er-priority-0">High</span></del>' in article
    assert '<ins><span class="er-hidden">Now: </span><span class="er-chip er-priority-1">Low</span></ins>' in article
    assert '<ins><span class="er-hidden">Now: </span>3-4 sprints</ins>' in article
    assert '<del dir="auto"><span class="er-hidden">Not any more: </span>Phase 1: Start</del>' in article
    assert "<del" not in _article(built, "roadmap/enhancements/first/")
    assert "<del" not in _article(built, "roadmap/enhancements/fifth/")


def test_a_table_marks_its_rows_and_still_has_what_is_removed(built: Built) -> None:
    table = _article(built, "roadmap/").partition('data-roadmap-table="table"')[2].partition("</table>")[0]
    assert "<caption>4 enhancements; 1 removed by this change</caption>" in table
    marks = re.findall(r'<a [^>]*>(\w+) thing</a>(?: <span class="er-chip er-mark-\w+">(\w+)</span>)?', table)
    assert marks == [("First", ""), ("Second", ""), ("Fourth", "Changed"), ("Fifth", "New"), ("Third", "Removed")]


def test_a_removed_enhancement_has_a_page_that_says_so_and_shows_what_it_was(built: Built) -> None:
    article = _article(built, "roadmap/enhancements/third/")
    assert "Removed</span> by this change. What follows is from main (" in article
    for was in ("Ada", "1-2 sprints", "The one requirement", '<span class="er-label">gone</span>'):
        assert was in article


def test_without_compare_a_repository_changes_no_byte(tmp_path: Path) -> None:
    branch(tmp_path / "repository")
    site = preview_site(tmp_path / "repository", "")
    site.plugin["history"] = False
    inside = site.build()
    outside = preview_site(tmp_path / "elsewhere", "")
    outside.plugin["history"] = False
    outside.data({name: text for name, text in {**BEFORE, **CHANGE}.items() if text is not None})
    assert _bytes(inside) == _bytes(outside.build())
    assert b"er-preview" not in b"".join(_bytes(inside)[name] for name in _bytes(inside) if name.endswith(".html"))


def _bytes(built: Built) -> dict[str, bytes]:
    # The compressed site map has the time of the build in it, whoever builds.
    return {name: content for name, content in contents(built.folder).items() if name != "sitemap.xml.gz"}


def test_a_server_says_what_to_compare_with_by_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    branch(tmp_path)
    monkeypatch.setenv(COMPARE, "main")
    assert "1 new, 1 changed, 1 removed." in preview_site(tmp_path, "").build().html("roadmap/changes/")


def test_a_preview_of_nothing_says_so(tmp_path: Path) -> None:
    made = branch(tmp_path)
    made.switch("main")
    assert "no enhancement is written otherwise." in preview_site(tmp_path).build().html("roadmap/changes/")


def test_an_own_navigation_may_leave_the_page_out(tmp_path: Path) -> None:
    branch(tmp_path)
    site = preview_site(tmp_path)
    site.settings["nav"] = [{"Home": "index.md"}, {"Plan": "roadmap/index.md"}]
    site.plugin["navigation"] = False
    built = site.build()
    assert built.warnings == []
    assert "What this change does" in built.html("roadmap/changes/")


def test_an_own_template_of_a_page_gets_the_note_too(tmp_path: Path) -> None:
    branch(tmp_path)
    site = preview_site(tmp_path)
    site.plugin["templates_dir"] = "own"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "overview.md.j2").write_text("---\nhide: [toc]\n---\n# Mine\n\nOver\n", encoding="utf-8")
    (tmp_path / "own" / "plan.md.j2").write_text("No heading\n", encoding="utf-8")
    built = site.build()
    for page in ("roadmap/", "roadmap/plan/"):
        assert _article(built, page).count("Preview of a change") == 1


@pytest.mark.parametrize("ref", ["no-such-branch", "--all", "main..topic"])
def test_a_preview_without_its_comparison_is_never_built(ref: str, tmp_path: Path) -> None:
    branch(tmp_path)
    assert preview_site(tmp_path, ref).failure().startswith("The preview can not be built: ")


def test_a_shallow_clone_says_how_to_fetch_the_rest(tmp_path: Path) -> None:
    branch(tmp_path / "origin").clone(tmp_path / "clone", depth=1)
    assert "fetch-depth: 0" in preview_site(tmp_path / "clone").failure()


def test_outside_a_repository_it_says_what_is_needed(tmp_path: Path) -> None:
    site = Site(tmp_path, {"compare": "main"})
    site.data(small())
    assert "roadmap-data is in no git repository" in site.failure()


@pytest.mark.browser
def test_a_server_that_is_edited_with_goes_on_with_a_warning(tmp_path: Path, page: Page) -> None:
    branch(tmp_path / "site")
    log = tmp_path / "log"
    with mkdocs_serve(preview_site(tmp_path / "site", "no-such-branch"), log) as address:
        page.goto(f"{address}roadmap/")
        html = page.content()
    assert "The preview can not be built: there is no commit ‘no-such-branch’" in log.read_text(encoding="utf-8")
    assert "First thing" in html
    assert "er-preview" not in html


def test_a_folder_of_markdown_is_a_preview_too(tmp_path: Path) -> None:
    made = branch(tmp_path / "site")
    out = tmp_path / "out"
    ran = build(made.data, out, "--compare", "main")
    assert ran.exit_code == 0, ran.output
    texts = {path: content.decode() for path, content in contents(out).items() if path.endswith(".md")}
    assert all("Preview of a change" in text for text in texts.values())
    assert "(removed)" in texts["enhancements/third.md"]
    assert 'href="enhancements/fifth.md"' in texts["changes.md"]
    again = build(made.data, out)
    assert again.exit_code == 0, again.output
    assert "changes.md" not in contents(out)


def test_a_folder_that_can_not_be_compared_is_not_written(tmp_path: Path) -> None:
    made = branch(tmp_path / "site")
    ran = build(made.data, tmp_path / "out", "--compare", "no-such-branch")
    assert (ran.exit_code, errors(ran)) == (2, [])
    assert "there is no commit ‘no-such-branch’" in ran.stderr
    assert not (tmp_path / "out").exists()
