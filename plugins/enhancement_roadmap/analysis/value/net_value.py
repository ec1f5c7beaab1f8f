"""What does the net value say: which is the highest, and what is recommended?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enhancement_roadmap.analysis.value.economics import Economics
from enhancement_roadmap.model import Enhancement, Protection, Verdict
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import plural


def by_net_value(
    enhancements: Iterable[Enhancement], economics: Mapping[str, Economics | None], places: Mapping[str, int]
) -> list[Enhancement]:
    """Enhancements with the highest net value first.

    By the middle of the net value; of two with the same middle the one that may be worth more comes first, then the one that
    comes first in the roadmap. Those whose net value can not be worked out come last.

    Args:
        enhancements: in any order.
        economics: cost and benefit of each, by its id.
        places: for each enhancement's id its place in the roadmap's order.
    """

    def order(item: Enhancement) -> tuple[float, ...]:
        weighed = economics[item.id]
        net = weighed.net_value if weighed else None
        place = places[item.id]
        return (1, 0, 0, place) if net is None else (0, -net.middle, -net.high, place)

    return sorted(enhancements, key=order)


@dataclass(frozen=True, slots=True)
class Advice:
    """What the figures recommend.

    Attributes:
        verdict: ``implement``, ``defer`` or ``cancel``.
        why: the reason, in a sentence that says how sure it is.
        is_certain: whether the best and the worst case give the same.
    """

    verdict: Verdict
    why: str
    is_certain: bool


def advice(economics: Economics, reputation: Protection | None) -> Advice | None:
    """Judge by the net value over the horizon.

    *Implement* where its middle is above 0, which is to say that cost and benefit break even within the horizon; *cancel*
    where it is below 0 even in the best case, but *defer* where reputation, which has no amount, is highly protected;
    *defer* in all other cases.

    Args:
        economics: cost and benefit.
        reputation: how much the enhancement protects the reputation.

    Returns:
        None where the net value can not be worked out.
    """
    net = economics.net_value
    if net is None:
        return None
    within = f"within {plural(economics.horizon_years, 'year')}"
    if net.low > 0:
        return Advice("implement", f"It pays {within} in every case.", is_certain=True)
    if net.middle > 0:
        return Advice("implement", f"It pays {within} in the middle case, but not in the worst.", is_certain=False)
    if net.high >= 0:
        return Advice("defer", f"It does not pay {within} in the middle case, but may in the best.", is_certain=False)
    lost = f"It does not pay {within} even in the best case"
    if reputation == "high":
        return Advice("defer", f"{lost}, but it protects reputation, which has no amount here.", is_certain=False)
    return Advice("cancel", f"{lost}.", is_certain=True)
