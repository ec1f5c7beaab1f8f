"""Every finding code, with the text that explains it.

A code's text is the Markdown file ``codes/CODE-name.md`` beside this module: a heading, what it means, an example of
wrong and one of right. ``roadmap explain`` prints it, the reference page shows it, and a test runs its examples.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        code: ``RM301``.
        name: ``unknown-key``.
        source: the Markdown file with its explanation.
    """

    code: str
    name: str
    source: Traversable

    @property
    def explanation(self) -> str:
        """What it means, as Markdown."""
        return self.source.read_text(encoding="utf-8")


@cache
def catalogue() -> Mapping[str, Code]:
    """All codes in their order, by code."""
    found = {}
    for source in files("enhancement_roadmap.findings").joinpath("codes").iterdir():
        if source.name.endswith(".md"):
            code, _, name = source.name.removesuffix(".md").partition("-")
            found[code] = Code(code, name, source)
    return dict(sorted(found.items()))


def code_for(code: str) -> Code:
    """The catalogue's entry of a code or a name.

    Raises:
        KeyError: nothing is called so.
    """
    wanted = code.strip()
    for entry in catalogue().values():
        if wanted.upper() == entry.code or wanted.lower() == entry.name:
            return entry
    raise KeyError(code)
