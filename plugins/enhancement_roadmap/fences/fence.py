"""From the body of a fence to a view and its options, or to findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from enhancement_roadmap.analysis import Insight, Selection
from enhancement_roadmap.fences.roadmaps import Roadmaps
from enhancement_roadmap.findings import Choices, Finding, suggestion
from enhancement_roadmap.loading import validate
from enhancement_roadmap.model import Node
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Positions, read_values, show
from enhancement_roadmap.views import VIEWS, RenderContext, View, find_view


@dataclass(frozen=True, slots=True)
class Fence:
    """A view with its options, ready to be shown."""

    view: View
    options: Node


class ParsedFence(NamedTuple):
    """What the body of a fence says.

    Attributes:
        fence: the view with its options; None where there is a finding.
        findings: every mistake.
        roadmap: name of the roadmap that it shows; None where nobody can tell.
    """

    fence: Fence | None
    findings: list[Finding]
    roadmap: str | None = None


def parse_fence(source: str, positions: Positions, roadmaps: Roadmaps) -> ParsedFence:
    """Read the body of a fence.

    Args:
        source: YAML, such as ``view: table`` and ``priority: high``.
        positions: where the body stands.
        roadmaps: those that it may show, to check ids against.
    """
    findings: list[Finding] = []
    values = read_values(source.encode(), positions, findings)
    if findings and values is None:
        return ParsedFence(None, findings)
    if not isinstance(values, dict):
        hint = "Write one option a line, the view first: ‘view: table’."
        return ParsedFence(None, [*findings, Finding(positions.of(1, 1), "RM501", "the block holds no options", hint)])
    roadmap, mistakes = roadmaps.choose(values, positions)
    findings += mistakes
    name = values.pop("view", None)
    view = find_view(name) if isinstance(name, str) else None
    if view is None:
        return ParsedFence(None, sorted([*findings, _no_view(name, positions)]), roadmap)
    options, mistakes = _options(view.options, values, positions)
    findings += mistakes
    if options is not None and roadmap is not None:
        findings += _unknown_ids(options, positions, roadmaps.contexts[roadmap].insight)
    return ParsedFence(Fence(view, options) if options is not None and not findings else None, sorted(findings), roadmap)


def render_fence(fence: Fence, render_context: RenderContext) -> str:
    """The fence as an HTML fragment."""
    return fence.view.render(render_context, fence.options)


def _options(kind: type[Node], values: dict[str, Any], positions: Positions) -> tuple[Node | None, list[Finding]]:
    """The options of a view, from what is written of them; where that is nothing, what would check them need not be built."""
    if not values and not any(field.is_required() for field in kind.model_fields.values()):
        return kind.model_construct(), []
    return validate(kind, values, positions)


def _no_view(name: object, positions: Positions) -> Finding:
    if name is None:
        return Finding(positions.of(1, 1), "RM501", "the block names no view", f"Add ‘view: …’. {suggestion('', VIEWS)}")
    return Finding(positions.of_value(("view",)), "RM502", f"there is no view {show(name)}", suggestion(str(name), VIEWS))


def _unknown_ids(options: Node, positions: Positions, insight: Insight) -> Iterator[Finding]:
    for key, known in _known(options).items():
        chosen = getattr(options, key, None)
        if chosen and (ids := known(insight)) is not None:
            for name in (chosen,) if isinstance(chosen, str) else chosen:
                if name not in ids:
                    place = positions.of_value((key,))
                    yield Finding(place, "RM503", f"{key}: there is no {key} {show(name)}", Choices(ids).suggestion(name))


def _known(options: Node) -> Mapping[str, Callable[[Insight], Collection[str] | None]]:
    """Options that may be ids, and which there are."""
    filters = options.filters if isinstance(options, Selection) else ()
    return {"enhancement": lambda insight: insight.by_id, "metric": lambda insight: insight.metrics} | {
        each.name: each.ids for each in filters
    }
