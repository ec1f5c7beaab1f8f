"""What should be started next?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enhancement_roadmap.model import Enhancement, Stage


def next_up(unfinished: Iterable[Enhancement], by_id: Mapping[str, Enhancement], stages: Mapping[str, Stage]) -> Enhancement | None:
    """The first enhancement that nothing holds back.

    Args:
        unfinished: neither done nor cancelled, the most urgent first.
        by_id: all enhancements, by their ids.
        stages: what the status of each means, by its id.

    Returns:
        The first that is not deferred and waits for no other; None where there is none.
    """
    free = (item for item in unfinished if stages[item.id] != "deferred" and not open_dependencies(item, by_id, stages))
    return next(free, None)


def open_dependencies(item: Enhancement, by_id: Mapping[str, Enhancement], stages: Mapping[str, Stage]) -> list[Enhancement]:
    """Enhancements that must be done before this one and are not."""
    return [by_id[name] for name in item.scope.depends_on if stages[name] != "done"]
