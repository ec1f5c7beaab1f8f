"""Who else takes part in a build: what is prepared for a search plugin, or used again, must be kept from nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

_MATERIALS = "material.plugins.search.plugin"
_SEARCH = frozenset({"mkdocs.contrib.search", _MATERIALS})
"""Where the search plugins of MkDocs and of Material are."""
_NO_READERS = frozenset({"material.plugins.tags.plugin"})
"""Where plugins are that look at no page's content."""

Events = Mapping[str, Iterable[object]]
"""What MkDocs calls, by the event."""


class Listeners:
    """The other plugins and hooks of a site; which there are is asked once for a build, and not for each page.

    Args:
        events: what is called at each event.
        own: the class of this plugin.
    """

    def __init__(self, events: Events, own: type) -> None:
        self._events = events
        self._own = own

    @cached_property
    def is_search_alone_with_content(self) -> bool:
        """Whether nobody but a search plugin looks at a page's content when its template is about to be filled."""
        return all(_module(owner) in _SEARCH | _NO_READERS for owner in self._others("page_context"))

    @cached_property
    def is_search_alone(self) -> bool:
        """Whether nobody but a search plugin takes part in a build, and that one writes no more than its plain index."""
        return all(_is_plain_search(owner) for event in self._events for owner in self._others(event))

    @cached_property
    def is_materials_search_alone(self) -> bool:
        """The same, and the search plugin is that of Material."""
        return self.is_search_alone and {_module(owner) for owner in self._others("page_context")} == {_MATERIALS}

    def _others(self, event: str) -> list[object]:
        owners = [getattr(listener, "__self__", None) for listener in self._events[event]]
        return [owner for owner in owners if not isinstance(owner, self._own)]


def _is_plain_search(owner: object) -> bool:
    settings: Any = getattr(owner, "config", {})
    return _module(owner) in _SEARCH and not settings.get("prebuild_index")


def _module(owner: object) -> str:
    return type(owner).__module__
