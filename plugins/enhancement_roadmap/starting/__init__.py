"""A first roadmap: data that is alive, and a site that shows it. Texts only; a command writes them."""

from __future__ import annotations

from enhancement_roadmap.starting.first_plan import first_plan, first_site, ignored, with_schemas
from enhancement_roadmap.starting.planning_site import planning_site
from enhancement_roadmap.starting.site_config import PLUGIN, ConfigError, with_plugin

__all__ = ["PLUGIN", "ConfigError", "first_plan", "first_site", "ignored", "planning_site", "with_plugin", "with_schemas"]
