"""Words of a plan to values of the data: estimates, dates, files, people. What can not be read that way gives None."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import PydanticCustomError

from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.model import Estimate, PartialDate

_TIME = re.compile(
    r"((?:about|around|roughly|approx\.?|ca\.?|circa|~|≈)?\s*)(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|—|to|bis|à|a|~)\s*(\d+(?:[.,]\d+)?))?\s*([^\W\d]+\.?)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?([^\W\d]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DOTTED = re.compile(r"(\d{1,2})([./])\s*(\d{1,2})\2\s*(\d{4})")
"""A day before its month; with strokes only where it can be no month, for in America the month goes first."""
_MONTHS = 12
_UNTIL = re.compile(r"(?:(?:by|until|bis|zum)\s+)?(?:(?:the\s+)?(?:end\s+of|ende)\s+)?(?=\S)", re.IGNORECASE)
_QUARTER = re.compile(r"Q([1-4])[\s/'-]*(20\d\d)|(20\d\d)[\s/-]*Q([1-4])", re.IGNORECASE)
_FILE = re.compile(r"`?([^\s`()]*[/\\.*][^\s`()]*[\w*/])`?(?:\s*\((.+)\)|\s*(?:[-–—:]|\s->)\s+(.+))?")
_PEOPLE = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|/|、|，)\s*")
_LABELS = re.compile(r"\s*(?:,|;|/|、|，)\s*")
_LABEL = re.compile(r"[\w][\w .+-]{0,59}")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_LEVEL = re.compile(r"0*(\d{1,2})(?:\.0+)?(?:\s*(?:/|of)\s*\d{1,2}|\s*[-–—:(]\s*\D.*)?")
NUMBER = r"\d{1,3}(?:[ ,.'’]\d{3})+|\d+(?:[.,]\d+)?"
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.'’]\d{3})+")
_TIMES = {"k": 1_000, "m": 1_000_000}
_MONEY = r"(?:[$€£¥]|EUR|USD|GBP|CHF)?\s*"
_AMOUNT = re.compile(
    rf"{_MONEY}(?P<low>{NUMBER})\s*(?P<k>[km])?(?:\s*(?:-|–|—|to|bis)\s*{_MONEY}(?P<high>{NUMBER})\s*(?P<more>[km])?)?"
    rf"\s*(?P<share>%)?\s*{_MONEY}(?:(?:/|per|a|je|pro)?\s*(?P<period>month|mo|year|yr|monat|jahr))?\.?",
    re.IGNORECASE,
)
_UNKNOWN = {"", "-", "–", "—", "tbd", "n/a", "none", "todo", "unassigned", "nobody"}


def is_blank(words: str) -> bool:
    """Whether a value says that there is none."""
    return words.strip(" []()_?").casefold() in _UNKNOWN or words.strip(" []").casefold().startswith("to be ")


def estimate(words: str, known: Words) -> str | None:
    """An estimate as the data has it: ``2-3 weeks`` for "2–3 Wochen"."""
    if _is_estimate(words):
        return words.strip()
    found = _TIME.fullmatch(words.strip())
    unit = known.meaning("unit", found[4]) if found else None
    if found is None or unit is None:
        return None
    low, high = found[2].replace(",", "."), (found[3] or "").replace(",", ".")
    amount = f"{low}-{high}" if high else low
    made = f"{'about ' if found[1].strip() else ''}{amount} {unit}{'' if amount == '1' else 's'}{found[5]}"
    return made if _is_estimate(made) else None


def date(words: str, known: Words) -> str | None:
    """A date as the data has it: ``2025-06`` for "June 2025"."""
    if found := _ISO.fullmatch(words.strip()):
        year, month, day = found[1], int(found[2]), int(found[3] or 0)
    elif (found := _DOTTED.fullmatch(words.strip())) and (found[2] == "." or int(found[1]) > _MONTHS):
        year, month, day = found[4], int(found[3]), int(found[1])
    elif (found := _MONTH.fullmatch(words.strip())) and (named := known.meaning("month", found[2])):
        year, month, day = found[4], int(named), int(found[1] or found[3] or 0)
    else:
        return None
    made = f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    try:
        return PartialDate.parse(made).isoformat()
    except PydanticCustomError:
        return None


def due(words: str, known: Words) -> str | None:
    """The date by which something should be done; of "the end of March 2027" and of "Q1 2027" the month that they end in."""
    said = _UNTIL.sub("", words.strip())
    if quarter := _QUARTER.fullmatch(said):
        number, year = quarter[1] or quarter[4], quarter[2] or quarter[3]
        return f"{year}-{int(number) * _MONTHS // 4:02}"
    return date(said, known)


def file_change(words: str) -> dict[str, str] | str:
    """A file with its note; or a sentence, where no file is named."""
    found = _FILE.fullmatch(words.strip())
    if found is None:
        return words.strip()
    note = found[2] or found[3]
    return {"path": found[1], **({"note": note} if note else {})}


def people(words: str) -> str | list[str]:
    """One person, or several."""
    names = [name for name in _PEOPLE.split(words.strip()) if name]
    return names if len(names) > 1 else words.strip()


def labels(words: str) -> list[str] | None:
    """Labels; None where one of them is none that the data can have."""
    names = [name.strip("` #") for name in _LABELS.split(words.strip()) if name.strip("` #")]
    return list(dict.fromkeys(names)) if names and all(map(_LABEL.fullmatch, names)) else None


def addresses(words: str) -> list[str] | None:
    """Addresses in the web; None where anything else is said."""
    found = [word.strip("<>,;") for word in words.split()]
    return found if found and all(map(_WEB.fullmatch, found)) else None


def level(words: str, known: Words) -> str | None:
    """A step of a scale, as a number or the name of one: ``4`` for "4 - Likely" and ``high`` for "Hoch"; None where it is none."""
    said = words.strip()
    if found := _LEVEL.fullmatch(said):
        return str(int(found[1]))
    return known.meaning("level", said)


def number(digits: str, times: str | None = None) -> int | float:
    """A number as people write it: ``1,000``, ``1.000`` and ``2.5``, with ``k`` or ``M`` behind it."""
    value = float(re.sub(r"\D", "", digits)) if _GROUPED.fullmatch(digits) else float(digits.replace(",", "."))
    value *= _TIMES[times.lower()] if times else 1
    return int(value) if value == int(value) else value


def amount(words: str, *periods: str) -> str | int | float | None:
    """An amount of money, or a share; None where it is for another time than one of ``periods``, or is none."""
    found = _AMOUNT.fullmatch(words.strip())
    if found is None or (found["period"] and found["period"].lower() not in periods):
        return None
    low = number(found["low"], found["k"] or found["more"])
    if found["high"] is None:
        return f"{low} %" if found["share"] else low
    return f"{low}-{number(found['high'], found['more'])}{' %' if found['share'] else ''}"


def one_line(words: str) -> str:
    """Words of several lines on one."""
    return " ".join(words.split())


def _is_estimate(words: Any) -> bool:
    try:
        Estimate.parse(words)
    except PydanticCustomError:
        return False
    return True
