"""Words, numbers and ids that a record checks by their type."""

from collections import Counter
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from planner.model import sizes
from planner.model.ids import ConditionId, QuestionId, ReasonId, RegionId, TherapyId, TickId
from planner.model.phrase import tell, template
from planner.model.record.whole import KnownIds, filled, known_as
from planner.model.vocabulary import Day, Technique


def each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list that names the same thing twice."""
    repeated = sorted(str(value) for value, times in Counter(values).items() if times > 1)
    if repeated:
        raise ValueError(tell("named more than once: {ids}", ids=", ".join(repeated)))
    return values


def words_of(most: int) -> StringConstraints:
    """Some words, of so many letters at most."""
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=most)


def local_time(at: time) -> time:
    """Refuse a time with an offset of its own: it is the practice's, to the minute."""
    if at.tzinfo or at.second or at.microsecond:
        raise ValueError(tell("write the time as 16:30"))
    return at


ID = StringConstraints(max_length=sizes.ID)
NAMED = Field(max_length=sizes.NAMED)
KnownCondition = Annotated[ConditionId, ID, known_as("condition")]
KnownRegion = Annotated[RegionId, ID, known_as("region")]
KnownQuestion = Annotated[QuestionId, ID, known_as("question")]
KnownClearable = Annotated[ReasonId, ID, known_as("question or rule")]
KnownTherapy = Annotated[TherapyId, ID, known_as("therapy")]
RegionIds = Annotated[tuple[KnownRegion, ...], NAMED, AfterValidator(each_once)]
TherapyIds = Annotated[tuple[KnownTherapy, ...], NAMED, AfterValidator(each_once)]
Techniques = Annotated[tuple[Technique, ...], NAMED, AfterValidator(each_once)]
Tick = Annotated[TickId, ID]
Ticks = Annotated[tuple[Tick, ...], NAMED, AfterValidator(each_once)]
SIGN = template("'{id}' is not a sign of {question}; known: {known}")
NO_SIGNS = template("{question} has no signs to tick")


def signs_of(question: str) -> str:
    """The kind of ids that the signs of a question are."""
    return f"sign of {question}"


def scores_of(questionnaire: str) -> str:
    """The kind of ids that the least and the most of a questionnaire are."""
    return f"scores of {questionnaire}"


def known_signs(
    ticked: dict[QuestionId, tuple[TickId, ...]], info: ValidationInfo
) -> dict[QuestionId, tuple[TickId, ...]]:
    """Refuse a sign that its question does not list, with those it does."""
    ids: KnownIds = info.context or {}
    for question, signs in ticked.items() if "question" in ids else ():
        known = ids.get(signs_of(question), ())
        if signs and not known:
            raise ValueError(filled(NO_SIGNS, question=question))
        for sign in signs:
            if sign not in known:
                listed = ", ".join(sorted(known))
                raise ValueError(filled(SIGN, id=sign, question=question, known=listed))
    return ticked


Days = Annotated[tuple[Day, ...], NAMED, AfterValidator(each_once)]
Score = Annotated[int | float, Field(ge=0, le=10, allow_inf_nan=False)]
Amount = Annotated[int | float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=10, le=180)]
Prices = Annotated[dict[Minutes, Amount], Field(max_length=12)]  # of a session, by its length
Clock = Annotated[time, AfterValidator(local_time)]
Times = Annotated[dict[date, Clock], Field(max_length=100)]
Opaque = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{0,64}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.LINE)]
Words = Annotated[str, words_of(sizes.LINE)]
Ticked = Annotated[dict[KnownQuestion, Ticks], NAMED, AfterValidator(known_signs)]
Levels = Annotated[dict[KnownRegion, Annotated[int, Field(ge=1, le=3)]], NAMED]
