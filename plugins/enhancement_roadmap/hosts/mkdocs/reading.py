"""Reads the roadmaps of a site, build after build, and says everything that is wrong with any of them at once."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from enhancement_roadmap.findings import ComparisonError
from enhancement_roadmap.hosts.mkdocs.navigation import listed
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig, site_options
from enhancement_roadmap.hosts.mkdocs.saying import alert, stop_or_say, tell, warn, with_findings
from enhancement_roadmap.hosts.site import Site, SiteMemory, SiteOptions, assemble, load_or_finding
from enhancement_roadmap.loading import Loaded


class SiteReader:
    """Reads roadmaps, and remembers of each data folder what a server shows while it has mistakes.

    Attributes:
        loaded: what each folder of an editable roadmap has said last, by its name in the site.
    """

    def __init__(self) -> None:
        self._memories: defaultdict[Path, SiteMemory] = defaultdict(SiteMemory)
        self._told: set[str] = set()
        self.loaded: dict[str, Loaded] = {}

    def read(
        self, roadmaps: Sequence[EnhancementRoadmapConfig], config: MkDocsConfig, *, serving: bool, editable: Collection[str] = ()
    ) -> list[Site]:
        """The roadmaps as they are now, each with its pages.

        Args:
            roadmaps: the options of each.
            config: the configuration of MkDocs.
            serving: whether mistakes are shown on the pages, and stop nothing.
            editable: folders of those whose pages can be edited.

        Raises:
            PluginError: there are mistakes, and this is a build.
        """
        assembled = [
            self._assembled(
                replace(_options(each, config, serving=serving), editable=each.path if each.path in editable else ""),
                config,
                serving=serving,
            )
            for each in roadmaps
        ]
        sites = [site.with_pages(_named(each, config)) for site, each in zip(assembled, roadmaps, strict=True)]
        lines = {site.left_out for site in sites if site.left_out}
        for line in sorted(lines - self._told):
            tell(line)
        self._told = lines
        findings = [finding for site in sites for finding in site.findings]
        if any(site.is_broken for site in sites):
            stop_or_say(with_findings("The roadmap can not be built", findings), config, serving=serving)
        else:
            warn(findings)
        if mistakes := [finding for site in sites if site.comparison for finding in site.comparison.mistakes]:
            # A preview is made as far as the data can be read, also where a strict build ends at a warning: ‘roadmap check’ fails.
            (tell if config.strict else alert)(with_findings("The preview shows files with mistakes as they were", mistakes))
        return sites

    def _assembled(self, options: SiteOptions, config: MkDocsConfig, *, serving: bool) -> Site:
        memory = self._memories[options.data]
        loaded = load_or_finding(options, "in the plugin's option ‘data_dir’", memory if options.is_served else None)
        if options.editable:
            self.loaded[options.editable] = loaded
        try:
            return assemble(options, loaded, memory)
        except ComparisonError as error:
            # A preview without its comparison would mislead.
            message = f"The preview can not be built: {error.message if error.findings else error}"
            stop_or_say(with_findings(message, error.findings) if error.findings else message, config, serving=serving)
            return assemble(replace(options, compare=""), loaded, memory)


def _named(roadmap: EnhancementRoadmapConfig, config: MkDocsConfig) -> set[str]:
    """Paths of the roadmap's pages that the site's own navigation names."""
    start = f"{roadmap.path}/"
    return {target.removeprefix(start) for target in listed(config.nav) if target.startswith(start)}


def _options(roadmap: EnhancementRoadmapConfig, config: MkDocsConfig, *, serving: bool) -> SiteOptions:
    try:
        return replace(site_options(roadmap, config, os.environ), is_served=serving)
    except ValueError as error:
        raise PluginError(str(error)) from error
