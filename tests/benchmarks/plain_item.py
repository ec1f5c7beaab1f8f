"""One enhancement as the Markdown that somebody would write who keeps the pages by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.plain_views import PlainViews
from benchmarks.plain_words import expected, known, level_titles, link, links, on_day, progress, since, state, status
from enhancement_roadmap.analysis import MONTHS_OF_A_YEAR, Economics, Insight
from enhancement_roadmap.model import Candidates, Enhancement
from enhancement_roadmap.views.parts.filled_form import filled_form
from enhancement_roadmap.views.parts.money import Money

Lines = Iterator[str]


def item_page(item: Enhancement, insight: Insight) -> Lines:
    """The lines of an enhancement's page."""
    yield from ("---", f"tags: [{', '.join(item.labels)}]", "---", "")
    yield f"# {item.number}. {item.title}"
    yield ""
    yield from details(item, insight, "", headings=True)
    if economics := insight.economics[item.id]:
        yield from ("", "## Cost and benefit", "")
        yield from _costs(item, economics, insight)
    if item.readiness:
        yield from ("", "## Readiness", "")
        yield from _readiness(item, insight)
    yield ""
    yield from _neighbours(item, insight)


def details(item: Enhancement, insight: Insight, folder: str, *, headings: bool) -> Lines:
    """What page and document say about an enhancement, under headings or under bold words."""

    def part(title: str) -> Lines:
        yield from ("", f"## {title}" if headings else f"**{title}**", "")

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


def _facts(item: Enhancement, insight: Insight, folder: str) -> Lines:
    evaluation = insight.evaluations[item.id]
    by_facts = insight.status_by_facts(item)
    yield "| Fact | Value |"
    yield "|---|---|"
    yield f"| Priority | {insight.levels[item.priority].title} |"
    yield f"| Status | {status(item, insight)}{f' By the facts: {by_facts.title.lower()}' if by_facts else ''} |"
    yield f"| Owner | {item.owner or '–'} |"
    yield f"| Labels | {', '.join(item.labels)} |"
    if item.trigger:
        yield f"| Trigger | {state(evaluation)}{since(evaluation)}: {item.trigger.summary} ({item.trigger.kind}) |"
        yield f"| Waits for | {item.trigger.condition}; {known(evaluation, insight)}; expected: {expected(evaluation)} |"
    if item.assessment:
        risk, impact = level_titles(item, insight)
        stale = " Stale" if insight.is_stale(item) else ""
        yield f"| Score | **{item.assessment.score}**{stale} = risk {risk} × impact {impact} |"
        yield f"| Reason | {item.assessment.why} (assessed by {item.assessment.by} {on_day(item.assessment.on)}) |"
    yield f"| Requirements done | {progress(item, insight)} |"
    if item.readiness:
        yield f"| Readiness | {insight.readiness[item.id].met_count} of {len(insight.roadmap.about.readiness_criteria)} criteria |"
    yield f"| Timeline | {item.scope.timeline} |"
    plan = "plan.md" if folder else "../plan.md"
    yield f"| Phase | {', '.join(f'[Phase {phase.number}: {phase.title}]({plan})' for phase in insight.phases_of[item.id])} |"
    yield f"| Quarter | {', '.join(f'[{quarter.title}]({plan})' for quarter in insight.quarters_of[item.id])} |"
    blockers = insight.open_dependencies(item) if insight.is_blocked(item) else []
    others = [name for name in item.scope.needs if insight.by_id[name] not in blockers]
    if blockers:
        yield f"| Blocked by | {_with_status(insight, blockers, folder)} |"
    if others:
        yield f"| Depends on | {_with_status(insight, [insight.by_id[name] for name in others], folder)} |"
    if needed := insight.needed_by.get(item.id):
        yield f"| Needed by | {_with_status(insight, needed, folder)} |"
    if item.moves:
        moves = (f"{insight.statuses[move.to].title} {on_day(move.on)}{f' {move.why}' if move.why else ''}" for move in item.moves)
        yield f"| Moves | {', '.join(moves)} |"


def _with_status(insight: Insight, items: Iterable[Enhancement], folder: str) -> str:
    return ", ".join(f"{link(item, folder)} ({status(item, insight).lower()})" for item in items)


def _costs(item: Enhancement, economics: Economics, insight: Insight) -> Lines:
    money = Money("$")
    yield "| Cost and benefit | |"
    yield "|---|---|"
    for group in filled_form(item, insight):
        if group.title:
            yield f"| **{group.title}** | |"
        yield from (f"| {field.label} | {field.value} {field.note} |" for field in group.fields)
    yield from ("", "| After | Cost | Benefit | Benefit less cost |", "|---|---|---|---|")
    for year in range(economics.horizon_years + 1):
        if sums := economics.totals(year * MONTHS_OF_A_YEAR):
            after = f"{year} year{'' if year == 1 else 's'}" if year else "Start"
            yield f"| {after} | {money.ends(sums.cost)} | {money.ends(sums.benefit)} | {money.full(sums.net)} |"


def _scope(item: Enhancement, insight: Insight, folder: str) -> Lines:
    scope = item.scope
    yield f"- **Timeline**: {scope.timeline}"
    yield f"- **Dependencies**: {scope.dependencies}"
    if scope.needs:
        yield f"- **Depends on**: {links([insight.by_id[name] for name in scope.needs], folder)}"
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
    found = insight.readiness[item.id]
    yield f"{found.met_count} of {len(found.criteria)} criteria met"
    yield from ("", "| Criterion | Met | Note |", "|---|---|---|")
    yield from (f"| {answer.criterion.text} | {answer.state.capitalize()} | {answer.note or '–'} |" for answer in found.answers)


def _candidates(title: str, candidates: Candidates | None) -> Lines:
    if candidates:
        yield ""
        yield f"{title}:"
        yield ""
        for option in candidates.options:
            yield f"- {option}"


def _neighbours(item: Enhancement, insight: Insight) -> Lines:
    before, after = insight.neighbours(item)
    if before:
        yield f"- Previous: {link(before, '')}"
    if after:
        yield f"- Next: {link(after, '')}"
    if item.scope.needs:
        yield f"- Depends on: {links([insight.by_id[name] for name in item.scope.needs], '')}"
    if needed := insight.needed_by.get(item.id):
        yield f"- Needed by: {links(needed, '')}"
