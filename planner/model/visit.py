"""A visit as it is kept: what was said, the client's diary, and what a follow-up adds."""

from datetime import date
from typing import Annotated

from pydantic import Field, JsonValue, PlainSerializer, StringConstraints

from planner.model import sizes
from planner.model.assessment import Assessment
from planner.model.diary import Choices, DayWritten, Milestone
from planner.model.edits import Edit
from planner.model.errors import IntakeError
from planner.model.follow_up import FollowUp
from planner.model.intake import Conversation, Intake
from planner.model.plan import Plan
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import NAMED, Clock, KnownQuestion, Line, Score, Times, Words
from planner.model.review import Verdict
from planner.model.vocabulary import Answer, Intensity

ONLY_IN_PLANS = ("source", "reason", "home task")  # kinds of ids; a plan is checked when it is used
WHOLE = "visit file"
Page = Annotated[str, StringConstraints(max_length=sizes.PAGE)]


def _as_printed(plan: Plan) -> dict[str, JsonValue]:
    """A plan is kept whole, as the command line prints it."""
    whole: dict[str, JsonValue] = plan.model_dump(mode="json")
    return whole


KeptPlan = Annotated[Plan, PlainSerializer(_as_printed)]


class KeptDiary(Record):
    """The client's diary: its file among the records, the answers about it, days written here.

    `headings` are those of the file when it was answered for, so that the next one like it is not
    asked about again. `window` is how many days of each side are compared, `bad_from` the score
    from which a day is bad; None where nobody chose.
    """

    name: Page = ""
    file: Page = ""
    choices: Choices = Choices()
    headings: Annotated[tuple[Page, ...], Field(max_length=sizes.HEADINGS)] = ()
    entries: Annotated[tuple[DayWritten, ...], Field(max_length=sizes.DAYS)] = ()
    started: date | None = None
    milestones: Annotated[tuple[Milestone, ...], Field(max_length=sizes.MILESTONES)] = ()
    window: Annotated[int, Field(ge=7, le=366)] | None = None
    bad_from: Score | None = None


class GoalSoFar(Record):
    """A goal in the client's words, as it was rated first and now; None was not asked."""

    goal: Words
    before: Score | None = None
    now: Score | None = None


class KeptFollowUp(Record):
    """What a later visit looks back on, what was asked there, and what was decided.

    `follows` names the visit before, `last` is the plan to review, `plan` the one decided on,
    `note` the visit note changed by hand, of an edition that kept it here. `again`: each yes and
    not sure of the visit before, to be said again one by one; `ended`: since when one is so no
    more. `found`: what the therapist found at the visit before.
    """

    follows: Page = ""
    last: KeptPlan | None = None
    goals: Annotated[tuple[GoalSoFar, ...], Field(max_length=sizes.GOALS)] = ()
    facts: FollowUp = FollowUp()
    verdict: Verdict | None = None
    plan: KeptPlan | None = None
    note: Page | None = None
    again: Annotated[dict[KnownQuestion, Answer], NAMED] = {}
    ended: Annotated[dict[KnownQuestion, Line], NAMED] = {}
    found: Assessment | None = None


class ByHand(Record):
    """What the hand decided of the plan at one moment, and the times that were agreed by then."""

    edits: Annotated[tuple[Edit, ...], Field(max_length=sizes.EDITS)] = ()
    way: Intensity = Intensity.BALANCED
    time: Clock | None = None
    times: Times = {}


Steps = Annotated[tuple[ByHand, ...], Field(max_length=sizes.STEPS)]


class Draft(Conversation):
    """A visit in which anything may still be missing.

    `handed_out` is the plan that was last shown to the client or left the screen, as it was then,
    `by_hand_then` what the hand had decided of it. `past` are the steps of the hand before this
    one, `undone` those taken back, the last one last.
    """

    diary: KeptDiary | None = None
    follow_up: KeptFollowUp | None = None
    handed_out: KeptPlan | None = None
    by_hand_then: ByHand | None = None
    past: Steps = ()
    undone: Steps = ()

    @property
    def is_scored(self) -> bool:
        """Whether the average pain was given, which every plan is measured against."""
        return self.severity.average is not None

    @property
    def as_text(self) -> str:
        """The visit as it is kept: what was said and nothing else."""
        return self.model_dump_json(exclude_unset=True)


class Visit(Intake, Draft):
    """A visit in which nothing is missing that a plan needs."""


def read_draft(text: str | bytes, known: KnownIds | None = None) -> Draft:
    """The visit in a JSON text; raises IntakeError with every problem in it.

    Ids that only plans hold are not checked here: a visit opens though its plan is out of date.
    """
    ids = {kind: of for kind, of in (known or {}).items() if kind not in ONLY_IN_PLANS}
    return read_record(Draft, text, ids, name=WHOLE, refusal=IntakeError)
