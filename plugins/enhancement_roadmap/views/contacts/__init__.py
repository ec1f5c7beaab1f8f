"""Who to talk to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """The planning team, each with a mail address to link to, who is missing, and help from outside."""
    insight = render_context.insight
    governance = insight.roadmap.governance
    return {
        "unnamed": [contact.role for contact in governance.contacts if contact.name is None],
        "unowned": sum(1 for item in insight.unfinished if not item.owners),
        "unfinished": len(insight.unfinished),
        "team": [(contact, mail_link(contact.email)) for contact in governance.contacts],
        "external": [(resource.name, resource.purpose) for resource in governance.external_resources],
    }


def mail_link(email: str | None) -> str | None:
    """Address of a new message to somebody; None where the text is no mail address.

    Everything that could add to the message (a copy, a subject) is encoded.
    """
    return f"mailto:{quote(email, safe='@+')}" if email and "@" in email else None


VIEW = view_without_options("contacts", "The planning team, who is missing in it, and help from outside.", context)
