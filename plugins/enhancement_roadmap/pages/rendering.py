"""Templates of the pages: Markdown, in which every word from the data is literal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateSet, make_environment, template_names
from enhancement_roadmap.text import literal, plain

_PACKAGE = "enhancement_roadmap.pages"


def page_names() -> list[str]:
    """Names of the templates of the pages."""
    return template_names(_PACKAGE)


def page_templates(overrides: Overrides = NO_OVERRIDES) -> TemplateSet:
    """The templates of the pages, with those of a site in place of some."""
    environment = make_environment(_PACKAGE, overrides, finalize=_literal)
    environment.filters["json"] = _json
    return TemplateSet(environment, overrides)


def _literal(value: Any) -> str:
    """The text door: what a template puts out shows as typed, without its markup."""
    return value if isinstance(value, Markup) else literal(plain(str(value)))


def _json(value: Sequence[str]) -> Markup:
    """A list for the front matter: JSON is YAML, and quotes whatever a label may hold."""
    return Markup(json.dumps(list(value), ensure_ascii=False))  # noqa: S704  (front matter is no HTML)
