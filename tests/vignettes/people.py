"""A person as a table: the intake their story makes, and what came of meeting them."""

import json

from planner.knowledge import load
from planner.model.intake import read_intake
from planner.model.vocabulary import Answer, Technique, Use
from planner.safety.asking.questions import questions
from planner.safety.restrictions import Restrictions
from planner.safety.screening import screen
from planner.visit.main_line import first_visit

KNOWN = load()
GIVEN = {
    "story", "rule", "twin", "pain", "age", "months", "assessed", "first_ever", "changed", "visit",
    "locale", "yes", "unsure", "unanswered", "ticked", "where", "clearances", "overrides",
    "preferences", "severity",
}  # fmt: skip


def pain_of(one):
    """Each pain source, as "condition" or "condition: region region"."""
    said = {key: one[key] for key in ("first_ever", "changed") if key in one}
    for text in one.get("pain", ["low-back-pain"]):
        condition, _, regions = text.partition(":")
        assessed = one.get("assessed", True)
        looked_at = {} if assessed == "unknown" else {"assessed": assessed}
        months = one.get("months", 18)
        where = {"condition": condition, "regions": regions.split()}
        yield {**where, "months": months, **looked_at, **said}


def intake_of(one):
    """The intake a vignette describes, with every other question that applies answered no."""
    age = one.get("age", 45)
    given = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", **({"age": age} if age else {})},
        "pain": list(pain_of(one)),
        "severity": one.get("severity", {"average": 5}),
        "answers": {
            **dict.fromkeys(one.get("yes", []), "yes"),
            **dict.fromkeys(one.get("unsure", []), "unsure"),
        },
    }
    given["ticked"] = {row: ticks_of(row, said) for row, said in one.get("ticked", {}).items()}
    kept = ("visit", "locale", "where", "clearances", "overrides", "preferences")
    given |= {key: one[key] for key in kept if key in one}
    intake = read_intake(json.dumps(given), KNOWN.known_ids)
    return answered(intake, set(one.get("unanswered", [])))


def ticks_of(row, numbers):
    """The signs of a question by their place in its list, the first being 1."""
    listed = list(KNOWN.ticks[row])
    return [listed[number - 1] for number in numbers]


def answered(intake, blank):
    """Answer no, again and again, until nothing but the blanks is open."""
    while True:
        still = [q.id for q in questions(intake, KNOWN) if q.answer is None and q.id not in blank]
        if not still:
            return intake
        answers = {**intake.answers, **dict.fromkeys(still, Answer.NO)}
        intake = intake.model_copy(update={"answers": answers})


class Met:
    """One person met: the questions, the limits, and the plan."""

    def __init__(self, one):
        self.intake = intake_of(one)
        self.asked = {question.id for question in questions(self.intake, KNOWN)}
        self.screening = screen(self.intake, KNOWN)
        self.limits = Restrictions(self.intake, self.screening, KNOWN)
        self.plan = first_visit(self.intake, KNOWN)
        self.reasons = {reason.id: reason for reason in self.plan.reasons}

    def use(self, technique_at_region):
        technique, region = technique_at_region.split("@")
        return self.limits.of_technique(Technique(technique), region).use

    def kept_away(self, region):
        if self.plan.massage:
            return region in self.plan.massage.avoid_regions
        return self.use(f"swedish@{region}") is Use.AVOID

    @property
    def techniques(self):
        return {one.id for one in self.plan.massage.techniques} if self.plan.massage else set()

    @property
    def therapies(self):
        return {one.id for one in self.plan.complementary}

    @property
    def home(self):
        """The ids of home tasks, and their kinds."""
        ids = {one.id for one in self.plan.self_care}
        return ids | {one.partition(":")[0] for one in ids}

    @property
    def pressures(self):
        return [one.pressure for one in self.plan.massage.techniques]
