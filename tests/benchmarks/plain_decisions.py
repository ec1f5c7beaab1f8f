"""The decision page as the Markdown that somebody would write who keeps it by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.plain_part import PlainPart
from benchmarks.plain_words import MOST, expected, known, link, links, since, state, status
from enhancement_roadmap.analysis import (
    ACTION_TITLES,
    ACTIONS,
    FINISHED,
    Insight,
    ThreePointEstimate,
    Threshold,
    advice,
    by_net_value,
)
from enhancement_roadmap.model import TRIGGER_KINDS, Enhancement
from enhancement_roadmap.sentences import number
from enhancement_roadmap.views.parts.money import Money, break_even_ends, months

Lines = Iterator[str]


class PlainDecisions(PlainPart):
    """What to do now, and the facts behind it, as lists and tables."""

    def decisions(self) -> Lines:
        """What to do about each enhancement, and why."""
        insight = self._insight
        for action in ACTIONS:
            made = [decision for decision in insight.decisions if decision.action == action]
            yield from ("", f"**{ACTION_TITLES[action]}** ({len(made)})", "")
            for decision in made[:MOST]:
                item = decision.item
                score = item.assessment.score if item.assessment else "–"
                yield f"- {link(item, self._folder, short=True)} {insight.levels[item.priority].title}, score {score}"
                yield from (f"    - **{reason.fact.capitalize()}** {reason.text}" for reason in decision.reasons if not reason.is_plain)
            if len(made) > MOST:
                yield from ("", f"{len(made) - MOST} more are not listed here.")

    def triggers(self, items: Sequence[Enhancement]) -> Lines:
        """Enhancements by kind of trigger."""
        insight = self._insight
        for kind in TRIGGER_KINDS:
            yield from ("", f"**{kind.capitalize()} triggers**", "")
            yield "| Enhancement | Starts when | Trigger | Expected | Priority and status |"
            yield "|---|---|---|---|---|"
            for item in items:
                if item.trigger and item.trigger.kind == kind:
                    evaluation = insight.evaluations[item.id]
                    starts = f"{item.trigger.condition} {known(evaluation, insight)}"
                    stands = f"{state(evaluation)}{since(evaluation)}"
                    where = f"{insight.levels[item.priority].title}, {status(item, insight)}"
                    yield f"| {link(item, self._folder)} | {starts} | {stands} | {expected(evaluation)} | {where} |"

    def metrics(self) -> Lines:
        """Each metric with its thresholds and its readings."""
        for series in self._insight.series.values():
            metric, latest = series.metric, series.latest
            reading = f"{number(latest.value)} on {latest.on}" if latest else "no reading yet"
            yield from ("", f"**{metric.title}** {metric.unit or ''}: {reading}", "")
            yield "| Threshold | State | Enhancements |"
            yield "|---|---|---|"
            for watch in self._insight.thresholds.get(metric.id, ()):
                yield f"| {_threshold(watch)} | {_stands(watch)} | {links(watch.enhancements, self._folder)} |"
            yield from ("", "| Date | Value | Source |", "|---|---|---|")
            yield from (f"| {reading.on} | {number(reading.value)} | {reading.source or '–'} |" for reading in reversed(series.readings))

    def readiness(self) -> Lines:
        """The criteria, and where each unfinished enhancement stands against them."""
        insight = self._insight
        criteria = insight.roadmap.about.readiness_criteria
        yield from (f"{place}. {criterion.text}" for place, criterion in enumerate(criteria, 1))
        open_items = first_open(insight)
        yield ""
        yield f"| Enhancement | {' | '.join(str(place) for place in range(1, len(criteria) + 1))} | Met |"
        yield "|---" * (len(criteria) + 2) + "|"
        for item in open_items:
            found = insight.readiness[item.id]
            answers = " | ".join(answer.state.capitalize() for answer in found.answers)
            yield f"| {link(item, self._folder)} | {answers} | {found.met_count} of {len(criteria)} |"
        met = (sum(insight.readiness[item.id].answers[place].state == "yes" for item in open_items) for place in range(len(criteria)))
        yield f"| Met by | {' | '.join(f'{count} of {len(open_items)}' for count in met)} | – |"

    def net_value(self) -> Lines:
        """Cost, benefit and net value of each enhancement, the highest first."""
        insight, money = self._insight, Money("$")
        yield "| Enhancement | Cost once | Cost a month | Benefit a year | Break even | Net value | From the figures | Planners |"
        yield "|---|---|---|---|---|---|---|---|"
        for item in by_net_value(insight.roadmap.enhancements, insight.economics, insight.place)[:MOST]:
            found = insight.economics[item.id]
            if found and (paid := found.break_even_months) and (net := found.net_value):
                said = advice(found, item.benefit.reputation if item.benefit else None)
                amounts = (_amount(money, estimate) for estimate in (found.one_off, found.running_per_month, found.benefit_per_year))
                row = (
                    *amounts,
                    f"{months(paid.middle, found.horizon_years)} {break_even_ends(paid, found.horizon_years)}".strip(),
                    money.middle(net) if net.is_exact else f"{money.middle(net)} {money.ends(net)}",
                    f"{said.verdict.capitalize()}{', in every case' if said.is_certain else ''}" if said else "–",
                    item.recommendation.verdict.capitalize() if item.recommendation else "–",
                )
                yield f"| {link(item, self._folder)} | {' | '.join(row)} |"


def first(insight: Insight) -> Sequence[Enhancement]:
    """Enhancements that the decision page has room for."""
    everything = insight.roadmap.enhancements
    return everything if len(everything) <= MOST else insight.ranked(everything)[:MOST]


def first_open(insight: Insight) -> Sequence[Enhancement]:
    """Unfinished ones that it has room for."""
    found = [item for item in insight.roadmap.enhancements if insight.stages[item.id] not in FINISHED]
    return found if len(insight.roadmap.enhancements) <= MOST else insight.ranked(found)[:MOST]


def _threshold(watch: Threshold) -> str:
    evaluation = watch.evaluation
    to_go = (
        f" {evaluation.percent} %, {number(evaluation.distance)} to go"
        if evaluation.distance is not None and evaluation.distance > 0
        else ""
    )
    return f"above {number(watch.condition.threshold or 0)}{to_go}"


def _stands(watch: Threshold) -> str:
    evaluation = watch.evaluation
    if evaluation.forecast:
        return f"{state(evaluation)} expected {expected(evaluation)}"
    return f"{state(evaluation)}{since(evaluation)}{f' no forecast: {evaluation.no_forecast}' if evaluation.no_forecast else ''}"


def _amount(money: Money, estimate: ThreePointEstimate | None) -> str:
    return money.ends(estimate) if estimate else "–"
