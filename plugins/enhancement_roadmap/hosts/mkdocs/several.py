"""Several roadmaps in one site: the plugin stands in ``mkdocs.yml`` once for each, and the first one does the work of all.

A roadmap is called by the folder of the site in which its pages stand: that is what its readers see, and no two have the same.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mkdocs.structure.files import File
from mkdocs.utils import dirname_to_title

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig

_TITLE = "Roadmap"
_TWICE = 2


def conflicts(roadmaps: Sequence[EnhancementRoadmapConfig], shown: Callable[[str], str]) -> str:
    """What two roadmaps of a site have in common that each needs for itself, in words; empty where there is nothing.

    Args:
        roadmaps: their options, in the order of ``mkdocs.yml``.
        shown: gives the path of a folder as the site's author knows it.
    """
    lines = [
        *(f"  ‘path: {path}’ is there {times}" for path, times in _repeated(each.path for each in roadmaps)),
        *(
            f"  ‘data_dir: {shown(data)}’ is there {times}"
            for data, times in _repeated(os.path.realpath(each.data_dir) for each in roadmaps)
        ),
    ]
    if not lines:
        return ""
    advice = "Give each entry of the plugin ‘enhancement-roadmap’ a ‘path’ and a ‘data_dir’ of its own, or take out what is there twice."
    return "\n".join([f"The site has {len(roadmaps)} roadmaps, which have to differ:", *lines, advice])


def section_title(options: EnhancementRoadmapConfig, *, alone: bool) -> str:
    """Title of a roadmap's section in the navigation; empty where there is to be none.

    Args:
        options: those of the plugin.
        alone: whether the site has no other roadmap.
    """
    if options.navigation is not None:
        return options.navigation
    return _TITLE if alone else dirname_to_title(options.path.rpartition("/")[2])


def owner(path: str, folders: Iterable[str]) -> str | None:
    """The innermost of some folders that a path is in; None where it is in none."""
    return max((folder for folder in folders if path.startswith(f"{folder}/")), key=len, default=None)


def crossings(made: Mapping[str, Mapping[str, File]]) -> list[Finding]:
    """A finding for each page or file of a roadmap that would stand at the address of one of another.

    Args:
        made: for each roadmap, by its folder in the site, its files.
    """
    first: dict[str, tuple[str, File]] = {}
    found = []
    for folder, files in made.items():
        for file in files.values():
            other, taken = first.setdefault(file.dest_uri, (folder, file))
            if other != folder:
                message = f"the roadmaps ‘{other}’ and ‘{folder}’ both have a page or file at this address: ‘{taken.src_uri}’"
                hint = "Give one of them a ‘path’ that is not in the other’s."
                found.append(Finding(Place(file.src_uri), "RM601", message, hint))
    return found


def _repeated(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is there more than once, and how often, in its order."""
    for value, times in Counter(values).items():
        if times > 1:
            yield value, "twice" if times == _TWICE else f"{times} times"
