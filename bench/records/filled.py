"""A database with many clients of many visits, its rows as the records would have written them."""

import json
import random
import secrets
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import insert

from records import Store, VisitSummary
from records.storage import tables as t
from records.storage.row_sums import sum_of
from records.storage.text_codec import ends, folded, in_words, pressed, starts, to_bytes
from tests.conftest import SAMPLE_NAMES, sample_text
from ui.state.kept_visits import summary_of

VISITS, AT_ONCE = 20, 500
FIRST_DAY = date(2025, 7, 4)
FIRST_MOMENT = datetime(2025, 7, 4, 9, tzinfo=UTC)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORDS = ("slept", "stairs", "garden", "worse after sitting", "walks the dog", "holiday")
Rows = dict[type[t.Base], list[dict[str, Any]]]


def label(number: int) -> str:
    """Three letters and a number, as therapists write them; every number once."""
    dice = random.Random(number)
    return f"{''.join(dice.choices(LETTERS, k=3))}-{number:05}"


def fill(store: Store, clients: int) -> None:
    """Add clients with 20 visits each."""
    for begin in range(0, clients, AT_ONCE):
        rows: Rows = {}
        for number in range(begin, min(clients, begin + AT_ONCE)):
            for table, some in _client(number).items():
                rows.setdefault(table, []).extend(some)
        with store.database.engine.begin() as connection:
            for table, some in rows.items():
                connection.execute(insert(table), some)
    with store.database.outside() as cursor:
        cursor.execute("ANALYZE" if store.database.settings.path is None else "PRAGMA optimize")


@cache
def _said() -> list[tuple[bytes, VisitSummary]]:
    """Each sample as it is stored, and what a list says of it."""
    texts = [json.dumps(json.loads(sample_text(name))) for name in SAMPLE_NAMES]
    return [(pressed(text), summary_of(text)) for text in texts]


def _client(number: int) -> Rows:
    dice, client, name = random.Random(number), secrets.token_hex(16), label(number)
    body, summary = dice.choice(_said())
    words = in_words(f"{summary.words}\n{' '.join(dice.choices(WORDS, k=8))}")
    at = FIRST_MOMENT + timedelta(minutes=number)
    visits = [_visit(client, week, at) for week in range(VISITS)]
    row = {
        "id": client, "owner": "local", "label": to_bytes(name), "folded": folded(name),
        "latest": visits[-1]["token"], "last_on": visits[-1]["on_day"], "review_on": None,
        "next_on": None, "about": to_bytes(f"{summary.about}\n{words}"), "touched_at": at,
        "key_id": None,
    }  # fmt: skip
    revisions = [
        {
            "visit": one["token"], "number": 1, "saved_at": at, "knowledge": "1", "body": body,
            "key_id": None,
        }
        for one in visits
    ]  # fmt: skip
    parts = sorted({*ends(folded(name)), *starts(words)})
    return {
        t.Client: _summed(t.Client, [row]),
        t.LabelPart: [{"owner": "local", "client": client, "part": part} for part in parts],
        t.Visit: _summed(t.Visit, visits),
        t.Revision: _summed(t.Revision, revisions),
    }


def _visit(client: str, week: int, at: datetime) -> dict[str, Any]:
    return {
        "token": secrets.token_urlsafe(24), "client": client, "revision": 1, "kind": "visit",
        "on_day": FIRST_DAY + timedelta(7 * week), "review_on": None, "begun_at": at,
        "saved_at": at,
    }  # fmt: skip


def _summed(table: type[t.Base], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "sum": sum_of(t.table(table), row)} for row in rows]  # type: ignore[arg-type]
