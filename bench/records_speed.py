"""How long the records take: a save, and a list, search and opening with few and many clients.

    python bench/records_speed.py [postgresql+psycopg://…]

Fills a SQLite file (or the empty database that is named) with 10 clients, then with 10,000, of 20
visits each, and prints the median of each step in milliseconds, beside that of a bare flush of
the same disk, which every save and every opening waits for once. Targets: a save under 5 ms on
SQLite; list, search and opening with 10,000 clients within 1.5 times those with 10. Each visit is
one of the test samples; a save adds a revision with another score. Filling writes rows directly.
"""

import json
import os
import random
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import insert
from sqlalchemy.engine import make_url

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from records import Facts, Records, Settings, Store, open_store  # noqa: E402
from records import tables as t  # noqa: E402
from records.words import ends, folded, pressed, to_bytes  # noqa: E402

FEW, MANY, VISITS = 10, 10_000, 20
TIMES = 400
FIRST_DAY = date(2024, 1, 1)
FIRST_MOMENT = datetime(2024, 1, 1, 9, tzinfo=UTC)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SAMPLES = [path.read_text() for path in sorted((ROOT / "tests" / "samples").glob("*.json"))]
BODIES = [json.dumps(json.loads(sample)) for sample in SAMPLES]
PRESSED = [pressed(body) for body in BODIES]


def label(number: int) -> str:
    """Three letters and a number, as therapists write them; every number once."""
    dice = random.Random(number)
    return f"{''.join(dice.choices(LETTERS, k=3))}-{number:05}"


def fill(store: Store, begin: int, end: int) -> None:
    """Add clients with 20 visits each, as the records themselves would have written them."""
    for number in range(begin, end):
        rows = _client(number)
        with store.database.engine.begin() as connection:
            for table, some in rows.items():
                connection.execute(insert(table), some)
    with store.database.outside() as cursor:
        cursor.execute("ANALYZE" if store.database.settings.path is None else "PRAGMA optimize")


def _client(number: int) -> dict[type[t.Base], list[dict[str, object]]]:
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


def measured(step: Callable[[], object]) -> float:
    """The median time of a step in milliseconds."""
    taken = []
    for _ in range(TIMES):
        begun = perf_counter()
        step()
        taken.append(perf_counter() - begun)
    return median(taken) * 1000


def steps(records: Records, clients: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a therapist waits for."""
    dice = random.Random(1)
    tokens = [line.latest for line in records.clients(size=clients).lines]
    wanted = [line.id for line in records.clients(size=clients).lines]
    yield "list", records.clients
    yield "search, one found", lambda: records.clients(label(dice.randrange(clients)))
    yield "search, many found", lambda: records.clients(dice.choice(LETTERS))
    yield "search, none found", lambda: records.clients("nobody of this name")
    yield "open", lambda: records.open(dice.choice(tokens))
    yield "timeline", lambda: records.timeline(dice.choice(wanted))


def flush(folder: Path) -> float:
    """The median time the disk itself takes to keep a page."""
    with (folder / "page").open("wb", buffering=0) as page:

        def step() -> None:
            page.write(secrets.token_bytes(8192))
            os.fdatasync(page.fileno())

        return measured(step)


def save(records: Records) -> Callable[[], object]:
    """One answer more in a consultation."""
    facts = Facts("A.B.", date(2026, 11, 23))
    at = records.begin(BODIES[0], facts, "1")
    seen = iter(range(1, TIMES + 1))

    def step() -> None:
        number = next(seen)
        records.save(at.token, number, BODIES[0] + " " * number, facts, "1")

    return step


def measure(settings: Settings) -> dict[str, dict[str, float]]:
    """The median of every step, by the number of clients."""
    store = open_store(settings)
    records = store.of("local")
    found: dict[str, dict[str, float]] = {}
    for begin, end in ((0, FEW), (FEW, MANY)):
        fill(store, begin, end)
        for name, step in steps(records, end):
            found.setdefault(name, {})[f"{end} clients"] = measured(step)
        saving = save(records)
        found.setdefault("save", {})[f"{end} clients"] = measured(saving)
    store.close()
    return found


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = (
            Settings(make_url(sys.argv[1]))
            if len(sys.argv) > 1
            else Settings.at(Path(folder) / "records.db")
        )
        found = measure(settings)
        print(f"{'a bare flush':20} {flush(Path(folder)):.2f} ms")
    for name, taken in found.items():
        few, many = taken.values()
        told = ", ".join(f"{one}: {value:.2f} ms" for one, value in taken.items())
        print(f"{name:20} {told}  ({many / few:.2f} times)")


if __name__ == "__main__":
    main()
