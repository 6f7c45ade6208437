"""How long the first page of a server that has just started takes, beside a bare one."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from time import monotonic

from playwright.sync_api import Browser, expect

from bench import ROOT
from bench.pages.browsing import BARE, chromium
from bench.table.measured import Found, of_pairs
from tests.browser.conftest import serve


def measured(turns: int) -> Mapping[str, Found]:
    """Of ours and of the bare page, in turn, each in a server and a browser window of its own."""
    with chromium() as browser:
        return {"first-page": of_pairs([_both(browser) for _ in range(turns)])}


def _both(browser: Browser) -> tuple[float, float]:
    return (
        _first_page(browser, ROOT / "app.py", ROOT, "[data-region]"),
        _first_page(browser, BARE, BARE.parent, "[data-testid=stText]"),
    )


def _first_page(browser: Browser, script: Path, folder: Path, drawn: str) -> float:
    """Milliseconds from asking for the page to seeing what it is for."""
    with closing(serve(script, folder)) as served, closing(browser.new_context()) as context:
        address, page = next(served), context.new_page()
        began = monotonic()
        page.goto(address)
        expect(page.locator(drawn).first).to_be_visible(timeout=60_000)
        return (monotonic() - began) * 1000
