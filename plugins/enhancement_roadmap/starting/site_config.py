"""The plugin put into the configuration of a site, as a change of its text: comments, order and everything else stay."""

from __future__ import annotations

import re

import yaml

PLUGIN = "enhancement-roadmap"

_ENTRIES = "plugins:\n  - search\n  - enhancement-roadmap\n"
"""For a site that lists none: MkDocs then has its search, which has to be named as soon as any is."""


class ConfigError(ValueError):
    """A configuration that the plugin can not be put into."""


def with_plugin(text: str) -> str | None:
    """A configuration with the plugin in its list.

    Args:
        text: what ``mkdocs.yml`` says.

    Returns:
        The same text with one entry more; None where it has the plugin.

    Raises:
        ConfigError: it is no YAML, or its plugins are no list and no mapping.
    """
    root = _read(text)
    if root is not None and PLUGIN in _listed(root):
        return None
    after = text + _apart(text) + _ENTRIES if root is None else _with_entry(text, root)
    made = _read(after)
    if made is None or PLUGIN not in _listed(made):
        raise ConfigError(f"it is written in a way that only people can edit: add ‘- {PLUGIN}’ to its plugins")
    return after


def _read(text: str) -> yaml.MappingNode | None:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ConfigError(f"it is no YAML that can be read: {' '.join(str(error).split())}") from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise ConfigError("it is no mapping of keys and values")
    return root


def _entry(root: yaml.MappingNode) -> tuple[yaml.Node, yaml.Node] | None:
    return next(((key, value) for key, value in root.value if key.value == "plugins"), None)


def _listed(root: yaml.MappingNode) -> list[str]:
    found = _entry(root)
    return _names(found[1]) if found is not None and isinstance(found[1], yaml.CollectionNode) else []


def _with_entry(text: str, root: yaml.MappingNode) -> str:
    found = _entry(root)
    if found is None:
        if not root.flow_style:
            return text + _apart(text) + _ENTRIES
        at = root.end_mark.index - 1
        return text[:at] + (", " if root.value else "") + f"plugins: [search, {PLUGIN}]" + text[at:]
    key, plugins = found
    if isinstance(plugins, yaml.ScalarNode) and plugins.value in {"", "~", "null"}:
        at = plugins.start_mark.index if plugins.value else key.end_mark.index + 1
        return text[:at].rstrip(" ") + "\n  - search\n  - enhancement-roadmap" + text[at + len(plugins.value) :]
    if not isinstance(plugins, yaml.CollectionNode):
        raise ConfigError("‘plugins’ is neither a list nor a mapping")
    return _added(text, plugins)


def _names(plugins: yaml.CollectionNode) -> list[str]:
    entries = [entry[0] if isinstance(entry, tuple) else entry for entry in plugins.value]
    return [str(entry.value[0][0].value if isinstance(entry, yaml.MappingNode) and entry.value else entry.value) for entry in entries]


def _added(text: str, plugins: yaml.CollectionNode) -> str:
    """The text with an entry more: at the end of a list on one line or of plain names, else in front of the first entry."""
    is_list = isinstance(plugins, yaml.SequenceNode)
    entry = PLUGIN if is_list else f"{PLUGIN}: {{}}"
    if plugins.flow_style:
        at = plugins.end_mark.index - 1
        before = "search, " if is_list and not plugins.value else "" if not plugins.value else ", "
        return text[:at].rstrip(" ") + before + entry + text[at:]
    last = plugins.value[-1]
    indent = " " * plugins.start_mark.column
    if is_list and isinstance(last, yaml.ScalarNode):
        end = re.compile(r"[^\n]*\n?").match(text, last.end_mark.index)
        at = end.end() if end else len(text)
        return text[:at] + ("" if text[:at].endswith("\n") else "\n") + f"{indent}- {entry}\n" + text[at:]
    at = plugins.start_mark.index
    return text[:at] + f"{'- ' if is_list else ''}{entry}\n{indent}" + text[at:]


def _apart(text: str) -> str:
    """What stands between a text and what is added: an empty line, unless there is nothing yet."""
    return "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
