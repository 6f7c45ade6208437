"""A Chromium for whoever needs one: Playwright runs once in a process, so it is shared there."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_open: list[Browser] = []


@contextmanager
def opened(path: str, arguments: list[str]) -> Iterator[Browser]:
    """The one that is open in this process, else a new one until the block ends."""
    if _open:
        yield _open[0]
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        _open.append(browser)
        try:
            yield browser
        finally:
            _open.clear()
            browser.close()
