"""The packages hold what the program needs, and nothing else."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable
from email.parser import Parser
from pathlib import Path, PurePosixPath

from enhancement_roadmap import __version__
from support.packages import build_package
from support.site import REPOSITORY

SOURCE = REPOSITORY / "plugins" / "enhancement_roadmap"
NEEDED = (
    "py.typed",
    "ci/templates/github/roadmap-comment.yml",
    "ci/templates/gitlab/.gitlab-ci.yml",
    "cli/commands/build.py",
    "findings/codes/RM301-unknown-key.md",
    "hosts/assets/roadmap.js",
    "importing/words.toml",
    "outputs/difference/schema.template.json",
    "pages/templates/overview.md.j2",
    "views/matrix/matrix.css",
    "views/styles/tokens.css",
    "views/table/table.html.j2",
)
AT_THE_TOP = {".github", "plugins", "roadmap-data", "docs", "tests", "mkdocs.yml", "Makefile", "CHANGELOG.md", "CONTRIBUTING.md"} | {
    ".gitignore",
    "LICENSE",
    "PKG-INFO",
    "README.md",
    "pyproject.toml",
}


def in_wheel(path: Path, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if wanted(name)}


def test_the_wheel_is_the_package_and_what_describes_it(wheel: Path) -> None:
    info = f"mkdocs_enhancement_roadmap-{__version__}.dist-info/"
    described = in_wheel(wheel, lambda name: name.startswith(info))
    assert {name.removeprefix(info) for name in described} == {"METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE", "RECORD"}
    files = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert set(NEEDED) <= files
    assert set(in_wheel(wheel)) - set(described) == {f"enhancement_roadmap/{name}" for name in files}
    assert {PurePosixPath(name).suffix for name in files} == {".py", ".md", ".j2", ".css", ".js", ".json", ".typed", ".toml", ".yml"}


def test_without_an_extra_nothing_brings_mkdocs(wheel: Path) -> None:
    (metadata,) = in_wheel(wheel, lambda name: name.endswith("METADATA")).values()
    described = Parser().parsestr(metadata.decode())
    assert described["Requires-Python"] == ">=3.11"
    assert described["License-Expression"] == "MIT"
    assert {"mkdocs", "dev"} <= set(described.get_all("Provides-Extra", []))
    base = [line for line in described.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert base
    assert not [line for line in base if line.startswith(("mkdocs", "markdown<", "markdown>", "pymdown"))]


def test_the_sources_are_those_of_the_repository(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = [PurePosixPath(name).relative_to(f"mkdocs_enhancement_roadmap-{__version__}") for name in archive.getnames()]
    assert {name.parts[0] for name in names} == AT_THE_TOP
    assert not [name for name in names if name.suffix == ".pyc" or "__pycache__" in name.parts]


def test_the_sources_make_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "sources", filter="data")
    (source,) = (tmp_path / "sources").iterdir()
    (tmp_path / "again").mkdir()
    assert in_wheel(build_package("wheel", tmp_path / "again", source)) == in_wheel(wheel)
