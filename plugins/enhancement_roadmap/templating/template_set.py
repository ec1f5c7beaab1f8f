"""Filling templates, with a mistake in a site's own one as a finding."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, nullcontext
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.templating.compiled import own_templates
from enhancement_roadmap.templating.overrides import SUFFIX, Overrides
from enhancement_roadmap.templating.sandbox import Sandbox

_HINT = "Start from the product's own template of this name; the guide on templates lists what each one is given."


class TemplateMistakeError(Exception):
    """A template of the site can not be filled."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def make_environment(package: str, overrides: Overrides, **options: Any) -> Environment:
    """An environment for the templates of a package and those that take their place.

    The product's own are kept as compiled, and those of a site never.

    Args:
        package: name of the package that has the templates, in whatever folders.
        overrides: the site's own templates.
        options: further options of the environment.
    """
    loader = ChoiceLoader([FunctionLoader(_source_from(overrides)), FunctionLoader(_package_source(package))])
    options |= {"loader": loader, "bytecode_cache": own_templates(package, sandboxed=bool(overrides.sources))}
    kind = Sandbox if overrides.sources else _Plain
    return kind(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False, **options)


class _Plain(Environment):
    """An environment whose globals are all there before its first template, so that each template has them in a plain mapping.

    Jinja2's own is two in one, which is gone through name by name at each render and each import of macros.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What each render of a template begins with."""
        return {**self.globals, **(d or {})}


def _source_from(overrides: Overrides) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Gives each of the site's templates with the name that tracebacks then have for it."""

    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = overrides.sources.get(name)
        return None if text is None else (text, overrides.shown[name], lambda: True)

    return source


def template_names(package: str) -> list[str]:
    """Names of a package's own templates that a site may override, in their order."""
    return sorted(_templates_of(package))


@cache
def _templates_of(package: str) -> Mapping[str, Path]:
    """The templates of a package by their names, which are unique whatever folder each stands in."""
    return {path.name: path for path in Path(str(files(package))).rglob(f"*{SUFFIX}")}


def _package_source(package: str) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Gives the product's own templates."""

    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = _templates_of(package).get(name)
        return None if path is None else (path.read_text(encoding="utf-8"), str(path), lambda: True)

    return source


class TemplateSet:
    """The templates of one room.

    Args:
        environment: finds and fills them.
        overrides: the site's own ones among them.
    """

    def __init__(self, environment: Environment, overrides: Overrides) -> None:
        self._environment = environment
        self._overrides = overrides

    def has_own(self, name: str) -> bool:
        """Whether the site has a template of this name of its own."""
        return name in self._overrides.sources

    def render(self, name: str, /, **variables: Any) -> str:
        """Fill a template.

        Raises:
            TemplateMistakeError: a template of the site can not be filled.
        """
        budget = self._environment.fresh_budget() if isinstance(self._environment, Sandbox) else nullcontext()
        with self.watch(), budget:
            return self._environment.get_template(name).render(variables)

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Make a mistake in one of the site's own templates a finding; a fault of ours stays an exception.

        Raises:
            TemplateMistakeError: a template of the site can not be filled.
        """
        try:
            yield
        except Exception as error:
            place = self._place(error)
            if place is None:
                raise
            raise TemplateMistakeError(Finding(place, "RM703", _message(error), _HINT)) from error

    def _place(self, error: Exception) -> Place | None:
        """The line of a site's own template that failed; None where the fault is ours."""
        own = set(self._overrides.shown.values())
        if isinstance(error, TemplateSyntaxError) and (error.filename or "") in own:
            return Place(error.filename or "", error.lineno)
        places = [Place(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
        return next((place for place in reversed(places) if place.file in own), None)


def _message(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template ‘{error.name}’"
    if isinstance(error, RecursionError):
        return "the template can not be filled: it calls itself without an end, or is nested too deeply"
    text = str(error.message if isinstance(error, TemplateError) and error.message else error)
    return f"the template can not be filled: {text or type(error).__name__}"
