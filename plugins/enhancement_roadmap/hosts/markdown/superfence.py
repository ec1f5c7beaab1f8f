"""The custom fence of pymdownx.superfences that hands a block's body to the product."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any
from weakref import WeakKeyDictionary

from markdown import Extension, Markdown
from pymdownx.superfences import SuperFencesCodeExtension, SuperFencesException

from enhancement_roadmap.hosts.markdown.missed import Missed, MissedBlocks

FENCE = "roadmap"

Render = Callable[[str, str, Markdown], str]
"""Makes HTML of a fence's body and of what else stood on its first line, for the page that a converter is at."""

NOTHING = "<!-- -->"
"""In place of a view that has nothing to say: Python-Markdown would make an empty text a paragraph, with room around it."""

_RESET = (None,) if "reset" in signature(SuperFencesCodeExtension.extend_super_fences).parameters else ()
"""What superfences is to call between pages, which is nothing; versions before 12.1 do not ask."""


class RoadmapFence(Extension):
    """Makes each fence called ``roadmap`` a view, whatever other extensions a site has, and in whatever order.

    Args:
        render: makes the HTML.
        missed: says of a block that it does not become a view.
    """

    def __init__(self, render: Render, missed: Missed) -> None:
        super().__init__()
        self._render = render
        self._missed = missed
        self._blocks: WeakKeyDictionary[Markdown, MissedBlocks] = WeakKeyDictionary()
        self._joined: SuperFencesCodeExtension | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        self._joined = None
        self._blocks[md] = MissedBlocks(self._missed)
        self._blocks[md].register(md)
        self._md = md
        md.registerExtension(self)

    def reset(self) -> None:
        """Join superfences once all extensions are there; without it, bring it."""
        superfences = next((one for one in self._md.registeredExtensions if isinstance(one, SuperFencesCodeExtension)), None)
        if superfences is None:
            superfences = SuperFencesCodeExtension()
            superfences.extendMarkdown(self._md)
        if superfences is not self._joined:
            self._joined = superfences
            superfences.extend_super_fences(FENCE, self._format, _accept, *_RESET)

    def _format(self, src: str, md: Markdown, options: Mapping[str, Any], **_: Any) -> str:
        if md in self._blocks:
            self._blocks[md].note(src)
        try:
            return self._render(src, options.get("header", ""), md) or NOTHING
        except Exception as error:
            # Any other exception makes superfences show the block as code.
            raise SuperFencesException(f"the block can not be shown: {error}") from error


def _accept(_language: str, inputs: Mapping[str, Any], options: dict[str, Any], _attrs: dict[str, Any], md: Markdown) -> bool:
    """Take every fence with the name: one that is refused would be shown as code."""
    preprocessor: Any = md.preprocessors["fenced_code_block"]
    preprocessor.get_hl_settings()
    options["header"] = " ".join(f'{key}="{value}"' for key, value in inputs.items())
    return True
