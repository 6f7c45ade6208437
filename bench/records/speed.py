"""How long the records take: a save, and a list, search and opening with few and many clients.

    python -m bench.records.speed [ADDRESS-FOR-FEW ADDRESS-FOR-MANY]

Fills one SQLite file with 10 clients and another with 10,000, of 20 visits each (or the two empty
databases that are named), and prints the median of each step in milliseconds; the two take turns,
so that other work on the machine troubles both alike. Targets: a save under 5 ms on SQLite; list,
search and opening with 10,000 clients within 1.5 times those with 10. A bare flush of the same
disk is printed beside them: every save and every opening waits for one. Each visit is one of the
samples; a save adds a revision. Filling writes rows directly.
"""

import os
import random
import secrets
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import insert
from sqlalchemy.engine import make_url

from records import Records, Settings, Store, VisitSummary, open_store
from records.storage import tables as t
from records.storage.text_codec import ends, folded, pressed, to_bytes
from tests.conftest import SAMPLE_NAMES, sample_text

FEW, MANY, VISITS = 10, 10_000, 20
TIMES = 400
FIRST_DAY = date(2024, 1, 1)
FIRST_MOMENT = datetime(2024, 1, 1, 9, tzinfo=UTC)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BODIES = [sample_text(name) for name in SAMPLE_NAMES]
PRESSED = [pressed(body) for body in BODIES]


def label(number: int) -> str:
    """Three letters and a number, as therapists write them; every number once."""
    dice = random.Random(number)
    return f"{''.join(dice.choices(LETTERS, k=3))}-{number:05}"


def fill(store: Store, clients: int) -> None:
    """Add clients with 20 visits each, as the records themselves would have written them."""
    for number in range(clients):
        rows = _client(number)
        with store.database.engine.begin() as connection:
            for table, some in rows.items():
                connection.execute(insert(table), some)
    with store.database.outside() as cursor:
        cursor.execute("ANALYZE" if store.database.settings.path is None else "PRAGMA optimize")


def _client(number: int) -> dict[type[t.Base], list[dict[str, Any]]]:
    client, tokens = secrets.token_urlsafe(16), [secrets.token_urlsafe(24) for _ in range(VISITS)]
    days = [FIRST_DAY + timedelta(7 * week) for week in range(VISITS)]
    at = FIRST_MOMENT + timedelta(minutes=number)
    name = label(number)
    line = {
        "id": client, "owner": "local", "label": to_bytes(name), "folded": folded(name),
        "latest": tokens[-1], "last_on": days[-1], "review_on": None, "touched_at": at,
    }  # fmt: skip
    visits = [
        {
            "token": token, "client": client, "revision": 1, "on_day": day, "review_on": None,
            "begun_at": at, "saved_at": at,
        }
        for token, day in zip(tokens, days, strict=True)
    ]  # fmt: skip
    revisions = [
        {"visit": token, "number": 1, "saved_at": at, "knowledge": "1", "body": body}
        for token, body in zip(tokens, cycle(PRESSED), strict=False)
    ]
    parts = [{"owner": "local", "client": client, "part": end} for end in ends(folded(name))]
    return {t.Client: [line], t.LabelPart: parts, t.Visit: visits, t.Revision: revisions}


def measured(*steps: Callable[[], object]) -> list[float]:
    """The median times of steps that take turns, in milliseconds."""
    taken: list[list[float]] = [[] for _ in steps]
    for _ in range(TIMES):
        for step, times in zip(steps, taken, strict=True):
            begun = perf_counter()
            step()
            times.append(perf_counter() - begun)
    return [median(times) * 1000 for times in taken]


def steps(records: Records, clients: int) -> dict[str, Callable[[], object]]:
    """What a therapist waits for."""
    dice = random.Random(1)
    lines = records.clients(size=clients).lines
    return {
        "list": records.clients,
        "search, one found": lambda: records.clients(label(dice.randrange(clients))),
        "search, many found": lambda: records.clients(dice.choice(LETTERS)),
        "search, none found": lambda: records.clients("nobody of this name"),
        "open": lambda: records.open(dice.choice(lines).latest),
        "timeline": lambda: records.timeline(dice.choice(lines).id),
        "save": save(records),
    }


def save(records: Records) -> Callable[[], object]:
    """One answer more in a consultation."""
    summary = VisitSummary("A.B.", date(2026, 11, 23))
    at = records.begin(BODIES[0], summary, "1")
    seen = count(1)

    def step() -> None:
        number = next(seen)
        records.save(at.token, number, BODIES[0] + " " * number, summary, "1")

    return step


def flush(folder: Path) -> float:
    """The median time the disk itself takes to keep a page."""
    with (folder / "page").open("wb", buffering=0) as page:

        def step() -> None:
            page.write(secrets.token_bytes(8192))
            os.fdatasync(page.fileno())

        return measured(step)[0]


def measure(few: Settings, many: Settings) -> dict[str, list[float]]:
    """The median of every step with few and with many clients."""
    asked = []
    for settings, clients in ((few, FEW), (many, MANY)):
        store = open_store(settings)
        fill(store, clients)
        asked.append(steps(store.of("local"), clients))
    return {name: measured(*(one[name] for one in asked)) for name in asked[0]}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Settings.at(Path(folder) / name) for name in ("few.db", "many.db")]
        named = [Settings(make_url(address)) for address in sys.argv[1:3]]
        found = measure(*(named or files))
        print(f"{'a bare flush':20} {flush(Path(folder)):.2f} ms")
    for name, (few, many) in found.items():
        told = f"{FEW} clients: {few:.2f} ms, {MANY} clients: {many:.2f} ms"
        print(f"{name:20} {told}  ({many / few:.2f} times)")


if __name__ == "__main__":
    main()
