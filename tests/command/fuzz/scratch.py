"""Records of invented clients, a backup of them and a client's parcel, for calls to work on."""

import json
import os
import random
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from records import Settings, Store, VisitSummary
from tests.command.fuzz.values import TEXTS
from tests.conftest import SAMPLES

CLIENTS = 12


class Scratch(NamedTuple):
    """Clients' ids, and what was once taken out of these records."""

    clients: tuple[str, ...]
    backup: bytes
    parcel: bytes


def scratch_records(folder: Path, rng: random.Random) -> Scratch:
    """Records in a folder, which the environment names from now on."""
    settings = Settings.at(folder / "records.db")
    os.environ["PAIN_PLAN_DATABASE"] = f"sqlite:///{settings.path}"
    labels = [*rng.sample(TEXTS, CLIENTS - 1), "half \ud83d"]
    with closing(Store(settings)) as store:
        mine = store.of("local")
        for label in labels:
            said = json.loads(rng.choice(list(SAMPLES.values())).read_bytes())
            about = VisitSummary(label.strip() or "x", date.fromisoformat(said["on"]), None)
            mine.begin(json.dumps(said), about, "2026.11")
        clients = tuple(one.id for one in mine.clients("", 1, CLIENTS).lines)
        store.backup_to(folder / "backup.db", "the fuzz")
        return Scratch(clients, (folder / "backup.db").read_bytes(), mine.export(clients[0]))
