"""What the site's script filters rows by: which values each row has, and which choices there are."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import quote

from enhancement_roadmap.analysis import Filter, Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.text import plain


def row_attributes(filters: Sequence[Filter], item: Enhancement, insight: Insight) -> Mapping[str, str]:
    """The values of a row for each filter that it has something of, as ``data-`` attributes have them."""
    return attributes_of(filters, {each.name: each.values_of(item, insight) for each in filters})


def attributes_of(filters: Sequence[Filter], values: Mapping[str, Collection[str]]) -> Mapping[str, str]:
    """The same from values that are known already; whatever the words, none has a space."""
    words = {each.name: values[each.name] if each.choices else map(plain, values[each.name]) for each in filters if values[each.name]}
    return {name: " ".join(quote(word, safe="") for word in found) for name, found in words.items()}


def offered_filters(filters: Sequence[Filter], insight: Insight) -> str:
    """Each filter with the values and words of its choices, in their order, as JSON; null where the rows say which there are."""
    found: dict[str, list[tuple[str, str]] | None] = {
        each.name: [(value, plain(choice.title)) for value, choice in each.choices(insight).items()] if each.choices else None
        for each in filters
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
