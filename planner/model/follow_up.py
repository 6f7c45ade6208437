"""What is asked at a review, beside the diary; whatever was not asked is absent."""

from datetime import date
from enum import StrEnum
from statistics import fmean
from typing import Annotated, Literal

from pydantic import Field, model_validator

from planner.model import sizes
from planner.model.change import GOAL_POINTS
from planner.model.errors import PlanError
from planner.model.intake import Severity
from planner.model.phrase import tell
from planner.model.plan import Reach
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import NAMED, KnownQuestion, Line, RegionIds, Score, Ticked, Words
from planner.model.vocabulary import Answer, Worded

SEVERAL_GOALS = 2.0  # points on average, beyond the usual scatter (Stratford 1995)
Count = Annotated[int, Field(ge=0, le=500)]


class Overall(Worded):
    """The patient's global impression of change, best first; its number is 1 to 7.

    In the public domain (NINDS common data elements). Other versions count the other way, so the
    words are kept, not only the number.
    """

    VERY_MUCH_IMPROVED = "very much improved"
    MUCH_IMPROVED = "much improved"
    MINIMALLY_IMPROVED = "minimally improved"
    NO_CHANGE = "no change"
    MINIMALLY_WORSE = "minimally worse"
    MUCH_WORSE = "much worse"
    VERY_MUCH_WORSE = "very much worse"

    @property
    def number(self) -> int:
        """1 very much improved to 7 very much worse."""
        return self.rank + 1

    @property
    def is_much_better(self) -> bool:
        """The two answers that trials counted as a change that matters (Farrar 2001)."""
        return self.rank <= Overall.MUCH_IMPROVED.rank

    @property
    def is_better(self) -> bool:
        """Whether the client says that anything improved."""
        return self.rank <= Overall.MINIMALLY_IMPROVED.rank

    @property
    def is_much_worse(self) -> bool:
        """The mirror of much better."""
        return self.rank >= Overall.MUCH_WORSE.rank


class OverallChange(Record):
    """The answer about the change overall: the words, and the number that goes with them."""

    label: Overall
    number: Annotated[int, Field(ge=1, le=7)] | None = None

    @model_validator(mode="after")
    def _number_goes_with_the_words(self) -> "OverallChange":
        if self.number not in (None, self.label.number):
            raise ValueError(
                tell(
                    "{given} does not go with '{label}', which is {number} here",
                    given=self.number,
                    label=self.label.value,
                    number=self.label.number,
                )
            )
        return self


class AfterLastTime(StrEnum):
    """How the client was after the last session."""

    AS_USUAL = "as usual"
    BETTER = "better"
    SORE = "sore for up to 48 hours"
    FLARE = "worse for more than 48 hours"


class GoalRating(Record):
    """A goal in the client's words: 0 unable to 10 as before the pain; higher is better.

    Patient-specific functional scale (Stratford 1995).
    """

    goal: Words
    before: Score | None = None
    now: Score

    @property
    def gain(self) -> float | None:
        """How far it has moved; None when it was not rated before."""
        return None if self.before is None else self.now - self.before


class Done(Record):
    """How many were done, of how many planned."""

    done: Count
    planned: Count | None = None


class SignRated(Record):
    """The comparable sign as it was at one session: its pain before and after."""

    on: date
    name: Words
    before: Score | None = None
    after: Score | None = None


class FollowUp(Record):
    """What was asked at a review.

    `sessions`: since the last plan. `self_care`: days with home care, of the last 7 unless said.
    `long_flares`: how often a session was followed by more than 48 hours of more pain, since the
    course began or, where they made it lighter, since then. `ended`: since when a yes of last time
    is so no more. `reach`: what the client can attend and pay from now on. `findings`: the
    therapist's own, from looking and touching. `signs`: the comparable sign at each session since
    the last plan, as the log has it.
    """

    format: Literal[1] = 1
    on: date | None = None
    sessions: Done | None = None
    self_care: Done | None = None
    goals: Annotated[tuple[GoalRating, ...], Field(max_length=sizes.GOALS)] = ()
    overall: OverallChange | None = None
    severity: Severity | None = None
    after_last_time: AfterLastTime | None = None
    long_flares: Count | None = None
    answers: Annotated[dict[KnownQuestion, Answer], NAMED] = {}
    ticked: Ticked = {}
    where: Annotated[dict[KnownQuestion, RegionIds], NAMED] = {}
    ended: Annotated[dict[KnownQuestion, Line], NAMED] = {}
    reach: Reach | None = None
    words: Line = ""
    findings: Line = ""
    signs: Annotated[tuple[SignRated, ...], Field(max_length=500)] = ()

    @property
    def goals_moved(self) -> bool | None:
        """Whether a goal moved further than ratings scatter; None when none was rated twice."""
        gains = [goal.gain for goal in self.goals if goal.gain is not None]
        if not gains:
            return None
        several = len(gains) > 1 and fmean(gains) >= SEVERAL_GOALS
        return several or max(gains) >= GOAL_POINTS

    @property
    def feels_better(self) -> bool:
        """Whether the client was asked, and says that anything has improved."""
        return self.overall is not None and self.overall.label.is_better

    @property
    def feels_no_better(self) -> bool:
        """Whether the client was asked, and says that nothing has improved."""
        return self.overall is not None and not self.overall.label.is_better

    @property
    def feels_much_better(self) -> bool:
        """Whether the client was asked, and says much better."""
        return self.overall is not None and self.overall.label.is_much_better

    @property
    def feels_much_worse(self) -> bool:
        """Whether the client was asked, and says much worse."""
        return self.overall is not None and self.overall.label.is_much_worse

    @property
    def flares(self) -> int:
        """How many long flares are known of."""
        last = int(self.after_last_time is AfterLastTime.FLARE)
        return max(last, self.long_flares or 0)


def read_follow_up(text: str | bytes, known: KnownIds | None = None) -> FollowUp:
    """What was asked, from a JSON text; raises PlanError with every problem in it."""
    return read_record(
        FollowUp, text, known, name="follow-up", refusal=PlanError, within="follow-up"
    )
