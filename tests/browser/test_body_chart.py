"""The body chart in a real browser: every region by pointer and by key, and no tap lost."""

from collections import deque
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from planner.figures.body_chart.shapes import shapes
from planner.knowledge import load
from tests.browser.conftest import serve
from tests.browser.forked import Forked
from ui.body_chart.marks import LEVELS
from ui.body_chart.neighbours import neighbours

SCRIPT = """
import streamlit as st
from planner.knowledge import load
from ui.body_chart import body_chart, in_words, list_beside, with_levels, wpi_count

knowledge = load()
kept = st.session_state.setdefault("kept", {})
st.session_state.runs = st.session_state.get("runs", 0) + 1

def change(levels):
    st.session_state.kept = with_levels(st.session_state.kept, levels)

marks = body_chart(st.session_state.kept, "chart", change)
st.multiselect("Areas", list(knowledge.regions), **list_beside("chart", marks, change),
               format_func=lambda region: knowledge.regions[region].label)
st.text("\\n".join(["Kept:", *in_words(marks, knowledge)]))
st.text(f"{len(marks)} marked in run {st.session_state.runs}")
"""
CHART_AT_560 = {"width": 592, "height": 1400}
REGIONS = {shape.id: shape for shape in shapes()}
LABELS = {region.id: region.label for region in load().regions.values()}
LETTERS = {"left": "L", "right": "R", "midline": ""}
CATCHES_UP_WITHIN = 30_000  # milliseconds; taps come faster than the page is drawn
FINGER = 24  # CSS pixels, the least that WCAG 2.2 asks of a target


INTO_PAGE = """
(svg, at) => {
  const point = new DOMPoint(...at).matrixTransform(svg.getScreenCTM());
  return [point.x, point.y];
}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    script = tmp_path_factory.mktemp("chart") / "chart.py"
    script.write_text(SCRIPT, encoding="utf-8")
    yield from serve(script, run=Forked)


@pytest.fixture
def chart(page: Page, address: str) -> Page:
    page.set_viewport_size(CHART_AT_560)
    return _opened(page, address)


def _opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(_region(page, "forehead_right")).to_have_attribute(
        "aria-label", LABELS["forehead_right"] + ": not marked"
    )
    expect(_list_beside(page)).to_be_visible()
    return page


def _list_beside(page: Page):
    return page.get_by_role("combobox", name="Areas")


def _region(page: Page, region: str):
    return page.locator(f".region[data-region={region}]")


def _kept(page: Page) -> list[str]:
    text = page.get_by_test_id("stText").filter(has_text="Kept:").inner_text()
    return text.splitlines()[1:]


def _named(marks: dict[str, int]) -> list[str]:
    return [f"{LABELS[one]}: {LEVELS[marks[one]]}" for one in LABELS if marks.get(one)]


def _python_keeps(page: Page, marks: dict[str, int]) -> None:
    said = "\n".join(["Kept:", *_named(marks)])
    expect(page.get_by_test_id("stText").filter(has_text="Kept:")).to_have_text(
        said, timeout=CATCHES_UP_WITHIN
    )
    assert _kept(page) == _named(marks)


def _says(page: Page, region: str, level: int) -> None:
    """The line under the chart, the letter before it and the region's own label agree."""
    name = f"{LABELS[region]}: {LEVELS[level]}"
    expect(page.locator(".said .words")).to_have_text(name)
    expect(page.locator(".said .side")).to_have_text(LETTERS[REGIONS[region].side])
    expect(_region(page, region)).to_have_attribute("aria-label", name)
    checked = "true" if level else "false"
    expect(_region(page, region)).to_have_attribute("aria-checked", checked)


def _on_screen(page: Page, region: str) -> tuple[float, float]:
    x, y = REGIONS[region].centre
    placed = page.locator(".figures").evaluate(INTO_PAGE, [x, y])
    return placed[0], placed[1]


@pytest.mark.slow
def test_all_77_by_pointer(chart: Page):
    sides = {letter: chart.locator(".side-letter", has_text=letter) for letter in "LR"}
    for region, shape in REGIONS.items():
        x, y = _on_screen(chart, region)
        chart.mouse.move(x, y)
        _says(chart, region, 0)
        chart.mouse.click(x, y)
        _says(chart, region, 1)
        if shape.side != "midline":
            figure = ("front", "back").index(shape.view)
            boxes = {letter: drawn.nth(figure).bounding_box() for letter, drawn in sides.items()}
            nearest = min(boxes, key=lambda letter: abs(boxes[letter]["x"] - x))
            assert nearest == LETTERS[shape.side], f"{region} is drawn beside {nearest}"
    _python_keeps(chart, dict.fromkeys(REGIONS, 1))


def _keys(start: str, goal: str) -> list[str]:
    """The shortest way over the arrow keys."""
    keys = ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft")
    ahead, seen = deque([(start, [])]), {start}
    while ahead:
        here, pressed = ahead.popleft()
        if here == goal:
            return pressed
        for key, there in zip(keys, neighbours()[here], strict=True):
            if there not in seen:
                seen.add(there)
                ahead.append((there, [*pressed, key]))
    raise AssertionError(f"no way from {start} to {goal}")


@pytest.mark.slow
def test_all_77_by_keyboard(chart: Page):
    chart.get_by_role("button", name="Undo").focus()
    chart.keyboard.press("Shift+Tab")
    here = next(iter(REGIONS))
    _says(chart, here, 0)
    for number, region in enumerate(REGIONS):
        for key in _keys(here, region):
            chart.keyboard.press(key)
        here = region
        _says(chart, region, 0)
        expect(_region(chart, region)).to_be_focused()
        expect(chart.locator(".ring").last).to_have_attribute("d", REGIONS[region].path)
        chart.keyboard.press("Enter" if number % 2 else "Space")
        _says(chart, region, 1)
    _python_keeps(chart, dict.fromkeys(REGIONS, 1))


def test_tab_enters_the_chart_once_and_home_and_end_go_to_its_ends(chart: Page):
    chart.get_by_role("button", name="Undo").focus()
    chart.keyboard.press("Shift+Tab")
    chart.keyboard.press("End")
    _says(chart, list(REGIONS)[-1], 0)
    chart.keyboard.press("Home")
    _says(chart, next(iter(REGIONS)), 0)
    chart.keyboard.press("ArrowDown")
    expect(_region(chart, "face_right")).to_be_focused()
    chart.keyboard.press("Tab")
    expect(chart.get_by_role("button", name="Undo")).to_be_focused()
    chart.keyboard.press("Shift+Tab")
    expect(_region(chart, "face_right")).to_be_focused()
    _says(chart, "face_right", 0)


def test_four_taps_go_round_the_levels(chart: Page):
    for level in (1, 2, 3, 0):
        _region(chart, "knee_front_left").click()
        _says(chart, "knee_front_left", level)
        printed = chart.locator(".level[data-of=knee_front_left]")
        expect(printed).to_have_text(str(level) if level else "")
    _python_keeps(chart, {})


def test_the_chart_and_the_list_stay_in_step(chart: Page):
    _region(chart, "calf_left").click()
    _region(chart, "calf_left").click()
    _python_keeps(chart, {"calf_left": 2})
    chart.get_by_role("combobox").fill("jaw")
    chart.get_by_role("option", name=LABELS["jaw_right"], exact=True).click()
    _python_keeps(chart, {"calf_left": 2, "jaw_right": 1})
    expect(_region(chart, "jaw_right")).to_have_attribute("data-level", "1")
    chart.keyboard.press("Escape")
    chart.get_by_role("button", name=f"Remove {LABELS['calf_left']}").click()
    expect(_region(chart, "calf_left")).to_have_attribute("data-level", "0")
    _region(chart, "sacrum").click()
    _python_keeps(chart, {"jaw_right": 1, "sacrum": 1})


def test_no_tap_is_lost_when_the_page_cannot_keep_up(chart: Page):
    wanted: dict[str, int] = {}
    hurried = [*REGIONS][::4] + [*REGIONS][::8] + [*REGIONS][::6]
    for region in hurried:
        _region(chart, region).dispatch_event("click")
        wanted[region] = (wanted.get(region, 0) + 1) % len(LEVELS)
    _python_keeps(chart, wanted)
    for region, level in wanted.items():
        expect(_region(chart, region)).to_have_attribute("data-level", str(level))


def test_both_sides_undo_and_clear_all(chart: Page):
    both, undo = (chart.get_by_role("button", name=name) for name in ("Both sides", "Undo"))
    both.click()
    expect(both).to_have_attribute("aria-pressed", "true")
    _region(chart, "hip_back_left").click()
    names = [f"{LABELS[one]}: mild" for one in ("hip_back_left", "hip_back_right")]
    expect(chart.locator(".said .words")).to_have_text(" · ".join(names))
    _python_keeps(chart, {"hip_back_left": 1, "hip_back_right": 1})
    both.click()
    _region(chart, "sacrum").click()
    chart.locator(".bar").get_by_role("button", name="Clear all").click()
    _python_keeps(chart, {})
    undo.click()
    _python_keeps(chart, {"hip_back_left": 1, "hip_back_right": 1, "sacrum": 1})
    undo.click()
    undo.click()
    _python_keeps(chart, {})
    expect(undo).to_have_attribute("aria-disabled", "true")


def test_letters_typed_in_the_chart_do_not_reach_streamlit(chart: Page):
    _region(chart, "shin_left").focus()
    for key in "rcRC":
        chart.keyboard.press(key)
    chart.get_by_role("button", name="Both sides").focus()
    chart.keyboard.press("r")
    chart.keyboard.press("c")
    _region(chart, "shin_left").focus()
    chart.keyboard.press("Enter")
    expect(chart.get_by_text("1 marked in run 2", exact=True)).to_be_visible()
    expect(chart.get_by_role("dialog")).to_have_count(0)


def test_one_touch_is_one_tap(browser: Browser, address: str):
    context = browser.new_context(has_touch=True, viewport={"width": 768, "height": 1024})
    page = _opened(context.new_page(), address)
    for region in ("wrist_back_left", "jaw_left", "palm_right", "foot_sole_right"):
        page.touchscreen.tap(*_on_screen(page, region))
        _says(page, region, 1)
    _python_keeps(
        page, dict.fromkeys(["wrist_back_left", "jaw_left", "palm_right", "foot_sole_right"], 1)
    )
    context.close()


# For each region the box of the points that a tap there would mark.
TAPPED_AT = """
(svg) => {
  const root = svg.getRootNode(), box = svg.getBoundingClientRect(), found = {};
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) {
      const id = root.elementFromPoint(x, y)?.dataset.region;
      if (!id) continue;
      const [left, right, top] = found[id] ?? [x, x, y];
      found[id] = [Math.min(left, x), Math.max(right, x), top, y];
    }
  }
  return found;
}
"""


# The points within each region, as drawn, that a tap would give to another one; as a share.
TAKEN_FROM = """
(svg) => {
  const root = svg.getRootNode(), box = svg.getBoundingClientRect(), drawn = {}, taken = {};
  const regions = [...svg.querySelectorAll(".region")];
  const seen = svg.getScreenCTM().inverse();
  for (let y = box.top; y < box.bottom; y += 2) {
    for (let x = box.left; x < box.right; x += 2) {
      const point = new DOMPoint(x, y).matrixTransform(seen);
      const here = regions.find((one) => one.isPointInFill(point))?.dataset.region;
      if (!here) continue;
      drawn[here] = (drawn[here] ?? 0) + 1;
      const meant = root.elementFromPoint(x, y)?.dataset.region;
      if (meant !== here) taken[here] = (taken[here] ?? 0) + 1;
    }
  }
  return Object.fromEntries(regions.map(({dataset: {region}}) =>
    [region, (taken[region] ?? 0) / drawn[region]]));
}
"""
MOST_TAKEN = {(1024, 768): 0.25, (768, 1024): 0.35, (390, 844): 0.4}  # of a region as drawn


def fits_a_finger(figures: Locator) -> None:
    boxes = figures.evaluate(TAPPED_AT)
    assert set(boxes) == set(REGIONS)
    small = {
        region: (right - left + 1, bottom - top + 1)
        for region, (left, right, top, bottom) in boxes.items()
        if min(right - left, bottom - top) + 1 < FINGER
    }
    assert not small


@pytest.mark.slow  # a finger on one region: test_one_touch_is_one_tap
def test_every_region_is_wide_enough_for_a_finger(chart: Page):
    figures = chart.locator(".figures")
    assert figures.bounding_box()["width"] == pytest.approx(560, abs=3)
    fits_a_finger(figures)


@pytest.mark.slow  # one tap on the page: test_consultation.py
@pytest.mark.parametrize("size", [(1024, 768), (768, 1024), (390, 844)], ids=str)
def test_on_the_page_too_and_what_is_drawn_means_what_it_is(app: str, page: Page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(app)
    figures = page.locator(".figures.named")
    expect(figures).to_be_visible(timeout=30_000)
    fits_a_finger(figures)
    for region, shape in REGIONS.items():
        at = figures.evaluate(INTO_PAGE, [*shape.centre])
        there = "(svg, [x, y]) => svg.getRootNode().elementFromPoint(x, y)?.dataset.region"
        assert figures.evaluate(there, at) == region, "its middle is its own"
    shares = figures.evaluate(TAKEN_FROM)
    taken = max(shares, key=lambda one: shares[one])
    print(f"\n{size}: of no region more is taken than of {taken}: {shares[taken]:.0%}")
    assert shares[taken] <= MOST_TAKEN[size]


def test_a_tap_beside_the_body_is_for_the_near_side(chart: Page):
    for region, (x, y) in {"thigh_front_right": (-2, 430), "thigh_front_left": (2, 430)}.items():
        place = chart.locator(".figures").evaluate(INTO_PAGE, [140 + x, y])
        chart.mouse.move(*place)
        _says(chart, region, 0)
