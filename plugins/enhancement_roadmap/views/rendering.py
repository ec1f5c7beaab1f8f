"""Templates of the views: autoescaped, with the text door as a filter."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from enhancement_roadmap.analysis import forecast_words
from enhancement_roadmap.links import Links
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.model.issues import issue_address, issue_name
from enhancement_roadmap.sentences import and_more, number, one_or_several, plural
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateSet, make_environment, template_names
from enhancement_roadmap.text import Resolve, is_web, linked, plain, to_html
from enhancement_roadmap.text.long import flat, flat_html, long_html, long_html_lines
from enhancement_roadmap.views.parts.chips import chip_filters

_PACKAGE = "enhancement_roadmap.views"


def view_names() -> list[str]:
    """Names of the templates of the views."""
    return template_names(_PACKAGE)


def view_templates(overrides: Overrides) -> TemplateSet:
    """The templates of the views, with those of a site in place of some.

    Raises:
        TemplateMistakeError: a part of the site's own can not be filled.
    """
    return _templates(overrides) if overrides.sources else own_templates()


@cache
def own_templates() -> TemplateSet:
    """The product's own templates, compiled once, however often a server builds."""
    return _templates(NO_OVERRIDES)


def _templates(overrides: Overrides) -> TemplateSet:
    environment = make_environment(_PACKAGE, overrides, autoescape=True)
    environment.filters |= {"text": _text, "plain": plain, "in_sentence": in_sentence, "expected": forecast_words}
    environment.filters |= {"long_text": _long_text, "as_block": _as_block, "on_a_line": _on_a_line, "plain_on_a_line": flat}
    environment.filters |= {"linked": _linked, "evidence": _evidence, "issue": _issue}
    environment.filters |= {"number": number, "and_more": and_more, "one_or_several": one_or_several, "plural": plural}
    templates = TemplateSet(environment, overrides)
    with templates.watch():
        environment.filters |= chip_filters(environment)
    return templates


def _issue(issue: str) -> Markup:
    """A link to an issue, named as people name it."""
    name = issue_name(issue)
    return Markup('<a href="{}">{}#{}</a>').format(issue_address(issue), name.project, name.number)


@pass_context
def _text(context: Context, value: str, links: Links | None = None, of: Enhancement | None = None) -> Markup:
    """The text door.

    Args:
        context: the variables of the page.
        value: the text.
        links: those of the page; a shared part, which sees no variables of it, hands them over.
        of: the enhancement that it is about, on whose page ``#…`` is; None for one that is about none.
    """
    return to_html(value, _resolve(links or context["links"], of))


@pass_context
def _long_text(context: Context, value: str, links: Links | None = None, of: Enhancement | None = None, *, in_cell: bool = False) -> Markup:
    """The text door for a long text, in an element that may hold blocks; `in_cell` in a table."""
    return long_html(value, _resolve(links or context["links"], of), in_cell=in_cell)


@pass_context
def _as_block(
    context: Context, value: str, classes: str = "", links: Links | None = None, of: Enhancement | None = None, label: str = ""
) -> Markup:
    """A long text as an element of its own: a paragraph where it is one, else blocks together.

    Args:
        context: the variables of the page.
        value: the text.
        classes: those of the element, whose direction is then that of its words.
        links: those of the page.
        of: the enhancement that it is about.
        label: what it is, in bold words before it.
    """
    resolve = _resolve(links or context["links"], of)
    named = Markup("<strong>{}</strong>: ").format(to_html(label, resolve)) if label else Markup()
    lines = long_html_lines(value, resolve)
    if lines is None:
        known = Markup(' class="{}" dir="auto"').format(classes) if classes else ""
        return Markup("<p{}>{}{}</p>").format(known, named, flat_html(value, resolve))
    head = Markup("<p>{}</p>\n").format(named.rstrip()) if label else ""
    return Markup('<div class="{}" dir="auto">\n{}{}\n</div>').format(f"{classes} er-text".strip(), head, lines)


@pass_context
def _on_a_line(context: Context, value: str, links: Links | None = None, of: Enhancement | None = None) -> Markup:
    """A long text amid other words."""
    return flat_html(value, _resolve(links or context["links"], of))


@pass_context
def _linked(context: Context, address: str, words: str, links: Links | None = None, of: Enhancement | None = None) -> Markup:
    """Words of the data as a link to an address of the data."""
    return linked(words, address, _resolve(links or context["links"], of))


@pass_context
def _evidence(context: Context, value: str, links: Links | None = None, of: Enhancement | None = None) -> Markup:
    """What shows that something is done: an address of the web as a link with its end for words, any other text as typed."""
    if is_web(value):
        return linked(_short_address(value), value)
    return to_html(value, _resolve(links or context["links"], of))


def _short_address(address: str) -> str:
    """What tells an address apart: where it is, and the end of its path."""
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return f"{parts.netloc}/…/{last}" if last and parts.path.count("/") > 1 else f"{parts.netloc}/{last}" if last else parts.netloc


def _resolve(links: Links, of: Enhancement | None) -> Resolve:
    if of is None:
        return links.relative
    return lambda target: links.anchor(of.id, target[1:]) if target.startswith("#") else links.relative(target)


def in_sentence(title: str) -> str:
    """A title amid a sentence: ``In progress`` as ``in progress``; ``QA`` and ``Waiting for QA`` keep their capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2].isspace() else title
