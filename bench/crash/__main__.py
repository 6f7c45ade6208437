"""Kill servers at random moments of a consultation; nothing that was acknowledged may be lost.

    python -m bench.crash --by websocket|browser --servers 1|2 --kills N

One server on a SQLite file, or two on PostgreSQL behind nginx, as deploy/ has them. A tab gives
one score after another; at a random moment a server gets SIGKILL, one of the two picked at random.
An answer counts as acknowledged once the run that drew it has ended and the page does not say
that it was not kept. Then the visit's address is loaded anew: every acknowledged answer must be
among the visit's revisions, in order, and the newest of them on the screen. The time runs from
the reload until the visit is drawn, and until its last answer is; a single server is first started
again, and its time runs from when it is up. Now and then the same is loaded with nothing killed:
what the machine needs for it by itself.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Timer
from time import monotonic
from typing import Protocol

from bench.crash import chromium, websocket
from bench.crash.setups import Setup, records_of, set_up
from records import Records

LONGEST = 2.0  # seconds of answering before the kill, at most
AFTERWARDS = 1.0  # seconds of answering after it, where the other server was the one
EACH = 4  # kills for one load of the same address with every server up
SEED = 20_261_125
WITHIN = 2.0  # seconds from the reload to the last answer


class Tab(Protocol):
    """Somebody who answers."""

    def begin(self) -> int:
        """Begin a visit; its first score."""

    def answer(self, score: int) -> None:
        """Give a score; returns once it is acknowledged."""

    def reload(self, token: str) -> websocket.Resumed:
        """Load the visit's address anew; the seconds it took, and the score shown."""


@dataclass
class Count:
    """What the kills did."""

    acknowledged: int = 0
    lost: int = 0
    shown_wrongly: int = 0
    interrupted: int = 0
    resumed: list[websocket.Resumed] = field(default_factory=list)
    beside: list[websocket.Resumed] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """As it is printed."""
        return {
            "kills": len(self.resumed),
            "kills that cut the tab off": self.interrupted,
            "answers acknowledged": self.acknowledged,
            "kills that lost an acknowledged answer (target 0)": self.lost,
            "kills after which the newest answer was not shown (target 0)": self.shown_wrongly,
            "until the visit is drawn": _times([one.drawn for one in self.resumed]),
            "until its last answer is drawn": _times([one.answered for one in self.resumed]),
            "the same where nothing was killed": _times([one.answered for one in self.beside]),
        }


def _times(seconds: list[float]) -> dict[str, float]:
    times = sorted(seconds)
    at = {"p50 s": 0.5, "p95 s": 0.95, "max s": 1.0}
    found = {name: times[min(len(times) - 1, int(of * len(times)))] for name, of in at.items()}
    within = sum(time <= WITHIN for time in times)
    return {**{name: round(time, 2) for name, time in found.items()}, "within 2 s": within}


def kept_scores(records: Records, after: int) -> tuple[str, int, list[int]]:
    """The newest visit's token, its newest revision, and the scores kept since one, in order."""
    token = records.clients().lines[0].latest
    numbers = sorted(one.number for one in records.revisions(token))
    bodies = [records.revision(token, number).body for number in numbers if number > after]
    said = [json.loads(body)["severity"].get("average") for body in bodies]
    return token, numbers[-1], [score for score in said if score is not None]


class Consultation:
    """One visit that goes on through every kill."""

    def __init__(self, setup: Setup, tab: Tab, dice: random.Random) -> None:
        self.setup, self.tab, self.dice = setup, tab, dice
        self.count = Count()
        self.score = tab.begin()
        with records_of(setup) as records:
            self.token, self.revision, kept = kept_scores(records, 0)
        assert kept[-1] == self.score, f"{kept} was kept of a first score of {self.score}"

    def through_a_kill(self) -> None:
        """Answer, kill, load anew, and look what is there."""
        if len(self.count.resumed) % EACH == 0:
            self.count.beside.append(self.tab.reload(self.token))
        acknowledged = self._answer_until_killed()
        self.setup.can_answer()
        resumed = self.tab.reload(self.token)
        with records_of(self.setup) as records:
            _, self.revision, kept = kept_scores(records, self.revision)
        # One more may be kept than was acknowledged: the answer that was under way.
        self.count.lost += kept[: len(acknowledged)] != acknowledged
        self.score = kept[-1] if kept else self.score
        self.count.shown_wrongly += resumed.shown != self.score
        self.count.acknowledged += len(acknowledged)
        self.count.resumed.append(resumed)
        self.setup.whole()

    def _answer_until_killed(self) -> list[int]:
        acknowledged: list[int] = []
        after = self.dice.uniform(0.0, LONGEST)
        timer = Timer(after, self.setup.kill)
        timer.start()
        until = monotonic() + after + AFTERWARDS
        score = self.score
        try:
            while monotonic() < until:
                score = (score + self.dice.randrange(1, 11)) % 11  # another one than before
                self.tab.answer(score)
                acknowledged.append(score)
        except (*websocket.GONE, *chromium.GONE):
            self.count.interrupted += 1
        timer.join()
        return acknowledged


@contextmanager
def tab_of(kind: str, setup: Setup) -> Iterator[Tab]:
    """A tab on the servers."""
    if kind == "browser":
        with chromium.chromium(setup.address, setup.certificate) as opened:
            yield opened
    else:
        spoken = websocket.WebsocketTab(setup.address, setup.certificate)
        yield spoken
        spoken.close()


def measured(by: str, servers: int, kills: int) -> Count:
    """Kill so many times, and count."""
    dice = random.Random(SEED)
    with set_up(servers, dice) as setup, tab_of(by, setup) as tab:
        visit = Consultation(setup, tab, dice)
        for _ in range(kills):
            visit.through_a_kill()
            print(json.dumps(visit.count.told()), file=sys.stderr)
        return visit.count


def main() -> None:
    """Measure and print one line; after each kill, what is counted so far goes to stderr."""
    asked = argparse.ArgumentParser(prog="python -m bench.crash")
    asked.add_argument("--by", choices=("websocket", "browser"), default="websocket")
    asked.add_argument("--servers", type=int, choices=(1, 2), default=1)
    asked.add_argument("--kills", type=int, default=50)
    chosen = asked.parse_args()
    count = measured(chosen.by, chosen.servers, chosen.kills)
    print(json.dumps({"by": chosen.by, "servers": chosen.servers, **count.told()}))


if __name__ == "__main__":
    main()
