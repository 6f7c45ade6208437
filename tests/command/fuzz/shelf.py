"""Valid files of every kind a call reads; what calls answer is put beside them and read again."""

import json
import random
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from planner.knowledge import load
from planner.model.between.consent import Consent
from planner.model.between.note import Note
from planner.model.between.session import Session
from planner.model.edits import Edit
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.practice import Practice
from planner.model.practice.usual_plan import UsualPlan
from planner.model.visit import Draft
from planner.model.vocabulary import Change
from tests.command.fuzz.changes import changed, crossed
from tests.command.fuzz.second_visit import second_visit
from tests.command.fuzz.values import TEXTS, Values
from tests.conftest import SAMPLES
from tests.diary.mutations import mutated
from tests.diary.samples import PRODUCTS
from tests.practices import oak_street

KINDS: dict[str, type[BaseModel]] = {
    "intake": Intake,
    "visit": Draft,
    "plan": Plan,
    "follow-up": FollowUp,
    "session": Session,
    "consent": Consent,
    "note": Note,
    "practice": Practice,
}
MOST_KEPT = 60  # files of a kind
CROSSED, AS_IT_IS = 0.1, 0.15
ASKED = {
    "on": "2027-01-11",
    "sessions": {"done": 6, "planned": 7},
    "self_care": {"done": 5},
    "overall": {"label": "much improved"},
    "severity": {"average": 4},
}
AGAIN = ("three-sources", "knee-anticoagulant", "low-back-nothing-flagged", "migraine-no-needles")
DESK = UsualPlan(
    name="Desk", conditions=("neck-pain",), edits=(Edit(line="deep-tissue", change=Change.REMOVE),)
)
BEGAN = date(2026, 11, 23)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16")


class Shelf:
    """Files by kind, as JSON has them."""

    def __init__(self, rng: random.Random) -> None:
        """The samples, and what is read beside them."""
        self.rng, self.values = rng, Values(rng, load().known_ids)
        samples = [json.loads(one.read_bytes()) for one in SAMPLES.values()]
        self._files: dict[str, list[dict[str, Any]]] = {
            "intake": samples,
            "visit": [*samples, *(second_visit(SAMPLES[one].read_bytes()) for one in AGAIN)],
            "follow-up": [{}, ASKED],
            "practice": [json.loads(oak_street(usual_plans=(DESK,)).model_dump_json())],
        }

    def keep(self, kind: str, said: dict[str, Any]) -> None:
        """Put a file that a call answered beside the others."""
        there = self._files.setdefault(kind, [])
        if len(there) < MOST_KEPT:
            there.append(said)
        else:
            there[self.rng.randrange(MOST_KEPT // 4, MOST_KEPT)] = said

    def has(self, kind: str) -> bool:
        """Whether there is a file of a kind yet."""
        return bool(self._files.get(kind))

    def file(self, kind: str) -> bytes:
        """A file of a kind, most often with a few values otherwise."""
        said = self.rng.choice(self._files[kind])
        if self.rng.random() < CROSSED:
            said = crossed(self.values, said, self.rng.choice(self._files[kind]))
        if self.rng.random() > AS_IT_IS:
            said = changed(self.values, KINDS[kind], said)
        text = json.dumps(said, ensure_ascii=self.rng.random() < 0.5)
        return text.encode(self.rng.choice(ENCODINGS), "surrogatepass")

    def diary(self) -> bytes:
        """A diary by value, seldom one of a product, seldom one that was damaged."""
        at = self.rng.random()
        if at < 0.15:
            return self.rng.choice(list(PRODUCTS.values())).encode()
        made = self._written()
        return mutated(made, self.rng) if at < 0.2 else made

    def _written(self) -> bytes:
        rng, columns = self.rng, ["Date", "Pain (0-10)"]
        columns += [one for one in ("Sleep", "Session", "Notes", "Medicine") if rng.random() < 0.4]
        first = date.fromisoformat(self._near())
        rows = [columns]
        for ahead in range(rng.choice((1, 3, 20, 70, 120))):
            if rng.random() < 0.9:
                rows.append([str(first + timedelta(ahead)), *map(self._cell, columns[1:])])
        mark = rng.choice(",;\t")
        lines = (mark.join(cell.replace(mark, " ").replace("\n", " ") for cell in r) for r in rows)
        return "\n".join(lines).encode(rng.choice(ENCODINGS))

    def _near(self) -> str:
        days = self.rng.choice((-40, -28, -3, 0, 60))
        return self.rng.choice((str(BEGAN + timedelta(days)),) * 9 + ("1990-01-01", "2099-10-01"))

    def _cell(self, column: str) -> str:
        rng = self.rng
        if column == "Notes":
            return rng.choice(TEXTS).replace('"', "").replace("\r", " ")
        if column == "Session":
            return rng.choice(("yes", "", "no"))
        return rng.choice((*map(str, range(11)), "4", "5", "6", "", "6.5"))
