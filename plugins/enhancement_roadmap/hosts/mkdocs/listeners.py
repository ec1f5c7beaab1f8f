"""Who else takes part in a build: what is prepared for a search plugin, or used again, must be kept from nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_MATERIALS = "material.plugins.search.plugin"
_SEARCH = frozenset({"mkdocs.contrib.search", _MATERIALS})
"""Where the search plugins of MkDocs and of Material are."""
_NO_READERS = frozenset({"material.plugins.tags.plugin"})
"""Where plugins are that look at no page's content."""

Events = Mapping[str, Iterable[object]]
"""What MkDocs calls, by the event."""


def only_search_reads(events: Events, own: type) -> bool:
    """Whether nobody but a search plugin looks at a page's content when its template is about to be filled.

    Args:
        events: what is called at each event.
        own: the class of this plugin.
    """
    return all(_module(owner) in _SEARCH | _NO_READERS for owner in _others(events["page_context"], own))


def only_search_takes_part(events: Events, own: type) -> bool:
    """Whether nobody but a search plugin takes part in a build, and that one writes no more than its plain index.

    Args:
        events: what is called at each event.
        own: the class of this plugin.
    """
    return all(_is_plain_search(owner) for listeners in events.values() for owner in _others(listeners, own))


def only_materials_search_takes_part(events: Events, own: type) -> bool:
    """The same, and the search plugin is that of Material."""
    searching = {_module(owner) for owner in _others(events["page_context"], own)}
    return searching == {_MATERIALS} and only_search_takes_part(events, own)


def _others(listeners: Iterable[object], own: type) -> list[object]:
    owners = [getattr(listener, "__self__", None) for listener in listeners]
    return [owner for owner in owners if not isinstance(owner, own)]


def _is_plain_search(owner: object) -> bool:
    settings: Any = getattr(owner, "config", {})
    return _module(owner) in _SEARCH and not settings.get("prebuild_index")


def _module(owner: object) -> str:
    return type(owner).__module__
