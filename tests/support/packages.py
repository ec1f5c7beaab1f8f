"""Building the package, and installing it where nothing of the repository is in reach."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.parser import Parser
from functools import cache
from pathlib import Path

import pytest
import uv

from support.shared import shared_folder
from support.site import DAY, REPOSITORY

_HIDDEN = ("PYTHON", "COVERAGE", "VIRTUAL_ENV")
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if not key.startswith(_HIDDEN)},
    "SOURCE_DATE_EPOCH": DAY,
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
"""What programs are told that are not in the environment of the tests."""


def run(*command: str | Path, cwd: Path, programs: Sequence[Path] = ()) -> str:
    """Run a program that must succeed, and give what it printed.

    Args:
        command: the program, and what it is called with.
        cwd: the folder to run it in.
        programs: folders in which it finds others, before all else.

    Raises:
        AssertionError: it failed; the message is what it said.
    """
    told = {**ENVIRONMENT, "PATH": os.pathsep.join([*map(str, programs), ENVIRONMENT["PATH"]])}
    ran = subprocess.run(command, cwd=cwd, env=told, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, f"{command}:\n{ran.stdout}{ran.stderr}"
    return ran.stdout


def build_package(kind: str, out: Path, source: Path = REPOSITORY) -> Path:
    """Build a ``wheel`` or an ``sdist`` as a release does.

    Args:
        kind: which.
        out: an empty folder to put it in.
        source: the folder with ``pyproject.toml``.
    """
    run(sys.executable, "-m", "build", f"--{kind}", "--installer", "uv", "--outdir", out, source, cwd=out.parent)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the package, built once for all tests."""
    (built,) = shared_folder(tmp_path_factory, "wheel", lambda folder: build_package("wheel", folder)).iterdir()
    return built


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the package, packed once for all tests."""
    (built,) = shared_folder(tmp_path_factory, "sdist", lambda folder: build_package("sdist", folder)).iterdir()
    return built


def find_python(version: str) -> Path | None:
    """A Python of this version, such as ``3.12``, on the path or among those of pyenv."""
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return Path(sys.executable)
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python{version}"), *sorted(versions.glob(f"{version}.*/bin/python{version}"))]
    return next((Path(program) for program in found if program and _starts(Path(program), version)), None)


def _starts(program: Path, version: str) -> bool:
    """Whether it is more than pyenv's sign for a Python that is not there."""
    ask = [program, "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip() == version


@dataclass(frozen=True)
class Environment:
    """A virtual environment.

    Attributes:
        folder: where it is.
        prepared: a folder with some of its programs, which start sooner.
    """

    folder: Path
    prepared: Path | None = None

    def run(self, program: str, *arguments: str | Path, cwd: Path) -> str:
        """Run one of its programs, which must succeed."""
        folders = [folder for folder in (self.prepared, self.folder / "bin") if folder]
        found = next(folder / program for folder in folders if (folder / program).exists())
        return run(found, *arguments, cwd=cwd, programs=folders)


def make_environment(folder: Path, python: Path, *requirements: str | Path) -> Environment:
    """Make a fresh virtual environment.

    Args:
        folder: where to make it; it may be there, and empty.
        python: the Python that it is made of.
        requirements: what to install, as pip is told. It is uv that does it: the same packages at the same places, in a
            tenth of the time.
    """
    run(python, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    interpreter = folder / "bin" / "python"
    run(uv.find_uv_bin(), "pip", "install", "--quiet", *_index(), "--python", interpreter, *requirements, cwd=folder.parent)
    for before in _MADE:
        _share_bytecode(before, folder)
    _MADE.append(folder)
    return Environment(folder)


_MADE: list[Path] = []


def _share_bytecode(before: Path, folder: Path) -> None:
    """Give an environment what Python has compiled in another one of files that both have: the same ones, by links to uv's cache."""
    for found, folders, names in os.walk(before / "lib"):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(found)
        for name in names if here.name == "__pycache__" else ():
            source = here.parent / f"{name.partition('.')[0]}.py"
            there, target = folder / source.relative_to(before), folder / here.relative_to(before) / name
            if there.exists() and there.samefile(source) and not target.exists():
                target.parent.mkdir(exist_ok=True)
                target.hardlink_to(here / name)


def declared(package: Path, extra: str) -> list[str]:
    """What a wheel says that it needs, with what it needs for an extra, as pip is told.

    Of these the lowest versions are found. What only a package needs that is named has the newest always.
    """
    with zipfile.ZipFile(package) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        described = Parser().parsestr(archive.read(name).decode())
    needs = [line.partition("; extra == ") for line in described.get_all("Requires-Dist", [])]
    return [requirement for requirement, _, condition in needs if condition.strip("'\"") in {"", extra}]


@cache
def _index() -> tuple[str, ...]:
    """Where pip is told to look for packages on this machine; uv does not read its settings."""
    told = run(sys.executable, "-m", "pip", "config", "list", cwd=Path.cwd())
    return tuple(f"--default-index={address}" for address in re.findall(r"^\S+\.index-url='(.+)'$", told, re.MULTILINE)[-1:])
