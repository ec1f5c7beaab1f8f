"""What is said of the document as a whole: its overview, who keeps it, when it is reviewed."""

from __future__ import annotations

from enhancement_roadmap.importing import values
from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.outline import PlanBlock
from enhancement_roadmap.importing.phrases import labelled
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.model import RoadmapFile

_DATES = ("updated", "last_review", "next_review")
_WORDING = type(RoadmapFile.model_fields["wording"].default)


class DocumentFacts:
    """Puts facts into the values of ``roadmap.yml``.

    Args:
        found: what has been found.
        words: what words mean.
    """

    def __init__(self, found: Found, words: Words) -> None:
        self._found, self._words = found, words

    def blocks(self, blocks: list[PlanBlock], *, overview: bool) -> None:
        """Blocks in front of, or behind, everything else.

        Args:
            blocks: some.
            overview: whether what is no fact is the overview; else it is kept as notes.
        """
        for block in blocks:
            if not (block.kind == "paragraph" and self._facts(block)):
                self.keep(block, overview=overview)

    def keep(self, block: PlanBlock, *, overview: bool = False) -> None:
        """Keep a block as it is."""
        if block.kind == "hr":
            return
        if overview:
            self._found.about["overview"] = "\n\n".join(filter(None, [self._found.about.get("overview"), block.source]))
            self._found.became(block.line, block.source.partition("\n")[0], "overview")
        else:
            self._found.keep(block.line, block.source, self._found.notes, "stays words, in ‘notes’ of roadmap.yml")

    def heading(self, title: str, key: str, line: int) -> None:
        """A heading that the document has too: where it is worded otherwise, it is so there."""
        default = _WORDING.model_fields[key].default
        self._found.became(line, title, f"the heading ‘{key}’")
        if title != default:
            self._found.about.setdefault("wording", {})[key] = title

    def _facts(self, block: PlanBlock) -> bool:
        """Take a paragraph in which each line has a label that is known; no other."""
        said = [(number, line.strip(), labelled(line)) for number, line in enumerate(block.source.splitlines(), start=block.line)]
        read = [(number, line, label, self._value(label.label, label.value)) for number, line, label in said if label and label.value]
        if len(read) != len(said) or any(value is None for *_, value in read):
            return False
        for number, line, label, value in read:
            key, words = value or ("", "")
            if self._found.about.setdefault(key, words) != words:
                self._found.keep(number, line, self._found.notes, "stays words, in ‘notes’ of roadmap.yml: said before, otherwise")
                continue
            self._found.became(number, line, key)
            if label.label != _WORDING.model_fields[key].default:
                self._found.about.setdefault("wording", {})[key] = label.label
        return True

    def _value(self, label: str, value: str) -> tuple[str, str] | None:
        key = self._words.meaning("document", label)
        made = values.date(value, self._words) if key in _DATES else value
        return (key, made) if key and made else None
