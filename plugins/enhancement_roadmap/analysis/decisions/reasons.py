"""Why a decision about an enhancement is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.progress import Progress
from enhancement_roadmap.analysis.triggers.descriptions import condition_words, evaluation_words, forecast_words
from enhancement_roadmap.analysis.triggers.evaluation import Evaluation
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import first_few, one_or_several

Fact = Literal["trigger", "forecast", "readiness", "dependency", "score", "status", "acceptance", "progress"]

_NAMED = 3
"""Missing criteria, or dependencies, that a reason names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that speaks for a decision.

    Attributes:
        fact: what kind of fact it is; pages link it to where the fact is shown.
        text: a sentence, with words of the data as typed: shown only through the text door.
        enhancements: ids of other enhancements that it is about.
        advice: what to add to the data, in a sentence, for those who write it; empty where nothing is missing.
        is_plain: whether it says no more than the decision, or the status, by which a list of decisions may leave it out.
    """

    fact: Fact
    text: str
    enhancements: tuple[str, ...] = ()
    advice: str = ""
    is_plain: bool = False


def reasons_for(action: str, item: Enhancement, facts: Facts) -> Iterator[Reason]:
    """The facts behind a decision, the deciding one first.

    Args:
        action: the decision (`analysis.decisions.Action`).
        item: the enhancement.
        facts: the roadmap on the day.
    """
    match action:
        case "start":
            yield _trigger(item, facts)
            yield _complete(facts)
            yield from _score(item)
        case "prepare":
            yield _trigger(item, facts)
            yield from _lacking(item, facts)
        case "any-time":
            yield Reason("trigger", "It has no trigger to wait for.", is_plain=True)
            yield from _lacking(item, facts)
            yield from _score(item)
        case "watch" if item.trigger is None:
            yield from _blockers(item, facts)
        case "watch":
            yield _trigger(item, facts)
            yield from _forecast(item, facts)
        case "not-said":
            yield Reason("trigger", f"{_sentence(item)}: no metric or event tells when that is.", advice=_WHEN)
            yield from _blockers(item, facts)
        case "under-way":
            yield _progress(facts.progress[item.id])
            yield from _blockers(item, facts)
        case _:
            yield from _left(item, facts)


def _progress(progress: Progress) -> Reason:
    if not progress.total:
        return Reason("progress", "It is in progress.", is_plain=True)
    return Reason("progress", f"{progress.done} of {progress.total} requirements are done.")


def _trigger(item: Enhancement, facts: Facts) -> Reason:
    evaluation = facts.evaluations[item.id]
    sentence = _sentence(item)
    known = _known(evaluation, facts)
    behind = f" ({known})" if known and known.casefold() != sentence.casefold() else ""
    if evaluation.state == "fired":
        since = f" {evaluation.since.in_sentence}" if evaluation.since else ""
        return Reason("trigger", f"Its trigger has fired{since}: {sentence}{behind}.")
    if facts.is_due(item):
        said = f": {sentence}{behind}" if sentence else ""
        return Reason("status", f"It is marked as {facts.statuses[item.status].title.lower()}{said}.")
    if evaluation.state == "near":
        return Reason("trigger", f"Its trigger is near: {sentence}{behind}.")
    if evaluation.state == "unknown":
        return Reason("trigger", f"Nobody can tell whether its trigger has fired: {known}.", advice=_READ)
    return Reason("trigger", f"Waits for: {sentence}{behind}.")


def _known(evaluation: Evaluation, facts: Facts) -> str:
    """What is known of the trigger beyond its state, which says of a single event all but its name."""
    condition = evaluation.condition
    return condition_words(condition, facts) if condition and condition.event else evaluation_words(evaluation, facts)


def _sentence(item: Enhancement) -> str:
    """What a trigger waits for, as typed."""
    return _bare(item.trigger.short) if item.trigger else ""


_READ = "Add a reading with ‘roadmap metric add’."
_WHEN = "Give its trigger a ‘when’, a metric with a threshold or an event; or set its status once it is due."


def _forecast(item: Enhancement, facts: Facts) -> Iterator[Reason]:
    evaluation = facts.evaluations[item.id]
    if evaluation.forecast is not None:
        yield Reason("forecast", f"Expected {forecast_words(evaluation.forecast)}.")
        return
    no_forecast = list(dict.fromkeys(leaf.no_forecast for leaf in evaluation.leaves if leaf.no_forecast))
    if no_forecast:
        yield Reason("forecast", f"No forecast: {'; '.join(no_forecast)}.")


def _lacking(item: Enhancement, facts: Facts) -> Iterator[Reason]:
    """What is missing before it can start."""
    unmet = facts.readiness[item.id].unmet
    if unmet:
        named = (
            f"{_bare(answer.criterion.text)} ({answer.state}{f': {_bare(answer.note)}' if answer.note else ''})"
            for answer in unmet[:_NAMED]
        )
        yield Reason("readiness", f"Not ready yet: {first_few(named, _NAMED, len(unmet))}.")
    yield from _blockers(item, facts)
    if not unmet and not facts.is_blocked(item):
        yield _complete(facts)


def _complete(facts: Facts) -> Reason:
    count = len(facts.roadmap.about.readiness_criteria)
    if not count:
        return Reason("readiness", "Nothing else has to be done first.", is_plain=True)
    return Reason("readiness", f"Ready: all {count} criteria are met, and it waits for no other.")


def _blockers(item: Enhancement, facts: Facts) -> Iterator[Reason]:
    waited_for = facts.open_dependencies(item)
    if waited_for:
        names = first_few([other.name for other in waited_for], _NAMED)
        are = one_or_several(len(waited_for), "is", "are")
        yield Reason("dependency", f"Waits for {names}, which {are} not done.", tuple(other.id for other in waited_for))


def _score(item: Enhancement) -> Iterator[Reason]:
    if item.assessment is not None:
        why = f": {_bare(item.assessment.why)}" if item.assessment.why else ""
        yield Reason("score", f"Score {item.assessment.score}{why}.")


def _left(item: Enhancement, facts: Facts) -> Iterator[Reason]:
    stage = facts.stages[item.id]
    if not facts.is_finished(item):
        yield from _set_aside(item, facts)
    if stage not in {"done", "deferred", "cancelled"} or (stage == "deferred" and item.deferred and not item.moves):
        return
    title = facts.statuses[item.status].title
    last = item.moves[-1] if item.moves else None
    since = f" {last.on.in_sentence}" if last else ""
    why = (last.why if last else None) or (item.recommendation.why if item.recommendation and stage != "done" else None)
    yield Reason("status", f"{title}{since}: {_bare(why)}." if why else f"{title}{since}.", is_plain=not why and not since)
    if stage == "deferred" and facts.evaluations[item.id].state == "fired":
        yield _trigger(item, facts)


def _set_aside(item: Enhancement, facts: Facts) -> Iterator[Reason]:
    """Until when it is left alone, and by whose word."""
    if item.deferred and facts.is_put_off(item):
        until = f" until {item.deferred.until}" if item.deferred.until else ""
        yield Reason("status", f"Deferred{until}: {_bare(item.deferred.why)}.")
    if item.acceptance and facts.is_accepted(item):
        until = f" until {item.acceptance.until}" if item.acceptance.until else ""
        yield Reason("acceptance", f"{item.acceptance.by} accepts the risk{until}: {_bare(item.acceptance.why)}.")


def _bare(sentence: str) -> str:
    """A sentence of the data without its full stop, to go on after it."""
    return sentence.rstrip(". ")
