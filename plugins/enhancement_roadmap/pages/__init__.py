"""Which pages the site has. Each is a short piece of Markdown, headings and fences, that anybody could have written."""

from __future__ import annotations

from enhancement_roadmap.pages.site import Page, page_names, page_templates, site_pages

__all__ = ["Page", "page_names", "page_templates", "site_pages"]
