"""Ten second visits as they were found: what was asked, and the diary that came with it."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planner.diary import Choices, DiaryReading, read_diary, result
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan
from planner.model.review import Review
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.review.conftest import KNOWN, all_no, asked, reviewed

DIARIES = Path(__file__).parent / "reviews"
WISHES = {
    "session_minutes": 60, "sessions_per_week_max": 2, "session_price": 80, "monthly_budget": 120,
    "self_care_minutes_per_day": 15, "days": ["mon", "thu"], "goals": ["walk to the shops"],
}  # fmt: skip
SCORES = {"average": 6, "worst": 8, "now": 5, "enjoyment": 7, "activity": 6, "sleep": 4}
SHOPS = [{"goal": "walk to the shops", "before": 3, "now": 7}]
DAY = {"on": "2026-12-28"}
LAKE = "I would like to be able to walk with my dog around the whole lake and back again "
STORIES: dict[str, tuple[str, dict[str, Any]]] = {
    "r1-better": ("better", {
        **DAY, "sessions": {"done": 5, "planned": 5}, "self_care": {"done": 5, "planned": 7},
        "goals": SHOPS, "overall": {"label": "much improved"}, "after_last_time": "better",
        "severity": {"average": 4, "worst": 6, "now": 4, "enjoyment": 4, "activity": 4, "sleep": 3},
    }),
    "r2-same": ("same", {
        **DAY, "sessions": {"done": 8, "planned": 10}, "self_care": {"done": 2, "planned": 7},
        "goals": [{"goal": "walk to the shops", "before": 3, "now": 3}],
        "overall": {"label": "no change"}, "severity": {"average": 6},
    }),
    "r3-worse": ("worse", {
        **DAY, "sessions": {"done": 5, "planned": 5}, "overall": {"label": "much worse"},
        "long_flares": 2, "after_last_time": "worse for more than 48 hours",
        "severity": {"average": 8},
    }),
    "r4-few": ("few", {"on": "2026-12-01"}),
    "r5-longgoals": ("better", {
        **DAY, "sessions": {"done": 0, "planned": 6}, "overall": {"label": "very much improved"},
        "goals": [{"goal": LAKE * 3, "before": 0, "now": 10},
                  *({"goal": f"goal {n} – with emoji 🦋", "now": n} for n in range(7))],
        "words": "“Ça va mieux” — 好多了",
    }),
    "r6-refer": ("better", {**DAY, "answers": {"rf-cauda-equina": "yes"}}),
    "r7-nofu": ("same", DAY),
    "r8-long-flares": ("same", {
        **DAY, "sessions": {"done": 5, "planned": 5}, "long_flares": 2,
        "self_care": {"done": 6, "planned": 7},
    }),
    "r9-tth-better": ("better", {
        **DAY, "sessions": {"done": 9, "planned": 10}, "self_care": {"done": 6, "planned": 7},
        "goals": SHOPS, "overall": {"label": "much improved"},
    }),
    "r10-zero": ("zero", {
        **DAY, "sessions": {"done": 5, "planned": 5}, "self_care": {"done": 7, "planned": 7},
        "goals": SHOPS, "overall": {"label": "very much improved"},
    }),
}  # fmt: skip


class Told(NamedTuple):
    """A second visit with all that was said at it."""

    plan: Plan
    reading: DiaryReading
    facts: FollowUp
    review: Review


@cache
def told(name: str) -> Told:
    """One of the stories, reviewed; the short screen answered no but for what the story says."""
    diary, said = STORIES[name]
    condition = "tension-type-headache" if "tth" in name else "low-back-pain"
    plan = first_visit(client_with(condition, severity=SCORES, preferences=WISHES), KNOWN)
    content = (DIARIES / f"{diary}.csv").read_bytes()
    reading = read_diary(content, "diary.csv", choices=Choices(scale=(0, 10)))
    facts = asked(**said)
    if not any(one.counts_as_yes for one in facts.answers.values()):
        facts = all_no(plan, facts)
    return Told(plan, reading, facts, reviewed(plan, result(reading, plan.began), facts))
