"""What a review gives: a decision with its reasons, the next plan, and the figures behind it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.model import sizes
from planner.model.follow_up import AfterLastTime, GoalRating, Overall, SignRated
from planner.model.ids import RuleId, SourceId
from planner.model.intake import QuestionnaireScore
from planner.model.phrase import Text, Texts
from planner.model.plan import CitedSource, Plan
from planner.model.record import Legible, Record
from planner.model.review.comparison import Row
from planner.model.vocabulary import Certainty, Decision


class Because(Record):
    """One reason of a review: the rule, what it found here, what it leans on, how surely."""

    rule: RuleId
    says: Text
    sources: tuple[SourceId, ...] = ()
    certainty: Certainty = Certainty.CONVENTION


class OpenQuestion(Record):
    """What the diary leaves open, with the answers that fit."""

    ask: str
    why: Text
    choices: tuple[str, ...] = ()


class Lately(Record):
    """Average pain on 0 to 10 of the last days of a diary: how many were written, from when on."""

    average: float
    days: int
    first: date
    last: date

    @property
    def is_whole(self) -> bool:
        """Whether none of the days from the first to the last is missing."""
        return self.days == (self.last - self.first).days + 1


class Pain(Record):
    """Average pain on 0 to 10 before and since the start, from the diary.

    `low` and `high` are the ends of the 95 % interval of the difference; `noticeable` is a fall
    that people often notice, clear of chance. `lately` is what is called now: of the last 14 days.
    """

    before: float
    now: float
    low: float
    high: float
    days_before: int
    days_since: int
    noticeable: bool = False
    lately: Lately | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the whole interval lies on one side of zero."""
        return self.low > 0 or self.high < 0


class PainDays(Record):
    """Days with pain in 28 before and since the start, where headache or attacks are judged.

    `low` and `high` are the ends of the 95 % interval of the difference; `with_pain_…` of
    `days_…` days were counted. `assumed` is whether days without an entry counted as free of pain.
    """

    before: float
    now: float
    low: float
    high: float
    with_pain_before: int
    with_pain_since: int
    days_before: int
    days_since: int
    assumed: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether the whole interval lies on one side of zero."""
        return self.low > 0 or self.high < 0


class Share(Record):
    """How many were done, of how many planned; `assumed` where nobody counted."""

    done: int
    planned: int
    assumed: bool = False

    @property
    def share(self) -> float:
        """0 to 1 or more; 1 where nothing was planned."""
        return self.done / self.planned if self.planned else 1.0


class Progress(Record):
    """Where the client stands, in figures; None is what nobody said or counted.

    `measured`: the scores of forms so far, in the order of their days. `written`: days of the diary
    since the start. `flares_from`: the day from which on long flares were counted.
    """

    began: date
    pain: Pain | None = None
    days: PainDays | None = None
    goals: tuple[GoalRating, ...] = ()
    sessions: Share | None = None
    self_care: Share | None = None
    written: Share | None = None
    overall: Overall | None = None
    after_last_time: AfterLastTime | None = None
    rated_before: int | float | None = None
    rated_now: int | float | None = None
    measured: tuple[QuestionnaireScore, ...] = ()
    signs: tuple[SignRated, ...] = ()
    flares_from: date | None = None


class Review(Legible):
    """A proposal; the therapist decides.

    `rule` names the rule that decided. `log_until` is the day to which to keep the diary.
    """

    decision: Decision
    reasons: Annotated[tuple[Because, ...], Field(min_length=1)]
    next_plan: Plan
    changes: Texts = ()
    format: Literal[1] = 1
    on: date
    rule: RuleId
    log_until: date | None = None
    questions: tuple[OpenQuestion, ...] = ()
    progress: Progress
    side_by_side: tuple[Row, ...] = ()
    sources: tuple[CitedSource, ...] = ()


class Verdict(Record):
    """The therapist's answer to a proposal, with a word of reason."""

    choice: Literal["accepted", "edited", "declined"]
    reason: Annotated[str, Field(max_length=sizes.LINE)] = ""
