"""How long an answer takes to reach the plan, beside bare pages in the same browser."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing

from playwright.sync_api import Locator, Page, expect

from bench import ROOT
from bench.pages.browsing import BARE, WIDGETS, bare_answer, chromium, opened, timed
from bench.pages.sessions import widgets_of
from bench.table.measured import Found, of_pairs
from tests.browser.conftest import serve
from tests.browser.test_consultation import GROUPS, Hand, to_the_safety_step

WALKING = "aerobic:any:walking"


def measured(turns: int) -> Mapping[str, Found]:
    """All in turn, after one of each that does not count: what else is done weighs on all alike."""
    with ExitStack() as stack:
        scripts = (BARE, BARE.parent), (WIDGETS, WIDGETS.parent), (ROOT / "app.py", ROOT)
        servers = [stack.enter_context(closing(serve(*one))) for one in scripts]
        slider, widgets, ours = map(next, servers)
        number = widgets_of(ours)
        browser = stack.enter_context(chromium())
        kinds = {
            "slider": bare_answer(opened(browser, slider)),
            "widgets": bare_answer(opened(browser, f"{widgets}/?widgets={number}")),
            "answer": our_answer(opened(browser, ours)),
            "edit": our_edit(opened(browser, ours)),
        }
        took = [{name: one(turn) for name, one in kinds.items()} for turn in range(turns + 1)]
    note = f"{number} widgets on either page"
    return {
        "answer": _found(took[1:], "answer", "widgets", note),
        "answer-slider": _found(took[1:], "answer", "slider"),
        "edit": _found(took[1:], "edit", "slider"),
    }


def _found(turns: list[dict[str, float]], ours: str, theirs: str, note: str = "") -> Found:
    return of_pairs([(turn[ours], turn[theirs]) for turn in turns])._replace(note=note)


def our_answer(page: Page) -> Callable[[int], float]:
    """What times one answer to how long or how firm, until the plan in short says so.

    Each is kept on disk on its way, like every answer, and no visit comes twice within eight, so
    that each plan is made. It is given by a key, as on the bare page.
    """
    hand = Hand(page)
    to_the_safety_step(hand, page.url)
    assert hand.answer_none_of_these() == GROUPS
    page.locator(".st-key-to-step-4 button").click()
    long = _choices(page, "Minutes a session", ("30", "45", "60", "75", "90"))
    firm = _choices(page, "Pressure", ("Light", "Moderate", "Firm"))
    expect(long[0]).to_be_visible()

    def answer(turn: int) -> float:
        asked = (long, firm)[turn % 2]
        asked[turn // 2 % len(asked)].focus()
        return timed(page, ".in-short", lambda: page.keyboard.press("Space"))

    return answer


def _choices(page: Page, question: str, words: tuple[str, ...]) -> list[Locator]:
    asked = page.get_by_role("radiogroup", name=question)
    return [asked.get_by_role("radio", name=word, exact=True) for word in words]


def our_edit(page: Page) -> Callable[[int], float]:
    """What times one edit of the plan in full, until its line says so: other words each time."""
    to_the_safety_step(Hand(page), page.url)
    page.locator(".st-key-to-step-5 button").click()
    page.locator(f'[data-open="{WALKING}"]').click()
    say = page.get_by_role("button", name="Use my words")
    expect(say).to_be_visible()

    def edit(turn: int) -> float:
        page.locator(".panel [name=words]").fill(f"{turn} times round the block")
        say.focus()
        return timed(page, f'[data-row="{WALKING}"]', lambda: page.keyboard.press("Enter"))

    return edit
