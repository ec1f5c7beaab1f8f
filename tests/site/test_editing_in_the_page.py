"""A real browser edits a served site: what is then in the files is what the command writes, whoever drives it, and nothing is lost."""

from __future__ import annotations

import difflib
import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from enhancement_roadmap.loading import load
from support.axe import faults
from support.editable import EDITABLE, KEYS
from support.repository import ScratchRepository
from support.server import serve
from support.serving import Watched, mkdocs_serve, save, wait_until
from support.site import Site

pytestmark = pytest.mark.browser

REQUESTS = Path(__file__).parents[1] / "editing" / "requests"
NOTE = re.compile(r'data-roadmap-live="([^"]*)"')
SOON = 10_000
SEEN = 1_500
"""Milliseconds until a server has seen a change, and built the site again."""
KEYS_FILE = "enhancements/01-keys.yml"


@dataclass(frozen=True)
class Served:
    """A site that is served, with its roadmap folder."""

    address: str
    data: Path

    def reset(self) -> bool:
        """Give the folder its files again, each at once, and wait until no page shows another state; whether any was changed."""
        changed = self.changed()
        for name in changed:
            if name not in EDITABLE:
                (self.data / name).unlink()
            else:
                save(self.data / name, EDITABLE[name])
        wait_until(lambda: self.note()["roadmaps"]["roadmap"]["state"] == self.first, "pages show the first state again", 30)
        return bool(changed)

    def note(self) -> Any:
        """What pages are told."""
        with urllib.request.urlopen(f"{self.address}roadmap/", timeout=60) as response:  # noqa: S310  (an address of this machine)
            found = NOTE.search(response.read().decode())
        assert found
        return json.loads(unescape(found[1]))

    @property
    def first(self) -> str:
        """Name of the first state: files are told apart by their contents alone."""
        return str(json.loads((self.data.parent / "first.json").read_text())["state"])

    def changed(self) -> dict[str, str]:
        """The files that are otherwise than they were; names that start with a dot are of whoever is just writing."""
        files = [path for path in self.data.rglob("*.yml") if not path.name.startswith(".")]
        there = {path.relative_to(self.data).as_posix(): path.read_text(encoding="utf-8") for path in files}
        return {name: text for name, text in there.items() if text != EDITABLE.get(name)}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Served]:
    request.getfixturevalue("browser")  # without one, nothing is served
    root = tmp_path_factory.mktemp("served")
    site = Site(root / "project")
    site.data(EDITABLE)
    site.settings["theme"] = {"name": "material", "font": False, "palette": {"scheme": "default"}, "features": ["navigation.instant"]}
    site.configure()
    repository = ScratchRepository(site.root)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.record("The plan")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", "1795737600")
    with mkdocs_serve(site, root / "log") as address:
        found = Served(address, site.root / "roadmap-data")
        (site.root / "first.json").write_text(json.dumps(found.note()["roadmaps"]["roadmap"]))
        yield found
    patch.undo()


@pytest.fixture
def still(served: Served, page: Page) -> Page:
    """A page that no build reloads, so that only what it does itself is seen."""
    served.reset()
    page.set_default_timeout(SOON)
    page.route("**/livereload/**", lambda route: route.abort())
    return page


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def more(page: Page, words: str, press: Callable[[Locator], None], what: str) -> None:
    press(button(page, f"More for: {words}"))
    press(button(page.get_by_role("group", name=f"More for: {words}"), what))


def fill(page: Page, press: Callable[[Locator], None], **fields: str) -> None:
    dialog = page.locator(".er-edit-dialog")
    for label, words in fields.items():
        field = dialog.get_by_label(re.compile(rf"^{label.replace('_', ' ')}( \(needed\))?$"))
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)
    press(button(dialog, "Save"))


Press = Callable[[Locator], None]
Act = Callable[[Page, Press], None]


def tick(page: Page, press: Press) -> None:
    more(page, "Store them", press, "Day and evidence")
    fill(page, press, Done_on="2026-11", Done_by="Ada", Evidence="The list")


def assess(page: Page, press: Press) -> None:
    press(button(page, "Assess"))
    page.locator(".er-edit-dialog").get_by_label("Risk Slight (1), Impact Large (2)").check()
    fill(page, press, Why_there="No: less", Assessed_by="Ada")


def opened(name: str, **fields: str) -> Act:
    def act(page: Page, press: Press) -> None:
        press(button(page, name))
        fill(page, press, **fields)

    return act


def of_requirement(words: str, what: str, **fields: str) -> Act:
    def act(page: Page, press: Press) -> None:
        more(page, words, press, what)
        if fields:
            fill(page, press, **fields)

    return act


def moved(name: str, what: str, **fields: str) -> Act:
    def act(page: Page, press: Press) -> None:
        press(button(page, f"Move: {name}").first)
        press(button(page.get_by_role("group", name=f"Move: {name}").first, what))
        if fields:
            fill(page, press, **fields)

    return act


def untick(page: Page, press: Press) -> None:
    more(page, "Keep a year", press, "Needed again")


KEYS_PAGE, LOGS_PAGE, AUDIT_PAGE = (f"enhancements/{name}/" for name in ("keys", "logs", "audit"))
LONG = "One paragraph.\n\n- a list\n- of two"
ACTS: dict[str, tuple[str, Act]] = {
    "tick": (KEYS_PAGE, tick),
    "tick-a-sentence": (KEYS_PAGE, lambda page, press: press(page.get_by_role("checkbox", name="Rotate them"))),
    "untick": (LOGS_PAGE, untick),
    "waive": (KEYS_PAGE, of_requirement("Lose none", "Not needed, because …", Why_it_need_not_be_done="None is lost.")),
    "add-requirement": (KEYS_PAGE, opened("Add a requirement", What_is_required="Count them: all")),
    "reword-requirement": (KEYS_PAGE, of_requirement("Lose none", "Reword", What_is_required="Lose none, ever")),
    "place-requirement-up": (KEYS_PAGE, of_requirement("Store them", "Up")),
    "remove-requirement": ("checklists/", of_requirement("Store them", "Remove")),
    "set": (
        KEYS_PAGE,
        opened("Edit", Owner="Ada", Labels="a, b", Estimate="1-2 weeks", Hours="3", Priority=""),
    ),
    "set-a-long-text": (AUDIT_PAGE, opened("Edit", Description=LONG)),
    "status": (KEYS_PAGE, opened("Status", Status="triggered", Why="It is time.")),
    "assess": (KEYS_PAGE, assess),
    "defer": (AUDIT_PAGE, opened("Put off", Until="2027-03", Why="No one")),
    "accept": (AUDIT_PAGE, opened("Accept the risk", Accepted_by="Grace", Until="2027-06", Why="Rare")),
    "order": ("plan/", moved("Audit", "Before another", Before="keys")),
    "plan": ("plan/", moved("Keys", "To a phase or quarter", Phase_or_quarter="later")),
    "unplan": ("plan/", moved("Keys", "Out of here")),
    "new": ("", opened("New enhancement", Title="Key rotation", Priority="high", Trigger="When keys are old")),
    "reading": ("decisions/", opened("Add a reading: calls a day", Value="7", Read_on="2026-11-25", Source="The log")),
    "review": ("governance/", opened("Held: Monthly", Held_by="ada", Verdict="agreed", Remark="All well")),
    "readiness": (KEYS_PAGE, opened("Readiness", Criterion="owner-named", Met="partly")),
}


def by_mouse(element: Locator) -> None:
    element.click()


def by_keyboard(element: Locator) -> None:
    element.focus()
    element.press("Space")


def golden(name: str) -> str:
    return (REQUESTS / f"{name}.txt").read_text(encoding="utf-8").split("\n", 2)[2]


def diff_of(served: Served) -> str:
    lines = list[str]()
    for name, text in sorted(served.changed().items()):
        before, after = EDITABLE.get(name, "").splitlines(keepends=True), text.splitlines(keepends=True)
        lines += difflib.unified_diff(before, after, f"before/{name}", f"after/{name}", n=1)
    return "".join(lines)


@pytest.mark.parametrize("name", ACTS)
def test_each_edit_writes_what_its_command_writes(name: str, served: Served, still: Page) -> None:
    where, act = ACTS[name]
    press = by_mouse if list(ACTS).index(name) % 2 else by_keyboard
    still.goto(f"{served.address}roadmap/{where}", wait_until="load")
    act(still, press)
    wait_until(lambda: bool(served.changed()), f"{name} is written", 10)
    assert diff_of(served) == golden(name)
    expect(still.locator(".er-edit-status")).to_contain_text("Saved.")
    expect(still.locator(".er-edit-dialog")).to_have_count(0)


def test_an_enhancement_is_dragged_to_another_cell_of_the_matrix_and_the_reason_is_asked_for(served: Served, still: Page) -> None:
    still.goto(f"{served.address}roadmap/matrix/", wait_until="load")
    item = still.locator(".er-matrix li", has_text="Keys")
    item.drag_to(still.locator('.er-matrix td[data-column="Slight × Large"]'))
    dialog = still.locator(".er-edit-dialog")
    expect(dialog.get_by_label("Risk Slight (1), Impact Large (2)")).to_be_checked()
    button(dialog, "Save").click()
    expect(dialog.get_by_role("alert").or_(dialog.locator(".er-edit-problem:visible")).first).to_be_visible()
    assert served.changed() == {}
    fill(still, by_mouse, Why_there="No: less", Assessed_by="Ada")
    wait_until(lambda: bool(served.changed()), "it is written", 10)
    assert diff_of(served) == golden("assess")
    still.locator("article li[draggable]", has_text="Logs").drag_to(still.locator('.er-matrix td[data-column="Slight × Large"]'))
    expect(still.locator(".er-edit-dialog .er-edit-subject")).to_have_text("3. Logs")


def test_an_enhancement_is_dragged_to_another_phase_or_before_another(served: Served, still: Page) -> None:
    still.goto(f"{served.address}roadmap/plan/", wait_until="load")
    still.locator("#phase-first li", has_text="Keys").drag_to(still.locator("#phase-later"))
    wait_until(lambda: bool(served.changed()), "it is written", 10)
    assert diff_of(served) == golden("plan")
    unplanned = still.locator(".er-steps ~ .er-names").first
    unplanned.locator("li", has_text="Logs").drag_to(unplanned.locator("li", has_text="Audit"))
    wait_until(lambda: "order:\n" in served.changed()["plan.yml"], "it is written", 10)
    roadmap = load(served.data).roadmap
    assert roadmap is not None
    assert [item.id for item in roadmap.enhancements] == ["keys", "logs", "audit"]
    still.locator("#phase-later li", has_text="Keys").drag_to(unplanned.locator("li", has_text="Logs"))
    wait_until(lambda: "keys" not in served.changed()["plan.yml"].partition("order:")[0], "it is in no phase", 10)
    still.locator("#quarter-q1 li", has_text="Audit").drag_to(unplanned)
    expect(unplanned.locator("li")).to_have_count(3)
    assert "[audit]" in served.changed()["plan.yml"]


@pytest.fixture
def watched(served: Served, page: Page) -> Watched:
    if served.reset():
        page.wait_for_timeout(SEEN)  # the server has yet to see it
    page.set_default_timeout(SOON)
    return Watched(page, f"{served.address}roadmap/enhancements/keys/")


def test_the_box_answers_at_once_the_page_is_reloaded_once_and_focus_and_place_stay(served: Served, watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size({"width": 800, "height": 300})
    box = page.get_by_role("checkbox", name="Store them")

    def tick_it() -> None:
        box.scroll_into_view_if_needed()
        box.focus()
        box.press("Space")
        assert box.is_checked()
        watched.top = page.evaluate("scrollY")  # type: ignore[attr-defined]

    assert watched.reloads_after(tick_it) == 1
    assert box.is_checked()
    assert box.evaluate("box => box === document.activeElement")
    assert abs(page.evaluate("scrollY") - watched.top) < 60  # type: ignore[attr-defined]
    assert "done: 2026-11-27" in served.changed()[KEYS_FILE]
    page.set_viewport_size({"width": 1100, "height": 800})
    page.get_by_role("button", name="What I have changed (").click()
    dialog = page.locator(".er-edit-dialog")
    expect(dialog).to_contain_text("Requirement completed: Store them")
    expect(dialog).to_contain_text("git add -- roadmap-data")
    dialog.get_by_role("button", name="Undo: Done: Keys: Store them").first.click()
    wait_until(lambda: not served.changed(), "it is taken back", 10)


def test_a_requirement_goes_down_by_keyboard_place_by_place_though_each_is_a_reload(served: Served, watched: Watched) -> None:
    page = watched.page
    button(page, "More for: Rotate them").press("Enter")
    down = button(page.get_by_role("group", name="More for: Rotate them"), "Down")
    down.focus()
    assert watched.reloads_after(lambda: page.keyboard.press("Enter")) == 1
    assert down.evaluate("down => down === document.activeElement")
    page.keyboard.press("Enter")
    wait_until(lambda: re.search("Store.*Lose.*Rotate", served.changed()[KEYS_FILE], re.DOTALL) is not None, "it is the last", 10)
    expect(page.locator(".er-checklist > li").last).to_contain_text("Rotate them")
    page.keyboard.press("Enter")
    expect(page.locator(".er-edit-status")).to_have_text("It is the last one.")


def test_what_is_typed_outlives_an_edit_in_an_editor_and_a_clash_shows_both_versions(served: Served, watched: Watched) -> None:
    page = watched.page
    button(page, "Edit").click()
    dialog = page.locator(".er-edit-dialog")
    dialog.get_by_label("Title (needed)").fill("My keys")
    theirs = KEYS.replace("title: Keys", "title: Their keys").replace("Rotate them", "Rotate all")
    assert watched.reloads_after(lambda: save(served.data / KEYS_FILE, theirs)) == 1
    expect(dialog.get_by_label("Title (needed)")).to_have_value("My keys")
    button(dialog, "Save").click()
    expect(dialog).to_contain_text("Somebody else has changed this meanwhile.")
    expect(dialog.locator("dd")).to_have_text(["Keys", "Their keys", "My keys"])
    expect(dialog.locator("dd").last).to_be_in_viewport()
    assert served.changed()[KEYS_FILE] == theirs
    button(dialog, "Write mine all the same").click()
    expect(dialog).to_have_count(0)
    assert served.changed()[KEYS_FILE] == theirs.replace("Their keys", "My keys")


def test_an_edit_is_taken_back_where_it_is_said(served: Served, still: Page) -> None:
    still.goto(f"{served.address}roadmap/checklists/", wait_until="load")
    still.get_by_role("checkbox", name="Store them").check()
    expect(still.locator(".er-edit-status")).to_have_text("Saved. Done: Keys: Store them")
    button(still, "Undo").press("Enter")
    expect(still.locator(".er-edit-status")).to_have_text("Taken back. Done: Keys: Store them")
    assert served.changed() == {}


def test_two_tabs_and_an_editor_at_once_lose_nothing(served: Served, still: Page, browser: Browser) -> None:
    other = browser.new_context().new_page()
    other.route("**/livereload/**", lambda route: route.abort())
    for tab in (still, other):
        tab.goto(f"{served.address}roadmap/enhancements/keys/", wait_until="load")
    save(served.data / KEYS_FILE, KEYS.replace("title: Keys", "title: Their keys"))
    still.get_by_role("checkbox", name="Store them").check()
    other.get_by_role("checkbox", name="Rotate them").check()
    for tab in (still, other):
        expect(tab.locator(".er-edit-status")).to_contain_text("Saved.")
    text = served.changed()[KEYS_FILE]
    assert ("Their keys" in text, text.count("done: 2026-11-27")) == (True, 2)
    other.context.close()


def test_boxes_clicked_quickly_one_after_the_other_are_all_written_though_the_page_is_reloaded(served: Served, watched: Watched) -> None:
    page = watched.page
    for words in ("Rotate them", "Store them", "Lose none"):
        page.get_by_role("checkbox", name=words).check()
    page.get_by_role("checkbox", name="Store them").uncheck()
    page.reload(wait_until="load")
    wait_until(lambda: served.changed().get(KEYS_FILE, "").count("done: 2026-11-27") == 2, "all are written", 10)
    assert "{id: store, text: Store them}" in served.changed()[KEYS_FILE]


FRAME = """address => new Promise((done) => {
  const frame = document.querySelector("iframe");
  frame.onload = done;
  frame.src = address;
})"""


def test_a_page_on_another_port_of_this_machine_can_not_tick_a_box(served: Served, page: Page, tmp_path: Path) -> None:
    served.reset()
    tick_it = {"do": {"operation": "tick", "enhancement": "keys", "requirement": "store"}, "state": served.first, "key": "k" * 12}
    (tmp_path / "index.html").write_text("<!doctype html><title>Another</title><iframe></iframe>", encoding="utf-8")
    script = """async ([address, secret, body]) => {
      const send = (headers, mode) => fetch(address, { method: "POST", mode, headers, body }).then((got) => got.status, () => "failed");
      const json = { "Content-Type": "application/json", "X-Roadmap-Secret": secret };
      const read = await fetch(address.replace(".edit/do", "")).then((got) => got.text(), () => "failed");
      return [await send(json, "cors"), await send({ "Content-Type": "text/plain" }, "no-cors"), read];
    }"""
    with serve(tmp_path) as elsewhere:
        page.goto(elsewhere, wait_until="load")
        found = page.evaluate(script, [f"{served.address}roadmap/.edit/do", served.note()["secret"], json.dumps(tick_it)])
        assert found == ["failed"] * 3
        page.evaluate(FRAME, f"{served.address}roadmap/enhancements/keys/")
        assert page.frames[1].locator("[data-live-key]").count() == 0
    assert served.changed() == {}


def test_by_another_name_of_the_server_editing_is_off_and_that_is_said(served: Served, page: Page) -> None:
    served.reset()
    page.route(
        "**/roadmap/enhancements/keys/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("127.0.0.1:", "192.0.2.1:").replace("localhost:", "l:"), content_type="text/html"
        ),
    )
    page.goto(f"{served.address}roadmap/enhancements/keys/", wait_until="load")
    assert "Editing is off here" in page.locator("article").inner_text()
    assert page.locator("[data-live-key]").count() == 0


FINGER = "[...document.querySelectorAll('button[data-live-key]')].filter((each) => each.checkVisibility() && each.offsetHeight < 44).length"
WIDER = "(() => { const shown = document.querySelector('.er-edit-dialog'); return shown.scrollWidth - shown.clientWidth; })()"


def test_what_the_script_adds_has_no_fault_and_is_large_enough_for_a_finger(served: Served, browser: Browser) -> None:
    served.reset()
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.route("**/livereload/**", lambda route: route.abort())
    for where, name, scheme in (
        (KEYS_PAGE, "Assess", "slate"),
        (KEYS_PAGE, "Edit", "default"),
        ("plan/", "What I have changed", "default"),
        ("matrix/", "Assess again: Keys", "slate"),
    ):
        page.goto(f"{served.address}roadmap/{where}", wait_until="load")
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        page.wait_for_timeout(500)  # the theme's colours change slowly
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate(FINGER) == 0
        page.get_by_role("button", name=name).first.click()
        page.locator(".er-edit-dialog").wait_for()
        assert faults(page, ".er-edit-dialog") == []
        assert page.evaluate(WIDER) <= 0
        page.keyboard.press("Escape")
    context.close()


def test_instant_navigation_brings_the_controls_to_the_next_page(served: Served, still: Page) -> None:
    still.goto(f"{served.address}roadmap/", wait_until="load")
    still.evaluate("window.isTheSame = true")
    for name in ("Plan", "Roadmap"):  # the links of a picture are no obstacle
        still.locator(".md-nav a:visible", has_text=name).last.click()
        expect(still.locator("h1")).to_contain_text("Security roadmap" if name == "Roadmap" else name)
    still.locator("article th a", has_text="Keys").first.click()
    still.get_by_role("checkbox", name="Store them").check()
    expect(still.locator(".er-edit-status")).to_contain_text("Saved.")
    assert still.evaluate("window.isTheSame") is True


def test_under_a_strict_policy_the_script_does_nothing_that_is_kept_from_it(served: Served, still: Page) -> None:
    policy = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:"}

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    still.route("**/enhancements/keys/", strict)
    still.add_init_script("window.kept = []; addEventListener('securitypolicyviolation', (event) => kept.push(event.sourceFile ?? ''))")
    still.goto(f"{served.address}roadmap/{KEYS_PAGE}", wait_until="load")
    opened("Edit", Owner="Ada")(still, by_keyboard)
    expect(still.locator(".er-edit-status")).to_contain_text("Saved.")
    assert [file for file in still.evaluate("kept") if file.endswith("edit.js")] == []


def test_a_form_that_was_saved_while_the_page_was_reloaded_is_done(served: Served, still: Page) -> None:
    still.goto(f"{served.address}roadmap/{KEYS_PAGE}", wait_until="load")
    button(still, "Add a requirement").click()
    still.route("**/.edit/do", lambda _: None, times=1)  # no answer comes before the page is left
    fill(still, by_mouse, What_is_required="Count them: all")
    still.reload(wait_until="load")
    expect(still.locator(".er-edit-status")).to_contain_text("Saved.")
    expect(still.locator(".er-edit-dialog")).to_have_count(0)
    assert diff_of(served) == golden("add-requirement")
