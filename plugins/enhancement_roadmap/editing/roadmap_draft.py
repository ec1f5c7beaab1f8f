"""A roadmap folder that is being changed: operations draft the new texts of its files, which are written together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from enhancement_roadmap.editing.data_folder import edit_folder
from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.overlay import load_changed
from enhancement_roadmap.findings import Finding, choices_in_words, closest, suggestion
from enhancement_roadmap.loading import DataFile, Loaded, kind_of, load, parse
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import show
from enhancement_roadmap.strict_yaml.problem import ProblemError


class BrokenDataError(Exception):
    """The files have mistakes, or would have them after the change, so that nothing was changed.

    Args:
        findings: the mistakes.
        is_new: whether the change would bring them.
    """

    def __init__(self, findings: Sequence[Finding], *, is_new: bool) -> None:
        super().__init__(*(finding.message for finding in findings))
        self.findings = findings
        self.is_new = is_new


class RoadmapDraft:
    """What the files of a folder are to become.

    Args:
        loaded: what the folder says.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.changed: dict[str, bytes | None] = {}

    @property
    def ids(self) -> list[str]:
        """Ids of the enhancements, in the roadmap's order where there is one."""
        roadmap = self.loaded.roadmap
        return [item.id for item in roadmap.enhancements] if roadmap else list(self.loaded.files)

    def file_of(self, identity: str) -> str:
        """Path of an enhancement's file in the folder.

        Raises:
            EditError: there is no enhancement of this id.
            BrokenDataError: there may be one, in a file with mistakes.
        """
        if identity in self.loaded.files:
            return self.loaded.files[identity]
        if self.loaded.roadmap is None:
            raise BrokenDataError(self.loaded.findings, is_new=False)
        raise EditError(f"there is no enhancement {show(identity)}. {self._meant(identity)}".rstrip())

    def _meant(self, words: str) -> str:
        """Which enhancement somebody may mean who wrote its title, a piece of it, or its id a little otherwise."""
        items = self.loaded.roadmap.enhancements if self.loaded.roadmap else ()
        titles = {item.title.casefold(): item.id for item in items}
        piece = words.casefold().strip()
        having = [identity for title, identity in titles.items() if piece and piece in title]
        near = closest(piece, list(titles)) if not having else None
        meant = having[0] if len(having) == 1 else titles.get(near or "")
        return choices_in_words(self.ids, meant) if meant else suggestion(words, self.ids)

    def item(self, identity: str) -> Enhancement:
        """An enhancement as the draft has it."""
        name = self.file_of(identity)
        if self.loaded.roadmap is not None and name not in self.changed:
            return next(item for item in self.loaded.roadmap.enhancements if item.id == identity)
        kind = kind_of(name)
        content = self.content(name)
        node = parse(DataFile(kind, name, name, content)).node if kind and content is not None else None
        if not isinstance(node, Enhancement):
            raise BrokenDataError(self.loaded.findings, is_new=False)
        return node

    def content(self, name: str) -> bytes | None:
        """The bytes of a file as the draft has them; None where there is no such file."""
        return self.changed[name] if name in self.changed else self.loaded.content(name)

    def text(self, name: str) -> DataText:
        """The text of a file that is there, as the draft has it.

        Raises:
            BrokenDataError: it can not be read.
        """
        found = self.text_if_any(name)
        if found is None:
            raise BrokenDataError(self.loaded.findings, is_new=False)
        return found

    def text_if_any(self, name: str) -> DataText | None:
        """The same for a file that need not be there.

        Raises:
            BrokenDataError: it can not be read.
        """
        content = self.content(name)
        if content is None and self.loaded.roadmap is None:
            raise BrokenDataError(self.loaded.findings, is_new=False)
        try:
            return None if content is None else DataText(content)
        except (ProblemError, UnicodeDecodeError) as error:
            raise BrokenDataError(self.loaded.findings, is_new=False) from error

    def put(self, name: str, text: DataText) -> None:
        """Take a text for a file."""
        self.changed[name] = text.data


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of a change.

    Attributes:
        before: the folder as it was.
        after: the folder as it is then.
        files: paths in the folder of the files that are otherwise.
    """

    before: Loaded
    after: Loaded
    files: Sequence[str]


def edit_roadmap(data: Path, operation: Callable[[RoadmapDraft], None], *, dry_run: bool = False) -> Edited:
    """Change files of a folder; under its lock, from what they say then, and only where the result loads.

    Args:
        data: the roadmap folder.
        operation: drafts the change; what it raises passes through.
        dry_run: whether nothing is to be written.

    Raises:
        BrokenDataError: files have mistakes that keep the change from being made, or would have new ones.
        EditError: the change can not be made.
        FolderError: there is no such folder.
        LockedError: another process has been changing the folder for too long.
        ChangedError: a file was changed meanwhile by a program that knows no lock.
        OSError: a file can not be written.
    """
    done: Edited

    def drafted(loaded: Loaded) -> Mapping[str, bytes | None]:
        nonlocal done
        done = _drafted(data, loaded, operation)
        return {name: draft.content if (draft := done.after.positions.get(name)) else None for name in done.files}

    if dry_run:
        drafted(load(data))
    else:
        edit_folder(data, drafted)
    return done


def _drafted(data: Path, loaded: Loaded, operation: Callable[[RoadmapDraft], None]) -> Edited:
    draft = RoadmapDraft(loaded)
    operation(draft)
    untouched = RoadmapDraft(loaded)
    changed = {name: content for name, content in draft.changed.items() if content != untouched.content(name)}
    if not changed:
        return Edited(loaded, loaded, ())
    after = load_changed(data, changed)
    known = {_identity(finding) for finding in loaded.findings}
    if brought := [finding for finding in after.findings if finding.severity == "error" and _identity(finding) not in known]:
        raise BrokenDataError(brought, is_new=True)
    return Edited(loaded, after, list(changed))


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.code, finding.message
