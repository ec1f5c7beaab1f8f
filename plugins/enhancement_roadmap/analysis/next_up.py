"""What should be started next?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enhancement_roadmap.model import Enhancement


def next_up(unfinished: Iterable[Enhancement], by_id: Mapping[str, Enhancement]) -> Enhancement | None:
    """The first enhancement that nothing holds back.

    Args:
        unfinished: neither done nor cancelled, the most urgent first.
        by_id: all enhancements, by their ids.

    Returns:
        The first that is not deferred and waits for no other; None where there is none.
    """
    return next((item for item in unfinished if item.status != "deferred" and not open_dependencies(item, by_id)), None)


def open_dependencies(item: Enhancement, by_id: Mapping[str, Enhancement]) -> list[Enhancement]:
    """Enhancements that must be done before this one and are not."""
    return [by_id[name] for name in item.scope.depends_on if by_id[name].status != "done"]
