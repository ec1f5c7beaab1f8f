"""Which net value is the highest?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enhancement_roadmap.analysis.value.economics import Economics
from enhancement_roadmap.model import Enhancement


def by_net_value(enhancements: Iterable[Enhancement], economics: Mapping[str, Economics | None]) -> list[Enhancement]:
    """Enhancements with the highest net value first.

    By the middle of the net value; of two with the same middle the one that may be worth more comes first, then the one with
    the lower number. Those whose net value can not be worked out come last.

    Args:
        enhancements: in any order.
        economics: cost and benefit of each, by its id.
    """

    def key(item: Enhancement) -> tuple[float, ...]:
        weighed = economics[item.id]
        net = weighed.net_value if weighed else None
        return (1, 0, 0, item.number) if net is None else (0, -net.middle, -net.high, item.number)

    return sorted(enhancements, key=key)
