"""What a view is given: the roadmap as understood on a day, the links of the page it stands on, the templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import FileName, Links, PageName
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.templating import TemplateSet
from enhancement_roadmap.views.parts.edit_marks import EditMarks
from enhancement_roadmap.views.rendering import own_templates

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison, Mark
    from enhancement_roadmap.history import History

T = TypeVar("T")

NO_HISTORY = "The history is switched off. Set the option ‘history’ to true."
"""What a view of the history says in a site that has none."""


class PartKeeper(Protocol):
    """Gives back what was made before and is still right."""

    def part(self, name: tuple[str, ...], make: Callable[[], T]) -> T:
        """What `make` gives, or has given.

        Args:
            name: tells it from other parts of the page.
            make: makes it of the roadmap, and of nothing else that may change.
        """

    def made_of(self, name: tuple[Any, ...], work_out: Callable[[], Mapping[str, Any]], make: Callable[[Mapping[str, Any]], T]) -> T:
        """What `make` gives, or has given, of what is worked out.

        Args:
            name: tells it from other things that are made for the page.
            work_out: works out what is shown, of anything.
            make: makes it of that and of the roadmap, and of nothing else that may change.
        """


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Everything outside a view's own options.

    Attributes:
        insight: answers about the roadmap.
        links: addresses as seen from the page.
        templates: what views are filled into; default: the product's own.
        comparison: an older roadmap that this one is held against; None where it is no preview.
        history: the roadmap's history; None where it is switched off.
        for_authors: whether those who see it are those who write the data: they are told what to add, readers are not.
        editable: name of the roadmap in a site whose pages can be edited; empty elsewhere.
        keeper: keeps parts of views from one build of a server to the next; None elsewhere.
    """

    insight: Insight
    links: Links
    templates: TemplateSet = field(default_factory=own_templates)
    comparison: Comparison | None = None
    history: History | None = None
    for_authors: bool = False
    editable: str = ""
    keeper: PartKeeper | None = None

    def part(self, name: tuple[str, ...], make: Callable[[], T]) -> T:
        """A part of a view that may have been made before, as `PartKeeper` has it."""
        return make() if self.keeper is None else self.keeper.part(name, make)

    def made_of(self, name: tuple[Any, ...], work_out: Callable[[], Mapping[str, Any]], make: Callable[[Mapping[str, Any]], T]) -> T:
        """What is made of what a view works out, and may have been made before of the same, as `PartKeeper` has it."""
        return make(work_out()) if self.keeper is None else self.keeper.made_of(name, work_out, make)

    def fill(self, template: str, context: Mapping[str, Any]) -> str:
        """Fill a template.

        It sees ``links``, ``insight``, ``about``, ``words`` (the wording), ``comparison``, ``for_authors``,
        ``edit`` (marks of what can be edited) and what a view gives.
        """
        about = self.insight.roadmap.about
        links: Links = self.links if self.comparison is None else MarkedLinks(self.links, self.comparison)
        shared = {"links": links, "insight": self.insight, "about": about, "words": about.wording}
        here = {"comparison": self.comparison, "for_authors": self.for_authors, "edit": EditMarks(self.editable)}
        return self.templates.render(template, **shared, **here, **context).rstrip("\n")


@dataclass(frozen=True, slots=True)
class MarkedLinks:
    """Addresses, and whether a preview calls an enhancement new, changed or removed: what its name is shown with.

    Attributes:
        links: the addresses.
        comparison: tells the marks.
    """

    links: Links
    comparison: Comparison

    def page(self, name: PageName) -> str | None:
        return self.links.page(name)

    def part(self, of: str, number: int) -> str | None:
        return self.links.part(of, number)

    def enhancement(self, enhancement: str) -> str | None:
        return self.links.enhancement(enhancement)

    def file(self, name: FileName) -> str | None:
        return self.links.file(name)

    def commit(self, identity: str) -> str | None:
        return self.links.commit(identity)

    def relative(self, target: str) -> str | None:
        return self.links.relative(target)

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        return self.links.anchor(enhancement, anchor)

    def mark(self, enhancement: str) -> Mark | None:
        """The mark of an enhancement; None where nothing was written otherwise."""
        return self.comparison.mark(enhancement)
