"""Risk and impact that a plan names on scales, as assessments on the scales of the roadmap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.values import level
from enhancement_roadmap.importing.vocabulary import Words

AXES = ("risk", "impact")
_TITLES = ("Very low", "Low", "Medium", "High", "Very high")
_NUMBERS = {"very-low": 1, "low": 2, "medium": 3, "high": 4, "very-high": 5}
_MAX = 20
"""Levels that a scale of a roadmap can have."""


def assess(found: Found, words: Words, titles: Mapping[str, str] | None = None) -> None:
    """Make an assessment where an enhancement names both risk and impact; what is no level stays words.

    Args:
        found: what a source gives; the levels are in the facts ``risk`` and ``impact``, or in the impact of the scope.
        words: what words mean.
        titles: what the source calls risk and impact, for scales that it does not have itself.
    """
    assessed = []
    for item in found.enhancements:
        risk, impact = item.facts.pop("risk", None), _impact(item)
        levels = [level(said, words) for said in (risk, impact) if said is not None]
        if len(levels) == len(AXES) and None not in levels and _fits(levels, found):
            item.facts["assessment"] = {axis: _number(str(name)) for axis, name in zip(AXES, levels, strict=True)}
            assessed.append(item)
            _hold_against_score(item, found)
            continue
        _keep_score(item, found)
        _keep_alone(item, found, words, risk, impact)
    if assessed and "scoring" not in found.about:
        found.about["scoring"] = _scales(assessed, titles or {})


def _keep_alone(item: FoundEnhancement, found: Found, words: Words, risk: str | None, impact: str | None) -> None:
    """Let stay what is no assessment: an impact in words is that of the scope, as it is."""
    if impact is not None and level(impact, words) is None:
        item.facts.setdefault("scope", {})["impact"] = impact
        impact = None
    for name, said in (("Risk", risk), ("Impact", impact)):
        if said is not None:
            item.prose.append(f"{name}: {said}")
            found.doubt(
                item.line, f"{name}: {said}", "is no assessment without the other of risk and impact: it stays words in ‘description’"
            )


def _hold_against_score(item: FoundEnhancement, found: Found) -> None:
    """Say where the source gives another score than the product of both; the product is worked out anew whenever it is shown."""
    score, assessment = item.facts.pop("score", None), item.facts["assessment"]
    product = assessment["risk"] * assessment["impact"]
    if score is not None and _whole(score) == product:
        found.became(item.line, f"Score: {score}", "risk × impact, which is worked out")
    elif score is not None:
        item.prose.append(f"Score: {score}")
        found.doubt(item.line, f"Score: {score}", f"is not risk × impact, {product}: it stays words in ‘description’")


def _keep_score(item: FoundEnhancement, found: Found) -> None:
    if (score := item.facts.pop("score", None)) is not None:
        found.keep(item.line, f"Score: {score}", item.prose, "stays words, in ‘description’")


def _whole(words: str) -> int | None:
    try:
        return round(float(words.replace(",", ".")))
    except (ValueError, OverflowError):
        return None


def _impact(item: FoundEnhancement) -> str | None:
    """What is said of its impact, taken out of its facts."""
    in_scope = item.facts.get("scope", {})
    said = item.facts.pop("impact", None) or in_scope.pop("impact", None)
    return None if said is None else str(said)


def _fits(levels: Iterable[str | None], found: Found) -> bool:
    """Whether scales can have these levels: those that the source has, or those that are made for it."""
    numbers = [_number(str(name)) for name in levels]
    scoring = found.about.get("scoring")
    if scoring is None:
        return all(1 <= number <= _MAX for number in numbers)
    known = [{one["value"] for one in scoring[axis]["levels"]} for axis in AXES]
    return all(number in values for number, values in zip(numbers, known, strict=True))


def _number(name: str) -> int:
    return _NUMBERS[name] if name in _NUMBERS else int(name)


def _scales(items: Sequence[FoundEnhancement], titles: Mapping[str, str]) -> dict[str, Any]:
    highest = max(number for item in items for number in item.facts["assessment"].values())
    steps = max(highest, len(_TITLES))
    named = _TITLES if steps == len(_TITLES) else tuple(f"Level {number}" for number in range(1, steps + 1))
    scales = {"risk": titles.get("risk", "Risk"), "impact": titles.get("impact", "Impact")}
    return {
        axis: {
            "title": title,
            "levels": [{"value": number, "title": name, "meaning": f"{number} of {steps}"} for number, name in enumerate(named, start=1)],
        }
        for axis, title in scales.items()
    }
