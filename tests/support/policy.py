"""A content security policy that lets a page load only what is its site's own, and what a browser says against it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Frame, Page

_INLINE = re.compile(r"<(script|style)(?![^>]*\bsrc=)[^>]*>(.*?)</\1>", re.DOTALL)
CONTENT = ":is(article, [role=main])"
"""Where the content stands in Material and in MkDocs' own themes."""

_LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


def strict_policy(pages: Iterable[Path], fonts: Iterable[str] = ()) -> str:
    """A policy without ``unsafe-inline`` and ``unsafe-eval``.

    The theme itself has a few inline scripts and styles; each is let in by its hash, and so would one of ours be:
    `own_inline_parts` finds those.

    Args:
        pages: HTML files.
        fonts: addresses of fonts that tests bring.
    """
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for page in pages:
        for kind, text in _INLINE.findall(page.read_text(encoding="utf-8")):
            hashes[kind].add(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    allowed = {kind: " ".join(sorted(found)) for kind, found in hashes.items()}
    return (
        f"default-src 'self'; img-src 'self' data:; font-src 'self' {' '.join(fonts)};"
        f" script-src 'self' {allowed['script']}; style-src 'self' {allowed['style']}"
    )


def listen_for_violations(page: Page) -> None:
    """From now on, the page remembers what the policy keeps from happening."""
    page.add_init_script(_LISTEN)


def violations(page: Page | Frame) -> list[str]:
    """What the policy kept from happening on this page."""
    return [str(found) for found in page.evaluate("window.violations")]


def own_inline_parts(page: Page | Frame) -> int:
    """How many inline scripts, styles and style attributes stand in the content of the page."""
    return int(page.evaluate("parts => document.querySelectorAll(parts).length", f"{CONTENT} :is(script, style, [style])"))
