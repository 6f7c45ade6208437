"""A plan changed by taps alone in a real Chromium: what is on the screen is in every document."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from planner.knowledge import load
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.plan import Plan
from planner.model.visit import read_draft
from planner.visit.interview import interview
from records import Records
from tests.browser.conftest import downloaded, eventually, newest, settled
from tests.browser.test_consultation import axe_finds_nothing
from tests.conftest import sample_text
from tests.exports.fhir.bundles import done, parts
from ui.state.kept_visits import draft_of, summary_of

WALKING = "aerobic:any:walking"
OWN = "own:1"
WHOLE, TABLE, CALENDAR = "Everything in one file.pdf", "Table.csv", "Calendar.ics"
RECORDS, NOTE = "For another records system.fhir.json", "Note of the visit.txt"


class PlanSheet:
    """The plan on the screen, under a finger."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def row(self, line: str) -> Locator:
        return self.page.locator(f'[data-row="{line}"]')

    def stepper(self, line: str, value: str) -> Locator:
        return self.row(line).locator(f'[data-value="{value}"]')

    def number(self, line: str, value: str) -> str:
        return self.stepper(line, value).locator(".number").inner_text()

    def more(self, line: str, value: str, times: int = 1) -> None:
        for _ in range(times):
            self.stepper(line, value).locator(".up").click()

    @property
    def panel(self) -> Locator:
        return self.page.locator(".panel")

    def open(self, line: str) -> None:
        self.page.locator(f'.lines [data-open="{line}"]').click()
        expect(self.panel.locator(".body > *").first).to_be_visible()

    def pick(self, name: str) -> None:
        search = self.panel.get_by_role("searchbox")
        if search.is_visible():
            search.fill(name)
        self.panel.locator(".pick-one", has_text=name).first.click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def lines(self) -> list[str]:
        rows = self.page.locator(".row.movable").all()
        return [str(one.get_attribute("data-row")) for one in rows]


@pytest.fixture
def plan(page: Page, app: str, records: Records) -> PlanSheet:
    """A kept visit of a client with low back pain, at its plan."""
    page.set_viewport_size({"width": 1024, "height": 768})
    body = draft_of(sample_text("low-back-nothing-flagged")).as_text
    token = records.begin(body, summary_of(body), "1").token
    page.goto(f"{app}/?visit={token}")
    page.locator(".st-key-to-step-5 button").click()
    found = PlanSheet(page)
    expect(found.row("swedish")).to_be_visible()
    settled(page)
    return found


def on_the_disk(records: Records) -> Plan:
    """The plan of the visit as it lies on the disk, worked out anew."""
    found = interview(read_draft(records_text(records), load().known_ids), load())
    assert found is not None
    return found.plan


def records_text(records: Records) -> str:
    return records.open(records.clients().lines[0].latest).newest.body


def edits_on_the_disk(records: Records) -> list[tuple[str, str]]:
    return [(one["line"], one["change"]) for one in newest(records).get("edits", ())]


def a_picture(folder: Path) -> Path:
    file = folder / "photo.png"
    Image.new("RGB", (900, 600), "teal").save(file)
    return file


def test_ten_changes_by_taps_alone_stand_on_the_screen_on_the_disk_and_in_every_document(
    plan: PlanSheet, records: Records, tmp_path: Path
) -> None:
    page = plan.page
    expect(page.locator(".undo")).to_have_count(0)
    # 1 minutes: two quick taps count twice; 2 days
    plan.more(WALKING, "minutes", 2)
    expect(plan.stepper(WALKING, "minutes").locator(".number")).to_have_text("20 min")
    plan.stepper(WALKING, "days_per_week").locator(".down").click()
    eventually(lambda: values_of(records, WALKING), {"minutes": 20, "days_per_week": 4})
    # 3 pressure: what is forbidden changes nothing and says why
    firm = plan.stepper("swedish", "pressure").get_by_role("button", name="firm")
    firm.click(force=True)
    expect(page.locator(".told")).to_be_visible()
    plan.stepper("swedish", "pressure").get_by_role("button", name="light").click()
    expect(plan.row("swedish").locator(".chip")).to_have_text("changed")
    # 4 places
    plan.open("swedish")
    places = plan.panel.locator('[data-value="regions"] .choice[aria-pressed="true"]')
    before = places.count()
    places.last.click()
    expect(places).to_have_count(before - 1)
    # 5 a swap in one act
    plan.open("acupuncture")
    plan.pick("Yoga")
    expect(plan.row("yoga")).to_be_visible()
    expect(plan.row("acupuncture")).to_have_count(0)
    # 6 a task of one's own, with a picture; one line goes first, as there is no room for six
    last = plan.lines[-1]
    plan.open(last)
    plan.press("Take out")
    expect(plan.row(last)).to_have_count(0)
    plan.open("add:home")
    plan.press("My own task")
    plan.panel.get_by_label("What it is called").fill("Chin tucks at red lights")
    plan.panel.get_by_label("How it is done, for the client").fill("Five slow ones, <b>p</b>")
    plan.panel.locator("input[type=file]").set_input_files(a_picture(tmp_path))
    expect(plan.panel.get_by_text("photo.png")).to_be_visible()
    plan.press("Put it in")
    expect(plan.row(OWN)).to_contain_text("Chin tucks at red lights")
    expect(plan.row(OWN).locator("img")).to_be_visible()
    # 7 remove and 8 add
    plan.open("cbt")
    plan.press("Take out")
    expect(plan.row("cbt")).to_have_count(0)
    plan.open("add:beside")
    plan.pick("Music")
    expect(plan.row("music")).to_be_visible()
    # 9 undo twice, 10 redo
    plan.press("Undo")
    expect(plan.row("music")).to_have_count(0)
    plan.press("Undo")
    expect(plan.row("cbt")).to_be_visible()
    plan.press("Redo")
    expect(plan.row("cbt")).to_have_count(0)
    settled(page)
    agrees(plan, records)


def values_of(records: Records, line: str) -> object:
    edits = newest(records).get("edits", ())
    said = (one["values"] for one in edits if one["line"] == line and one.get("values"))
    return next(said, None)


def agrees(plan: PlanSheet, records: Records) -> None:
    """The screen, the disk and every document say the same of every line."""
    found = on_the_disk(records)
    the_screen_agrees(plan, found)
    tasks = [one.name or name_of(LineId(one.id), load()) for one in found.self_care]
    names = [*tasks, *(name_of(LineId(one.id), load()) for one in found.complementary)]
    papers = of_the_panel(plan, WHOLE, TABLE, CALENDAR, RECORDS, NOTE)
    pages = PdfReader(io.BytesIO(papers[WHOLE])).pages
    assert any(one.images for one in pages), "the therapist's picture is not on the paper"
    paper = " ".join(" ".join(one.extract_text() for one in pages).split())
    table = list(csv.DictReader(io.StringIO(papers[TABLE].decode("utf-8-sig"))))
    note = papers[NOTE].decode()
    for name in names:
        assert name in paper
        assert name in {row["what"] for row in table}
        assert name in note
    assert "Acupuncture" not in {row["what"] for row in table}
    minutes = {row["what"]: row["minutes a day"] for row in table}
    assert [minutes[name] for name in tasks] == [str(one.minutes) for one in found.self_care]
    days = {
        event.get("dtstart").dt for event in Calendar.from_ical(papers[CALENDAR]).walk("VEVENT")
    }
    assert {one.on for one in found.visits if one.minutes} <= {
        day.date() if hasattr(day, "date") else day for day in days
    }
    the_document_for_other_records_agrees(papers[RECORDS].decode(), found, names)


def the_screen_agrees(plan: PlanSheet, found: Plan) -> None:
    techniques = found.massage.techniques if found.massage else ()
    known = [*techniques, *found.complementary, *found.self_care]
    assert plan.lines == [str(one.id) for one in known]
    for one in found.self_care:
        assert plan.number(one.id, "minutes") == f"{one.minutes} min"
        assert plan.number(one.id, "days_per_week").split()[0] == str(one.days_per_week)
    for technique in techniques:
        pressed = plan.row(technique.id).locator(".choice[aria-pressed=true]")
        expect(pressed).to_have_text(technique.pressure.value)


def the_document_for_other_records_agrees(text: str, found: Plan, names: list[str]) -> None:
    """Each line is an activity with its days and minutes, each therapy asked of another."""
    lines = {one["code"]["text"]: one for one in done(text)}
    assert {*names} <= {*lines}
    for task, name in zip(found.self_care, names, strict=False):
        repeat = lines[name]["scheduledTiming"]["repeat"]
        assert (repeat["frequency"], repeat["duration"]) == (task.days_per_week, task.minutes)
    assert [one["code"]["text"] for one in parts(text, "ServiceRequest")] == [
        name_of(LineId(one.id), load()) for one in found.complementary
    ]
    massage = [
        day for one in lines.values() for day in one.get("scheduledTiming", {}).get("event", ())
    ]
    assert massage == [f"{one.on}" for one in found.visits if one.minutes]


def of_the_panel(plan: PlanSheet, *wanted: str) -> dict[str, bytes]:
    """The papers by title and kind of file, each looked at and taken."""
    page, taken = plan.page, {}
    plan.press("Hand over")
    rows = page.locator(".st-key-hand-over-papers").get_by_role("button")
    for one in wanted:
        title, _, kind = one.partition(".")
        rows.filter(has_text=re.compile(rf"{title}\s+[\w-]+\.{kind}$")).click()
        expect(page.locator(".st-key-looked-at h2")).to_have_text(title)
        settled(page)
        taken[one] = document(plan, "Download")
    plan.press("Close")
    return taken


def document(plan: PlanSheet, name: str) -> bytes:
    left = downloaded(plan.page, plan.page.get_by_role("button", name=name).first.click)
    return Path(left.path()).read_bytes()


@pytest.mark.slow
def test_undo_and_the_marks_outlive_a_reload_and_a_handed_out_plan_has_none(
    plan: PlanSheet, records: Records
) -> None:
    page = plan.page
    plan.more(WALKING, "minutes")
    expect(plan.row(WALKING).locator(".chip")).to_have_text("changed")
    page.reload()
    page.locator(".st-key-to-step-5 button").click()
    expect(plan.row(WALKING).locator(".chip")).to_have_text("changed")
    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_in_viewport(ratio=1)
    undo.click()
    expect(plan.stepper(WALKING, "minutes").locator(".number")).to_have_text("10 min")
    plan.press("Redo")
    expect(plan.stepper(WALKING, "minutes").locator(".number")).to_have_text("15 min")
    document(plan, "PDF")
    plan.open(WALKING)
    expect(plan.row(WALKING).locator(".chip")).to_have_count(0)


def test_keys_alone_move_a_line_and_set_its_numbers(plan: PlanSheet, records: Records) -> None:
    page = plan.page
    before = plan.lines
    first, second = [one for one in before if ":" in one][:2]
    plan.row(first).locator(".grip").focus()
    page.keyboard.press("ArrowDown")
    expect(plan.row(first).locator(".grip")).to_be_focused()
    eventually(lambda: (first, "move") in edits_on_the_disk(records), True)
    settled(page)
    assert plan.lines.index(first) == plan.lines.index(second) + 1 == before.index(second)
    number = plan.stepper(WALKING, "minutes").locator(".number")
    number.focus()
    page.keyboard.press("ArrowUp")
    expect(number).to_have_text("15 min")
    page.keyboard.type("22")
    page.keyboard.press("Enter")
    expect(number).to_have_text("22 min")
    eventually(lambda: values_of(records, WALKING), {"minutes": 22})
    assert plan.lines[-len(on_the_disk(records).self_care) :] == [
        str(one.id) for one in on_the_disk(records).self_care
    ]


def test_a_held_sign_repeats_and_nothing_moves_under_the_finger(plan: PlanSheet) -> None:
    page = plan.page
    sign = plan.stepper(WALKING, "minutes").locator(".up")
    sign.scroll_into_view_if_needed()
    before = sign.bounding_box()
    assert before
    sign.hover()
    page.mouse.down()
    number = plan.stepper(WALKING, "minutes").locator(".number")
    for passed in ("10 min", "15 min"):
        expect(number).not_to_have_text(passed)
    page.mouse.up()
    expect(page.locator(".undo")).to_be_visible()
    settled(page)
    after = sign.bounding_box()
    assert after and abs(after["y"] - before["y"]) < 1


SIZES = [
    pytest.param((1024, 768), "light", id="tablet"),
    pytest.param((768, 1024), "dark", id="portrait", marks=pytest.mark.slow),
    pytest.param((390, 844), "light", id="phone", marks=pytest.mark.slow),
    pytest.param((1440, 900), "dark", id="desk", marks=pytest.mark.slow),
]
SHEET = """
  const root = document.querySelector(".plan_sheet") ?? [...document.querySelectorAll("*")]
    .map((one) => one.shadowRoot?.querySelector(".plan_sheet")).find(Boolean);
"""
CUT = f"""
() => {{
  {SHEET}
  return [...root.querySelectorAll(".choice, .number")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent);
}}
"""
SMALL = f"""
() => {{
  {SHEET}
  return [...root.querySelectorAll("button, input:not(.unseen), textarea")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.className + one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 43.9 || box.height < 43.9))
    .map(([name, box]) => `${{name}} ${{box.width}}x${{box.height}}`);
}}
"""


@pytest.fixture
def looks(page: Page) -> Iterator[Page]:
    yield page
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize(("size", "scheme"), SIZES)
def test_every_target_is_large_and_axe_finds_nothing(
    plan: PlanSheet, looks: Page, size: tuple[int, int], scheme: str
) -> None:
    page = plan.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for line in ("swedish", WALKING, "add:home", "add-own"):
        if line == "add-own":
            plan.press("My own task")
        else:
            plan.open(line)
        settled(page)
        assert page.evaluate(SMALL) == []
        assert page.evaluate(CUT) == []
        axe_finds_nothing(page, f"the plan with {line} open, {size[0]} wide")
        if size[0] < 900 and line != "add:home":
            page.get_by_role("button", name="Close", exact=True).click()
