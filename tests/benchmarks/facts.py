"""What each site has to say, page for page: pieces of text without markup, and rows of tables with their cells in a line."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.plain_decisions import first, first_open
from benchmarks.plain_words import MOST, NAMED
from enhancement_roadmap.analysis import MONTHS_OF_A_YEAR, Insight, advice, by_net_value, forecast_words
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.sentences import number
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.parts.filled_form import filled_form
from enhancement_roadmap.views.parts.money import Money, break_even_ends, months

Facts = Iterator[str]


def facts_of_item(item: Enhancement, insight: Insight) -> Facts:
    """What the page of an enhancement and the document say about it."""
    yield plain(item.title)
    if item.trigger:
        yield plain(item.trigger.summary)
        yield from facts_of_trigger(item, insight)
    yield from (plain(requirement.text) for requirement in item.requirements)
    yield from (plain(text) for text in (item.scope.dependencies, item.scope.impact) if text)
    yield from (file.path for file in item.scope.files if file.path)
    yield from (plain(option) for option in (item.scope.technologies.options if item.scope.technologies else ()))
    yield f"{insight.readiness[item.id].met_count} of {len(insight.roadmap.about.readiness_criteria)} criteria"
    if by_facts := insight.status_by_facts(item):
        yield f"By the facts: {by_facts.title.lower()}"
    for move in item.moves:
        day = f"{'on' if move.on.day else 'in'} {move.on}"
        yield f"{insight.statuses[move.to].title} {day}{f' {plain(move.why)}' if move.why else ''}"
    if item.assessment:
        yield plain(item.assessment.why)
    if item.analysis:
        analysis = item.analysis
        yield from (plain(text) for text in (analysis.benefits, analysis.reasoning, analysis.demerits, analysis.maintainability) if text)
    if item.packages:
        yield from item.packages.commands


def facts_of_page(item: Enhancement, insight: Insight) -> Facts:
    """What only the page of an enhancement says."""
    for answer in insight.readiness[item.id].answers:
        yield f"{plain(answer.criterion.text)} {answer.state.capitalize()} {plain(answer.note or '–')}"
    for group in filled_form(item, insight):
        yield from (f"{field.label} {field.value} {field.note}".strip() for field in group.fields)
    economics, money = insight.economics[item.id], Money("$")
    if economics and (sums := economics.totals(economics.horizon_years * MONTHS_OF_A_YEAR)):
        yield f"{economics.horizon_years} years {money.ends(sums.cost)} {money.ends(sums.benefit)} {money.full(sums.net)}"


def facts_of_trigger(item: Enhancement, insight: Insight) -> Facts:
    """What is known of the metrics that an enhancement waits for."""
    for leaf in insight.evaluations[item.id].leaves:
        if leaf.reading and leaf.condition and leaf.condition.metric:
            yield f"{insight.metrics[leaf.condition.metric].title} above {number(leaf.condition.threshold or 0)}"
            yield f"{number(leaf.reading.value)} on {leaf.reading.on}"


def facts_of_decisions(item: Enhancement, insight: Insight) -> Facts:
    """What the decision page says about an enhancement, as far as it has room for it."""
    decision = next(decision for decision in insight.decisions if decision.item is item)
    group = [other.item for other in insight.decisions if other.action == decision.action]
    if group.index(item) < MOST:
        told = (reason for reason in decision.reasons if not reason.is_plain and reason.fact != "progress")  # progress is a bar
        yield from (f"{reason.fact.capitalize()} {plain(reason.text)}" for reason in told)
    if item in first(insight):
        yield from facts_of_trigger(item, insight)
        evaluation = insight.evaluations[item.id]
        if evaluation.forecast:
            yield forecast_words(evaluation.forecast)
        if evaluation.since:
            yield f"{evaluation.state.capitalize()} since {evaluation.since}"
    if item in first_open(insight):
        found = insight.readiness[item.id]
        answers = " ".join(answer.state.capitalize() for answer in found.answers)
        yield f"{plain(item.name)} {answers} {found.met_count} of {len(found.criteria)}"
    if item in by_net_value(insight.roadmap.enhancements, insight.economics, insight.place)[:MOST]:
        yield from _net_value(item, insight)


def facts_of_all(insight: Insight) -> Iterator[tuple[str, Facts]]:
    """Page and facts about the roadmap as a whole."""
    yield "decisions", _metrics(insight)
    yield "governance", _reviews(insight)
    stale = [item for item in insight.stale_assessments[:NAMED] if item.assessment]
    for page in ("", "decisions"):
        yield page, (f"{plain(item.name)} was assessed in {item.assessment.on}" for item in stale if item.assessment)


def _net_value(item: Enhancement, insight: Insight) -> Facts:
    found, money = insight.economics[item.id], Money("$")
    if found and found.one_off and found.running_per_month and (paid := found.break_even_months) and (net := found.net_value):
        said = advice(found, item.benefit.reputation if item.benefit else None)
        yield f"{plain(item.name)} {money.ends(found.one_off)} {money.ends(found.running_per_month)}"
        ends = "" if net.is_exact else f" {money.ends(net)}"
        paid_words = f"{months(paid.middle, found.horizon_years)} {break_even_ends(paid, found.horizon_years)}".strip()
        yield f"{paid_words} {money.middle(net)}{ends} {said.verdict.capitalize() if said else '–'}"


def _metrics(insight: Insight) -> Facts:
    for name, series in insight.series.items():
        yield from (f"{reading.on} {number(reading.value)} {plain(reading.source or '–')}" for reading in series.readings)
        yield from (f"above {number(watch.condition.threshold or 0)}" for watch in insight.thresholds.get(name, ()))


def _reviews(insight: Insight) -> Facts:
    for entry in insight.reviews:
        yield f"{plain(entry.title)} {entry.due}"
        for turn in entry.turns:
            yield f"{plain(turn.stakeholder.name)} {turn.starts} to {turn.ends} {turn.answered or 'not yet'}"
    yield from (status.title for status in insight.statuses.values())
