"""What is recommended, as the therapist reads it: massage, therapies and home care, with why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.exports.references import References
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import RegionId
from planner.model.phrase import Phrase
from planner.model.plan import (
    Complementary,
    Likely,
    Massage,
    Plan,
    SelfCareTask,
    TechniqueChoice,
    Why,
)
from planner.planning.course.occasions import Span, spans
from planner.planning.hands.shares import in_words
from planner.words import dated, joined, say, say_many
from planner.words.plan import NO_EXTRA_TIME, days_a_week, how_often, minutes, places, visits
from planner.words.terms import CERTAINTY_IN_FULL, PHASE, PRESSURE, ROLE, STANCE
from planner.words.typed import breakable


@dataclass(frozen=True)
class WhyLine:
    """A reason of a line: how sure, and the mark of its sources."""

    says: str
    grade: str
    mark: str


@dataclass(frozen=True)
class TechniqueLine:
    """A technique with its changes and its reasons."""

    name: str
    role: str
    pressure: str
    regions: str
    adjustments: tuple[str, ...]
    why: tuple[WhyLine, ...]


@dataclass(frozen=True)
class MassagePart:
    """The course: techniques, phases as the cells of a table, and where the dose comes from."""

    techniques: tuple[TechniqueLine, ...]
    avoid: str
    phases: tuple[tuple[str, ...], ...]
    after: str
    dose_notes: tuple[str, ...]
    dose_why: tuple[WhyLine, ...]
    likely: tuple[WhyLine, ...]


@dataclass(frozen=True)
class OfferLine:
    """A therapy or a home task; `by` says who gives it, empty when nobody does."""

    name: str
    by: str
    often: str
    cautions: tuple[str, ...]
    why: tuple[WhyLine, ...]


def _why(one: Why, marks: References) -> WhyLine:
    grade = joined(STANCE[one.stance], CERTAINTY_IN_FULL[one.certainty], by="; ")
    return WhyLine(one.says, grade, marks.mark(one.sources))


def massage_part(
    plan: Plan, massage: Massage, knowledge: Knowledge, marks: References
) -> MassagePart:
    """The course; what explains the dose is not told again among its notes."""
    told = {one.says for one in massage.dose_why}
    return MassagePart(
        techniques=tuple(_technique(one, knowledge, marks) for one in massage.techniques),
        avoid=_places(massage.avoid_regions, knowledge),
        phases=tuple(_phases(plan)),
        after=massage.after,
        dose_notes=(
            *massage.by_hand,
            *in_words(massage, knowledge),
            *(one for one in massage.dose_notes if one not in told),
        ),
        dose_why=tuple(
            WhyLine(one.says, CERTAINTY_IN_FULL[one.certainty], marks.mark(one.sources))
            for one in massage.dose_why
        ),
        likely=tuple(_likely(one, knowledge, marks) for one in massage.likely),
    )


def _likely(one: Likely, knowledge: Knowledge, marks: References) -> WhyLine:
    """What the client reads of it; the certainty is that of a gain, and in full words."""
    says = say("{name}: {says}", name=knowledge.conditions[one.condition].name, says=one.says)
    grade = say(
        "A gain: {certainty}. How sure: {sure}.",
        certainty=CERTAINTY_IN_FULL[one.certainty],
        sure=one.sure,
    )
    return WhyLine(says, grade, marks.mark(one.sources))


def _technique(one: TechniqueChoice, knowledge: Knowledge, marks: References) -> TechniqueLine:
    return TechniqueLine(
        name=name_of(one.id, knowledge),
        role=ROLE[one.role],
        pressure=say("{pressure} pressure", pressure=PRESSURE[one.pressure]),
        regions=_places(one.regions, knowledge),
        adjustments=_with_own((*one.adjustments, *one.by_hand), one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def _places(regions: Iterable[RegionId], knowledge: Knowledge) -> Phrase:
    return joined(*places(knowledge.regions[one] for one in regions), by="; ")


def _with_own(notes: tuple[str, ...], own: str) -> tuple[str, ...]:
    """What is to be minded on a line, and that it is the therapist's own where it is."""
    return (*notes, *([breakable(own)] if own else []))


def _phases(plan: Plan) -> Iterator[tuple[str, ...]]:
    for one in spans(plan):
        yield (
            PHASE[one.phase.name],
            how_often(one.phase.sessions_per_week),
            minutes(one.minutes),
            visits(len(one.visits)),
            _from_to(one),
        )


def _from_to(one: Span) -> Phrase:
    if one.begins == one.ends:
        return dated(one.begins)
    return say("{begins} to {ends}", begins=one.begins, ends=one.ends)


def therapy_line(one: Complementary, knowledge: Knowledge, marks: References) -> OfferLine:
    """A therapy: who gives it, how often, and why."""
    return OfferLine(
        name=name_of(one.id, knowledge),
        by=say("from {whom}", whom=knowledge.therapies[one.id].given_by),
        often=say_many(
            "{often}; about {number} minute a week",
            "{often}; about {number} minutes a week",
            one.minutes_per_week,
            often=one.how_often,
        ),
        cautions=_with_own((*one.cautions, *one.by_hand), one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def task_line(one: SelfCareTask, knowledge: Knowledge, marks: References) -> OfferLine:
    """A home task: its dose, the time it takes, and why."""
    return OfferLine(
        name=name_of(one.id, knowledge),
        by="",
        often=joined(one.dose, _time(one), by="; "),
        cautions=_with_own((*_form(one), *one.cautions, *one.by_hand), one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def _form(one: SelfCareTask) -> tuple[str, ...]:
    return (one.step,) if one.step else ()


def _time(one: SelfCareTask) -> Phrase:
    if not one.minutes:
        return NO_EXTRA_TIME
    return say_many(
        "{number} minute a day, {days}",
        "{number} minutes a day, {days}",
        one.minutes,
        days=days_a_week(one.days_per_week),
    )
