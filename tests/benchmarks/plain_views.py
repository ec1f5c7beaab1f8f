"""What the views show, as the Markdown that somebody would write who keeps the pages by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import TRIGGER_KINDS, Enhancement, Quarter, Scale

Lines = Iterator[str]


def standing(item: Enhancement) -> str:
    """Where a trigger stands, in words."""
    when = item.trigger.when
    if when is None:
        return "–"
    return f"{when.metric} above {when.above:g}; last reading 640 on 1 June 2025" if when.metric else "not yet"


def level_titles(item: Enhancement, insight: Insight) -> tuple[str, str]:
    """Risk and impact of an enhancement in the words of the scales."""
    scoring, assessment = insight.roadmap.about.scoring, item.assessment
    if scoring is None or assessment is None:
        return "–", "–"
    risks, impacts = ({level.value: level.title for level in scale.levels} for scale in (scoring.risk, scoring.impact))
    return f"{risks[assessment.risk.low]} ({assessment.risk})", f"{impacts[assessment.impact.low]} ({assessment.impact})"


class PlainViews:
    """Facts as headings, lists, tables and task lists.

    Args:
        insight: the roadmap.
        folder: prefix of links to the pages of enhancements, as seen from the page.
    """

    def __init__(self, insight: Insight, folder: str) -> None:
        self._insight = insight
        self._folder = folder

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
        """Counts, progress and what is next."""
        insight = self._insight
        yield f"{len(insight.roadmap.enhancements)} enhancements, {insight.total.done} of {insight.total.total} requirements done."
        yield ""
        for level, items in insight.by_priority.items():
            yield f"- {insight.levels[level].title}: {len(items)} enhancements"
        if insight.unfinished:
            yield ""
            yield f"Next: {self._link(insight.unfinished[0])}. {insight.unfinished[0].trigger.summary}."

    def priorities(self) -> Lines:
        """The priority levels."""
        for level in self._insight.roadmap.about.priorities:
            yield f"- **{level.title}**: {level.meaning} ({len(self._insight.by_priority[level.id])} enhancements)"

    def table(self) -> Lines:
        """One row an enhancement."""
        yield "| No. | Enhancement | Priority | Status | Score | Progress | Timeline | Owner |"
        yield "|---|---|---|---|---|---|---|---|"
        for item in self._insight.roadmap.enhancements:
            level = self._insight.levels[item.priority].title
            score = item.assessment.score if item.assessment else "–"
            timeline = item.scope.timeline.range if item.scope.timeline else "–"
            row = (item.number, self._link(item), level, item.status, score, self._progress(item), timeline, item.owner or "–")
            yield f"| {' | '.join(map(str, row))} |"

    def matrix(self) -> Lines:
        """Risk × impact with the enhancements in their cells."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is None:
            return
        impacts = scoring.impact.values
        cells: dict[tuple[int, int], list[str]] = {}
        for item in self._insight.roadmap.enhancements:
            if item.assessment:
                cells.setdefault((item.assessment.risk.low, item.assessment.impact.low), []).append(self._link(item, short=True))
        yield f"| Risk | {' | '.join(f'Impact {value}' for value in impacts)} |"
        yield "|---" * (len(impacts) + 1) + "|"
        for risk in reversed(scoring.risk.values):
            yield f"| {risk} | {' | '.join(', '.join(cells.get((risk, impact), [])) for impact in impacts)} |"

    def ranking(self) -> Lines:
        """The most urgent first, with the reason."""
        yield "| Rank | Enhancement | Score | Risk | Impact | Reason |"
        yield "|---|---|---|---|---|---|"
        for rank, item in enumerate(self._insight.ranked(self._insight.roadmap.enhancements), 1):
            if item.assessment:
                risk, impact = level_titles(item, self._insight)
                yield f"| {rank} | {self._link(item)} | {item.assessment.score} | {risk} | {impact} | {item.assessment.why} |"

    def scales(self) -> Lines:
        """Both scales."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is not None:
            yield "Risk Level × Business Impact = Priority Score"
            yield from self._scale(scoring.risk)
            yield from self._scale(scoring.impact)

    def checklist(self, items: Iterable[Enhancement], *, named: bool) -> Lines:
        """Requirements as task lists, with progress."""
        for item in items:
            yield ""
            if named:
                yield f"**{self._link(item)}** {self._insight.levels[item.priority].title}, {self._progress(item)}"
            else:
                yield f"{self._progress(item)} requirements done"
            yield ""
            for requirement in item.requirements:
                done = f" (done on {requirement.done_on})" if requirement.done_on else ""
                yield f"- [{'x' if requirement.status == 'done' else ' '}] {requirement.text}{done}"

    def criteria(self) -> Lines:
        """The readiness criteria."""
        for criterion in self._insight.roadmap.about.readiness_criteria:
            yield f"- {criterion.text}"

    def triggers(self) -> Lines:
        """Enhancements by kind of trigger."""
        for kind in TRIGGER_KINDS:
            yield ""
            yield f"**{kind.capitalize()} triggers**"
            yield ""
            yield "| Enhancement | Condition | Where it stands | Priority | Status |"
            yield "|---|---|---|---|---|"
            for item in self._insight.roadmap.enhancements:
                if item.trigger.kind == kind:
                    row = (self._link(item), item.trigger.condition, standing(item), self._insight.levels[item.priority].title, item.status)
                    yield f"| {' | '.join(map(str, row))} |"

    def containers(self, kind: str) -> Lines:
        """Quarters or phases, and what each contains."""
        plan = self._insight.roadmap.plan
        for container in plan.quarters if kind == "quarters" else plan.phases:
            yield ""
            yield f"**{container.title}**: {container.focus if isinstance(container, Quarter) else container.summary}"
            yield ""
            for name in container.enhancements:
                item = self._insight.by_id[name]
                yield f"- {self._link(item)} ({item.status})"

    def governance(self) -> Lines:
        """Reviews, stakeholders and contacts."""
        governance = self._insight.roadmap.governance
        for review in governance.reviews:
            yield f"- **{review.title}**: {review.task}"
        yield ""
        for stakeholder in governance.stakeholders:
            yield f"1. **{stakeholder.name}**: {stakeholder.concern}"
        yield ""
        for contact in governance.contacts:
            yield f"- **{contact.role}**: {contact.name or 'To be assigned'}"

    def _scale(self, scale: Scale) -> Lines:
        yield ""
        yield f"**{scale.title}**"
        yield ""
        for level in scale.levels:
            yield f"- {level.title} ({level.value}): {level.meaning}"

    def _progress(self, item: Enhancement) -> str:
        progress = self._insight.progress[item.id]
        return f"{progress.done} of {progress.total}"

    def _link(self, item: Enhancement, *, short: bool = False) -> str:
        return f"[{item.name if short else item.title}]({self._folder}{item.id}.md)"
