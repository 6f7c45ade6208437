"""Kill the server at random moments of a consultation; nothing that was acknowledged may be lost.

    python bench/crash.py [RUNS]

Each run starts a server on the same database, speaks the app's own websocket like a browser tab
(a pain source, then one score after another), and kills the server with SIGKILL at a random
moment. An answer counts as acknowledged once the run that drew it has ended. Afterwards a new
server is asked for the same address, and the records are read: every acknowledged answer must be
among the visit's revisions, in order, and the newest of them on the screen. Prints how many
answers were acknowledged and how many of them were lost (target: 0).
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Timer
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from websockets.exceptions import WebSocketException

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.pages.sessions import Session, begin  # noqa: E402
from records import Settings, open_store  # noqa: E402
from tests.browser.conftest import free_port  # noqa: E402

RUNS = 200
LONGEST = 3.0  # seconds of answering before the kill, at most
STARTS_WITHIN = 60
BEGUN_WITH = 6
GONE = (OSError, ConnectionError, WebSocketException, TimeoutError)


class Server:
    """A Streamlit server that can be killed in the middle of anything."""

    def __init__(self, database: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        options = ["--server.headless=true", f"--server.port={port}"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *options],
            cwd=ROOT,
            env={**os.environ, "PAIN_PLAN_DATABASE": f"sqlite:///{database}"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self) -> None:
        until = monotonic() + STARTS_WITHIN
        while monotonic() < until:
            with suppress(URLError, OSError):
                urlopen(f"{self.address}/_stcore/health", timeout=1).read()
                return
            sleep(0.05)
        raise TimeoutError("the server did not answer")

    def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is flushed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def answer_until_killed(server: Server, after: float, dice: random.Random) -> list[int]:
    """Every score that was acknowledged before the server died."""
    tab = Session(server.address)
    begin(tab)
    acknowledged = [BEGUN_WITH]
    average = tab.widget("severity/average")
    Timer(after, server.kill).start()
    score = BEGUN_WITH
    with suppress(*GONE):
        while True:
            score = (score + dice.randrange(1, 11)) % 11  # another one than before
            tab.run(id=average, string_array_value=[str(score)])
            acknowledged.append(score)
    server.process.wait()
    return acknowledged


def kept_scores(database: Path) -> tuple[str, list[int]]:
    """The newest visit's token, and the scores of its revisions, oldest first."""
    records = open_store(Settings.at(database)).of("local")
    token = records.clients().lines[0].latest
    bodies = [records.revision(token, one.number).body for one in records.revisions(token)]
    said = [json.loads(body)["severity"].get("average") for body in reversed(bodies)]
    return token, [score for score in said if score is not None]


def shown_score(server: Server, token: str) -> int | None:
    """The score that a fresh tab on the visit's address shows."""
    tab = Session(server.address, f"visit={token}")
    tab.run(id=tab.widget("step-2"), trigger_value=True)
    chosen = tab.widgets[tab.widget("severity/average")]
    return int(chosen.raw_values[0]) if chosen.raw_values else None


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    dice = random.Random(20_261_125)
    database, port = Path(tempfile.mkdtemp()) / "records.db", free_port()
    total = lost = not_shown = 0
    server = Server(database, port)
    for _ in range(runs):
        acknowledged = answer_until_killed(server, dice.uniform(0.0, LONGEST), dice)
        token, kept = kept_scores(database)
        server = Server(database, port)
        total += len(acknowledged)
        # One more may be kept than was acknowledged: the answer that was under way.
        lost += kept[: len(acknowledged)] != acknowledged
        not_shown += bool(kept) and shown_score(server, token) != kept[-1]
    server.kill()
    told = {
        "kills": runs,
        "answers acknowledged": total,
        "kills after which an acknowledged answer was missing (target 0)": lost,
        "kills after which the screen did not show the newest answer (target 0)": not_shown,
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
