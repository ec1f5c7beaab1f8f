"""What words of plans mean, in several languages: the table of the product, and what a user adds to it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_MARKS = re.compile(r"[*_`~\[\]()（）【】「」]+")
_ENDS = " \t:：.,;!?-–—|>"
_OTHER_SIGNS = re.compile(r"[\ufe0e\ufe0f\u200d]")


class TableError(Exception):
    """A table of words that can not be used. The message says why."""


class Words:
    """Says what words mean.

    Args:
        table: by group and meaning, the words of each language.
    """

    def __init__(self, table: Mapping[str, Mapping[str, Mapping[str, Iterable[str]]]]) -> None:
        self._meanings = {
            group: {plain(word): meaning for meaning, languages in meanings.items() for words in languages.values() for word in words}
            for group, meanings in table.items()
        }
        self._signs = {word: meaning for word, meaning in self._meanings["status"].items() if not any(map(str.isalnum, word))}

    @classmethod
    def with_own(cls, text: str | None = None) -> Words:
        """The words of the product, and those of a user, which go before.

        Args:
            text: a table in TOML, such as the product's own.

        Raises:
            TableError: it is no such table.
        """
        if text is None:
            return _shipped()
        try:
            own = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise TableError(f"it is no TOML: {error}") from error
        table = _table()
        for group, meanings in own.items():
            if group not in table:
                raise TableError(f"it has a group ‘{group}’; there are {', '.join(table)}")
            _check(group, meanings, table[group])
            for meaning, languages in meanings.items():
                known = table[group].pop(meaning)
                table[group][meaning] = {**known, **{f"own {language}": words for language, words in languages.items()}}
        return cls(table)

    def meaning(self, group: str, words: str) -> str | None:
        """What some words mean, among the meanings of a group; None where they are not known."""
        return self._meanings[group].get(plain(words))

    def meanings(self, group: str) -> list[str]:
        """All meanings of a group, in their order."""
        return sorted(set(self._meanings[group].values()))

    def spelt(self, group: str, *meanings: str) -> str:
        """A pattern that any word of some meanings matches, the longest first."""
        found = [word for word, meaning in self._meanings[group].items() if meaning in meanings]
        return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True))

    def priority(self, words: str) -> str | None:
        """The priority that words name, whatever usual words stand around them: "HIGH PRIORITY ENHANCEMENTS", "P1 – High"."""
        said = plain(words)
        if found := self._meanings["priority"].get(said):
            return found
        parts = [part for part in re.split(r"[\s:–—/-]+", said) if part and part not in self._meanings["filler"]]
        joined = " ".join(parts)
        if found := self._meanings["priority"].get(joined):
            return found
        named = {self._meanings["priority"].get(part) for part in parts}
        return named.pop() if len(named) == 1 else None

    def status_sign(self, sign: str) -> str | None:
        """The status that an emoji stands for."""
        return self._signs.get(_OTHER_SIGNS.sub("", sign))


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """Words as they are held against others."""
    spelt = unicodedata.normalize("NFC", _OTHER_SIGNS.sub("", words)).casefold()
    bare = " ".join(_MARKS.sub(" ", spelt).replace("’", "'").split())
    kept = bare.strip(_ENDS)
    without_signs = kept.lstrip("".join({char for char in kept if unicodedata.category(char) in {"So", "Sk", "Sm"}}) + " ")
    return without_signs or kept or bare


def _check(group: str, meanings: Any, known: Mapping[str, Any]) -> None:
    if not isinstance(meanings, dict):
        raise TableError(f"‘{group}’ is no table")
    for meaning, languages in meanings.items():
        if meaning not in known:
            raise TableError(f"‘{group}’ has no ‘{meaning}’; it has {', '.join(known)}")
        lists = languages.values() if isinstance(languages, dict) else [None]
        if not all(isinstance(words, list) and all(isinstance(word, str) for word in words) for words in lists):
            raise TableError(f'‘{group}.{meaning}’ needs lists of words by language, such as en = ["one", "two"]')


def _table() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def _shipped() -> Words:
    return Words(_table())
