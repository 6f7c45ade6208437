"""Pages opened and closed under a small limit of file descriptors, beside one that stays open.

    python -m bench.pages.closed [--pages 400] [--limit 256] [--stays 300] [--in-chromium 40]

Starts the app and gives it so many descriptors and no way to more. One consultation stands open and
is answered after every tenth page that is opened, drawn and closed; some of the pages are opened in
Chromium, the others by websocket. Prints how many pages and answers failed, the most descriptors
and memory held, whether one more page opens at the end, and what is held once the time of closed
pages (the seconds of --stays) is over.
"""

import argparse
import json
import resource
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from playwright.sync_api import Error, expect

from bench import ROOT
from bench.pages.browsing import chromium
from bench.pages.sessions import Session
from records import Settings, open_store
from tests.browser.conftest import Server, free_port, start
from ui.shell.closed_pages import MARGIN

EVERY = 10
STAYS = 300  # seconds that a closed page is kept, as .streamlit/config.toml has it
SCORES = ("3", "7")


def descriptors(server: Server) -> int:
    """How many descriptors a process holds."""
    return sum(1 for _ in Path(f"/proc/{server.pid}/fd").iterdir())


def memory(server: Server) -> int:
    """Megabytes of memory that a process holds."""
    lines = Path(f"/proc/{server.pid}/status").read_text().splitlines()
    return int(next(one for one in lines if one.startswith("VmRSS")).split()[1]) // 1024


def begun(address: str) -> tuple[Session, str]:
    """An open consultation, and the field of its average pain."""
    tab = Session(address)
    tab.run(id=tab.widget("often-low-back-pain"), trigger_value=True)
    tab.run(id=tab.widget("to-step-2"), trigger_value=True)
    return tab, tab.widget("severity/average")


def kept_answers(database: Path) -> list[float]:
    """The scores that are on the disk, oldest first."""
    with_them = open_store(Settings.at(database)).of("local")
    token = with_them.clients().lines[0].latest
    bodies = [with_them.revision(token, one.number).body for one in with_them.revisions(token)]
    said = [json.loads(body).get("severity", {}).get("average") for body in reversed(bodies)]
    return [score for score in said if score is not None]


def opens(address: str) -> bool:
    """Whether a page can be opened and drawn; it is closed again."""
    try:
        Session(address).line.close()
    except (OSError, ConnectionError, TimeoutError):
        return False
    return True


@contextmanager
def in_chromium(pages: int) -> Iterator[Callable[[str], bool]]:
    """Opens a page in a browser, sees it drawn, and closes it."""
    if not pages:
        yield opens
        return
    with chromium() as browser:

        def one_more(address: str) -> bool:
            page = browser.new_page()
            try:
                page.goto(address)
                expect(page.locator(".st-key-steps")).to_be_visible(timeout=30_000)
            except (Error, AssertionError):
                return False
            finally:
                page.close()
            return True

        yield one_more


def pages_under(
    limit: int, pages: int, database: Path, *, stays: int, browsed: int = 0
) -> dict[str, object]:
    """What came of so many pages under this limit, so many of them in Chromium."""
    with in_chromium(browsed) as seen:
        return _under(limit, pages, database, stays, (browsed, seen))


def _under(
    limit: int, pages: int, database: Path, stays: int, browser: tuple[int, Callable[[str], bool]]
) -> dict[str, object]:
    port, (browsed, seen) = free_port(), browser
    kept = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
    soon = f"--server.disconnectedSessionTTL={stays}"
    server = start(ROOT / "app.py", ROOT, kept, port, soon)
    try:
        resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (limit, limit))
        address = f"http://127.0.0.1:{port}"
        tab, average = begun(address)
        began, failed, most, answers = memory(server), 0, 0, 0
        for number in range(pages):
            is_browsed = number * browsed // pages < (number + 1) * browsed // pages
            failed += not (seen if is_browsed else opens)(address)
            most = max(most, descriptors(server))
            if number % EVERY == 0:
                tab.run(id=average, string_array_value=[SCORES[answers % 2]])
                answers += 1
        at_the_end = opens(address)
        tab.run()
        sleep(stays + 2 * MARGIN)
        return {
            "limit": limit,
            "pages opened and closed": pages,
            "of them in Chromium": browsed,
            "of them not opened": failed,
            "answers given meanwhile": answers,
            "answers on the disk": len(kept_answers(database)),
            "most descriptors": most,
            "one more page opens": at_the_end,
            "memory before, MB": began,
            "descriptors once their time is over": descriptors(server),
            "memory then, MB": memory(server),
        }
    finally:
        server.kill()
        server.wait()


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m bench.pages.closed", description=__doc__)
    asked.add_argument("--pages", type=int, default=400)
    asked.add_argument("--limit", type=int, default=256)
    asked.add_argument("--stays", type=int, default=STAYS, help="seconds")
    asked.add_argument("--in-chromium", type=int, default=40)
    said = asked.parse_args()
    database = Path(tempfile.mkdtemp()) / "records.db"
    found = pages_under(
        said.limit, said.pages, database, stays=said.stays, browsed=said.in_chromium
    )
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
