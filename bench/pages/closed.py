"""Pages opened and closed under a small limit of file descriptors, beside one that stays open.

    python -m bench.pages.closed [PAGES [LIMIT]]

Starts the app and gives it so many descriptors (256) and no way to more. One consultation stands
open and is answered after every tenth page that is opened, drawn and closed (400). Prints how many
pages and answers failed, the most descriptors and memory held, whether one more page opens at the
end, and what is held once the time of closed pages is over.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep

from bench import ROOT
from bench.pages.sessions import Session
from records import Settings, open_store
from tests.browser.conftest import free_port, start
from ui.shell.closed_pages import MARGIN

EVERY = 10
STAYS = 20  # seconds that a closed page is kept here; the program's own setting is minutes
SCORES = ("3", "7")


def descriptors(server: subprocess.Popen[bytes]) -> int:
    """How many descriptors a process holds."""
    return sum(1 for _ in Path(f"/proc/{server.pid}/fd").iterdir())


def memory(server: subprocess.Popen[bytes]) -> int:
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


def pages_under(limit: int, pages: int, database: Path) -> dict[str, object]:
    """What came of so many pages under this limit."""
    port = free_port()
    kept = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
    soon = f"--server.disconnectedSessionTTL={STAYS}"
    server = start(ROOT / "app.py", ROOT, kept, port, soon)
    try:
        resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (limit, limit))
        address = f"http://127.0.0.1:{port}"
        tab, average = begun(address)
        began, failed, most, answers = memory(server), 0, 0, 0
        for number in range(pages):
            failed += not opens(address)
            most = max(most, descriptors(server))
            if number % EVERY == 0:
                tab.run(id=average, string_array_value=[SCORES[answers % 2]])
                answers += 1
        at_the_end = opens(address)
        tab.run()
        sleep(STAYS + 2 * MARGIN)
        return {
            "limit": limit,
            "pages opened and closed": pages,
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
    pages, limit = int([*sys.argv[1:2], "400"][0]), int([*sys.argv[2:3], "256"][0])
    database = Path(tempfile.mkdtemp()) / "records.db"
    print(json.dumps(pages_under(limit, pages, database), indent=2))


if __name__ == "__main__":
    main()
