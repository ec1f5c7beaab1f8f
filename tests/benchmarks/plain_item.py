"""One enhancement as the Markdown that somebody would write who keeps the pages by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.plain_views import PlainViews, level_titles, standing
from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Candidates, Enhancement

Lines = Iterator[str]


def item_page(item: Enhancement, insight: Insight) -> Lines:
    """The lines of an enhancement's page."""
    yield "---"
    yield f"tags: [{', '.join(item.labels)}]"
    yield "---"
    yield ""
    yield f"# {item.number}. {item.title}"
    yield ""
    yield from details(item, insight, "", headings=True)
    yield ""
    yield from _neighbours(item, insight)


def details(item: Enhancement, insight: Insight, folder: str, *, headings: bool) -> Lines:
    """All that there is to say about an enhancement, under headings or under bold words."""

    def part(title: str) -> Lines:
        yield ""
        yield f"## {title}" if headings else f"**{title}**"
        yield ""

    yield from _facts(item, insight, folder)
    yield from part("Requirements")
    yield from PlainViews(insight, folder).checklist([item], named=False)
    yield from part("Scope")
    yield from _scope(item, insight, folder)
    if item.analysis:
        yield from part("Analysis")
        yield f"- **Benefits**: {item.analysis.benefits}"
        yield f"- **Reasoning**: {item.analysis.reasoning}"
        yield f"- **Demerits**: {item.analysis.demerits}"
        yield f"- **Maintainability**: {item.analysis.maintainability}"
    if item.readiness:
        yield from part("Readiness")
        yield from _readiness(item, insight)


def _facts(item: Enhancement, insight: Insight, folder: str) -> Lines:
    yield "| Fact | Value |"
    yield "|---|---|"
    yield f"| Priority | {insight.levels[item.priority].title} |"
    yield f"| Status | {item.status} |"
    yield f"| Owner | {item.owner or '–'} |"
    yield f"| Labels | {', '.join(item.labels)} |"
    yield f"| Trigger | {item.trigger.summary} ({item.trigger.kind}) |"
    yield f"| Condition | {item.trigger.condition} |"
    yield f"| Where it stands | {standing(item)} |"
    if item.assessment:
        risk, impact = level_titles(item, insight)
        yield f"| Score | **{item.assessment.score}** = risk {risk} × impact {impact} |"
        yield f"| Reason | {item.assessment.why} (assessed: {item.assessment.by}, {item.assessment.on}) |"
    yield f"| Progress | {insight.progress[item.id].done} of {insight.progress[item.id].total} |"
    yield f"| Timeline | {item.scope.timeline} |"
    plan = "plan.md" if folder else "../plan.md"
    yield f"| Phase | {', '.join(f'[Phase {phase.number}: {phase.title}]({plan})' for phase in insight.phases_of[item.id])} |"
    yield f"| Quarter | {', '.join(f'[{quarter.title}]({plan})' for quarter in insight.quarters_of[item.id])} |"
    if item.scope.depends_on:
        yield f"| Depends on | {_links(insight, item.scope.depends_on, folder)} |"
    if needed := insight.needed_by.get(item.id):
        yield f"| Needed by | {_links(insight, [one.id for one in needed], folder)} |"


def _links(insight: Insight, ids: Iterable[str], folder: str) -> str:
    return ", ".join(f"[{insight.by_id[name].title}]({folder}{name}.md)" for name in ids)


def _scope(item: Enhancement, insight: Insight, folder: str) -> Lines:
    scope = item.scope
    yield f"- **Timeline**: {scope.timeline}"
    yield f"- **Dependencies**: {scope.dependencies}"
    if scope.depends_on:
        yield f"- **Depends on**: {_links(insight, scope.depends_on, folder)}"
    yield f"- **Impact**: {scope.impact}"
    yield ""
    yield "Files to modify:"
    yield ""
    for file in scope.files:
        yield f"- `{file.path}` ({file.note})"
    yield from _candidates("Technologies to consider", scope.technologies)
    if item.packages:
        yield ""
        yield "```bash"
        yield from item.packages.commands
        yield "```"


def _readiness(item: Enhancement, insight: Insight) -> Lines:
    criteria = insight.roadmap.about.readiness_criteria
    met = sum(state.state == "yes" for state in item.readiness.values())
    yield f"{met} of {len(criteria)} criteria met"
    yield ""
    yield "| Criterion | Met |"
    yield "|---|---|"
    for criterion in criteria:
        yield f"| {criterion.text} | {item.readiness[criterion.id].state} |"


def _candidates(title: str, candidates: Candidates | None) -> Lines:
    if candidates:
        yield ""
        yield f"{title}:"
        yield ""
        for option in candidates.options:
            yield f"- {option}"


def _neighbours(item: Enhancement, insight: Insight) -> Lines:
    place = insight.place[item.id]
    everything = insight.roadmap.enhancements
    if place > 0:
        yield f"- Previous: [{everything[place - 1].title}]({everything[place - 1].id}.md)"
    if place + 1 < len(everything):
        yield f"- Next: [{everything[place + 1].title}]({everything[place + 1].id}.md)"
    if item.scope.depends_on:
        yield f"- Depends on: {_links(insight, item.scope.depends_on, '')}"
    if needed := insight.needed_by.get(item.id):
        yield f"- Needed by: {_links(insight, [one.id for one in needed], '')}"
