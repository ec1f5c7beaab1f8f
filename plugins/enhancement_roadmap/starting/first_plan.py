"""The files of a first roadmap: an example with something done, something under way and something that waits."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

_SCHEMA = "# yaml-language-server: $schema={path}\n"
_NOT_KEPT = ("site/", ".venv/")
"""What a site's folder has that git need not."""

_ROADMAP = """\
title: {title}
overview: |
  What we would like to do, and what makes it due.

  Each file in `enhancements/` is one plan: change these three, and add your own.
"""

_ENHANCEMENTS: Mapping[str, str] = {
    "01-backups-that-are-tried.yml": """\
title: Backups that are tried
priority: high
status: in-progress
owner: Ada
trigger: When the first customer pays
requirements:
  - text: A backup every night
    done: yes
  - Restore one every quarter
scope: {timeline: about 2 weeks}
""",
    "02-single-sign-on.yml": """\
title: Single sign-on
priority: medium
trigger: When a customer asks for it
description: |
  People sign in with the account that they have **at work**.

  - no passwords of ours
  - leavers lose their access on the last day
requirements:
  - Choose a provider
  - text: Move the accounts
    parts: [Those of the team, Those of customers]
scope:
  timeline: 3-5 weeks
  depends_on: [backups-that-are-tried]
""",
    "03-status-page.yml": """\
title: A page that tells whether all is well
priority: low
status: done
requirements:
  - text: Shown to everybody
    done: yes
""",
}

_INDEX = """\
# {title}

What is most urgent:

```roadmap
view: urgency
```

[The whole roadmap](roadmap/index.md)
"""

_CONFIG = """\
site_name: {title}
theme:
  name: material
plugins:
  - search
  - enhancement-roadmap
"""


def first_plan(title: str) -> Mapping[str, str]:
    """The data of a first roadmap, by path in its folder.

    Args:
        title: name of the roadmap; any words.
    """
    items = {f"enhancements/{name}": text for name, text in _ENHANCEMENTS.items()}
    return with_schemas({"roadmap.yml": _ROADMAP.format(title=_scalar(title)), **items})


def with_schemas(files: Mapping[str, str]) -> Mapping[str, str]:
    """Data files that tell editors their schemas, which are in the folder ``schema`` beside them.

    Args:
        files: the text of each, by its path in the roadmap folder.
    """
    return {
        name: _SCHEMA.format(path="../schema/enhancement.schema.json" if "/" in name else f"schema/{name.removesuffix('.yml')}.schema.json")
        + text
        for name, text in files.items()
    }


def first_site(title: str) -> Mapping[str, str]:
    """A site that shows it, by path beside the folder of data: the configuration, and a page."""
    return {"mkdocs.yml": _CONFIG.format(title=_scalar(title)), "docs/index.md": _INDEX.format(title="Our plans")}


def ignored(before: str) -> str:
    """What git ignores, with what a site makes; as it was where all of it is there."""
    lines = before.splitlines()
    missing = [line for line in _NOT_KEPT if line not in lines and line.rstrip("/") not in lines and f"/{line}" not in lines]
    end = "" if not before or before.endswith("\n") else "\n"
    return before + end + "".join(f"{line}\n" for line in missing)


def _scalar(words: str) -> str:
    """Words as a YAML scalar on one line, in quotes where they need some."""
    return str(yaml.safe_dump(" ".join(words.split()), allow_unicode=True, width=10_000)).removesuffix("...\n").strip()
