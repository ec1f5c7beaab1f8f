"""Keys that the model does not know: misspelt, called something else here, or at home in another place or file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from pydantic.fields import FieldInfo

from enhancement_roadmap.findings import MOST_COMPARED, choices_in_words, closest
from enhancement_roadmap.loading.fields import fields_at, fields_of, nodes_in
from enhancement_roadmap.loading.other_words import key_for
from enhancement_roadmap.model import FILE_KINDS, Enhancement, Node
from enhancement_roadmap.strict_yaml.positions import Loc

Place = tuple[str | int, ...]


class UnknownKeys:
    """The unknown keys of one file, and what they most likely stand for.

    Args:
        model: what the whole file is.
        places: where the unknown keys are; the first are compared with those that there are, which takes its time.
    """

    def __init__(self, model: type[Node], places: Iterable[Loc]) -> None:
        self._model = model
        self._meant: Mapping[Place, str | None] = {tuple(loc): self._path_for(loc) for loc in islice(places, MOST_COMPARED)}
        self._missing = {(*place[:-1], path) for place, path in self._meant.items()}

    def is_missing_for(self, loc: Loc) -> bool:
        """Whether a key is missing only because it stands there under another name."""
        return tuple(loc) in self._missing

    def hint(self, loc: Loc) -> str:
        """What would be right in the place of an unknown key; empty where any key will do."""
        known = list(fields_at(self._model, loc[:-1]))
        if not known:
            return ""
        path = self._meant.get(tuple(loc))
        if path is not None and "." in path:
            return f"Write ‘{_nested(path)}’. {choices_in_words(known)}"
        if path is None and (home := self._home_of(loc)):
            return f"{home} {choices_in_words(known)}"
        return choices_in_words(known, path)

    def _path_for(self, loc: Loc) -> str | None:
        """The key that is meant, by its path from the mapping that the unknown one stands in."""
        word, known = str(loc[-1]), fields_at(self._model, loc[:-1])
        deeper = _deeper(known)
        if meant := key_for(word, [*known, *deeper]):
            return meant
        return None if self._home_of(loc) else _same_name(word, deeper) or closest(word, list(known))

    def _home_of(self, loc: Loc) -> str:
        """Which other file a key of the top level belongs into; empty where no file, or more than one, has it."""
        word = str(loc[0]) if len(loc) == 1 else ""
        if word == "enhancements":
            return "Each enhancement has a file of its own: enhancements/01-some-name.yml."
        others = [kind for kind in FILE_KINDS if kind.model not in (self._model, Enhancement) and word in fields_of(kind.model)]
        return f"‘{word}’ belongs into {others[0].path}." if len(others) == 1 else ""


def _deeper(known: Mapping[str, FieldInfo]) -> list[str]:
    """Paths of the keys of mappings that stand right below some keys, and not in a list."""
    below = ((name, node) for name, field in known.items() for node in nodes_in(field.annotation, entries=False))
    return [f"{name}.{inner}" for name, node in below for inner in fields_of(node)]


def _same_name(word: str, paths: Iterable[str]) -> str | None:
    """The one path that ends in a word."""
    found = [path for path in paths if path.partition(".")[2] == word]
    return found[0] if len(found) == 1 else None


def _nested(path: str) -> str:
    outer, _, inner = path.partition(".")
    return f"{outer}: {{{inner}: …}}"
