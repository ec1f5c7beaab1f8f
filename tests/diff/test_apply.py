"""The old facts and the difference give the new facts, whatever happened in between."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from enhancement_roadmap.diff import Version, difference, facts_of
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Roadmap
from enhancement_roadmap.outputs.difference import changes_data
from support.differences import apply, described, in_order_of, version_of
from support.plans import insight, plans
from support.render_contexts import TODAY, roadmap_folder
from support.site import WORKING_PANDA

Facts = dict[str, Any]

_BASES = [facts_of(version_of(folder).insight.roadmap) for folder in (WORKING_PANDA, roadmap_folder("small"))]
_STATUS = st.sampled_from(["open", "done"])
_WORDS = st.sampled_from(["Other words", "Encrypt everything", "Something *new*", "Rate limiting for each user"])


def _version(facts: Facts) -> Version:
    roadmap = Roadmap.model_validate(facts)
    files = {item.id: f"enhancements/{item.number}.yml" for item in roadmap.enhancements}
    return Version.of(Loaded(roadmap, (), files), TODAY)


def _pick(draw: st.DrawFn, entries: list[Any]) -> Any:
    return draw(st.sampled_from(entries))


def _edit_text(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item[draw(st.sampled_from(["title", "short_title", "owner"]))] = draw(_WORDS)


_PARAGRAPHS = st.sampled_from(
    [
        "One thing",
        "One thing more",
        "Another thing",
        "# A heading",
        "- one\n- two\n\n  of them",
        "```\na\n\nb\n```",
        "> said\n> so",
        "a | b\n--|--\n1 | 2",
    ]
)
_TEXTS = st.lists(_PARAGRAPHS, min_size=1, max_size=6).map("\n\n".join)


def _edit_long_text(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item["description"] = draw(st.one_of(st.none(), _TEXTS))
    facts["about"]["notes"] = draw(st.one_of(st.none(), _TEXTS))
    facts["about"]["priorities"][0]["meaning"] = draw(_TEXTS)


def _edit_requirement(draw: st.DrawFn, facts: Facts) -> None:
    requirement = _pick(draw, [*_every_requirement(facts)])
    requirement[draw(st.sampled_from(["text", "id"]))] = draw(st.sampled_from(["some-words", "others"]))


def _tick(draw: st.DrawFn, facts: Facts) -> None:
    requirement = _pick(draw, [*_every_requirement(facts)])
    requirement["status"] = draw(_STATUS)
    requirement["done_on"] = draw(st.sampled_from([None, "2026-05", "2026-05-03"]))
    requirement["evidence"] = draw(st.lists(st.sampled_from(["A report", "https://example.org/proof"]), unique=True))
    if draw(st.booleans()) and not requirement["parts"]:
        requirement |= {"status": "waived", "done_on": None, "why": draw(_WORDS)}


def _add_requirement(draw: st.DrawFn, facts: Facts) -> None:
    listed = _pick(draw, facts["enhancements"])["requirements"]
    listed.insert(
        draw(st.integers(0, len(listed))), {"id": "quite-new", "text": draw(_WORDS), "status": "open", "done_on": None, "parts": []}
    )


def _drop_requirement(draw: st.DrawFn, facts: Facts) -> None:
    listed = _pick(draw, facts["enhancements"])["requirements"]
    if listed:
        listed.pop(draw(st.integers(0, len(listed) - 1)))


def _nest(draw: st.DrawFn, facts: Facts) -> None:
    requirement = _pick(draw, [*_every_requirement(facts)])
    names = draw(st.lists(st.sampled_from(["part-one", "part-two", "part-three"]), unique=True, max_size=3))
    requirement["parts"] = [
        {"id": f"{name}-of-{requirement['id']}"[:100], "text": draw(_WORDS), "status": draw(_STATUS), "done_on": None, "parts": []}
        for name in names
    ]


def _every_requirement(facts: Facts, levels: int = 3) -> Iterator[dict[str, Any]]:
    """Requirements and their parts that may have parts."""
    level = [requirement for item in facts["enhancements"] for requirement in item["requirements"]]
    for _ in range(levels):
        yield from level
        level = [part for requirement in level for part in requirement["parts"]]


def _settled(requirements: list[dict[str, Any]], taken: set[str]) -> list[dict[str, Any]]:
    """Requirements that have ids of their own, and are done when all their parts are."""
    kept = []
    for requirement in requirements:
        if requirement["id"] in taken:
            continue
        taken.add(requirement["id"])
        requirement["parts"] = _settled(requirement["parts"], taken)
        if requirement["parts"]:
            requirement["status"] = "open" if any(part["status"] == "open" for part in requirement["parts"]) else "done"
        if requirement["status"] != "done":
            requirement["done_on"] = None
        if requirement["status"] == "waived":
            requirement["why"] = requirement.get("why") or "So"
        kept.append(requirement)
    return kept


def _sign_off(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item["due"] = draw(st.sampled_from([None, "2026-12", "2027-01-31"]))
    item["acceptance"] = draw(st.sampled_from([None, {"by": "Board", "on": None, "until": "2026-12", "why": "So"}]))
    item["approved"] = draw(st.sampled_from([[], [{"by": "Board", "on": "2026-05-02", "remark": None}]]))
    item["controls"] = draw(st.lists(st.sampled_from(["A 1", "A 2", "B"]), unique=True))
    item["links"] = draw(st.sampled_from([[], [{"title": None, "url": "https://example.org/"}]]))


def _shuffle(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item["requirements"] = draw(st.permutations(item["requirements"]))
    facts["governance"]["contacts"] = list(draw(st.permutations(facts["governance"]["contacts"])))
    facts["plan"]["phases"] = list(draw(st.permutations(facts["plan"]["phases"])))


def _drop_enhancement(draw: st.DrawFn, facts: Facts) -> None:
    if len(facts["enhancements"]) > 1:
        gone = facts["enhancements"].pop(draw(st.integers(0, len(facts["enhancements"]) - 1)))["id"]
        _refer(facts, gone, [])


def _rename_enhancement(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    _refer(facts, item["id"], ["new-name"])
    item["id"] = "new-name"


def _refer(facts: Facts, old: str, new: list[str]) -> None:
    facts["plan"]["order"] = [name for entry in facts["plan"]["order"] for name in (new if entry == old else [entry])]
    for holder, key in [
        *((item["scope"], "depends_on") for item in facts["enhancements"]),
        *((container, "enhancements") for container in (*facts["plan"]["phases"], *facts["plan"]["quarters"])),
    ]:
        holder[key] = [name for entry in holder[key] for name in (new if entry == old else [entry])]


def _add_enhancement(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    taken = {other["number"] for other in facts["enhancements"]}
    number = draw(st.integers(1, 40).filter(lambda number: number not in taken))
    facts["enhancements"].append({**item, "id": f"added-{number}", "number": number, "title": draw(_WORDS)})


def _edit_scope(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item["scope"]["timeline"] = draw(st.sampled_from([None, "1-2 sprints", "6 months"]))
    item["labels"] = draw(st.lists(st.sampled_from(["one", "two", "three"]), unique=True))
    item["assessment"] = draw(st.sampled_from([None, {"risk": "2", "impact": "1", "kind": "reviewed", "why": "So"}]))
    criteria = [criterion["id"] for criterion in facts["about"]["readiness_criteria"]]
    if criteria:
        item["readiness"] = draw(st.dictionaries(st.sampled_from(criteria), st.sampled_from(["yes", "no"]).map(lambda s: {"state": s})))


def _leave_out(draw: st.DrawFn, facts: Facts) -> None:
    """What need not be said."""
    item = _pick(draw, facts["enhancements"])
    item[draw(st.sampled_from(["number", "priority", "trigger", "assessment"]))] = None


def _edit_people(draw: st.DrawFn, facts: Facts) -> None:
    item = _pick(draw, facts["enhancements"])
    item["owner"] = draw(st.sampled_from([None, "Ada", ["Ada", "Grace"], ["Grace", "Ada"], ["Ada"]]))


def _put_in_order(draw: st.DrawFn, facts: Facts) -> None:
    names = [item["id"] for item in facts["enhancements"]]
    facts["plan"]["order"] = draw(st.lists(st.sampled_from(names), unique=True))


def _edit_contacts(draw: st.DrawFn, facts: Facts) -> None:
    contacts = facts["governance"]["contacts"]
    contact = {"role": draw(st.sampled_from(["Security Lead", "Nobody"])), "name": draw(_WORDS), "email": None}
    contacts.insert(draw(st.integers(0, len(contacts))), contact)
    if draw(st.booleans()):
        contacts.pop(0)


_MUTATIONS: list[Callable[[st.DrawFn, Facts], None]] = [
    _edit_text,
    _edit_long_text,
    _edit_long_text,
    _edit_requirement,
    _tick,
    _add_requirement,
    _drop_requirement,
    _nest,
    _nest,
    _shuffle,
    _sign_off,
    _drop_enhancement,
    _rename_enhancement,
    _add_enhancement,
    _edit_scope,
    _edit_contacts,
    _leave_out,
    _edit_people,
    _put_in_order,
]


class Versions:
    """Two versions of a roadmap; a failure shows what is between them, not all of both."""

    def __init__(self, before: Version, after: Version) -> None:
        self.before, self.after = before, after

    def __repr__(self) -> str:
        return "\n".join(described(difference(self.before, self.after, brief=True)))


@st.composite
def _versions(draw: st.DrawFn) -> Versions:
    base = copy.deepcopy(draw(st.sampled_from(_BASES)))
    if draw(st.booleans()):
        _edit_long_text(draw, base)
    before = _version(base)
    facts = facts_of(before.insight.roadmap)
    for mutation in draw(st.lists(st.sampled_from(_MUTATIONS), max_size=6)):
        mutation(draw, facts)
    for item in facts["enhancements"]:
        item["requirements"] = _settled(item["requirements"], set())
    unique = {item["id"]: item for item in facts["enhancements"]}
    facts["plan"]["order"] = [name for name in facts["plan"]["order"] if name in unique]
    facts["enhancements"] = sorted(unique.values(), key=in_order_of(facts))
    return Versions(before, _version(facts))


@settings(max_examples=60)
@given(_versions())
def test_the_difference_of_edited_roadmaps_makes_the_new_one(versions: Versions) -> None:
    before, after = versions.before, versions.after
    changes = changes_data(difference(before, after))
    assert apply(changes, facts_of(before.insight.roadmap)) == facts_of(after.insight.roadmap)


@given(plans(), plans())
def test_the_difference_of_any_two_roadmaps_makes_the_new_one(before: list[Any], after: list[Any]) -> None:
    old, new = (Version.of(Loaded(made.roadmap, ()), made.today) for made in (insight(before), insight(after)))
    found = difference(old, new)
    assert apply(changes_data(found), facts_of(old.insight.roadmap)) == facts_of(new.insight.roadmap)
    assert (found.changes == ()) == (facts_of(old.insight.roadmap) == facts_of(new.insight.roadmap))
