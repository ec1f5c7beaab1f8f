"""On a site in another language our words say that they are English, and those of the data are in the language of the site."""

from __future__ import annotations

from support.roadmaps import enhancement, small
from support.site import Site


def test_our_words_have_their_language_and_those_of_the_data_that_of_the_site(site: Site) -> None:
    site.data(small(first=enhancement("first", 1, "Erste Maßnahme")))
    site.page("index.md", "# Start\n\n## Plan\n\n```roadmap\nview: table\n```\n")
    site.settings["theme"] = {"name": "material", "language": "de", "font": False}
    built = site.build()
    home, checklists, first = (built.html(page) for page in ("", "roadmap/checklists/", "roadmap/enhancements/first/"))
    assert '<div lang="en">\n<div class="er-frame">' in home
    assert '<a dir="auto" lang="de" href="roadmap/enhancements/first/">Erste Maßnahme</a>' in home
    assert '<h2 id="plan">' in home
    assert '<h1 lang="en" id="checklists">' in checklists
    assert '<h2 lang="en" id="requirements">' in first
    assert '<h1 id="1-erste-manahme">' in first


def test_a_site_in_our_language_says_nothing_of_it(site: Site) -> None:
    site.settings["theme"] = {"name": "material", "language": "en", "font": False}
    assert site.build().html("roadmap/checklists/").count(' lang="') == 1
