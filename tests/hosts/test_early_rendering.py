"""Other plugins may have any page rendered, at any time after the files are known: views are those of that page."""

from __future__ import annotations

from support.site import Site

IN_NAV = """\
def on_nav(nav, config, files):
    for page in reversed(nav.pages):
        page.read_source(config)
        page.render(config, files)
        if page.file.src_uri in ('index.md', 'deep/er.md'):
            print(page.file.src_uri, 'href="' in page.content, [
                part.partition('"')[0] for part in page.content.split('href="')[1:] if 'first' in part.partition('"')[0]
            ])
"""

FENCE = "```roadmap\nview: table\n```\n"


def test_a_plugin_that_renders_pages_before_their_turn_gets_their_own_addresses(site: Site) -> None:
    (site.root / "hooks.py").write_text(IN_NAV, encoding="utf-8")
    site.page("index.md", f"# Home\n\n{FENCE}")
    site.page("deep/er.md", f"# Deep\n\n{FENCE}")
    site.settings["hooks"] = ["hooks.py"]
    ran = site.run("build", "--strict")
    assert ran.returncode == 0, ran.stderr
    assert "deep/er.md True ['../../roadmap/enhancements/first/']" in ran.stdout
    assert "index.md True ['roadmap/enhancements/first/']" in ran.stdout


def test_a_mistake_is_named_once_and_at_its_line_though_the_page_is_rendered_twice(site: Site) -> None:
    (site.root / "hooks.py").write_text(IN_NAV, encoding="utf-8")
    site.page("index.md", "# Home\n\n```roadmap\nview: tabel\n```\n\n```roadmap\nview: tabel\n```\n")
    site.settings["hooks"] = ["hooks.py"]
    lines = [line for line in site.failure().splitlines() if ": error RM" in line]
    assert lines == [f"docs/index.md:{line}:7: error RM502: there is no view ‘tabel’" for line in (4, 8)]


def test_an_excerpt_of_a_blog_has_the_addresses_of_the_page_that_it_stands_on(site: Site) -> None:
    site.settings["plugins"] = ["search", "blog"]
    site.page("blog/index.md", "# Blog\n")
    site.page("blog/posts/one.md", f"---\ndate: 2026-11-01\n---\n# One\n\n{FENCE}\n<!-- more -->\n\nRest.\n")
    built = site.build(strict=False)
    assert 'href="../roadmap/enhancements/first/"' in built.html("blog/")
    assert 'href="../../../../../roadmap/enhancements/first/"' in built.html("blog/2026/11/01/one/")
