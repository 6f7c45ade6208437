"""A second visit as far as it is ready for a review."""

import json
from datetime import date
from typing import Any

from planner.knowledge import load
from planner.model.visit import read_draft
from planner.model.vocabulary import Answer
from planner.visit.next_visit import next_visit
from planner.visit.said import answers, places

ON = date(2026, 12, 30)
SAID = {"severity/average": 4, "follow_up/sessions": {"done": 5}}


def second_visit(first: bytes) -> dict[str, Any]:
    """The visit after one, its short screen answered and its scores said."""
    known = load()
    draft = next_visit(read_draft(first), ON, "token", known)
    asked = [row for row, one in known.rows.items() if one.every_visit or one.at_review]
    draft = answers.answered(draft, dict.fromkeys(asked, Answer.NO), known)
    for name, value in SAID.items():
        draft = places.named(name, draft).put(draft, value)
    ready: dict[str, Any] = json.loads(draft.as_text)
    return ready
