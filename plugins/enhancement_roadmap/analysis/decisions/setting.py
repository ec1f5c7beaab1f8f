"""A fact that is supposed to be other, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from enhancement_roadmap.records import dataclass


class SettingError(ValueError):
    """A setting names nothing in the roadmap, or its value does not fit.

    Attributes:
        word: what was not understood.
        choices: what it might have been; empty where the value is at fault.
    """

    def __init__(self, message: str, word: str = "", choices: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.word = word
        self.choices = tuple(choices)


@dataclass(frozen=True, slots=True)
class Setting:
    """One fact that is supposed to be other: ``risk.api-security=5``.

    Attributes:
        path: the name, by dots.
        value: the value as typed.
    """

    path: tuple[str, ...]
    value: str

    @classmethod
    def parse(cls, text: str) -> Setting:
        """Read ``NAME=VALUE``; underscores in the name count as hyphens.

        Raises:
            SettingError: there is no ``=``, or nothing before it.
        """
        name, sign, value = text.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise SettingError(f"‘{text}’ sets nothing: write it as NAME=VALUE")
        return cls(tuple(name.strip().replace("_", "-").split(".")), value.strip())


def read(reader: Callable[[str], Any], value: str, message: str) -> Any:
    """What a value means.

    Args:
        reader: reads it.
        value: as typed.
        message: what is wrong where it can not be read.

    Raises:
        SettingError: it can not be read.
    """
    try:
        return reader(value)
    except (ValidationError, ValueError) as error:
        raise SettingError(message) from error
