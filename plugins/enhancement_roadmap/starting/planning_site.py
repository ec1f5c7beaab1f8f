"""A site of one roadmap and nothing else, for people who only want to plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from enhancement_roadmap.starting.site_config import PLUGIN

_HOME = """\
# Roadmap

[Open the roadmap](roadmap/index.md)

```roadmap
view: summary
```
"""


def planning_site(data: Path, *, with_material: bool) -> Mapping[str, str]:
    """The files of the site's sources, by their paths.

    Args:
        data: the roadmap folder, in full.
        with_material: whether the theme Material is there.
    """
    theme = {"name": "material", "font": False, "palette": _PALETTE} if with_material else {"name": "mkdocs"}
    config = {
        "site_name": "Roadmap",
        "theme": theme,
        "plugins": ["search", {PLUGIN: {"data_dir": str(data)}}],
    }
    return {"mkdocs.yml": yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "docs/index.md": _HOME}


_PALETTE = [
    {"media": f"(prefers-color-scheme: {scheme})", "scheme": name, "toggle": {"icon": icon, "name": f"Switch to {other} mode"}}
    for scheme, name, icon, other in (
        ("light", "default", "material/brightness-7", "dark"),
        ("dark", "slate", "material/brightness-4", "light"),
    )
]
