"""What enhancements and requirements say of a team's own fields, as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from enhancement_roadmap.model import Enhancement, OwnField, Requirement
from enhancement_roadmap.model.numbers import plain_number
from enhancement_roadmap.model.own_fields import YES_NO
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import number


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What is said of one field.

    Attributes:
        field: the field.
        values: as typed.
        words: for people: a number with its thousands apart and its unit, yes or no.
        amount: to sort by, of a number; None of anything else.
    """

    field: OwnField
    values: Sequence[str]
    words: Sequence[str]
    amount: float | None = None


def own_values(of: Enhancement | Requirement, fields: Iterable[OwnField]) -> Iterator[OwnValue]:
    """What is said of each field, in the order in which `roadmap.yml` declares them; those of which nothing is said are left out."""
    for field in fields:
        if found := of.fields.get(field.id):
            yield _own_value(field, found)


def _own_value(field: OwnField, values: Sequence[str]) -> OwnValue:
    match field.type:
        case "number":
            amount = float(plain_number(values[0]))
            return OwnValue(field, values, [f"{number(amount)}{f' {field.unit}' if field.unit else ''}"], amount)
        case "yes-no":
            return OwnValue(field, values, [YES_NO[value.lower()] for value in values])
        case _:
            return OwnValue(field, values, values)
