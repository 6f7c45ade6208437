"""What the conversation collects, checked as a whole: every problem found is told at once."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    ValidationInfo,
    model_serializer,
    model_validator,
)

from planner.model import sizes
from planner.model.assessment import Assessment
from planner.model.beforehand import ClientSaid
from planner.model.edits import Edit
from planner.model.errors import IntakeError
from planner.model.ids import InstrumentId
from planner.model.phrase import tell, template
from planner.model.record import KnownIds, Record, filled, known_as, read_record
from planner.model.record.checked import (
    ID,
    NAMED,
    Amount,
    Clock,
    Currency,
    Days,
    KnownClearable,
    KnownCondition,
    KnownQuestion,
    LanguageCode,
    Levels,
    Line,
    Minutes,
    Opaque,
    Prices,
    RegionIds,
    Score,
    Techniques,
    TherapyIds,
    Ticked,
    Times,
    Words,
    each_once,
    scores_of,
    words_of,
)
from planner.model.vocabulary import (
    AboutPain,
    Activity,
    Answer,
    Intensity,
    Locale,
    Pressure,
    Visit,
)

OUT_OF_RANGE = template("a score of {id} goes from {least} to {most}, not {score}")
UNNAMED = "Client"  # how somebody without a label is spoken of


class Person(Record):
    """Who is talked with; the label may still be missing.

    `id` tells clients of one label apart in calendars and records systems; it says nothing of them.
    """

    label: Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.SHORT)] = ""
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    id: Opaque = ""


class Client(Person):
    """Who the plan is for: a label of the therapist's choosing, never a full identity."""

    label: Annotated[str, words_of(sizes.SHORT)]


class PainSource(Record):
    """One thing that hurts: what it has been called, where, and for how long.

    `levels` says of a region how much it hurts there: 1 mild, 2 moderate, 3 severe. `unsure`: what
    was asked and nobody knows; it has no answer, as what was not asked has none.
    """

    condition: KnownCondition
    regions: RegionIds = ()
    levels: Levels = {}
    months: Annotated[int | float, Field(ge=0, le=1200, allow_inf_nan=False)] | None = None
    assessed: bool | None = None
    first_ever: bool | None = None
    changed: bool | None = None
    unsure: Annotated[tuple[AboutPain, ...], NAMED, AfterValidator(each_once)] = ()

    @model_validator(mode="after")
    def _is_known_or_not(self) -> Self:
        both = [one for one in self.unsure if getattr(self, one) is not None]
        if both:
            raise ValueError(tell("both answered and not sure: {ids}", ids=", ".join(both)))
        return self


class Scores(Record):
    """Scores from 0 (none) to 10 (worst) given so far; None was not asked, which is not 0."""

    average: Score | None = None
    worst: Score | None = None
    now: Score | None = None
    enjoyment: Score | None = None
    activity: Score | None = None
    sleep: Score | None = None
    stress: Score | None = None


class Severity(Scores):
    """Scores from 0 (none) to 10 (worst); sleep and stress: how much of a problem they are."""

    average: Score


class Bounds(Record):
    """The limits a clinician set, as values; None was not said. `techniques`: only these."""

    minutes: Annotated[int, Field(ge=10, le=180)] | None = None
    pressure: Pressure | None = None
    sessions_per_week: Annotated[int | float, Field(gt=0, le=7, allow_inf_nan=False)] | None = None
    regions_avoid: RegionIds = ()
    techniques: Techniques = ()


class ClinicianClearance(Record):
    """A clinician's answer to a hold: who, when, until when, and within which limits.

    `limits` are the clinician's own words, `bounds` what of them binds. `confirmed`: the answer
    says what the row asks it to, such as that no repeat scan is waiting.
    """

    of: KnownClearable = Field(alias="for")
    by: Words
    on: date
    limits: Line = ""
    until: date | None = None
    confirmed: bool = False
    bounds: Bounds = Bounds()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until is not None and self.until < self.on:
            raise ValueError(tell("ends before it begins: {row}", row=self.of))
        return self


class Override(Record):
    """The therapist sets an adjustment aside, and says why."""

    of: KnownQuestion = Field(alias="for")
    reason: Words


class Goal(Record):
    """What the client wants to do again, in the client's words.

    `activity` is what it trains for, confirmed by a tap; `rating` is 0 unable to 10 as before the
    pain, at the visit it was first said (patient-specific functional scale, Stratford 1995).
    """

    goal: Words
    activity: Activity | None = None
    rating: Score | None = None

    @model_validator(mode="before")
    @classmethod
    def _may_be_words_alone(cls, given: object) -> object:
        return {"goal": given} if isinstance(given, str) else given

    @model_serializer(mode="wrap")
    def _words_alone_as_words(
        self, write: SerializerFunctionWrapHandler
    ) -> dict[str, object] | str:
        written: dict[str, object] = write(self)
        return self.goal if {*written} == {"goal"} else written


class QuestionnaireScore(Record):
    """A score of a questionnaire that was filled in elsewhere: the number, and the day."""

    instrument: Annotated[InstrumentId, ID, known_as("questionnaire")]
    score: Annotated[int | float, Field(ge=0, le=1_000, allow_inf_nan=False)]
    on: date

    @model_validator(mode="after")
    def _is_in_its_range(self, info: ValidationInfo) -> Self:
        """Where the knowledge base is given, a score is one that its form can come to."""
        ids: KnownIds = info.context or {}
        ends = sorted(map(int, ids.get(scores_of(self.instrument), ())))
        if ends and not ends[0] <= self.score <= ends[-1]:
            said = {"id": self.instrument, "score": f"{self.score:g}"}
            least, most = map(str, ends)
            raise ValueError(filled(OUT_OF_RANGE, **said, least=least, most=most))
        return self


class Preferences(Record):
    """What the client wants, can do, and can pay.

    `prices` is the list of the practice as it was when the visit began, by minutes;
    `session_price` stands for every length. `first_session_minutes`: how long the first one is
    booked for. `time` is that of every visit, local to the practice, but those in `times`.
    """

    way: Intensity = Intensity.BALANCED
    pressure: Pressure | None = None
    goals: Annotated[tuple[Goal, ...], Field(max_length=sizes.GOALS)] = ()
    techniques_liked: Techniques = ()
    techniques_declined: Techniques = ()
    therapies_interested: TherapyIds = ()
    therapies_declined: TherapyIds = ()
    regions_to_avoid: RegionIds = ()
    session_minutes: Minutes | None = None
    sessions_per_week_max: Annotated[int | float, Field(gt=0, le=7, allow_inf_nan=False)] | None = (
        None
    )
    session_price: Amount | None = None
    prices: Prices = {}
    monthly_budget: Amount | None = None
    currency: Currency = "USD"
    self_care_minutes_per_day: Annotated[int, Field(ge=0, le=480)] | None = None
    days: Days = ()
    first_session: date | None = None
    first_session_minutes: Minutes | None = None
    time: Clock | None = None
    times: Times = {}

    def price_of(self, minutes: int | None) -> float | None:
        """What a session of so many minutes costs; a length of no price costs the next longer."""
        if self.session_price is not None or not self.prices:
            return self.session_price
        long_enough = [one for one in self.prices if one >= (minutes or 0)]
        return self.prices[min(long_enough, default=max(self.prices))]


class Conversation(Record):
    """What a conversation has collected so far; `marks` are those that no pain source has taken.

    The label, the pain sources and every score may still be missing. The screening needs no more
    than this, so a sign stops a conversation before it is finished.
    `others` in a file says that every other question that applies was answered no. `from_last`
    names the rows whose yes is the last visit's: it counts until the row is answered again.
    `beforehand` is what the client answered alone: nothing of it counts, it is only asked about.
    """

    format: Literal[1]
    on: date
    locale: Locale = Locale.US
    language: LanguageCode = "en"
    visit: Visit = Visit.FIRST
    client: Person = Person()
    pain: Annotated[tuple[PainSource, ...], Field(max_length=sizes.PAIN_SOURCES)] = ()
    marks: Levels = {}
    severity: Scores = Scores()
    assessment: Assessment = Assessment()
    measured: Annotated[tuple[QuestionnaireScore, ...], Field(max_length=sizes.SCORES)] = ()
    answers: Annotated[dict[KnownQuestion, Answer], NAMED] = {}
    ticked: Ticked = {}
    from_last: Annotated[tuple[KnownQuestion, ...], NAMED, AfterValidator(each_once)] = ()
    others: Literal["no"] | None = None
    beforehand: Annotated[dict[KnownQuestion, ClientSaid], NAMED] = {}
    where: Annotated[dict[KnownQuestion, RegionIds], NAMED] = {}
    clearances: Annotated[tuple[ClinicianClearance, ...], Field(max_length=sizes.CLEARANCES)] = ()
    overrides: Annotated[tuple[Override, ...], Field(max_length=sizes.CLEARANCES)] = ()
    edits: Annotated[tuple[Edit, ...], Field(max_length=sizes.EDITS)] = ()
    preferences: Preferences = Preferences()

    @model_validator(mode="after")
    def _clearances_are_not_from_the_future(self) -> Self:
        late = [c.of for c in self.clearances if c.on > self.on]
        if late:
            raise ValueError(
                tell("cleared after the day of the visit: {rows}", rows=", ".join(late))
            )
        return self


class Intake(Conversation):
    """Everything one conversation collected: a plan can be made from it."""

    client: Client
    pain: Annotated[tuple[PainSource, ...], Field(min_length=1, max_length=sizes.PAIN_SOURCES)]
    severity: Severity


def read_intake(text: str | bytes, known: KnownIds | None = None) -> Intake:
    """The intake in a JSON text; raises IntakeError with every problem in it.

    `known` lists the ids of the knowledge base by kind (`Knowledge.known_ids`); without it ids
    are not checked.
    """
    return read_record(Intake, text, known, name="intake", refusal=IntakeError)
