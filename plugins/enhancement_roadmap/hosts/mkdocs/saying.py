"""What the plugin says in a build: a mistake stops it, while the server goes on and shows it on the pages."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from enhancement_roadmap.findings import Finding, as_text

_LOG = get_plugin_logger(__name__)


def with_findings(what: str, findings: Sequence[Finding]) -> str:
    """A message, and below it each finding."""
    return f"{what}:\n{as_text(findings)}"


def tell(message: str) -> None:
    """Say what stops no build."""
    _LOG.info("%s", message)


def alert(message: str) -> None:
    """Say what stops a strict build."""
    _LOG.warning("%s", message)


def warn(findings: Sequence[Finding]) -> None:
    """Say what is wrong, which stops a strict build only; without findings, nothing."""
    if findings:
        alert(as_text(findings))


def stop_or_say(message: str, config: MkDocsConfig, *, serving: bool) -> None:
    """A build stops at a mistake; the server goes on, and shows it on the pages.

    Raises:
        PluginError: this is a build.
    """
    if not serving:
        raise PluginError(message)
    # A strict server would end at a warning, and could not recover with the next save.
    say = _LOG.info if config.strict else _LOG.error
    say("%s", message)


def refuse(clashing: Sequence[Finding]) -> None:
    """Stop where the places of the roadmap's files are taken.

    Raises:
        PluginError: they are.
    """
    if clashing:
        raise PluginError(with_findings("The roadmap's pages can not be added", clashing))
