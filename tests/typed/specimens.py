"""One of each record, every text of it typed: two visits, what happens between, a practice."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from planner.knowledge import load
from planner.model.between.consent import Consent, read_consent
from planner.model.between.note import Note, read_note
from planner.model.between.session import Session, read_session
from planner.model.practice import Practice, Therapist, read_practice, read_therapist
from planner.model.practice.usual_plan import UsualPlans, read_usual_plans
from planner.model.visit import Draft, read_draft
from planner.safety.asking.asked_again import every_visit
from planner.safety.asking.questions import questions
from planner.visit.next_visit import next_visit
from tests.conftest import sample_text
from tests.typed.fields import TYPED, filled

ON = date(2026, 11, 2)
LATER = ON + timedelta(weeks=3)
SIGNED = f"{LATER}T10:00:00+00:00"
NEVER_SHOWN: Mapping[str, str] = {
    "KeptDiary.file": "names a row of the records",
    "KeptFollowUp.follows": "names a row of the records",
    "Note.of": "names a row of the records",
    "OwnTask.picture": "names a file of the records",
    "Practice.logo": "a picture, or the name of its file",
    "Choices.person": "people of a file are called person 1, person 2",
    "DayWritten.note": "kept beside the scores of a day written here, which are what is drawn",
    "Consent.wording": "what was read out then, kept with the records as proof of it",
    "Withdrawn.name": "no page asks for it; who took the consent back is told by their part",
    "KeptDiary.headings": "compared with those of the next file, which the page reads from it",
}
SAME: Mapping[str, str] = {  # typed once, kept in several places
    "GoalRating.goal": "Goal.goal",
    "GoalSoFar.goal": "Goal.goal",
    "FollowUp.ended": "KeptFollowUp.ended",
    "SignRated.name": "ComparableSign.name",
}
ON_PAPER_ONLY = {
    "Finding.note", "Finding.result", "Note.head", "Practice.licence", "Practice.therapist",
}  # fmt: skip
WORDS = "words"


def words_of(place: str) -> str:
    """What is typed there."""
    return TYPED[SAME.get(place, place)]


def typed(value: dict[str, Any], field: type, seen: set[str] | None = None) -> str:
    """The record as a file, its texts typed; `seen` gathers their places."""

    def change(place: str, before: str) -> str:
        if seen is not None:
            seen.add(place)
        return before if place in NEVER_SHOWN else words_of(place)

    return json.dumps(filled(value, field, change))


def visit() -> dict[str, Any]:
    """A first visit in which everything was said."""
    said = json.loads(sample_text("knee-anticoagulant"))
    own = {"name": WORDS, "words": WORDS, "minutes": 10, "days_per_week": 3, "picture": ""}
    return {
        **said,
        "on": f"{ON}",
        "client": {**said["client"], "label": WORDS},
        "assessment": {
            "findings": [
                {"what": "movement", "name": WORDS, "extent": "limited", "note": WORDS},
                {"what": "test", "name": WORDS, "result": WORDS},
            ],
            "comparable": {"name": WORDS, "before": 6, "after": 4},
            "notes": WORDS,
        },
        "clearances": [
            {"for": "p-kidney-advanced", "by": WORDS, "limits": WORDS, "on": f"{ON}"},
        ],
        "answers": {**said["answers"], "p-kidney-advanced": "yes"},
        "overrides": [{"for": "p-hypertension-controlled", "reason": WORDS}],
        "edits": [
            {"line": "swedish", "change": "reword", "words": WORDS},
            {"line": "own:1", "change": "add", "own": own},
        ],
        "preferences": {**said["preferences"], "goals": [{"goal": WORDS, "rating": 3}]},
        "diary": {
            "name": WORDS,
            "file": "",
            "headings": [WORDS],
            "entries": [[f"{ON - timedelta(days)}", 5.0, None, None, None, WORDS]
                        for days in range(1, 15)],
            "milestones": [{"day": f"{ON - timedelta(4)}", "kind": "other", "note": WORDS}],
        },
    }  # fmt: skip


CHOICES = {"pain": WORDS, "person": WORDS, "words": [WORDS, "b"], "columns": {"note": WORDS}}
LOOKED_BACK: dict[str, Any] = {
    "facts": {
        "goals": [{"goal": WORDS, "before": 3, "now": 6}],
        "ended": {"p-hypertension-controlled": WORDS},
        "words": WORDS,
        "findings": WORDS,
        "overall": {"label": "much improved"},
    },
    "ended": {"p-hypertension-controlled": WORDS},
    "verdict": {"choice": "declined", "reason": WORDS},
    "note": WORDS,
}
SIGN = {"on": f"{ON}", "name": WORDS, "before": 6, "after": 4}
SESSION = {
    "format": 1,
    "on": f"{LATER}",
    "plan": f"{ON}",
    "minutes": 60,
    "done": [{"technique": "swedish", "regions": ["knee_front_left"], "pressure": "light"}],
    "sign": {"name": WORDS, "before": 6, "after": 4},
    "words": WORDS,
    "found": WORDS,
}
EVERY_POINT = ["nature", "benefits", "risks", "alternatives", "without", "stop"]
CONSENT = {
    "format": 1,
    "on": f"{ON}",
    "plan": f"{ON}",
    "points": EVERY_POINT,
    "by": "parent",
    "name": WORDS,
    "wording": WORDS,
    "withdrawn": {"on": f"{LATER}", "by": "parent", "name": WORDS},
}
SIGNATURE = {"by": WORDS, "licence": WORDS, "at": SIGNED}
NOTE = {
    "format": 1,
    "about": "session",
    "of": "",
    "on": f"{LATER}",
    "parts": dict.fromkeys(("subjective", "objective", "assessment", "plan"), WORDS),
    "head": [WORDS],
    "signature": SIGNATURE,
    "addenda": [{"kind": "addendum", "words": WORDS, "signature": SIGNATURE}],
}
USUAL = {"plans": [{"name": WORDS, "edits": visit()["edits"]}]}
THERAPIST = dict.fromkeys(("name", "licence", "phone", "email"), WORDS)
ON_PAPER = ("name", "therapist", "licence", "phone", "email", "fax", "address")
PRACTICE = {
    "format": 1,
    **dict.fromkeys(ON_PAPER, WORDS),
    "logo": "",
    "consent": [WORDS],
    "usual_plans": USUAL["plans"],
}
BESIDE: tuple[tuple[dict[str, Any], type], ...] = (
    (SESSION, Session),
    (CONSENT, Consent),
    (NOTE, Note),
    (USUAL, UsualPlans),
    (THERAPIST, Therapist),
    (PRACTICE, Practice),
)


def filled_places() -> set[str]:
    """Every place that these records fill."""
    seen: set[str] = set()
    looked = {**LOOKED_BACK, "follows": "", "goals": LOOKED_BACK["facts"]["goals"]}
    looked["facts"] = {**looked["facts"], "signs": [SIGN]}
    kept = {**visit()["diary"], "choices": CHOICES}
    whole = {**visit(), "follow_up": looked, "diary": kept}
    for value, field in ((whole, Draft), *BESIDE):
        typed(value, field, seen)
    return seen


@cache
def first_visit() -> Draft:
    """The first visit."""
    made = json.loads(typed(visit(), Draft))
    asked = questions(read_draft(json.dumps(made)), load())
    made["answers"].update({one.id: "no" for one in asked if one.answer is None})
    return read_draft(json.dumps(made), load().known_ids)


def later_visit(follows: str = "", decided: bool = True) -> Draft:
    """The visit after it, with what was asked, and what was decided."""
    made = json.loads(next_visit(first_visit(), LATER, follows, load()).as_text)
    looked = json.loads(typed({"follow_up": LOOKED_BACK}, Draft))["follow_up"]
    if not decided:
        looked = {name: looked[name] for name in looked if name != "verdict"}
    made["follow_up"] = {**made["follow_up"], **looked}
    made["severity"] = {"average": 4}
    made["answers"].update(dict.fromkeys(_asked(made), "no"))
    made["answers"].update(dict.fromkeys(("p-anticoagulant", "p-kidney-advanced"), "yes"))
    made["from_last"] = ["p-hypertension-controlled"]
    return read_draft(json.dumps(made), load().known_ids)


def _asked(visit: dict[str, Any]) -> list[str]:
    return [one.id for one in every_visit(read_draft(json.dumps(visit)), load())]


def session() -> Session:
    """A session between them."""
    return read_session(typed(SESSION, Session), load().known_ids)


def consent(**changes: Any) -> Consent:
    """A consent, given and taken back."""
    return read_consent(typed({**CONSENT, **changes}, Consent), load().known_ids)


def note(of: str, **changes: Any) -> Note:
    """A signed note with words added."""
    return read_note(typed({**NOTE, "of": of, **changes}, Note))


def practice() -> Practice:
    """A practice."""
    return read_practice(typed(PRACTICE, Practice), load().known_ids)


def therapist() -> Therapist:
    """One of its therapists."""
    return read_therapist(typed(THERAPIST, Therapist))


def usual_plans() -> UsualPlans:
    """What the therapist begins others from."""
    return read_usual_plans(typed(USUAL, UsualPlans), load().known_ids)
