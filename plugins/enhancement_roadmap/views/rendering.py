"""Templates of the views: autoescaped, with the text door as a filter."""

from __future__ import annotations

from functools import cache

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from enhancement_roadmap.analysis import forecast_words
from enhancement_roadmap.links import Links
from enhancement_roadmap.sentences import and_more, number, one_or_several, plural
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateSet, make_environment, template_names
from enhancement_roadmap.text import plain, to_html
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
    environment.filters |= {"number": number, "and_more": and_more, "one_or_several": one_or_several, "plural": plural}
    templates = TemplateSet(environment, overrides)
    with templates.watch():
        environment.filters |= chip_filters(environment)
    return templates


@pass_context
def _text(context: Context, value: str, links: Links | None = None) -> Markup:
    """The text door; a shared part, which sees no variables of the page, hands over the links itself."""
    return to_html(value, (links or context["links"]).relative)


def in_sentence(title: str) -> str:
    """A title amid a sentence: ``In progress`` as ``in progress``; ``QA`` and ``Waiting for QA`` keep their capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2].isspace() else title
