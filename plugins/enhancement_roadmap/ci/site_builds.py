"""What a job has a shell do to build the site, for each program that makes sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.generators import Generator
from enhancement_roadmap.records import dataclass

INSTALLS: Mapping[Generator, str] = {
    "mkdocs": "python -m pip install 'mkdocs-enhancement-roadmap[mkdocs]'",
    "properdocs": "python -m pip install 'mkdocs-enhancement-roadmap[mkdocs]' properdocs",
    "zensical": "python -m pip install mkdocs-enhancement-roadmap zensical",
}
"""The shell command that installs what a site needs that has nothing of its own."""

_CONFIGS: Mapping[Generator, str] = {
    "mkdocs": "mkdocs.yml",
    "properdocs": "properdocs.yml",
    "zensical": "mkdocs.yml; zensical.toml names it itself",
}


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """How a site is built.

    Attributes:
        generator: by which program.
        variables: names of the variables of the job that say the roadmap folders.
    """

    generator: Generator
    variables: Sequence[str]

    @property
    def config(self) -> str:
        """Where a site says its address."""
        return _CONFIGS[self.generator]

    @property
    def asks_folders(self) -> bool:
        """Whether the command that builds has to be told the roadmap folders, which the plugin's options say else."""
        return self.generator == "zensical"

    def published(self, target: str) -> str:
        """The command that builds the site to publish.

        Args:
            target: the folder to build it into, in words of the shell.
        """
        if self.generator != "zensical":
            return f"{self.generator} build --strict --site-dir {target}"
        return " && ".join([*self._pages(""), "zensical build --clean --strict", f"mv site {target}"])

    def before_preview(self, base: str) -> str:
        """What comes before the command that makes a preview, which builds the site itself where it can; empty for nothing.

        Args:
            base: what the change is held against, in words of the shell.
        """
        return "".join(f"{step} && " for step in [*self._pages(f"--compare {base} "), "zensical build --clean"] if self.asks_folders)

    @property
    def of_preview(self) -> str:
        """The option of that command that names the site that was built before; empty for none."""
        return "--site site " if self.asks_folders else ""

    def _pages(self, options: str) -> list[str]:
        """The commands that write each roadmap's pages, those of several into folders of their own."""
        folders = ["docs/roadmap"] if len(self.variables) == 1 else [f"docs/roadmap-{place}" for place, _ in enumerate(self.variables, 1)]
        named = zip(folders, self.variables, strict=True)
        return [f'roadmap build {options}--out {folder} "${variable}"' for folder, variable in named]
