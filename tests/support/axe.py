"""What axe finds wrong for people who see, hear or move differently."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Frame, Page

from support.contrasts import MARK, TRIED

CONTENT = ".md-content"
"""Where the content stands in Material; what is around it is the theme's."""

_BEGIN = """tried => {
  axe.configure({ rules: [{ id: "color-contrast", selector: tried }] });
  const { prototype } = axe.commons.color.Color;
  const parse = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (words) {
    if (!known.has(words)) {
      const { r, g, b, alpha } = parse.call(this, words);
      known.set(words, { r, g, b, alpha });
    }
    return Object.assign(this, known.get(words));
  };
}"""
"""Most of axe's time goes into contrasts. A page has a few looks, and a few colours, which axe reads for all that is behind an element."""
_RUN = f"""async ([context, options]) => {{
  document.querySelectorAll(`${{context}} details`).forEach((folded) => {{ folded.open = true; }});
  ({MARK})(context);
  const {{ violations }} = await axe.run(context, {{ resultTypes: ["violations"], ...options }});
  return violations.flatMap(({{ id, nodes }}) => nodes.map(({{ html }}) => [id, html]));
}}"""


def faults(page: Page | Frame, context: str = CONTENT, *, colours: bool = False) -> list[str]:
    """Rule and element of each fault in a part of the page; what is folded is unfolded first.

    Args:
        page: the page, or a frame of it.
        context: the part.
        colours: only what depends on the scheme, of a page that all rules have been tried on in another.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(_BEGIN, TRIED)
    options = {"runOnly": ["color-contrast", "link-in-text-block"]} if colours else {}
    return [f"{rule}: {element}" for rule, element in page.evaluate(_RUN, [context, options])]
