"""Data classes, of which the program has hundreds, made in a fifth of the time that Python's own take.

The library writes and compiles up to eleven functions for each class, most of which nobody calls. That of a start, with more
than a hundred classes, is a tenth of the build of a small site. Here one is compiled, which is where the fields differ; the
others do with the names of the fields. Whoever looks at the class as one of the library (`dataclasses.fields`, `replace`,
`asdict`, `is_dataclass`) finds the fields that the library makes of it, made then.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import get_annotations
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")


class _Fields:
    """The fields of a class as the library makes them, once somebody asks for them."""

    def __init__(self, named: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        self._named = named
        self._defaults = defaults
        self._made: dict[str, Field[Any]] | None = None

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        if self._made is None:
            specified = [(name, kind, self._defaults.get(name, dataclasses.field())) for name, kind in self._named.items()]
            made = dataclasses.make_dataclass(owner.__name__, specified)
            self._made = {field.name: field for field in dataclasses.fields(made)}
        return self._made


def _record(cls: type[Any] | None = None, /, *, frozen: bool = False, slots: bool = False, order: bool = False) -> Any:
    """Make a class one of the library's kind, with the same meaning of its options.

    Args:
        cls: the class; its bases have no fields.
        frozen: whether nothing of an instance can be set any more.
        slots: whether an instance has room for its fields only.
        order: whether instances are in the order of their values.
    """
    return _made(cls, frozen, slots, order) if cls is not None else lambda cls: _made(cls, frozen, slots, order)


def _made(cls: Any, frozen: bool, slots: bool, order: bool) -> type[Any]:
    if any(hasattr(base, "__dataclass_fields__") for base in cls.__bases__):
        raise TypeError(f"{cls.__name__} has a base with fields: it is for `dataclasses.dataclass` to make")
    named = {name: kind for name, kind in get_annotations(cls).items() if not str(kind).startswith("ClassVar")}
    defaults = {name: vars(cls)[name] for name in named if name in vars(cls)}
    for name, default in defaults.items():
        if isinstance(default, Field):
            if default.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default.default)
    if slots:
        kept = {name: value for name, value in vars(cls).items() if name not in {*named, "__dict__", "__weakref__"}}
        name = cls.__qualname__
        cls = type(cls)(cls.__name__, cls.__bases__, {**kept, "__slots__": tuple(named)})
        cls.__qualname__ = name
    compared = _values_of([name for name in named if not isinstance(default := defaults.get(name), Field) or default.compare])
    given: dict[str, Any] = {"__init__": _init(cls, named, defaults, frozen, slots), "__repr__": _repr(tuple(named))}
    given |= {"__eq__": _equal(compared), "__reduce__": _reduce(_values_of(list(named)))}
    given |= {f"__{each.__name__}__": _ordered(each, compared) for each in (lt, le, gt, ge) if order}
    given |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete} if frozen else {}
    given |= {"__match_args__": tuple(named), "__dataclass_fields__": _Fields(named, defaults)}
    if vars(cls).get("__hash__") is None:
        given["__hash__"] = _hash(compared) if frozen else None
    for name, value in given.items():
        if name == "__hash__" or name not in vars(cls):
            setattr(cls, name, value)
    made: type[Any] = cls
    return made


def _init(cls: type[Any], named: Mapping[str, Any], defaults: Mapping[str, Any], frozen: bool, slots: bool) -> Callable[..., None]:
    """The one function that is compiled: it takes the fields by their names."""
    known: dict[str, Any] = {"_MISSING": MISSING, "_set": object.__setattr__}
    takes, sets = ["self"], []
    for name in named:
        value, default = name, defaults.get(name, MISSING)
        made = default.default_factory if isinstance(default, Field) else MISSING
        default = default.default if isinstance(default, Field) else default
        if made is not MISSING:
            known[f"_make_{name}"] = made
            takes.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif default is not MISSING:
            known[f"_default_{name}"] = default
            takes.append(f"{name}=_default_{name}")
        else:
            takes.append(name)
        if frozen and slots:
            known[f"_set_{name}"] = vars(cls)[name].__set__
            sets.append(f"_set_{name}(self, {value})")
        else:
            sets.append(f'_set(self, "{name}", {value})' if frozen else f"self.{name} = {value}")
    sets += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    exec(f"def __init__({', '.join(takes)}):\n  " + "\n  ".join(sets or ["pass"]), known)  # noqa: S102  (names of fields)
    made_init: Callable[..., None] = known["__init__"]
    made_init.__qualname__ = f"{cls.__qualname__}.__init__"
    made_init.__module__ = cls.__module__
    return made_init


def _values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives the values of some fields."""
    match names:
        case []:
            return lambda _: ()
        case [name]:
            get = attrgetter(name)
            return lambda record: (get(record),)
        case _:
            return attrgetter(*names)


def _equal(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, object], Any]:
    def equal(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _ordered(compare: Callable[[Any, Any], bool], values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, object], Any]:
    def ordered(self: Any, other: object) -> Any:
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return ordered


def _hash(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
    @recursive_repr()
    def shown(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return shown


def _reduce(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """How it is copied: made anew of its values."""
    return lambda self: (self.__class__, values(self))


def _refuse_to_set(_: object, name: str, __: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  (it is what this room gives)
else:
    dataclass = _record
