"""What is killed: the one server on a SQLite file, or one of two on PostgreSQL behind a proxy."""

import random
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import text

from bench import ROOT
from records import Records, Settings, open_store
from tests.browser.forked import Forked
from tests.deploy.without_containers import AppServer, Clinic, clinic
from tests.deploy.written import NAMES


class Setup(Protocol):
    """Servers at one address, their records, and a way to kill one of them."""

    address: str
    settings: Settings
    certificate: Path | None

    def kill(self) -> None:
        """SIGKILL to one server, picked at random."""

    def can_answer(self) -> None:
        """Wait until somebody answers at the address."""

    def whole(self) -> None:
        """Wait until every server runs again."""


class OneServer:
    """As a therapist starts it, on a SQLite file."""

    certificate: Path | None = None

    def __init__(self, folder: Path) -> None:
        self.settings = Settings.at(folder / "records.db")
        here = {"PAIN_PLAN_DATABASE": f"sqlite:///{folder / 'records.db'}", "HOME": str(folder)}
        self.server = AppServer(ROOT, here, Forked)
        self.address = f"http://127.0.0.1:{self.server.port}"
        self.can_answer()

    def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is flushed."""
        self.server.kill()

    def can_answer(self) -> None:
        """Start it anew; what is measured begins when it is up."""
        self.server.start()

    def whole(self) -> None:
        """It is the only one."""


class OneOfTwo:
    """As deploy/ has it: whichever is killed, the other one answers at the same address."""

    def __init__(self, running: Clinic, dice: random.Random) -> None:
        self.address, self.settings = running.address, running.settings
        self.certificate: Path | None = running.certificate
        self.servers, self.dice = running.servers, dice
        self.restarts = ThreadPoolExecutor(1)
        self.restart: Future[None] | None = None

    def kill(self) -> None:
        """One of the two; it is started again at once, as its container is."""
        killed = self.servers[self.dice.choice(NAMES)]
        killed.kill()
        self.restart = self.restarts.submit(killed.start)

    def can_answer(self) -> None:
        """The other one does already."""

    def whole(self) -> None:
        """Wait for the one that is starting."""
        if self.restart:
            self.restart.result()


@contextmanager
def set_up(servers: int, dice: random.Random) -> Iterator[Setup]:
    """The servers, until the block ends."""
    if servers == 1:
        with tempfile.TemporaryDirectory() as folder:
            one = OneServer(Path(folder))
            yield one
            one.kill()
    else:
        with clinic(Forked) as running:
            two = OneOfTwo(running, dice)
            yield two
            two.whole()


@contextmanager
def records_of(setup: Setup) -> Iterator[Records]:
    """The records of the one who answers, read past the servers."""
    with closing(open_store(setup.settings)) as store:
        with store.database.reading() as connection:
            owner = connection.execute(text("SELECT owner FROM client")).scalars().first()
        yield store.of(str(owner))
