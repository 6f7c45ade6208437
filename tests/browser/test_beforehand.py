"""The client holds the screen: questions alone, the own plan; and a paper typed in."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from planner.knowledge import load
from planner.model.vocabulary import Answer
from planner.visit.beforehand.paper_form import paper_form
from planner.visit.beforehand.tablet_screens import screens
from planner.visit.said.answers import answered
from records import Records, VisitSummary
from tests.browser.conftest import PATIENCE, eventually, settled
from tests.browser.safety import GLANCE
from tests.conftest import sample_text
from tests.visit.drafts import draft_with

A_SECOND = 1_100  # milliseconds in which a new screen is deaf
HELD = 2_400  # milliseconds that a therapist holds
TWICE = "one => { one.click(); setTimeout(() => one.click(), 300); }"
MOST_KEYS = 60  # of a typical form: two minutes at one every two seconds
KNOWN = load()
SETTLED = {  # what the therapist says to each yes, not sure and blank of the paper
    "p-anticoagulant": "yes",
    "p-immunosuppressed": "yes",
    "p-diabetes": "no",
    "p-neuropathy": "no",
    "p-falls-risk": "no",
    "p-opioid-sedative": "unsure",
}


def kept(records: Records, text: str) -> str:
    """A visit among the records; the token that names it."""
    facts = VisitSummary("T.T.", draft_with("neck-pain").on, None)
    return records.begin(text, facts, KNOWN.review.version).token


def visit(records: Records, token: str) -> dict:
    return json.loads(records.open(token).newest.body)


def beforehand(records: Records, token: str) -> dict:
    return visit(records, token).get("beforehand", {})


def answers(records: Records, token: str) -> dict:
    return {row: one["answer"] for row, one in beforehand(records, token).items()}


def opened(page: Page, app: str, token: str, step: int, width: int = 1024) -> None:
    page.set_viewport_size({"width": width, "height": 768 if width > 500 else 844})
    page.goto(f"{app}/?visit={token}")
    page.locator(".st-key-steps button").nth(step - 1).click(timeout=PATIENCE)
    settled(page)


def axe_finds_nothing(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def nobody_else_in_sight(page: Page) -> None:
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    assert "T.T." not in page.locator("body").inner_text()


def held(button: Locator, milliseconds: int = HELD) -> None:
    """A finger that stays; the page is not waited for in between."""
    button.hover()
    button.page.mouse.down()
    button.page.wait_for_timeout(milliseconds)
    button.page.mouse.up()


def see_all(alone: Locator) -> int:
    """Tap on to what is below until every line was in sight; how many taps that took."""
    end, taps = alone.locator(".end"), 0
    while "below" in end.inner_text():
        before = end.inner_text()
        alone.page.wait_for_timeout(GLANCE)
        end.click(force=True)
        expect(end).not_to_have_text(before)
        taps += 1
    return taps


def test_a_client_answers_alone_and_only_the_therapist_ends_it(
    app: str, page: Page, records: Records
) -> None:
    token = kept(records, draft_with("low-back-pain").as_text)
    opened(page, app, token, step=3)
    page.get_by_role("button", name="Alone on the tablet").click()
    alone = page.locator(".alone")
    expect(alone.get_by_role("heading")).to_have_text("Does any of this fit you?")
    nobody_else_in_sight(page)
    axe_finds_nothing(page)
    assert all(
        round(one.bounding_box()["height"]) >= 72
        for one in alone.locator(".row, .plain:visible, .end").all()
    )

    sickle = alone.get_by_role("button", name=re.compile("sickle"))
    page.wait_for_timeout(GLANCE)
    sickle.click()
    alone.get_by_role("button", name="I am not sure about one").click()
    alone.get_by_role("button", name=re.compile("cirrhosis")).click()
    expect(sickle).to_have_attribute("aria-pressed", "true")
    tapped = {"p-sickle-cell": "yes", "p-liver-advanced": "unsure"}
    eventually(lambda: answers(records, token), tapped)  # though the screen is not done yet

    page.wait_for_timeout(A_SECOND)
    first, second = screens(draft_with("low-back-pain"), KNOWN)[:2]
    see_all(alone)
    alone.get_by_role("button", name="Done, go on").dblclick()  # the second tap ends nothing
    stands = alone.get_by_role("button", name=second.questions[0].question)
    expect(stands).to_be_visible()
    none = {one.id: "no" for one in first.questions}
    eventually(lambda: answers(records, token), {**none, **tapped})

    for _ in range(3):
        page.go_back()
        settled(page)
        expect(alone.get_by_role("heading")).to_be_visible()
        nobody_else_in_sight(page)
    page.reload()
    expect(stands).to_be_visible(timeout=PATIENCE)
    nobody_else_in_sight(page)

    alone.get_by_role("button", name="Give the tablet back").click()
    expect(alone.get_by_text("Please give the tablet back")).to_be_visible()
    hold = alone.get_by_role("button", name=re.compile("hold"))
    hold.click()
    held(hold, 700)
    expect(alone.get_by_text("Please give the tablet back")).to_be_visible()
    held(hold)
    expect(page.get_by_role("link", name="Clients")).to_be_visible()
    assert "view" not in page.url


HEIGHT = """() => { const main = document.querySelector("[data-testid=stMain]");
                    return main.scrollHeight / main.clientHeight; }"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [1024, 390])
def test_every_list_needs_one_scroll_at_most_and_is_seen_before_it_ends(
    app: str, page: Page, records: Records, width: int
) -> None:
    token = kept(records, draft_with("low-back-pain", "neck-pain").as_text)
    page.set_viewport_size({"width": width, "height": 768 if width > 500 else 844})
    page.goto(f"{app}/?visit={token}&view=alone")
    alone = page.locator(".alone")
    expect(alone.get_by_role("heading")).to_be_visible(timeout=PATIENCE)
    for screen in screens(draft_with("low-back-pain", "neck-pain"), KNOWN):
        first = screen.questions[0]
        expect(alone.get_by_text(first.question, exact=True)).to_be_attached()
        page.wait_for_timeout(A_SECOND)
        asked = alone.locator(".body").inner_text()
        if len(screen.questions) > 1 or first.ticks:
            assert page.evaluate(HEIGHT) <= 2, first.id
            see_all(alone)
            alone.locator(".end").click()
        else:
            alone.get_by_role("button", name="No", exact=True).click()
        expect(alone.locator(".body")).not_to_have_text(asked, use_inner_text=True)
    expect(alone.get_by_text("Please give the tablet back")).to_be_visible()


@pytest.mark.slow
def test_what_is_private_is_asked_alone_and_an_urgent_yes_is_told_at_once(
    app: str, page: Page, records: Records
) -> None:
    draft = draft_with("low-back-pain")
    asked = {row: Answer.NO for row, one in KNOWN.rows.items() if one.group != "mood-and-safety"}
    token = kept(records, answered(draft, asked, KNOWN).as_text)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app}/?visit={token}&view=alone")
    alone = page.locator(".alone")
    expect(alone.get_by_text("A question for you alone")).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    while not (sign := alone.get_by_role("button", name="I cannot keep myself")).count():
        before = alone.get_by_role("heading").inner_text()
        page.wait_for_timeout(A_SECOND)
        alone.get_by_role("button", name="No", exact=True).click()
        expect(alone.get_by_role("heading")).not_to_have_text(before)
    assert "Mood" not in page.locator("body").inner_text()
    axe_finds_nothing(page)
    sign.scroll_into_view_if_needed()
    page.wait_for_timeout(GLANCE)
    sign.click()
    page.wait_for_timeout(A_SECOND)
    alone.get_by_role("button", name="Done, go on").click()
    expect(alone.get_by_role("heading")).to_have_text("Thank you for telling us")
    eventually(lambda: answers(records, token).get("rf-suicidal"), "yes")
    alone.get_by_role("button", name="Go on with the questions").click()
    expect(alone.get_by_text("A question for you alone")).to_be_visible()


def confirm_what_was_typed_in(page: Page, records: Records, token: str) -> None:
    """Each yes, not sure and blank by its own tap; then the plain no of a group, once seen."""
    expect(page.get_by_role("heading", name="The client answered beforehand")).to_be_visible()
    assert not visit(records, token)["answers"]
    rows = page.locator(".safety .row")
    expect(rows).to_have_count(6)
    axe_finds_nothing(page)
    for row, answer in SETTLED.items():
        rows.and_(page.locator(f"[data-id={row}]")).locator(
            f".answer[data-value={answer}]"
        ).first.click()
    for degree in page.locator(".safety .row .after .answer[data-value=no]").all():
        degree.click()
    eventually(lambda: {row: visit(records, token)["answers"].get(row) for row in SETTLED}, SETTLED)
    assert visit(records, token)["ticked"] == {"p-immunosuppressed": ["chemo"]}
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text(re.compile("The client said no to"))).to_be_visible()
    page.wait_for_timeout(A_SECOND)
    page.locator(".safety .foot .none").click()
    eventually(lambda: visit(records, token)["answers"].get("p-sickle-cell"), "no")
    assert "p-steroid-long-term" not in visit(records, token)["answers"]  # not on the screen yet


@pytest.mark.slow
def test_a_paper_is_typed_in_by_its_numbers(app: str, page: Page, records: Records) -> None:
    token = kept(records, draft_with("low-back-pain").as_text)
    opened(page, app, token, step=3)
    page.get_by_role("button", name="Type in from paper").click()
    entry = page.locator(".paper-entry")
    expect(entry.locator(".line").first).to_be_visible()
    axe_finds_nothing(page)
    sheets = paper_form(["low-back-pain"], KNOWN)
    ids = {line.question.id for sheet in sheets for line in sheet.lines}
    wanted = {
        "p-immunosuppressed": "ya", "p-diabetes": "y", "p-anticoagulant": "y", "p-falls-risk": "u",
        "p-opioid-sedative": " ", "p-neuropathy": "y",
    }  # fmt: skip
    keys = 0
    for sheet in sheets:
        expect(entry.locator("[aria-current]")).to_have_text(str(sheet.number))
        expect(entry.locator(".rest[aria-disabled=false]")).to_be_visible()
        for line in sheet.lines:
            typed = f"{line.number}{wanted[line.question.id]}" if line.question.id in wanted else ""
            page.keyboard.type(typed)
            keys += len(typed)
        page.keyboard.press("Enter")
        keys += 1
    expect(entry.locator(".rest")).to_contain_text("Done typing")
    entry.get_by_role("button", name="Done typing").first.click()
    eventually(lambda: set(beforehand(records, token)), ids)
    said = beforehand(records, token)
    assert {row: one["answer"] for row, one in said.items() if one["answer"] != "no"} == {
        "p-immunosuppressed": "yes", "p-diabetes": "yes", "p-anticoagulant": "yes",
        "p-falls-risk": "unsure", "p-opioid-sedative": None, "p-neuropathy": "yes",
    }  # fmt: skip
    assert said["p-immunosuppressed"]["ticked"] == ["chemo"]
    assert {one["medium"] for one in said.values()} == {"paper"}
    confirm_what_was_typed_in(page, records, token)
    print(f"{len(ids)} questions typed in with {keys + 1} keys")
    assert keys < MOST_KEYS


@pytest.mark.slow
def test_a_second_tap_on_what_is_below_ends_no_sheet_of_the_paper(
    app: str, page: Page, records: Records
) -> None:
    token = kept(records, draft_with("low-back-pain").as_text)
    opened(page, app, token, step=3, width=390)
    page.get_by_role("button", name="Type in from paper").click()
    entry = page.locator(".paper-entry")
    sheet, rest = entry.locator("[aria-current]"), entry.locator(".rest")
    expect(sheet).to_have_text("1")
    turns = 0
    page.wait_for_timeout(A_SECOND)
    while "below" in rest.inner_text():
        rest.evaluate(TWICE)
        page.wait_for_timeout(A_SECOND)
        turns += 1
    assert turns
    expect(sheet).to_have_text("1")
    expect(entry.locator(".line [aria-pressed=true]")).to_have_count(0)
    expect(entry.locator(".rest[aria-disabled=false]")).to_be_visible()
    rest.click()
    expect(sheet).to_have_text("2")
    first = {line.question.id: "no" for line in paper_form(["low-back-pain"], KNOWN)[0].lines}
    eventually(lambda: answers(records, token), first)


@pytest.mark.slow
def test_the_client_sees_the_own_plan_on_a_phone(app: str, page: Page, records: Records) -> None:
    token = kept(records, sample_text("knee-anticoagulant"))
    opened(page, app, token, step=5, width=390)
    page.get_by_role("button", name="Show to client").click()
    shown = page.locator(".plan-shown")
    expect(shown.get_by_role("heading", name="Your plan")).to_be_visible()
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    axe_finds_nothing(page)
    first = shown.locator(".care p").first
    expect(first).to_contain_text("You take a blood thinner")
    week = shown.locator(".week")
    assert first.bounding_box()["y"] < week.bounding_box()["y"]
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    for cell in week.locator(".cell").all():
        box = cell.bounding_box()
        inside = cell.locator(".short").bounding_box()
        assert inside["width"] <= box["width"]
        assert box["x"] + box["width"] <= 390
    expect(shown.locator(".help")).to_contain_text("Call 000.")
    page.go_back()
    settled(page)
    expect(shown.get_by_role("heading", name="Your plan")).to_be_visible()
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    held(shown.get_by_role("button", name=re.compile("hold")))
    expect(page.locator(".st-key-steps")).to_be_visible()
