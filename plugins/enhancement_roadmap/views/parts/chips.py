"""The smallest parts of a view, as filters: a priority, a status, where a trigger stands, readiness, progress, a date.

Their HTML is in ``_chips.html.j2``. Thousands of pages show the same few, so each is filled once and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from enhancement_roadmap.analysis import Evaluation, Insight

_KEPT = 1024
_KINDS = ("readiness", "progress", "date", "on_date")
_COLOURS = 5
"""Priority levels past the fifth share the look of the fifth."""


def chip_filters(environment: Environment) -> Mapping[str, Callable[..., Markup]]:
    """The filters ``priority``, ``status``, ``evaluation``, ``readiness``, ``progress``, ``date`` and ``on_date`` for an environment."""
    chips: Any = environment.get_template("_chips.html.j2").module
    chip_of = lru_cache(maxsize=_KEPT)(chips.priority)

    no_priority_of = lru_cache(maxsize=_KEPT)(chips.no_priority)

    def priority(level: str | None, insight: Insight) -> Markup:
        if level is None:
            none: Markup = no_priority_of(insight.roadmap.about.wording.unprioritised)
            return none
        entry = insight.levels[level]
        chip: Markup = chip_of(entry.title, entry.icon, min(insight.rank_of[level], _COLOURS - 1))
        return chip

    status_of = lru_cache(maxsize=_KEPT)(chips.status)

    def status(name: str, insight: Insight) -> Markup:
        entry = insight.statuses[name]
        chip: Markup = status_of(entry.title, entry.counts_as)
        return chip

    state_of = lru_cache(maxsize=_KEPT)(chips.trigger_state)

    def evaluation(value: Evaluation) -> Markup:
        chip: Markup = state_of(value.state, value.is_example)
        return chip

    kept = {name: lru_cache(maxsize=_KEPT)(getattr(chips, name)) for name in _KINDS}
    return {**kept, "priority": priority, "status": status, "evaluation": evaluation}
