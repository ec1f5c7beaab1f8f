"""Which enhancements somebody means by filters, as views have them."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from pydantic import ValidationError

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.strict_yaml import show


def chosen_by(where: str, insight: Insight) -> Sequence[str]:
    """Ids of the enhancements that filters choose.

    Args:
        where: ``FILTER=VALUE``, with spaces between several; commas part values of which one is enough.
        insight: answers about the roadmap.

    Raises:
        EditError: a filter is none, or has no such value, or nothing is chosen.
    """
    known = {each.name: each for each in Selection.filters}
    given: dict[str, list[str]] = {}
    try:
        pieces = shlex.split(where)
    except ValueError as error:
        raise EditError(f"{show(where)} has a quote that does not end") from error
    for piece in pieces:
        name, sign, value = piece.partition("=")
        if not sign or not value:
            raise EditError(f"{show(piece)} is not a filter and its value: write FILTER=VALUE, such as priority=high")
        if name not in known:
            raise EditError(f"there is no filter {show(name)}. {suggestion(name, known)}".removesuffix("."))
        values, ids = value.split(","), known[name].ids(insight)
        for each in values if ids is not None else ():
            if each not in (ids or ()):
                raise EditError(f"there is no {name} {show(each)}. {suggestion(each, ids or ())}".removesuffix("."))
        given.setdefault(name, []).extend(values)
    try:
        selection = Selection.model_validate(given)
    except ValidationError as error:
        raise EditError(f"{show(where)}: {error.errors()[0]['msg']}") from error
    chosen = [item.id for item in select(selection, insight)] if given else []
    if not chosen:
        raise EditError(f"no enhancement is chosen by {show(where)}")
    return chosen
