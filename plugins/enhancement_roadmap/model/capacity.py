"""Who works on the plan, how much, and on which days: what dates come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.periods import Period, Periods, check_order
from enhancement_roadmap.model.ranges import Amount
from enhancement_roadmap.model.sign_off import Texts
from enhancement_roadmap.model.slugs import slug_from

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

_SHORT = 3
"""Letters that tell a weekday from the others."""
_FROM_TO = re.compile(r"\s*(?:-|–|\bto\b)\s*")
_PERSON = re.compile(
    r"(?P<name>.+?)(?:[\s,]+(?P<share>\d+(?:\.\d+)?\s*%))?(?:[\s,]+from\s+(?P<from>\S+))?(?:[\s,]+(?:to|until)\s+(?P<to>\S+))?"
)
_TEAM = re.compile(r"(?P<title>.+?)[\s,]+(?P<size>\d+(?:\.\d+)?)\s+(?:people|persons?)")
_NUMBER = re.compile(r"\s*\d+(?:\.\d+)?\s*")


def _weekday(value: Any) -> Any:
    """A weekday by its first letters."""
    word = value.strip().lower() if isinstance(value, str) else value
    found = [day for day in WEEKDAYS if isinstance(word, str) and len(word) >= _SHORT and day.startswith(word)]
    return found[0] if found else word


def _weekdays(value: Any) -> Any:
    """``monday to friday`` as the days from one to the other; a day alone as a list of it."""
    if not isinstance(value, str):
        return value
    ends = [_weekday(end) for end in _FROM_TO.split(value.strip())]
    if len(ends) == len(("from", "to")) and all(end in WEEKDAYS for end in ends):
        first, last = map(WEEKDAYS.index, ends)
        return tuple(WEEKDAYS[(first + step) % len(WEEKDAYS)] for step in range((last - first) % len(WEEKDAYS) + 1))
    return (value,)


def _once(days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    """Each day once: a week has one of it."""
    return tuple(dict.fromkeys(days))


WorkingDays = Annotated[
    tuple[Annotated[Weekday, BeforeValidator(_weekday)], ...],
    Field(min_length=1),
    AfterValidator(_once),
    BeforeValidator(_weekdays, json_schema_input_type=Text | tuple[Weekday, ...]),
]
"""Days of the week: a list, or ``monday to friday``."""


class Holidays(Node):
    """Days on which nobody works."""

    country: Text | None = None
    """Its public holidays, by its ISO 3166 code or its English name: `DE`."""
    region: Text | None = None
    """A part of it with holidays of its own, by its ISO 3166-2 code: `BE`."""
    also: Periods = ()
    """Other days: `2026-12-24`, or `2026-12-24 to 2027-01-01`."""


def _holidays(value: Any) -> Any:
    """A country, or a country with its region, or days, as the mapping that says the same."""
    if isinstance(value, list | tuple):
        return {"also": value}
    if not isinstance(value, str):
        return value
    if value[:1].isdecimal():
        return {"also": [value]}
    country, _, region = value.strip().partition("-")
    return {"country": country, "region": region} if region else {"country": country}


HolidaysOrCountry = Annotated[Holidays, BeforeValidator(_holidays, json_schema_input_type=Holidays | Text | Periods)]
"""Also written as a country, ``DE`` or ``DE-BE``, or as a list of days."""


def _one_share(share: Amount) -> Amount:
    if share.is_range:
        raise PydanticCustomError("share_form", "is a range", {})
    return share


class Person(Node):
    """Somebody who works on the plan, for a time and with a share of it; somebody whose share changes has a line for each."""

    name: Text
    """Who it is."""
    share: Annotated[Amount, AfterValidator(_one_share)] = Amount(1, 1)
    """How much of the working time: `50 %`. More than 100 % stands for several people."""
    from_: PartialDate | None = Field(default=None, alias="from")
    """The first day; default: from the beginning."""
    to: PartialDate | None = None
    """The last day; default: for good."""
    away: Periods = ()
    """When not: `2027-01-04 to 2027-01-29`, or a list of such."""
    roles: Texts = ()
    """The expertise that they bring: titles of the `roles` of `governance.yml`."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_order(self.from_, self.to)
        return self

    @property
    def there(self) -> Period:
        """From when to when."""
        return Period.model_construct(from_=self.from_, to=self.to)


def _person(value: Any) -> Any:
    """``Ada 50 % from 2026-09 to 2026-12`` as the mapping that says the same."""
    found = _PERSON.fullmatch(value.strip()) if isinstance(value, str) else None
    return {key: part for key, part in found.groupdict().items() if part} if found else value


PersonOrSentence = Annotated[Person, BeforeValidator(_person, json_schema_input_type=Person | Text)]


class Team(Node):
    """People who share their work; one person alone may be a team too."""

    id: Slug = Field(default_factory=str)  # none in a schema: reading makes one of the title
    """What `team` of an enhancement names. Default: made of the title."""
    title: Text
    """"Platform"."""
    size: Amount | None = None
    """How many people it is, where they are not listed: `3`, or `2.5` where somebody is there half the time."""
    people: tuple[PersonOrSentence, ...] = ()
    """Who is in it: `Ada 50 % from 2026-09`, or more about them; a number alone is the `size`."""
    away: Periods = ()
    """When nobody of it is there."""
    example: bool = False
    """True for a made-up team that shows the form."""


def _team(value: Any, handler: ValidatorFunctionWrapHandler) -> Team:
    if isinstance(value, str) and (found := _TEAM.fullmatch(value.strip())):
        value = found.groupdict()
    elif isinstance(value, str):
        value = {"title": value}
    if isinstance(value, Mapping) and "size" not in value and isinstance(size := value.get("people"), str) and _NUMBER.fullmatch(size):
        value = {**{key: part for key, part in value.items() if key != "people"}, "size": size}
    team: Team = handler(value)
    if "id" not in team.model_fields_set:
        object.__setattr__(team, "id", slug_from(team.title))
    return team


Teams = tuple[Annotated[Team, WrapValidator(_team, json_schema_input_type=Team | Text)], ...]
"""As a file has them: one that nobody has named is named by its title; ``Platform, 3 people`` is one in a line."""
