"""Our data classes mean what Python's own mean, whoever asks."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import Any, ClassVar

import pytest

from enhancement_roadmap import records

Made = Callable[..., Any]


def shelves(dataclass: Any, **options: bool) -> Any:
    @dataclass(**options)
    class Shelf:
        """Where books stand."""

        kinds: ClassVar[int] = 3

        name: str
        width: int = 80
        books: tuple[str, ...] = field(default_factory=tuple)
        note: str = field(default="", compare=False)

        @property
        def full(self) -> bool:
            return len(self.books) > self.width

    return Shelf


OPTIONS = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"slots": True},
    {},
    {"frozen": True, "slots": True, "order": True},
]
CALLS: list[Callable[[Made], Any]] = [
    lambda made: repr(made("a")),
    lambda made: repr(made("a", 1, ("b",), note="c")),
    lambda made: made("a") == made("a", note="other"),
    lambda made: made("a") == made("b"),
    lambda made: made("a") == ("a", 80, (), ""),
    lambda made: made("a") != 3,
    lambda made: hash(made("a")) == hash(made("a", note="other")),
    lambda made: made("a") < made("b"),
    lambda made: made("a", 2) >= made("a", 10),
    lambda made: min(made("b"), made("a")).name,
    lambda made: made(),
    lambda made: made("a", colour="red"),
    lambda made: setattr(made("a"), "name", "b"),
    lambda made: delattr(made("a"), "name"),
    lambda made: hasattr(made("a"), "__dict__"),
    lambda made: repr(dataclasses.replace(made("a"), width=2)),
    lambda made: dataclasses.asdict(made("a")),
    lambda made: [(each.name, each.type, each.compare) for each in dataclasses.fields(made)],
    dataclasses.is_dataclass,
    lambda made: repr(copy.copy(made("a", 1))),
    lambda made: repr(copy.deepcopy(made("a", 1, ("b",)))),
    lambda made: (made.width if hasattr(made, "width") and isinstance(made.width, int) else None, made.kinds, made.__doc__),
    lambda made: (made.__name__, made.__qualname__, made.__module__, made.__match_args__),
    lambda made: list(inspect.signature(made).parameters),
    lambda made: made("a").full,
]


def outcome(call: Callable[[Made], Any], made: Made) -> Any:
    try:
        return call(made)
    except (TypeError, AttributeError) as error:
        return type(error), str(error) if isinstance(error, FrozenInstanceError) else ""


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_it_is_as_if_the_library_had_made_it(options: dict[str, bool], call: Callable[[Made], Any]) -> None:
    assert outcome(call, shelves(records.dataclass, **options)) == outcome(call, shelves(dataclasses.dataclass, **options))


@records.dataclass(frozen=True, slots=True)
class Empty:
    """Nothing in it."""


@records.dataclass(frozen=True)
class Box:
    """One thing, and what follows from it."""

    thing: float

    def __post_init__(self) -> None:
        if self.thing < 0:
            raise ValueError(self.thing)

    def __repr__(self) -> str:
        return "a box"

    @cached_property
    def twice(self) -> float:
        return self.thing * 2


@records.dataclass
class Chain:
    """It may hold itself."""

    links: list[Any]


def test_what_a_class_says_itself_stays() -> None:
    assert (repr(Box(2)), Box(2).twice) == ("a box", 4)
    with pytest.raises(ValueError, match="-1"):
        Box(-1)


def test_it_may_have_no_field_and_hold_what_is_no_number_and_itself() -> None:
    assert (Empty() == Empty(), hash(Empty()) == hash(Empty()), repr(Empty())) == (True, True, "Empty()")
    nothing = float("nan")
    assert Box(nothing) == Box(nothing)
    chain = Chain([])
    chain.links.append(chain)
    assert repr(chain) == "Chain(links=[...])"
    assert pickle.loads(pickle.dumps(Box(3))) == Box(3)  # noqa: S301  (it is ours)


def test_fields_of_a_base_are_refused_aloud() -> None:
    with pytest.raises(TypeError, match="Crate has a base with fields"):

        @records.dataclass(frozen=True)
        class Crate(Box):
            label: str
