"""Copies of a repository as machines have them: each by its name, and what it makes of the history."""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.repository import ScratchRepository, make_repository


@dataclass(frozen=True)
class Machine:
    """Where a copy is made.

    Attributes:
        whole: the repository.
        place: a folder for the copy, which is not there yet; a part of its path tells it from every other.
        patch: changes this process's environment.
    """

    whole: ScratchRepository
    place: Path
    patch: pytest.MonkeyPatch


Make = Callable[[Machine], ScratchRepository]
"""Makes a copy on a machine."""


def full(machine: Machine) -> ScratchRepository:
    return machine.whole.clone(machine.place)


def shallow(machine: Machine) -> ScratchRepository:
    return machine.whole.clone(machine.place, depth=1)


def blobless(machine: Machine) -> ScratchRepository:
    return _filtered(machine, "--filter=blob:none")


def treeless(machine: Machine) -> ScratchRepository:
    return _filtered(machine, "--filter=tree:0")


def sparse(machine: Machine) -> ScratchRepository:
    """All commits and files, and only the data folder in the work tree."""
    copy = _filtered(machine, "--sparse")
    copy.git("sparse-checkout", "set", "--no-cone", f"/{copy.folder}/")
    return copy


def of_a_job(machine: Machine) -> ScratchRepository:
    """What actions/checkout makes, told nothing but ``sparse-checkout``."""
    copy = _filtered(machine, "--filter=blob:none", "--depth=1", "--sparse")
    copy.git("sparse-checkout", "set", copy.folder)
    return copy


def worktree(machine: Machine) -> ScratchRepository:
    return machine.whole.worktree(machine.place)


def worktree_alone(machine: Machine) -> ScratchRepository:
    """A worktree in a container that does not have the repository itself."""
    copy = machine.whole.worktree(machine.place)
    machine.whole.path.rename(machine.whole.path.with_name("elsewhere"))
    return copy


def submodule_alone(machine: Machine) -> ScratchRepository:
    """A submodule in a container that does not have the repository around it."""
    outer = make_repository(machine.place.with_name("outer"), [{"README": "x"}])
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", machine.whole.path.resolve().as_uri(), "plan")
    shutil.move(outer.path / "plan", machine.place)
    return ScratchRepository(machine.place, machine.whole.folder)


def archive(machine: Machine) -> ScratchRepository:
    packed = machine.place.with_suffix(".tar")
    machine.whole.git("archive", "--output", packed, "HEAD")
    with tarfile.open(packed) as files:
        files.extractall(machine.place, filter="data")
    return ScratchRepository(machine.place, machine.whole.folder)


def without_git(machine: Machine) -> ScratchRepository:
    copy = full(machine)
    machine.patch.setenv("PATH", str(machine.place))
    return copy


def of_somebody_else(machine: Machine) -> ScratchRepository:
    """A folder of the host in a container that runs as another user."""
    copy = full(machine)
    if os.geteuid() == 0:
        for path in (copy.path, *copy.path.rglob("*")):
            os.chown(path, 65534, 65534, follow_symlinks=False)
    else:
        machine.patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    return copy


def not_committed(machine: Machine) -> ScratchRepository:
    copy = make_repository(machine.place, folder=machine.whole.folder)
    shutil.copytree(machine.whole.data, copy.data)
    return copy


COMPLETE: Mapping[str, Make] = {"full": full, "sparse": sparse, "worktree": worktree}
"""Copies with the whole history."""

SHALLOW_REASON = "this is a shallow clone, which has only the last commits. Fetch the whole history"
PARTIAL_REASON = "the clone is partial: it has no copy of a file that is needed. Fetch every file of every commit: ‘git fetch --refetch"

LACKING: Mapping[str, tuple[Make, str]] = {
    "shallow": (shallow, SHALLOW_REASON),
    "blobless": (blobless, PARTIAL_REASON),
    "treeless": (treeless, PARTIAL_REASON),
    "of a job": (of_a_job, f"{SHALLOW_REASON} with every file: ‘git fetch --unshallow --refetch --no-filter’."),
    "worktree alone": (worktree_alone, "the data are in a worktree whose repository is not here. Build from a clone of its own."),
    "submodule alone": (submodule_alone, "the data are in a submodule whose repository is not here. Build from a clone of its own."),
    "archive": (archive, "the data are in no git repository. Build from a clone, or make a repository: git init."),
    "without git": (without_git, "there is no git on this machine. Install git 2.30 or newer."),
    "of somebody else": (of_somebody_else, "git does not read this repository, because it belongs to somebody else. If you trust it"),
    "not committed": (not_committed, "the repository has no commits yet. Make the first one: git add, then git commit."),
}
"""Copies with a part of it or none, and what a page says there: nothing that only this machine knows."""


def _filtered(machine: Machine, *options: str) -> ScratchRepository:
    machine.whole.git("config", "uploadpack.allowFilter", "true")
    machine.whole.git("clone", "--quiet", *options, machine.whole.path.resolve().as_uri(), machine.place)
    return ScratchRepository(machine.place, machine.whole.folder)
