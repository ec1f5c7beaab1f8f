"""Files that make a code host check a roadmap, show what a change does, and publish the site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import PurePosixPath
from string import Template
from typing import Literal

from enhancement_roadmap.ci.site_builds import INSTALLS, SiteBuild
from enhancement_roadmap.generators import Generator
from enhancement_roadmap.links import folder_address
from enhancement_roadmap.records import dataclass

CodeHost = Literal["github", "gitlab"]

_PATHS: Mapping[CodeHost, Mapping[str, str]] = {
    "github": {
        ".github/workflows/roadmap.yml": "roadmap.yml",
        ".github/workflows/roadmap-comment.yml": "roadmap-comment.yml",
        ".github/workflows/roadmap-publish.yml": "roadmap-publish.yml",
    },
    "gitlab": {".gitlab-ci.yml": ".gitlab-ci.yml"},
}
"""For each code host the paths in a repository, each with its template."""

_LINES = re.compile(r"^( *)%%\{(variables|asked)\}\n", re.MULTILINE)
"""A line that stands for any number of lines, or for none, and how far they are indented."""
_WORDS: Mapping[CodeHost, tuple[str, str]] = {
    "github": ('"$GITHUB_BASE_REF"', '"$RUNNER_TEMP/site"'),
    "gitlab": ('"$base"', "public"),
}
"""For each code host what a change is held against, and the folder of the site to publish, in words of the shell."""
_LONGEST = 500
"""Characters of a value."""


@dataclass(frozen=True, slots=True)
class Project:
    """What differs from one repository to the other.

    Attributes:
        data: the roadmap folder, as a path in the repository.
        branch: the branch whose site is published; GitLab knows it by itself.
        install: a shell command, in one line, that installs the product and what the site needs besides; empty for the usual one.
        preview_url: address at which somebody else shows the preview of a pull request, whose number ``{number}`` stands for;
            empty where nobody does.
        others: further roadmap folders.
        generator: the program that makes the site.
    """

    data: str = "roadmap-data"
    branch: str = "main"
    install: str = ""
    preview_url: str = ""
    others: tuple[str, ...] = ()
    generator: Generator = "mkdocs"

    def __post_init__(self) -> None:
        """Refuse what can not stand in the files.

        Raises:
            ValueError: a value is no single line, the folder is not inside the repository, or an option would be made of it.
        """
        folders = [("data folder", folder) for folder in self.folders.values()]
        for name, value in (*folders, ("branch", self.branch), ("install command", self.installs)):
            if not value.strip() or not value.isprintable() or len(value) > _LONGEST:
                raise ValueError(f"the {name} must be one line of at most {_LONGEST} characters")
            if "${{" in value:
                raise ValueError(f"the {name} must not have ‘${{{{’, which GitHub would fill in")
        if self.preview_url:
            folder_address(self.preview_url.replace("{number}", "1"))
            if "$" in self.preview_url:
                raise ValueError(f"‘{self.preview_url}’ has a ‘$’, which GitLab would fill in: write %24")
        for name in self.folders.values():
            folder = PurePosixPath(name)
            if folder.is_absolute() or ".." in folder.parts or name.startswith("-") or set(name) & {"\\", "$"}:
                raise ValueError(f"‘{name}’ is no folder inside the repository: write its path from the repository’s root")

    @property
    def installs(self) -> str:
        """The command that installs, the usual one where none is named."""
        return self.install or INSTALLS[self.generator]

    @property
    def folders(self) -> Mapping[str, str]:
        """Each roadmap folder, by the name of the variable that says it."""
        names = [self.data, *self.others]
        return {"ROADMAP_DATA" if len(names) == 1 else f"ROADMAP_DATA_{place}": name for place, name in enumerate(names, start=1)}


class _CiTemplate(Template):
    """A template with marks that neither shells nor code hosts know: ``%%{name}``."""

    delimiter = "%%"


def ci_files(host: CodeHost, project: Project) -> dict[str, str]:
    """The files of a code host.

    Args:
        host: for which one.
        project: whose repository they are for.

    Returns:
        Texts by path in the repository, in a fixed order.
    """
    folder = files(__package__) / "templates" / host
    site = SiteBuild(project.generator, [*project.folders])
    base, target = _WORDS[host]
    values = {
        "branch": _in_yaml(project.branch),
        "install": _in_yaml(project.installs),
        "preview_url": _in_yaml(project.preview_url),
        "folders": " ".join(f'"${variable}"' for variable in project.folders),
        "config": site.config,
        "build": site.published(target),
        "before_preview": site.before_preview(base),
        "built": site.of_preview,
    }
    variables = [f"{variable}: {_in_yaml(name)}" for variable, name in project.folders.items()]
    lines = {"variables": variables, "asked": variables if site.asks_folders else []}

    def filled(name: str) -> str:
        text = folder.joinpath(name).read_text(encoding="utf-8")
        blocks = {found[2]: "".join(f"{found[1]}{line}\n" for line in lines[found[2]]) for found in _LINES.finditer(text)}
        return _CiTemplate(_LINES.sub(r"%%{\2}", text)).substitute(values, **blocks)

    return {path: filled(name) for path, name in _PATHS[host].items()}


def _in_yaml(value: str) -> str:
    """A text as JSON, which is YAML of one line."""
    return json.dumps(value, ensure_ascii=False)
