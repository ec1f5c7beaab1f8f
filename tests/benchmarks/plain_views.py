"""What the views show, as the Markdown that somebody would write who keeps the pages by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from benchmarks.plain_part import PlainPart
from benchmarks.plain_words import NAMED, assessed, level_titles, link, links, on_day, progress, state, status
from enhancement_roadmap.analysis.filters import states_of
from enhancement_roadmap.model import Enhancement, Quarter, Scale

Lines = Iterator[str]


class PlainViews(PlainPart):
    """Facts as headings, lists, tables and task lists."""

    def about(self) -> Lines:
        """The facts at the head of the document."""
        about = self._insight.roadmap.about
        yield about.overview or ""
        yield ""
        yield f"- **Status**: {about.status}"
        yield f"- **Purpose**: {about.purpose}"
        yield f"- **Maintainer**: {about.maintainer}"
        yield f"- **Version**: {about.version}"
        yield f"- **Last updated**: {about.updated}"
        yield f"- **Last review**: {about.last_review}"
        yield f"- **Next review**: {about.next_review}"

    def summary(self) -> Lines:
        """Counts, progress, what is due and what is next."""
        insight = self._insight
        statuses = Counter(status(item, insight) for item in insight.roadmap.enhancements)
        yield f"{len(insight.roadmap.enhancements)} enhancements: {', '.join(f'{count} {title}' for title, count in statuses.items())}."
        yield f"{len(insight.due)} are due: {links(insight.due[:3], self._folder)} and more."
        yield f"{insight.total.done} of {insight.total.total} requirements done."
        yield ""
        if decision := insight.next_up:
            item = decision.item
            yield f"**Look at next**: {link(item, self._folder)}, {insight.levels[item.priority].title}, {status(item, insight)}."
            if item.assessment:
                yield f"Score {item.assessment.score}: {item.assessment.why}"
            yield " ".join(reason.text for reason in decision.reasons)

    def urgency(self) -> Lines:
        """The first ten."""
        yield "| No. | Enhancement | Trigger | Score |"
        yield "|---|---|---|---|"
        for item in self._insight.ranked(self._insight.roadmap.enhancements)[:10]:
            score = item.assessment.score if item.assessment else "–"
            yield f"| {item.number} | {link(item, self._folder)} | {state(self._insight.evaluations[item.id])} | {score} |"

    def notices(self) -> Lines:
        """What is overdue or out of date."""
        insight = self._insight
        for entry in insight.overdue_reviews:
            yield f"- **Overdue**: {entry.title} was due {on_day(entry.due)}. Hold it, then set the day in governance.yml."
        for item in insight.stale_assessments[:NAMED]:
            if item.assessment and item.assessment.on:
                yield f"- **Stale**: {link(item, self._folder)} was assessed {on_day(item.assessment.on)}. Assess it again."

    def priorities(self) -> Lines:
        """The priority levels."""
        for level in self._insight.roadmap.about.priorities:
            yield f"- **{level.title}**: {level.meaning} ({len(self._insight.by_priority[level.id])} enhancements)"

    def table(self) -> Lines:
        """One row an enhancement."""
        insight = self._insight
        yield "| No. | Enhancement | Priority | Status | Score | Requirements done | Timeline | Owner |"
        yield "|---|---|---|---|---|---|---|---|"
        for item in insight.roadmap.enhancements:
            level = insight.levels[item.priority].title
            score = item.assessment.score if item.assessment else "–"
            timeline = item.scope.timeline.range if item.scope.timeline else "–"
            where = f"{status(item, insight)} {', '.join(states_of(item, insight))}".strip()
            row = (item.number, link(item, self._folder), level, where, score, progress(item, insight), timeline, item.owner or "–")
            yield f"| {' | '.join(map(str, row))} |"

    def matrix(self) -> Lines:
        """Risk × impact with the enhancements in their cells."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is None:
            return
        impacts, risks = scoring.impact.values, scoring.risk.values
        cells: dict[tuple[int, int], list[str]] = {}
        for item in self._insight.roadmap.enhancements:
            if item.assessment:
                where = f" {item.assessment.risk} × {item.assessment.impact}" if item.assessment.is_range else ""
                for risk, impact in product(risks, impacts):
                    if risk in item.assessment.risk and impact in item.assessment.impact:
                        cells.setdefault((risk, impact), []).append(link(item, self._folder, short=True) + where)
        yield f"| Risk | {' | '.join(f'Impact {value}' for value in impacts)} |"
        yield "|---" * (len(impacts) + 1) + "|"
        for risk in reversed(risks):
            yield f"| {risk} | {' | '.join(', '.join(cells.get((risk, impact), [])) for impact in impacts)} |"

    def ranges(self) -> Lines:
        """Enhancements in several cells of the matrix."""
        yield "In several cells, since their assessments are ranges:"
        yield ""
        for item in self._insight.roadmap.enhancements:
            if item.assessment and item.assessment.is_range:
                yield f"- {link(item, self._folder, short=True)} {item.assessment.risk} × {item.assessment.impact}"

    def ranking(self) -> Lines:
        """The most urgent first, with the reason."""
        insight = self._insight
        yield "| Rank | Enhancement | Priority | Score | Risk | Impact | Reason |"
        yield "|---|---|---|---|---|---|---|"
        for rank, item in enumerate(insight.ranked(insight.roadmap.enhancements), 1):
            if item.assessment:
                reason = f"{item.assessment.why} {assessed(item, insight)}"
                row = (
                    rank,
                    link(item, self._folder),
                    insight.levels[item.priority].title,
                    item.assessment.score,
                    *level_titles(item, insight),
                    reason,
                )
                yield f"| {' | '.join(map(str, row))} |"

    def scales(self) -> Lines:
        """Both scales."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is not None:
            yield "Risk Level × Business Impact = Priority Score"
            yield from self._scale(scoring.risk)
            yield from self._scale(scoring.impact)
            yield ""
            yield from (f"- {band.level.title}: scores {band.scores}" for band in self._insight.priority_bands)

    def checklist(self, items: Iterable[Enhancement], *, named: bool) -> Lines:
        """Requirements as task lists, with progress."""
        for item in items:
            yield ""
            if named:
                yield f"**{link(item, self._folder)}** {self._insight.levels[item.priority].title}, {progress(item, self._insight)}"
            else:
                yield f"{progress(item, self._insight)} requirements done"
            yield ""
            for requirement in item.requirements:
                done = f" (done on {requirement.done_on})" if requirement.done_on else ""
                yield f"- [{'x' if requirement.status == 'done' else ' '}] {requirement.text}{done}"

    def criteria(self) -> Lines:
        """The readiness criteria."""
        for criterion in self._insight.roadmap.about.readiness_criteria:
            yield f"- {criterion.text}"

    def timeline(self) -> Lines:
        """Phases across quarters."""
        plan = self._insight.roadmap.plan
        yield f"| Phase | {' | '.join(quarter.title for quarter in plan.quarters)} |"
        yield "|---" * (len(plan.quarters) + 1) + "|"
        for phase in plan.phases:
            of_phase = set(phase.enhancements)
            cells = (", ".join(self._entries(name for name in quarter.enhancements if name in of_phase)) for quarter in plan.quarters)
            yield f"| {phase.number}. {phase.title} | {' | '.join(cells)} |"

    def containers(self, kind: str) -> Lines:
        """Quarters or phases, and what each contains."""
        plan = self._insight.roadmap.plan
        for container in plan.quarters if kind == "quarters" else plan.phases:
            yield ""
            yield f"**{container.title}**: {container.focus if isinstance(container, Quarter) else container.summary}"
            yield ""
            yield from (f"- {entry}" for entry in self._entries(container.enhancements))

    def reviews(self) -> Lines:
        """When each review was held and is due, and whose turn it is."""
        yield "| Review | Next | Last held | How often | Task |"
        yield "|---|---|---|---|---|"
        for entry in self._insight.reviews:
            due = f"{entry.due}{' Overdue' if entry.is_overdue else ' Due' if entry.is_due else ''}"
            often, task = (entry.review.cadence, entry.review.task) if entry.review else ("once", "Look at the whole document")
            yield f"| {entry.title} | {due} | {entry.last_held or '–'} | {often} | {task} |"
        for entry in self._insight.reviews:
            if entry.turns:
                yield from ("", "| Order | Stakeholder | Asked | Answered | Judges |", "|---|---|---|---|---|")
            for place, turn in enumerate(entry.turns, 1):
                answered = turn.answered or f"not yet{' Overdue' if turn.is_overdue else ''}"
                yield f"| {place} | {turn.stakeholder.name} | {turn.starts} to {turn.ends} | {answered} | {turn.stakeholder.concern} |"

    def statuses(self) -> Lines:
        """Which statuses there are, how many have each, and what may follow it."""
        insight = self._insight
        counts = Counter(item.status for item in insight.roadmap.enhancements)
        yield "| Status | Enhancements | May become |"
        yield "|---|---|---|"
        for name, entry in insight.statuses.items():
            following = ", ".join(insight.statuses[to].title for to in entry.moves_to)
            yield f"| {entry.title} | {counts[name]} | {following} |"

    def contacts(self) -> Lines:
        """Who to talk to."""
        for contact in self._insight.roadmap.governance.contacts:
            yield f"- **{contact.role}**: {contact.name or 'To be assigned'}"

    def _entries(self, ids: Iterable[str]) -> Sequence[str]:
        items = [self._insight.by_id[name] for name in ids]
        return [f"{link(item, self._folder)} {status(item, self._insight)}" for item in items]

    def _scale(self, scale: Scale) -> Lines:
        yield ""
        yield f"**{scale.title}**"
        yield ""
        for level in scale.levels:
            yield f"- {level.title} ({level.value}): {level.meaning}"
