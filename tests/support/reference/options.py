"""The page on the options of the plugin and of the Markdown extension, from their classes."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption

from enhancement_roadmap.hosts.markdown import RoadmapExtension
from enhancement_roadmap.hosts.mkdocs import EnhancementRoadmapConfig
from enhancement_roadmap.hosts.mkdocs.options import Day, NavigationTitle, SitePath
from support.reference.markdown import block, code, page, table

INTRO = """\
The plugin's options stand below its name in `mkdocs.yml`. All of them may be left out. A site with
[several roadmaps](../how-to/several-roadmaps.md) lists the plugin once for each."""

PLUGIN_EXAMPLE = """\
plugins:
  - search
  - enhancement-roadmap:
      data_dir: plans/security
      navigation: Security plan"""

EXTENSION_INTRO = """\
Generators that run no MkDocs plugins can still show views: the Markdown extension `enhancement-roadmap` makes them of
fenced blocks. It adds no pages. With the plugin it is not needed."""

EXTENSION_EXAMPLE = """\
markdown_extensions:
  - enhancement-roadmap:
      data: roadmap-data"""


def options_page() -> str:
    """Every option with its default and its docstring."""
    meanings = attribute_docstrings(EnhancementRoadmapConfig)
    options = [(code(name), _kind(option), _default(option.default), meanings[name]) for name, option in _options()]
    settings = [(code(name), _shown(default), meaning) for name, (default, meaning) in RoadmapExtension().config.items()]
    blocks = [
        block("yaml", PLUGIN_EXAMPLE),
        table(["Option", "Value", "Default", "Meaning"], options),
        "## The Markdown extension",
        EXTENSION_INTRO,
        block("yaml", EXTENSION_EXAMPLE),
        table(["Option", "Default", "Meaning"], settings),
    ]
    return page("Options", INTRO, blocks)


def attribute_docstrings(kind: type) -> dict[str, str]:
    """The string under each assignment of a class, by the name assigned to."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for statement, following in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.Assign) and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            (target,) = statement.targets
            found[ast.unparse(target)] = inspect.cleandoc(str(following.value.value))
    return found


def _options() -> list[tuple[str, BaseConfigOption[Any]]]:
    return [(name, option) for name, option in vars(EnhancementRoadmapConfig).items() if isinstance(option, BaseConfigOption)]


def _kind(option: object) -> str:
    if isinstance(option, c.Optional):
        return _kind(option.option)
    if isinstance(option, c.Dir | SitePath):
        return "folder"
    if isinstance(option, NavigationTitle):
        return "text or `false`"
    if isinstance(option, Day):
        return "day, as `2026-11-27`"
    if isinstance(option, c.Type):
        return {bool: "`true` or `false`", str: "text"}[option._type]  # noqa: SLF001  (MkDocs has no public name for it)
    raise TypeError(f"no words for {option}: add them here")


def _default(value: object) -> str:
    return "" if value is None else _shown(value)


def _shown(value: object) -> str:
    return code(str(value).lower() if isinstance(value, bool) else str(value))
