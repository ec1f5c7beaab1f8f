"""Templates, any of which a file of the same name in a site's own folder may take the place of."""

from __future__ import annotations

from enhancement_roadmap.templating.overrides import NO_OVERRIDES, Overrides, read_overrides
from enhancement_roadmap.templating.template_set import TemplateMistakeError, TemplateSet, make_environment, template_names

__all__ = ["NO_OVERRIDES", "Overrides", "TemplateMistakeError", "TemplateSet", "make_environment", "read_overrides", "template_names"]
