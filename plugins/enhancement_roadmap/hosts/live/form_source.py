"""What a form is about, and what there is to choose from in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.editing.decisions import next_statuses
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.named_requirements import requirement_of
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.model.sign_off import Verdict
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.strict_yaml import show

Choices = Sequence[tuple[str, str]]
"""Values with their words, in the order to show them."""

_WORDS = 80
"""Characters of a requirement in a list to choose from."""


@dataclass(frozen=True)
class FormSource:
    """What a form is made of.

    Attributes:
        loaded: what the folder says.
        insight: answers about the roadmap.
        about: what the operation is about, by the names of its fields.
    """

    loaded: Loaded
    insight: Insight
    about: Mapping[str, str]

    def item(self) -> Enhancement:
        """The enhancement that it is about.

        Raises:
            EditError: there is none.
        """
        identity = self.about.get("enhancement", "")
        if identity not in self.insight.by_id:
            raise EditError(f"there is no enhancement {show(identity)}. {suggestion(identity, self.insight.by_id)}".rstrip())
        return self.insight.by_id[identity]

    def requirement(self) -> Requirement:
        """The requirement that it is about.

        Raises:
            EditError: there is none.
        """
        return requirement_of(self.item(), self.about.get("requirement", "")).requirement


def _statuses(source: FormSource) -> Choices:
    return [(status.id, status.title) for status in next_statuses(source.item().status, source.insight.roadmap.about.statuses)]


def _priorities(source: FormSource) -> Choices:
    return [(level.id, level.title) for level in source.insight.roadmap.about.priorities]


def _enhancements(source: FormSource) -> Choices:
    others = (item for item in source.insight.roadmap.enhancements if item.id != source.about.get("enhancement"))
    return [(item.id, item.numbered_name) for item in others]


def _steps(source: FormSource) -> Choices:
    plan = source.insight.roadmap.plan
    phases = [(phase.id, f"Phase {phase.number}: {phase.title}") for phase in plan.phases]
    return [*phases, *((quarter.id, quarter.title) for quarter in plan.quarters)]


def _requirements(source: FormSource) -> Choices:
    """The others of the list in which the requirement is that it is about."""
    wanted = source.requirement().id
    lists = [source.item().requirements]
    while lists:
        listed = lists.pop()
        if any(each.id == wanted for each in listed):
            return [(each.id, cut(each.text, _WORDS)) for each in listed if each.id != wanted]
        lists += [each.parts for each in listed]
    return ()


def _stakeholders(source: FormSource) -> Choices:
    return [(each.id, each.name) for each in source.insight.roadmap.governance.stakeholders]


def _criteria(source: FormSource) -> Choices:
    return [(each.id, cut(each.text, _WORDS)) for each in source.insight.roadmap.about.readiness_criteria]


def _readiness(_: FormSource) -> Choices:
    return [("yes", "Yes"), ("partly", "Partly"), ("no", "No")]


def _verdicts(_: FormSource) -> Choices:
    return [(verdict, str(verdict).replace("-", " ").capitalize()) for verdict in get_args(Verdict)]


CHOICES: Mapping[str, Callable[[FormSource], Choices]] = {
    "statuses": _statuses,
    "priorities": _priorities,
    "enhancements": _enhancements,
    "steps": _steps,
    "requirements": _requirements,
    "stakeholders": _stakeholders,
    "criteria": _criteria,
    "readiness": _readiness,
    "verdicts": _verdicts,
}
"""What there is to choose from, by the names that operations know."""
