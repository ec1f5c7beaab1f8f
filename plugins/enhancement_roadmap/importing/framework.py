"""Sections of a document that are about all enhancements: levels, scales, criteria, people, quarters, triggers.

Each is read as a whole, or stays words as a whole: half a section would be lost where the other half is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from enhancement_roadmap.importing import values
from enhancement_roadmap.importing.document_facts import DocumentFacts
from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.outline import PlanSection
from enhancement_roadmap.importing.phrases import Labelled, labelled, with_sign, without_bold
from enhancement_roadmap.importing.trigger_lists import TriggerLists
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.model.slugs import slug_from

_CONTAINERS = ("categories", "framework", "assessment", "resources", "decisions", "triggers", "integration", "maintenance", "contacts")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_FORMULA = re.compile(r"(.+?)\s*[×x*]\s*(.+?)\s*=\s*(.+)")
_LEVEL = re.compile(r"[-*]\s+(.+?)\s*\((-?\d{1,6})\)\s*:\s*(.+)")
_CRITERION = re.compile(r"[-*]?\s*\[[ xX]?\]\s+(.+)")
_PHASE = re.compile(r"\w+\s+(\d{1,4})\s*\(([^()]+)\)")
_QUARTER = re.compile(r"Q[1-4](?:[ /-]?(?:20)?\d\d)?")
_SCALES = 2


class Framework:
    """Reads such sections.

    Args:
        found: what has been found.
        words: what words mean.
    """

    def __init__(self, found: Found, words: Words) -> None:
        self._found, self._words = found, words
        self._facts = DocumentFacts(found, words)
        self._triggers = TriggerLists(found)
        self._readers: dict[str, Callable[[PlanSection], bool]] = {
            "priorities": self._priorities,
            "scoring": self._scoring,
            "readiness": self._readiness,
            "roles": lambda section: self._pairs(section, "roles", "title", "purpose"),
            "technology": self._technology,
            "triggers_immediate": lambda section: self._listed_triggers(section, "immediate"),
            "triggers_growth": lambda section: self._listed_triggers(section, "growth"),
            "triggers_business": lambda section: self._listed_triggers(section, "business"),
            "cost_benefit": self._form,
            "quarters": self._quarters,
            "phases": self._phases,
            "reviews": self._reviews,
            "stakeholders": self._stakeholders,
            "team": self._team,
            "external": lambda section: self._pairs(section, "external_resources", "name", "purpose"),
        }

    def meaning(self, section: PlanSection) -> str | None:
        """Which of these sections it is."""
        title = without_bold(section.title)
        named = self._words.meaning("section", title) or self._words.meaning("section", _IN_BRACKETS.sub("", title))
        return named if named in _CONTAINERS or named in self._readers else None

    def read(self, section: PlanSection, meaning: str) -> bool:
        """Read it.

        Returns:
            Whether it was understood; else nothing of it was read.
        """
        title = without_bold(section.title)
        if meaning not in _CONTAINERS:
            if any(inner.blocks for inner in section.sections) or not self._readers[meaning](section):
                return False
            self._facts.heading(title, meaning, section.line)
            for block in section.blocks:
                for number, line in enumerate(block.source.splitlines(), start=block.line):
                    self._found.became(number, line.strip(), meaning)
            return True
        known = [(inner, self.meaning(inner)) for inner in section.sections]
        if not known or any(named is None for _, named in known):
            return False
        self._facts.heading(title, meaning, section.line)
        for block in section.blocks:
            self._facts.keep(block)
        for inner, named in known:
            if not self.read(inner, str(named)):
                self.keep(inner)
        return True

    def keep(self, section: PlanSection) -> None:
        """Keep a section as it is, with those in it."""
        for inner in section.all():
            if inner.title:
                title = f"{'#' * inner.level} {inner.title}"
                self._found.keep(inner.line, title, self._found.notes, "stays a heading, in ‘notes’ of roadmap.yml")
            for block in inner.blocks:
                self._facts.keep(block)

    def _priorities(self, section: PlanSection) -> bool:
        levels = []
        for label in _entries(section):
            sign, title = with_sign(label.label)
            level = self._words.priority(title)
            if level is None or not label.value:
                return False
            levels.append({"id": level, "title": title, **({"icon": sign} if sign else {}), "meaning": label.value})
        if not levels or "priorities" in self._found.about or len({level["id"] for level in levels}) != len(levels):
            return False
        self._found.about["priorities"] = levels
        return True

    def _scoring(self, section: PlanSection) -> bool:
        lines = _fenced(section)
        formula = _FORMULA.fullmatch(lines[0]) if lines else None
        scales: list[dict[str, object]] = []
        for line in lines[1:]:
            if level := _LEVEL.fullmatch(line):
                if not scales:
                    return False
                levels = scales[-1]["levels"]
                if isinstance(levels, list):
                    levels.append({"value": int(level[2]), "title": level[1], "meaning": level[3]})
            elif line.endswith(":"):
                scales.append({"title": line[:-1], "levels": []})
            else:
                return False
        if formula is None or "scoring" in self._found.about or len(scales) != _SCALES:
            return False
        for scale, name in zip(scales, (formula[1], formula[2]), strict=True):
            if scale["title"] != name:
                scale["title_of_levels"] = scale["title"]
            scale["title"] = name
        title = {} if formula[3] == "Priority Score" else {"title": formula[3]}
        self._found.about["scoring"] = {**title, "risk": scales[0], "impact": scales[1]}
        return True

    def _readiness(self, section: PlanSection) -> bool:
        lines = _fenced(section)
        criteria = [_CRITERION.fullmatch(line) for line in lines[1:]]
        if not criteria or "readiness_criteria" in self._found.about or not lines[0].endswith(":") or not all(criteria):
            return False
        taken: set[str] = set()
        for criterion in filter(None, criteria):
            name = slug_from(criterion[1], taken)
            taken.add(name)
            self._found.about.setdefault("readiness_criteria", []).append({"id": name, "text": criterion[1]})
        self._facts.heading(lines[0], "readiness_intro", section.line)
        return True

    def _technology(self, section: PlanSection) -> bool:
        return self._read_pairs(section, self._found.about, "technology_considerations", "title", "advice")

    def _pairs(self, section: PlanSection, key: str, title: str, words: str) -> bool:
        return self._read_pairs(section, self._found.governance, key, title, words)

    def _read_pairs(self, section: PlanSection, where: dict[str, list[dict[str, str]]], key: str, title: str, words: str) -> bool:
        """Entries of a list, each with a label and what is said under it."""
        entries = list(_entries(section))
        if not entries or key in where or not all(label.value for label in entries):
            return False
        where[key] = [{title: label.label, words: label.value} for label in entries]
        return True

    def _listed_triggers(self, section: PlanSection, kind: str) -> bool:
        return self._triggers.read([(label.label, label.value) for label in _entries(section)], kind)

    def _form(self, section: PlanSection) -> bool:
        intro = [block.source for block in section.blocks if block.kind == "paragraph"]
        groups: list[dict[str, object]] = []
        is_indented = False
        for line in _raw_fence(section):
            label = labelled(line)
            if label is None:
                return False
            inside = line.startswith((" ", "\t", "-"))
            if not label.value and not inside:
                groups.append({"title": label.label, "fields": []})
            elif not label.value:
                return False
            else:
                if not groups or (is_indented and not inside) or (not inside and "title" in groups[-1]):
                    groups.append({"fields": []})
                fields = groups[-1]["fields"]
                if isinstance(fields, list):
                    fields.append({"label": label.label, "blank": label.value})
            is_indented = inside
        if not groups or "cost_benefit_template" in self._found.about or not all(group["fields"] for group in groups):
            return False
        self._found.about["cost_benefit_template"] = {**({"intro": "\n\n".join(intro)} if intro else {}), "groups": groups}
        return True

    def _quarters(self, section: PlanSection) -> bool:
        entries = [labelled(line) for line in _fenced(section)] or list(_entries(section))
        if (
            not entries
            or "quarters" in self._found.plan
            or not all(label and label.value and _QUARTER.fullmatch(label.label) for label in entries)
        ):
            return False
        self._found.plan["quarters"] = [{"title": label.label, "focus": label.value} for label in entries if label]
        return True

    def _phases(self, section: PlanSection) -> bool:
        entries = [labelled_phase(line) for line in _fenced(section)]
        if (
            not entries
            or "phases" in self._found.plan
            or not all(entries)
            or [entry[0] for entry in entries if entry] != list(range(1, len(entries) + 1))
        ):
            return False
        self._found.plan["phases"] = [{"title": entry[1], "summary": entry[2]} for entry in entries if entry]
        return True

    def _reviews(self, section: PlanSection) -> bool:
        reviews = []
        for label in _entries(section):
            cadence = self._words.meaning("cadence", label.label)
            if cadence is None or not label.value:
                return False
            reviews.append({"id": slug_from(label.label), "title": label.label, "cadence": cadence, "task": label.value})
        if not reviews or "reviews" in self._found.governance or len({review["id"] for review in reviews}) != len(reviews):
            return False
        self._found.governance["reviews"] = reviews
        return True

    def _stakeholders(self, section: PlanSection) -> bool:
        entries = list(_entries(section))
        names = {slug_from(label.label) for label in entries}
        if (
            not entries
            or "stakeholders" in self._found.governance
            or len(names) != len(entries)
            or not all(label.value for label in entries)
        ):
            return False
        self._found.governance["stakeholders"] = [
            {"id": slug_from(label.label), "name": label.label, "concern": label.value} for label in entries
        ]
        return True

    def _team(self, section: PlanSection) -> bool:
        entries = list(_entries(section))
        contacts = [{"role": label.label, **({} if values.is_blank(label.value) else {"name": label.value})} for label in entries]
        if not contacts or "contacts" in self._found.governance:
            return False
        self._found.governance["contacts"] = contacts
        return True


def labelled_phase(line: str) -> tuple[int, str, str] | None:
    """Number, title and summary of ``Phase 1 (Foundation): what it contains``."""
    before, colon, after = line.partition(":")
    found = _PHASE.fullmatch(before.strip())
    return (int(found[1]), found[2], after.strip()) if found and colon and after.strip() else None


def _entries(section: PlanSection) -> Iterator[Labelled]:
    """The entries of the only list of a section, each with its label; one that has none has an empty value."""
    if len(section.blocks) == 1:
        for item in section.blocks[0].items:
            sign, words = with_sign(item.text)
            is_plain = not item.items and not item.more and item.box is None
            label = labelled(words) if is_plain else None
            yield label._replace(label=f"{sign} {label.label}".strip()) if label else Labelled(item.text, "", is_bold=False)


def _raw_fence(section: PlanSection) -> list[str]:
    fences = [block for block in section.blocks if block.kind == "fence"]
    others = [block for block in section.blocks if block.kind not in {"fence", "paragraph"}]
    return [line.rstrip() for line in fences[0].content.splitlines() if line.strip()] if len(fences) == 1 and not others else []


def _fenced(section: PlanSection) -> list[str]:
    """The lines of a fence that is all of a section; none where it is not."""
    only_fence = len(section.blocks) == 1 and section.blocks[0].kind == "fence"
    return [line.strip() for line in _raw_fence(section)] if only_fence else []
