"""What Markdown extensions and macros could make of words from the data."""

from __future__ import annotations

from support.hostile import SECRET

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "smarty",
    "tables",
    {"toc": {"permalink": True}},
    "pymdownx.blocks.html",
    "pymdownx.critic",
    "pymdownx.emoji",
    "pymdownx.magiclink",
    "pymdownx.smartsymbols",
    {"pymdownx.snippets": {"base_path": ["."], "check_paths": True}},
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
]
"""Extensions that many sites have."""

MACROS = f"def define_env(env):\n    @env.macro\n    def secret():\n        return '{SECRET}'\n"
"""A module for the macros plugin, with something to call."""
