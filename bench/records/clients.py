"""10,000 clients: the list as its page makes it, beside a plain query and beside ten clients."""

import logging
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.pages.clients_page import listed
from bench.records.filled import FIRST_DAY, fill, label
from bench.table.measured import Found, in_turn
from records import Records, Settings, VisitSummary, open_store
from tests.conftest import SAMPLE_NAMES, sample_text

FEW, MANY = 10, 10_000
OFTEN = 20  # times as many turns of what is quick
PLAIN = (
    "select client.*, begun_at from client join visit on visit.token = client.latest"
    " where owner = 'local' and (client.folded like :word or client.about like :word)"
    " order by touched_at desc"
)
KEEP = "create table kept (id integer primary key, body blob)"


def measured(turns: int) -> Mapping[str, Found]:
    """With few and with many; the plain queries are of the same file with many."""
    logging.disable(logging.WARNING)  # Streamlit has no page here, and says so at every word
    with (
        TemporaryDirectory() as name,
        _filled(Path(name) / "few.db", FEW) as few,
        _filled(Path(name) / "many.db", MANY) as many,
        closing(sqlite3.connect(Path(name) / "many.db")) as plain,
    ):
        return _rows(few, many, plain, turns) | {
            "clients-save": _saves(many, Path(name) / "kept.db", turns * OFTEN)
        }


@contextmanager
def _filled(file: Path, clients: int) -> Iterator[Records]:
    with closing(open_store(Settings.at(file))) as store:
        fill(store, clients)
        yield store.of("local")


def _rows(few: Records, many: Records, plain: sqlite3.Connection, turns: int) -> dict[str, Found]:
    words = label(MANY // 2)
    often = turns * OFTEN
    return {
        "clients-list": in_turn(lambda: listed(many), lambda: _query(plain, ""), turns),
        "clients-search": in_turn(lambda: listed(many, words), lambda: _query(plain, words), often),
        "clients-grow": in_turn(lambda: listed(many), lambda: listed(few), turns),
        "clients-page": in_turn(many.clients, few.clients, often),
        "clients-open": in_turn(_opening(many, MANY), _opening(few, FEW), often),
    }


def _query(plain: sqlite3.Connection, word: str) -> list[object]:
    """The same rows by what anybody would write first."""
    return plain.execute(PLAIN, {"word": f"%{word}%"}).fetchall()


def _opening(records: Records, clients: int) -> Callable[[], object]:
    lines, dice = records.clients(size=clients).lines, random.Random(1)
    return lambda: records.open(dice.choice(lines).latest)


def _saves(records: Records, file: Path, turns: int) -> Found:
    """One answer more of a consultation, beside the same bytes in a row of a plain table."""
    text = sample_text(SAMPLE_NAMES[0])
    summary = VisitSummary("A.B.", FIRST_DAY)
    token, seen = records.begin(text, summary, "1").token, count(1)
    with closing(sqlite3.connect(file)) as plain:
        plain.executescript(f"pragma journal_mode = wal; pragma synchronous = full; {KEEP}")

        def ours() -> None:
            number = next(seen)
            records.save(token, number, text + " " * number, summary, "1")

        def theirs() -> None:
            with plain:
                plain.execute("insert into kept (body) values (?)", (text.encode(),))

        return in_turn(ours, theirs, turns)
