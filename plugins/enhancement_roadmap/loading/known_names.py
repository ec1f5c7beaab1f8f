"""Ids that others may name, and by what else people name the same things: titles, numbers, names of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from enhancement_roadmap.findings import Choices, Place, closest
from enhancement_roadmap.loading.other_words import choice_for, plain_word
from enhancement_roadmap.loading.source import Source, dig, entries, is_slug
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import show, slug_of

_TITLES = ("title", "name", "text")


class OtherName(NamedTuple):
    """What somebody may write in place of an id.

    Attributes:
        words: these words.
        what: what they are: ``title``.
        id: the id of the same thing.
    """

    words: str
    what: str
    id: str


class Home(NamedTuple):
    """A list of a file whose entries have ids.

    Attributes:
        source: the file.
        path: where in the file the list is.
        indexes: for each id, which entry has it.
    """

    source: Source
    path: Loc
    indexes: Sequence[int]


class Names(Choices):
    """Ids that there are.

    Args:
        ids: the ids.
        others: other names of the same things.
        home: where they are listed; None where no file does.
    """

    def __init__(self, ids: Sequence[str], others: Callable[[], Iterable[OtherName]], home: Home | None = None) -> None:
        super().__init__(ids)
        self.used: set[str] = set()
        self._ids = ids
        self._others = others
        self._home = home
        self._hints: dict[str, str] = {}

    def hint(self, value: str) -> str:
        """What would be right in the place of a name that there is not; empty where there are none at all."""
        if self.has_compared_enough:
            return self._hints.get(value) or self.suggestion()
        if value not in self._hints:
            self._hints[value] = self._hint(value)
        return self._hints[value]

    def _hint(self, value: str) -> str:
        other = self.other_name(value)
        if other and other.words.casefold() == value.casefold().lstrip("#"):
            return f"{show(value)} is the {other.what} of {show(other.id)}: write the id."
        meant = other.id if other else choice_for(value, self)
        if meant is not None:
            return f"Did you mean ‘{meant}’? {self.suggestion()}"
        return self.suggestion(value)

    def other_name(self, value: str) -> OtherName | None:
        """The thing that somebody means who wrote another name of it than its id."""
        return self._by_words.get(plain_word(value))

    def home(self, value: str) -> tuple[Place | None, str]:
        """Where the list would be mended in which a name is missing that many places need, and how."""
        if self._home is None:
            return None, self.hint(value)
        path, positions = self._home.path, self._home.source.positions
        meant = closest(value, [name for name in self._ids if name not in self.used])
        if meant is None:
            return positions.of_value(path), f"Add it here, or name another there. {self.suggestion()}".rstrip()
        place = positions.of_value((*path, self._home.indexes[self._ids.index(meant)], "id"))
        return place, f"Nothing names ‘{meant}’: is it meant to be {show(value)}? {self.suggestion()}"

    @cached_property
    def _by_words(self) -> dict[str, OtherName]:
        return {plain_word(other.words): other for other in reversed(list(self._others()))}


def names_in(source: Source, part: str) -> Names:
    """The ids in a list of a file, as they are written, or as they were most likely meant."""
    found = entries(source.values, (part,))
    ids = [str(entry.get("id")) for _, entry in found]
    known = [identity if is_slug(identity) else slug_of(identity) for identity in ids]

    def others() -> Iterator[OtherName]:
        for identity, (_, entry) in zip(known, found, strict=True):
            yield from (OtherName(words, "title", identity) for key in _TITLES if isinstance(words := entry.get(key), str))

    return Names(known, others, Home(source, (part,), [index for index, _ in found]))


def names_of_items(items: Sequence[Source]) -> Names:
    """The ids of enhancements; of one whose file is broken, those that it most likely has."""
    known = [(item, identity) for item in items for identity in ([item.id] if item.id else item.probable_ids())]

    def others() -> Iterator[OtherName]:
        for item, identity in known:
            for key, what in (("title", "title"), ("short_title", "title"), ("number", "number")):
                if isinstance(words := dig(item.values, (key,)), str):
                    yield OtherName(words, what, identity)
            yield OtherName(PurePosixPath(item.name).stem, "name of the file", identity)

    return Names([identity for _, identity in known], others)
