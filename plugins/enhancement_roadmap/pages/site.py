"""The pages of the site, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.diff import Comparison
from enhancement_roadmap.links import PageName, page_path
from enhancement_roadmap.pages.note import with_note
from enhancement_roadmap.pages.page import Page
from enhancement_roadmap.templating import TemplateSet

_PAGES: tuple[tuple[PageName, str, str], ...] = (
    ("overview", "Overview", "roadmap.yml"),
    ("matrix", "Priority matrix", "roadmap.yml"),
    ("checklists", "Checklists", "roadmap.yml"),
    ("decisions", "Decision framework", "roadmap.yml"),
    ("plan", "Plan", "plan.yml"),
    ("governance", "Governance", "governance.yml"),
    ("history", "History", "roadmap.yml"),
    ("document", "Whole document", "roadmap.yml"),
)
"""Name, title and the data file to edit of each page but those of the enhancements."""


def site_pages(
    insight: Insight,
    files: Mapping[str, str],
    templates: TemplateSet,
    comparison: Comparison | None = None,
    *,
    has_history: bool = False,
) -> Iterator[Page]:
    """Yield every page, those of the enhancements last.

    Args:
        insight: the roadmap.
        files: for each enhancement's id, its file's path in the roadmap folder.
        templates: the templates of the pages.
        comparison: an older roadmap; then the pages are a preview, with a page on the change first.
        has_history: whether there is a history to show.

    Raises:
        TemplateMistakeError: a template of the site can not be filled.
    """
    shared = {"insight": insight, "about": insight.roadmap.about, "has_history": has_history, "comparison": comparison}
    if comparison is not None:
        yield Page(page_path("changes"), "What this change does", templates.render("changes.md.j2", **shared) + "\n", "")
    note = with_note if comparison is not None else _as_it_is
    for name, title, data_file in _PAGES:
        if name == "history" and not has_history:
            continue
        markdown = templates.render(f"{name}.md.j2", **shared)
        yield Page(page_path(name), title, note(markdown) + "\n", data_file)
    for item in insight.roadmap.enhancements:
        markdown = templates.render("enhancement.md.j2", **shared, item=item)
        yield Page(page_path("enhancement", item.id), item.id, note(markdown) + "\n", files[item.id], is_item=True)
    for item in comparison.removed if comparison is not None else ():
        markdown = templates.render("removed.md.j2", **shared, item=item)
        yield Page(page_path("enhancement", item.id), item.id, note(markdown) + "\n", "", is_item=True)


def _as_it_is(markdown: str) -> str:
    return markdown
