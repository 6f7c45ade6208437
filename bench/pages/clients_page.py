"""How long the list of clients takes with many of them: drawn, searched, and what is due.

    python -m bench.pages.clients_page [HOW-MANY ...]

Fills a SQLite file with samples, plain and then sealed (500 and 5,000 clients unless told), and
prints the median of each step in milliseconds: what Python does between a tap and the rows being
sent to the browser. Target: under 300 ms with 500. Filling goes through the records themselves.
"""

import json
import logging
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.visit.client.day import Group, arranged, counted
from records import Records, Settings, VisitSummary, open_store
from tests.conftest import SAMPLE_NAMES, sample_text
from ui.clients import listing
from ui.state.kept_visits import summary_of

logging.disable(logging.WARNING)  # Streamlit has no page here, and says so at every word
TIMES = 15
TODAY = date(2026, 11, 27)
KEY = bytes(range(32))
WORDS = ("slept", "stairs", "garden", "worse after sitting", "walks the dog", "holiday")


def fill(records: Records, clients: int) -> None:
    """Clients of the samples, begun over the last year, each with a few words of notes."""
    dice = random.Random(1)
    texts = {}
    for name in SAMPLE_NAMES:
        for days in range(0, 360, 30):
            said = {**json.loads(sample_text(name)), "on": str(TODAY - timedelta(days))}
            text = json.dumps(said)
            texts[text] = summary_of(text)
    choices = list(texts.items())
    for number in range(clients):
        text, told = dice.choice(choices)
        words = f"{told.words}\n{' '.join(dice.choices(WORDS, k=8))}"
        label = f"{dice.choice('ABCDEFGH')}.{dice.choice('KLMNOPQR')}. {number}"
        summary = VisitSummary(label, told.on, told.review_on, told.next_on, told.about, words)
        records.begin(text, summary, "1")


def listed(records: Records, search: str = "", group: Group = Group.ALL) -> object:
    """What the page does for one draw of the list."""
    every = [listing.known(one) for one in records.every_client(search)]
    counts = counted(every, TODAY)
    found = arranged(every, group, TODAY)
    return counts, listing._page(found, group is Group.ALL, TODAY)


def measured(records: Records) -> dict[str, float]:
    """The median of each step, in milliseconds."""
    steps: dict[str, Callable[[], object]] = {
        "list": lambda: listed(records),
        "due": lambda: listed(records, group=Group.DUE),
        "today": lambda: listed(records, group=Group.TODAY),
        "search, a label": lambda: listed(records, "A.K. 1"),
        "search, a pain": lambda: listed(records, "low back"),
        "search, a note": lambda: listed(records, "walks the"),
        "search, nobody": lambda: listed(records, "nobody of this"),
    }
    found = {}
    for name, step in steps.items():
        times = []
        for _ in range(TIMES):
            begun = perf_counter()
            step()
            times.append(perf_counter() - begun)
        found[name] = median(times) * 1000
    return found


def main() -> None:
    """Measure and print."""
    for clients in map(int, sys.argv[1:] or ("500", "5000")):
        for keys in ((), (KEY,)):
            with tempfile.TemporaryDirectory() as folder:
                at = Settings.at(Path(folder) / "records.db")
                store = open_store(Settings(at.url, keys))
                fill(store.of("local"), clients)
                took = measured(store.of("local"))
                store.close()
            print(f"{clients} clients, {'sealed' if keys else 'plain'}")
            print("\n".join(f"    {name:20} {time:7.1f} ms" for name, time in took.items()))


if __name__ == "__main__":
    main()
