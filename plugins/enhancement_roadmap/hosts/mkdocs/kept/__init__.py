"""What a server keeps from one build to the next, so that a save makes again only what it has touched.

Whether something is touched is not guessed: each fence has noted what it read of the roadmap (`analysis.reads`), and stays while
all of that is the same. What all pages rest on (the configuration, the files, templates, history, the day) is compared first.
"""

from enhancement_roadmap.hosts.mkdocs.kept.basis import content_basis, output_basis
from enhancement_roadmap.hosts.mkdocs.kept.conversions import Conversions
from enhancement_roadmap.hosts.mkdocs.kept.converting import converting_basis
from enhancement_roadmap.hosts.mkdocs.kept.keeper import RecordedRoadmap
from enhancement_roadmap.hosts.mkdocs.kept.page_file import PageFile
from enhancement_roadmap.hosts.mkdocs.kept.pages import KeptPage, KeptPages, Made, key_of
from enhancement_roadmap.hosts.mkdocs.kept.standing import StandingPages

__all__ = [
    "Conversions",
    "KeptPage",
    "KeptPages",
    "Made",
    "PageFile",
    "RecordedRoadmap",
    "StandingPages",
    "content_basis",
    "converting_basis",
    "key_of",
    "output_basis",
]
