"""Thresholds in the words of triggers: "more than 1,000 daily active users" is a metric and a number; the sentence stays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.importing import values
from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.model.slugs import slug_from

_NUMBER = rf"(?P<number>{values.NUMBER})\s?(?P<times>[kKmM](?![\w]))?"
_NOUN = r"(?P<noun>[^\W\d][^,.;:()<>≥≤]{1,60}?)"
_ENDS = r"\s*[.!]?\s*"
_SIGNS = {">": "above", "<": "below"}
_SIGNED = re.compile(rf"(?P<title>[^\W\d][^<>=,;:()]{{1,40}}?)?\s*(?P<sign>[<>])\s?{_NUMBER}\s*{_NOUN}?{_ENDS}")
_MORE = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub|и|или|ve|veya)\b", re.IGNORECASE)
"""Words after which a sentence says more than one threshold does."""
_WORDS = 5
"""Words that the name of a metric has at most."""


def read_thresholds(found: Found, words: Words) -> None:
    """Put each trigger that is one threshold and nothing else into data too; the metric is added without readings.

    Args:
        found: what a source gives.
        words: what words mean.
    """
    for item in found.enhancements:
        trigger = item.facts.get("trigger")
        said = trigger.get("condition", trigger["summary"]) if isinstance(trigger, dict) else trigger
        threshold = _threshold(str(said), words) if said else None
        if threshold is None:
            continue
        title, unit, condition = threshold
        condition = {"metric": _metric(found, title, unit), **condition}
        item.facts["trigger"] = {**(trigger if isinstance(trigger, dict) else {"summary": trigger}), "when": condition}
        found.became(item.line, str(said), f"a condition too: {condition['metric']} {_in_words(condition)}")


def _in_words(condition: Mapping[str, Any]) -> str:
    return " ".join(f"{way} {condition[way]}" for way in ("above", "below") if way in condition)


def _threshold(sentence: str, words: Words) -> tuple[str, str | None, dict[str, Any]] | None:
    """The name of a metric, its unit, and what it must be above or below of; None where a sentence says anything else."""
    if found := _SIGNED.fullmatch(sentence.strip()):
        title, noun = found["title"], found["noun"]
        way = _SIGNS[found["sign"]]
        name, unit = (title, noun) if title else (noun, None)
    elif found := _spelt(words).fullmatch(sentence.strip()):
        way = words.meaning("threshold", found["way"]) or "above"
        name, unit = found["noun"], None
    else:
        return None
    number = values.number(found["number"], found["times"])
    if not name or len(name.split()) > _WORDS or _MORE.search(name):
        return None
    return " ".join(name.split()), " ".join(unit.split()) if unit else None, {way: number}


def _spelt(words: Words) -> re.Pattern[str]:
    """A form of "when we have more than 1,000 users", in the words that there are for it."""
    ways, leads = words.spelt("threshold", "above", "below"), words.spelt("threshold", "lead")
    return re.compile(rf"(?:(?:{leads})\s+)*(?P<way>{ways})\s*{_NUMBER}\s*{_NOUN}{_ENDS}", re.IGNORECASE)


def _metric(found: Found, title: str, unit: str | None) -> str:
    """The id of a metric, which is added where there is none of this name yet."""
    for metric in found.metrics:
        if metric["title"].casefold() == title.casefold():
            return str(metric["id"])
    name = slug_from(title, {metric["id"] for metric in found.metrics})
    found.metrics.append({"id": name, "title": title, **({"unit": unit} if unit else {})})
    return name
