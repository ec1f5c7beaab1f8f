"""HTML as text for a terminal."""

from __future__ import annotations

import pytest

from enhancement_roadmap.cli.terminal.views import terminal_text
from enhancement_roadmap.text.long import long_html


@pytest.fixture(autouse=True)
def sixty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


FORMS = {
    "paragraphs": ("<p>One  <strong>two</strong>\n three</p><p>Four<br>five</p>", "One two three\nFour\nfive"),
    "character references": ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c"),
    "a list": ("<ul><li>a</li><li>b <ul><li>c</li></ul></li></ul>", "• a\n• b\n  • c"),
    "a numbered list": ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    "a list that starts elsewhere": ('<ol start="7"><li>a</li><li>b</li></ol><ol start="x"><li>c</li></ol>', "7. a\n8. b\n1. c"),
    "signs in place of bullets": ('<ul><li><span class="er-sign">✓</span> a</li></ul>', " ✓ a"),
    "facts": ("<dl><div><dt>A</dt><dd>b</dd></div><dt>Cc</dt><dd>d</dd><dd>e</dd></dl>", "A  b\nCc d\n   e"),
    "a heading": ("<p>a</p><h3>B</h3><p>c</p>", "a\n\nB\nc"),
    "a note": ('<p>a <span class="er-note">b</span></p>', "a (b)"),
    "folded text": ("<details><summary>2 more</summary><ul><li>a</li></ul></details>", "2 more\n• a"),
    "commands": ("<pre><code>a  b\n c &lt;d</code></pre>", "  a  b\n   c <d"),
    "progress": ('<p><progress max="2" value="1"></progress> 1 of 2</p>', "1 of 2"),
    "unclosed elements": ("<p>a<ul><li>b", "a\n• b"),
    "control characters": ("<p>a\x1b[31m\u202e</p><pre>b\x07\tc</pre>", "a\\x1b[31m\\u202e\n  b\\x07\\tc"),
    "rich's own markup": ("<p>[bold]a[/bold] :smile: [link=x]</p>", "[bold]a[/bold] :smile: [link=x]"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_of(name: str) -> None:
    html, expected = FORMS[name]
    assert terminal_text(html) == expected


LONG = """\
Why we do it, in a sentence that takes more than one line in a terminal.

# What it takes

- A way back
  - [x] for readers
  - [ ] for writers
- A date

3. Ask

   > whoever has done it, in a sentence that takes more than a line
   > - and listen
4. Decide

| Who | When |
| --- | --- |
| All | soon |

```
$ make  it

$ done
```
***
The end
"""

SHOWN = """\
Benefits Why we do it, in a sentence that takes more than
         one line in a terminal.

         What it takes

         • A way back
            ✓ for readers
            ○ for writers
         • A date

         3. Ask
            │ whoever has done it, in a sentence that takes
            │ more than a line
            │
            │ • and listen
         4. Decide

          Who   When
         ────────────
          All   soon

           $ make  it

           $ done

         ────────

         The end
Costs    None"""


def test_a_long_text_has_room_between_its_blocks_and_lists_as_lists() -> None:
    html = f"<dl><div><dt>Benefits</dt> <dd>{long_html(LONG)}</dd></div><div><dt>Costs</dt> <dd>{long_html('None')}</dd></div></dl>"
    assert terminal_text(html) == SHOWN


TABLE = """\
<table><caption>All</caption>
<thead><tr><th rowspan=2>Risk</th><th colspan=2>Impact</th></tr><tr><th>Low</th><th>High</th></tr></thead>
<tbody><tr><th>Big</th><td>1</td><td><ul><li>a</li><li>b</li></ul></td></tr><tr><td colspan=3>rest</td></tr></tbody>
</table>"""

WIDE = """\
All
        Impact
 Risk   Low      High
──────────────────────
 Big    1        • a
                 • b
 rest"""

NARROW = """\
All

Risk Big
Low  unforeseeable
High • irresponsible
     • b

Risk rest"""


def test_a_table_with_cells_over_several_places() -> None:
    assert terminal_text(TABLE) == WIDE


def test_a_table_that_does_not_fit_is_shown_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert terminal_text(TABLE.replace("1</td>", "unforeseeable</td>").replace("<li>a", "<li>irresponsible")) == NARROW


def test_a_cell_that_spans_rows_pushes_those_below_it_aside() -> None:
    html = "<table><tr><th rowspan=2>a</th><td>b</td></tr><tr><td>c</td></tr></table>"
    assert [line.split() for line in terminal_text(html).splitlines()] == [["a", "b"], ["c"]]


def test_styles_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    html = "<p><strong>a</strong></p>"
    assert "\x1b" not in terminal_text(html)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1ma" in terminal_text(html)
