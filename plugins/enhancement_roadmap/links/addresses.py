"""What a view may ask for, and the anchors that pages have."""

from __future__ import annotations

from typing import Protocol

from enhancement_roadmap.links.paths import FileName, PageName


class Links(Protocol):
    """Gives addresses as seen from the page that is being made; None where there is nothing to link to."""

    def page(self, name: PageName) -> str | None:
        """Address of one of the roadmap's own pages."""

    def enhancement(self, enhancement: str) -> str | None:
        """Address of the page of the enhancement with this id."""

    def part(self, of: str, number: int) -> str | None:
        """Address of a part of a long list, which goes on past the page that it begins on."""

    def file(self, name: FileName) -> str | None:
        """Address of one of the roadmap's own files for programs."""

    def commit(self, commit: str) -> str | None:
        """Address of the commit with this id, on the site of the code host."""

    def relative(self, target: str) -> str | None:
        """Address of a relative link's target in a text of the data, relative to the root of the site's sources."""

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        """Address of an anchor on the page of the enhancement with this id: what ``#…`` alone means in a text of it."""


class NoLinks:
    """For places without addresses, such as a terminal."""

    def page(self, name: PageName) -> str | None:
        return None

    def enhancement(self, enhancement: str) -> str | None:
        return None

    def part(self, of: str, number: int) -> str | None:
        return None

    def file(self, name: FileName) -> str | None:
        return None

    def commit(self, commit: str) -> str | None:
        return None

    def relative(self, target: str) -> str | None:
        return None

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        return None


def requirement_anchor(requirement: str) -> str:
    """Anchor of a requirement on its enhancement's page."""
    return f"requirement-{requirement}"


def phase_anchor(phase: str) -> str:
    """Anchor of a phase on the plan page."""
    return f"phase-{phase}"


def quarter_anchor(quarter: str) -> str:
    """Anchor of a quarter on the plan page."""
    return f"quarter-{quarter}"
