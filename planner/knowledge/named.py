"""The ids of entries that code names: said once, and checked when the base is loaded."""

from collections.abc import Iterator, Mapping

from planner.model.ids import (
    ConditionId,
    FindingId,
    HomeRuleId,
    PlaceId,
    QuestionId,
    ReasonId,
    RuleId,
    SourceId,
    TickId,
)


def _row(name: str) -> QuestionId:
    return QuestionId(ReasonId(name))


CHILD = _row("p-child")
CHILD_AGE = _row("p-child:age")
CHILD_AGES = (  # the sign of an age: below these years
    (6, TickId("under-6")),
    (12, TickId("6-to-11")),
    (16, TickId("12-to-15")),
    (18, TickId("16-or-17")),
)
TRAUMA = _row("p-ptsd-trauma")
AFTER_LAST_TIME = _row("rf-adverse-reaction-post-massage")
NEW_SINCE_LAST_TIME = _row("p-new-since-last-time")
SUICIDAL = (_row("rf-suicidal"),)
SAFEGUARDING = _row("rf-safeguarding")
UNSTEADY = (_row("p-frailty"), _row("p-falls-risk"))
ROWS = (*UNSTEADY, CHILD, TRAUMA, AFTER_LAST_TIME, NEW_SINCE_LAST_TIME, *SUICIDAL, SAFEGUARDING)

FIRST_EVER_OVER_50 = _row("first-ever-over-50")  # no question of its own: told by age and pain

PAIN_IN_GENERAL = ConditionId("chronic-primary-pain")
PAIN_ANYWHERE = ConditionId("musculoskeletal-pain")  # its home tasks are ranked by place
WIDESPREAD = (ConditionId("fibromyalgia"), ConditionId("me-cfs-long-covid"))
LOW_PAIN = HomeRuleId("pain-low")
NOTHING_BY_PLAN = HomeRuleId("progress-nothing-by-plan")
WITHIN_STRENGTH = HomeRuleId("pain-energy")
SENSITIVE_PLACES = (PlaceId("chest"), PlaceId("groin"), PlaceId("abdomen"))
BUTTOCK = PlaceId("buttock")  # asked about by itself, worked on without a written consent each time
ABOUT_SEVERITY = FindingId(SourceId("gen-lewis-2006"))

CONSENT_OF_ALL = "c-six-elements"
CONSENT_AT_SENSITIVE_PLACES = "c-sensitive-areas"
CONSENT_OF_MINORS = "c-minors-capacity"
CONSENT_TO_SHARE = "c-sharing"
CONSENT = (CONSENT_OF_ALL, CONSENT_AT_SENSITIVE_PLACES, CONSENT_OF_MINORS, CONSENT_TO_SHARE)


def _rule(name: str) -> RuleId:
    return RuleId(ReasonId(name))


# Rules of the review that are named outside their own function.
FLAG, ON_COURSE = _rule("flag"), _rule("on-course")
OPEN_QUESTIONS, BAD_SPELL = _rule("open-questions"), _rule("bad-spell")
CAUTION, COURSE_ENDED = _rule("caution"), _rule("course-ended")
RATING_WORSE, CLIENT_SAYS_WORSE = _rule("rating-worse"), _rule("client-says-worse")
GOALS, OVERALL, ONE_CHANGE = _rule("goals"), _rule("overall"), _rule("one-change")
REVIEW_RULES = (
    FLAG, ON_COURSE, OPEN_QUESTIONS, BAD_SPELL, CAUTION, COURSE_ENDED,
    RATING_WORSE, CLIENT_SAYS_WORSE, GOALS, OVERALL, ONE_CHANGE,
)  # fmt: skip

BY_TABLE: Mapping[str, tuple[str, ...]] = {
    "rows": ROWS,
    "conditions": (PAIN_IN_GENERAL, PAIN_ANYWHERE, *WIDESPREAD),
    "home_rules": (LOW_PAIN, NOTHING_BY_PLAN, WITHIN_STRENGTH),
    "stances": (PAIN_IN_GENERAL,),
    "regions_at": (*SENSITIVE_PLACES, BUTTOCK),
    "findings": (ABOUT_SEVERITY,),
    "consent": CONSENT,
    "review_rules": REVIEW_RULES,
}


def named() -> Iterator[tuple[str, str]]:
    """Each table of the base and an id in it that code names."""
    for table, ids in BY_TABLE.items():
        yield from ((table, one) for one in ids)
