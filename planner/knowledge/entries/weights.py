"""The weights of choice, typed: how the rules choose between what is allowed."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from planner.knowledge.entries.entry import Entry, Text
from planner.model.assessment import Irritability
from planner.model.ids import TherapyId
from planner.model.plan import MOST_TASKS, MOST_TECHNIQUES, MOST_THERAPIES
from planner.model.vocabulary import Intensity, Pressure, Stance

Worth = Annotated[float, Field(ge=-20, le=20)]
Score = Annotated[float, Field(ge=0, le=10)]
Count = Annotated[int, Field(ge=1, le=60)]
Share = Annotated[float, Field(gt=0, le=1)]


class Convention(Entry):
    """A table of weights: this program's own choice, and what it is for."""

    convention: Literal[True]
    why: Text


class OfTechniques(Convention):
    """How techniques are chosen: by rank, then by what the client likes."""

    by_rank: tuple[Worth, Worth, Worth]
    liked: Worth
    fits_pressure: Worth
    tender: Worth
    made_to_add: Worth
    most_adjuncts: Annotated[int, Field(ge=0, le=MOST_TECHNIQUES - 1)]
    lowest_adjunct_rank: Annotated[int, Field(ge=1, le=3)]

    def rank(self, rank: int) -> float:
        """The worth of a rank, 1 to 3."""
        return self.by_rank[rank - 1]


class ByStance(Convention):
    """What each stance is worth."""

    strong_for: Worth
    conditional_for: Worth
    conflicting: Worth
    insufficient: Worth
    against: Worth

    def stance(self, stance: Stance) -> float:
        """The worth of a stance."""
        return {
            Stance.STRONG_FOR: self.strong_for,
            Stance.CONDITIONAL_FOR: self.conditional_for,
            Stance.CONFLICTING: self.conflicting,
            Stance.INSUFFICIENT: self.insufficient,
            Stance.AGAINST: self.against,
        }[stance]


class OfTherapies(ByStance):
    """How therapies beside massage are chosen."""

    wanted: Worth
    own_choice: Worth
    only_in_general: Worth
    narrowed: Worth
    trains_for: Worth
    after_trauma: dict[TherapyId, Worth]
    eases_sleep_and_stress: Worth
    troubled_from: Score
    most: dict[Intensity, Annotated[int, Field(ge=1, le=MOST_THERAPIES)]]


class OfHomeTasks(Convention):
    """How many home tasks are given, and for how long."""

    troubled_from: Score
    balance_from: Annotated[int, Field(ge=18, le=120)]
    most: dict[Intensity, Annotated[int, Field(ge=1, le=MOST_TASKS)]]
    most_asked: Annotated[int, Field(ge=1, le=MOST_TASKS)]
    most_in_reserve: Count
    usual_minutes_per_day: Count
    light_share: Share


class OfIrritability(Convention):
    """How pain that is easily stirred up is started with; where it is unknown, as usual."""

    pressure: dict[Irritability, Pressure]
    first_share: dict[Irritability, Share]

    @model_validator(mode="after")
    def _says_of_each(self) -> Self:
        if not {*self.pressure} == {*self.first_share} == {*Irritability}:
            raise ValueError("says of low, moderate and high")
        return self


class OfBurden(Convention):
    """When a pain is mild, narrows life, and lasts long."""

    mild_to: Score
    matters_from: Score
    narrowed_from: Score
    flares_by: Score
    long_from_months: Count


class OfShares(Convention):
    """How the minutes of a session are shared out among the places that are worked."""

    main: Annotated[float, Field(gt=0, le=10)]
    other: Annotated[float, Field(gt=0, le=10)]
    least_minutes: Annotated[int, Field(ge=5, le=60)]
    step_minutes: Count


class OfDose(Convention):
    """How a dose is chosen within its range."""

    moderate_from: Score
    severe_from: Score
    frequencies: Annotated[tuple[Annotated[float, Field(gt=0, le=7)], ...], Field(min_length=1)]


class OfCourse(Convention):
    """How a course is judged, looked at and altered."""

    change_from: Count
    change_from_weeks: Count
    hold_days: Count
    hold_sessions: Count
    judged_from_weeks: Count
    judged_within_weeks: Count
    review_after_weeks: Count
    changed_review_weeks: Count
    held_weeks: Count
    least_done: Share
    long_flares: Count
    shortest_minutes: Annotated[int, Field(ge=10, le=60)]
    minutes_step: Count
    as_needed_often: Annotated[float, Field(gt=0, le=7)]
    as_needed_weeks: Count
    worse_points: Score
    ratings_apart: Score
    beyond_on_few_days: Score


class Weights(NamedTuple):
    """Every table of weights."""

    techniques: OfTechniques
    therapies: OfTherapies
    home_tasks: OfHomeTasks
    irritability: OfIrritability
    burden: OfBurden
    shares: OfShares
    dose: OfDose
    course: OfCourse
