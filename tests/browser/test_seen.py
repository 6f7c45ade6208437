"""Every safety question was on screen, whole and uncovered, before the tap that answered it."""

import json
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from planner.knowledge import load
from planner.model.visit import read_draft
from planner.safety.asking.questions import none_of_these
from planner.visit.asking import asking
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from records import Records
from tests.browser.safety import GLANCE, NotYet, Safety
from tests.conftest import sample_text
from ui.state.kept_visits import draft_of, summary_of

SIZES: dict[str, ViewportSize] = {
    "landscape": {"width": 1024, "height": 768},
    "portrait": {"width": 768, "height": 1024},
    "phone": {"width": 390, "height": 844},
}
KINDS = {  # what is known before step 3, and which lines are a yes
    "low back and neck": ({"age": 52}, ["low-back-pain", "neck-pain"], {}),
    "pregnant": ({"age": 31}, ["low-back-pain"], {"pregnancy": ["p-pregnancy-t1"]}),
    "widespread": ({"age": 44}, ["fibromyalgia"], {}),
    "older, with medicines": (
        {"age": 79},
        ["knee-osteoarthritis"],
        {"medicines": ["p-anticoagulant", "p-orthostatic"]},
    ),
    "second visit": ({}, [], {}),
}
USUAL = [("low back and neck", "landscape")]
EVERY = [(kind, size) for kind in KINDS for size in SIZES]
A_GLANCE = 400  # milliseconds; a hand taps once a second
LOOKS = 2  # on a busy machine a browser may tell of a line that it has not asked yet what covers it

# What of the lines the browser has painted now: covered by anything, one is not visible.
A_LOOK = """
() => new Promise((looked) => {
  const seen = new Set();
  const root = [...document.querySelectorAll("*")]
    .map((one) => one.shadowRoot?.querySelector(".safety")).find(Boolean);
  const lines = root?.querySelectorAll(":is(li[data-id], .row[data-id])") ?? [];
  let left = lines.length;
  const look = new IntersectionObserver((entries) => {
    for (const one of entries) {
      if (one.isVisible && one.intersectionRatio >= 0.98) seen.add(one.target.dataset.id);
    }
    left -= entries.length;
    if (left <= 0) { look.disconnect(); looked([...seen]); }
  }, { threshold: [0.98, 1], trackVisibility: true, delay: 100 });
  for (const line of lines) look.observe(line);
  if (!left) looked([...seen]);
})
"""


class Counted:
    """Taps, each after a glance, and every question seen before them."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0
        self.seen: set[str] = set()

    def tap(self, target: Locator | NotYet) -> None:
        self.glance()
        if isinstance(target, NotYet):
            target.bring_into_sight()
            self.glance()
        self.tap_what_was_seen(target)

    def glance(self) -> None:
        self.page.wait_for_timeout(A_GLANCE)
        for _ in range(LOOKS):
            self.seen.update(self.page.evaluate(A_LOOK))

    def tap_what_was_seen(self, target: Locator | NotYet) -> None:
        target.click()
        self.taps += 1


def visit_of(kind: str) -> str:
    client, pain, _ = KINDS[kind]
    if not pain:
        first = draft_of(sample_text("knee-anticoagulant"))
        return next_visit(first, first.on + timedelta(weeks=4), "before", load()).as_text
    sources = [{"condition": one, "months": 24, "assessed": True} for one in pain]
    visit = {"format": 1, "on": "2026-11-23", "client": {"label": "T.T.", **client}}
    return json.dumps({**visit, "pain": sources, "severity": {"average": 6}})


def open_answers(text: str) -> set[str]:
    """The questions that "none of these" could answer in this visit, in any group."""
    found = interview(read_draft(text, load().known_ids), load())
    return {row for group in asking(found, load()).groups for row in none_of_these(group)}


def opened(page: Page, app: str, records: Records, kind: str) -> tuple[Safety, Counted, str]:
    body = visit_of(kind)
    token = records.begin(body, summary_of(body), "1").token
    page.goto(f"{app}/?visit={token}")
    expect(page.locator(".st-key-steps")).to_be_visible(timeout=30_000)
    page.locator(".st-key-to-step-3 button").click()
    hand = Counted(page)
    safety = Safety(page, hand.tap)
    safety.ready()
    return safety, hand, token


def end(safety: Safety, hand: Counted, yes: list[str]) -> int:
    """Answer one group; how many of its questions were answered, each after it was seen."""
    for row in yes:
        safety.tick(row)
        safety.answer(row, "yes")
        expect(safety.line(row).locator(".tick[aria-pressed=true]")).to_be_visible()
        if safety.line(row).locator(".card").count():
            safety.page.keyboard.press("Escape")
    safety.see_all()
    hand.glance()
    shown = set(
        safety.root.locator("li[data-id]").evaluate_all("all => all.map(o => o.dataset.id)")
    )
    assert shown <= hand.seen, f"{safety.group}: answered unseen {sorted(shown - hand.seen)}"
    Safety(hand.page, hand.tap_what_was_seen).end_group()
    return len(shown)


def answer_last_time(safety: Safety, hand: Counted) -> None:
    for row in safety.of_last_time():
        name = row.get_attribute("data-id")
        row.evaluate("one => one.scrollIntoView({ block: 'center' })")
        hand.tap(row.get_by_role("button", name="Still so"))
        assert name in hand.seen
    safety.nothing_new()


@pytest.mark.parametrize(
    ("kind", "size"),
    [pytest.param(*one, marks=() if one in USUAL else pytest.mark.slow) for one in EVERY],
)
def test_every_question_was_seen_before_it_was_answered(
    page: Page, app: str, records: Records, kind: str, size: str
) -> None:
    page.set_viewport_size(SIZES[size])
    safety, hand, token = opened(page, app, records, kind)
    if kind == "second visit":
        answer_last_time(safety, hand)
    answered = 0
    while not safety.none.is_hidden():
        answered += end(safety, hand, KINDS[kind][2].get(safety.group, []))
    kept = records.open(token).newest.body
    said = {row for row, answer in json.loads(kept)["answers"].items() if answer == "no"}
    assert not open_answers(kept)
    before = set(json.loads(visit_of(kind)).get("answers", ()))
    assert said - before - hand.seen == set()
    print(f"\n{kind}, {size}: {answered} lines, all seen; {hand.taps} taps")


def test_two_quick_taps_never_answer_two_groups(page: Page, app: str, records: Records) -> None:
    page.set_viewport_size(SIZES["landscape"])
    safety, _, token = opened(page, app, records, "low back and neck")
    groups = [safety.group]
    for _ in range(3):
        safety.see_all()
        box = safety.none.bounding_box()
        assert box is not None
        at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        for _ in range(2):
            page.mouse.click(*at)
            page.wait_for_timeout(300)
        page.keyboard.press("0")
        expect(safety.root).not_to_have_attribute("data-group", groups[-1])
        groups.append(safety.group)
    kept = read_draft(records.open(token).newest.body, load().known_ids)
    said = {load().rows[row].group for row in kept.answers}
    assert said == set(groups[:-1])


FLIES_BY = """
async () => {
  const main = document.querySelector("[data-testid=stMain]");
  while (main.scrollTop + main.clientHeight < main.scrollHeight - 1) {
    main.scrollTop += 300;
    await new Promise((drawn) => setTimeout(drawn, 60));
  }
}
"""


def test_a_list_that_flew_by_is_not_answered_by_the_tap_that_comes_with_its_last_line(
    page: Page, app: str, records: Records
) -> None:
    page.set_viewport_size(SIZES["phone"])
    safety, _, token = opened(page, app, records, "low back and neck")
    page.wait_for_timeout(1100)
    page.evaluate(FLIES_BY)
    safety.none.click(force=True)
    expect(safety.none).to_have_attribute("data-go", "")
    assert safety.group == "general"
    assert not read_draft(records.open(token).newest.body, load().known_ids).answers


def test_two_quick_taps_on_to_the_last_lines_answer_none_of_them(
    page: Page, app: str, records: Records
) -> None:
    page.set_viewport_size(SIZES["phone"])
    safety, _, token = opened(page, app, records, "low back and neck")
    page.wait_for_timeout(1100)  # until the new group can be answered
    for _ in range(20):
        if safety.none.get_attribute("data-go") != "unseen":
            break
        safety.none.click(force=True)
        page.wait_for_timeout(300)
        safety.none.click(force=True)
        page.wait_for_timeout(GLANCE)
    assert safety.none.get_attribute("data-go") != "unseen"
    page.wait_for_timeout(1100)
    assert safety.group == "general"
    assert not read_draft(records.open(token).newest.body, load().known_ids).answers
