"""The pages of the site: their templates, their order, and the note on each page of a preview that it is one.

A template is Markdown, in which every word from the data is literal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import DOCUMENT, PageName, page_path, part_path
from enhancement_roadmap.model import ItemTexts
from enhancement_roadmap.pages.emptiness import nothing_on
from enhancement_roadmap.pages.lists import document_parts, long_lists
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateSet, make_environment, template_names
from enhancement_roadmap.text import literal, plain

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison

_PACKAGE = "enhancement_roadmap.pages"
_PAGES: tuple[tuple[PageName, str, str], ...] = (
    ("overview", "Overview", "roadmap.yml"),
    ("matrix", "Priority matrix", "roadmap.yml"),
    ("checklists", "Checklists", "roadmap.yml"),
    ("decisions", "Decision framework", "roadmap.yml"),
    ("plan", "Plan", "plan.yml"),
    ("governance", "Governance", "governance.yml"),
    ("controls", "Controls", "roadmap.yml"),
    ("history", "History", "roadmap.yml"),
    ("document", "Whole document", "roadmap.yml"),
)
"""Name, title and the data file to edit of each page but those of the enhancements."""

_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^# .*$", re.MULTILINE)
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON lets stand as it is, and YAML takes for the end of a line or refuses."""
_NOTE = "```roadmap\nview: preview\n```"
_FOOT = "```roadmap\nview: as-of\n```"
"""What every page ends with."""
_ITEM = "enhancement.md.j2"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a Markdown source.

    Attributes:
        path: where it stands in the roadmap's folder of the site's sources.
        title: short name for the navigation; words of the product, never of the data.
        markdown: its source, front matter included.
        data_file: path in the roadmap folder of the file to edit; empty where there is none.
        is_item: whether it is the page of one enhancement.
        is_listed: whether a navigation names it.
    """

    path: str
    title: str
    markdown: str
    data_file: str
    is_item: bool = False
    is_listed: bool = True


def site_pages(
    insight: Insight,
    files: Mapping[str, str],
    templates: TemplateSet,
    comparison: Comparison | None = None,
    *,
    has_history: bool = False,
    lacks_history: bool = False,
    kept: Collection[str] = (),
    texts: ItemTexts | None = None,
) -> Iterator[Page]:
    """Yield every page that has something to say, those of the enhancements last; a preview, and a site's own templates, have them all.

    Args:
        insight: the roadmap.
        files: for each enhancement's id, its file's path in the roadmap folder.
        templates: the templates of the pages.
        comparison: an older roadmap; then the pages are a preview, with a page on the change first.
        has_history: whether the site shows its history.
        lacks_history: whether this machine does not have it; the page is there all the same, in no navigation, since a link to it
            must not depend on the machine.
        kept: paths of the pages that the site's author has named: each is there, with one line where there is nothing to say.
        texts: what an earlier build of a server has made of enhancements.

    Raises:
        TemplateMistakeError: a template of the site can not be filled.
    """
    shared = {"insight": insight, "about": insight.roadmap.about, "has_history": has_history, "comparison": comparison}
    shared |= {"long": long_lists(insight), "document_parts": document_parts(insight)}
    if comparison is not None:
        yield Page(page_path("changes"), "What this change does", _with_foot(templates.render("changes.md.j2", **shared)), "")
    finished = _with_note if comparison is not None else _with_foot
    for name, title, data_file in _PAGES:
        if (name == "history" and not has_history) or (name == "controls" and not insight.controls):
            continue
        path, template = page_path(name), f"{name}.md.j2"
        is_whole = comparison is not None or templates.has_own(template)
        nothing = "" if is_whole else nothing_on(name, insight)
        if nothing and path not in kept:
            continue
        markdown = f"# {title}\n\n{nothing}" if nothing else templates.render(template, **shared)
        yield Page(path, title, finished(markdown), data_file, is_listed=not (name == "history" and lacks_history))
    for page in _parts(insight, templates, shared):
        yield replace(page, markdown=finished(page.markdown))
    for page in _items(insight, files, templates, shared, texts if comparison is None else None):
        yield replace(page, markdown=finished(page.markdown))
    for item in comparison.removed if comparison is not None else ():
        markdown = templates.render("removed.md.j2", **shared, item=item)
        yield Page(page_path("enhancement", item.id), item.id, finished(markdown), "", is_item=True)


def _items(
    insight: Insight, files: Mapping[str, str], templates: TemplateSet, shared: Mapping[str, Any], texts: ItemTexts | None
) -> Iterator[Page]:
    """The pages of the enhancements; a template of the site's own may ask for anything, and is filled each time."""
    kept = None if templates.has_own(_ITEM) else texts
    rest = insight.roadmap.about.wording, shared["has_history"]
    for item in insight.roadmap.enhancements:
        render = partial(templates.render, _ITEM, **shared, item=item)
        markdown = render() if kept is None else kept.of(item, _ITEM, render, rest)
        yield Page(page_path("enhancement", item.id), item.id, markdown, files[item.id], is_item=True)


def _parts(insight: Insight, templates: TemplateSet, shared: Mapping[str, Any]) -> Iterator[Page]:
    """What of long lists stands past the pages that they begin on; no navigation names it."""
    for one in shared["long"].values():
        for number in range(2, one.count + 1):
            markdown = templates.render("list.md.j2", **shared, list=one, number=number)
            yield Page(part_path(one.of, number), one.of, markdown, "roadmap.yml", is_listed=False)
    levels = [*insight.priority_groups, None]
    for number in range(2, shared["document_parts"] + 1):
        markdown = templates.render("document_part.md.j2", **shared, group=levels[number - 2], number=number)
        yield Page(part_path(DOCUMENT, number), DOCUMENT, markdown, "roadmap.yml", is_listed=False)


def page_names() -> list[str]:
    """Names of the templates of the pages."""
    return template_names(_PACKAGE)


def page_templates(overrides: Overrides = NO_OVERRIDES) -> TemplateSet:
    """The templates of the pages, with those of a site in place of some."""
    environment = make_environment(_PACKAGE, overrides, finalize=_literal)
    environment.filters["json"] = _json
    return TemplateSet(environment, overrides)


def _with_foot(markdown: str) -> str:
    """A page that ends by saying as of when it is, whatever template it comes from.

    Args:
        markdown: source of the page.
    """
    return f"{markdown}\n\n{_FOOT}\n"


def _with_note(markdown: str) -> str:
    """The same with the note of a preview under its heading; without a heading, at its start.

    Args:
        markdown: source of the page.
    """
    front = _FRONT_MATTER.match(markdown)
    start = front.end() if front else 0
    heading = _HEADING.search(markdown, start)
    place = heading.end() if heading else start
    return _with_foot(f"{markdown[:place]}\n\n{_NOTE}\n{markdown[place:]}")


def _literal(value: Any) -> str:
    """The text door: what a template puts out shows as typed, without its markup."""
    return value if isinstance(value, Markup) else literal(plain(str(value)))


def _json(value: Sequence[str]) -> Markup:
    """A list for the front matter: JSON is YAML, and quotes whatever a label may hold."""
    text = json.dumps(list(value), ensure_ascii=False)
    return Markup(_NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: S704  (front matter is no HTML)
