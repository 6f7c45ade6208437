"""What binds, line by line: the limit, the answer behind it, what it asks for, its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from planner.exports.agreed import in_full
from planner.exports.paper.sheet.in_force import Asked, Entry, entries, own_limits
from planner.exports.paper.sheet.numbered import Numbered
from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import RegionRule
from planner.model.ids import ReasonId, RegionId
from planner.model.order import each_once, grouped
from planner.model.phrase import Phrase
from planner.model.plan import Limits, Plan, RegionLimits
from planner.model.vocabulary import PressureLimit, Technique, Use
from planner.words import formed, joined, say
from planner.words.limits import PRESSURE_LEFT, limits_in_words
from planner.words.plan import places
from planner.words.typed import printable

MOST_NAMED = 4
CARE = say("Care")
CLIENTS_WISH = say("The client wishes it.")


@dataclass(frozen=True)
class LimitWhy:
    """An answer behind a limit; `says`, what to do, goes to the evidence paper under `key`."""

    key: str
    why: str
    says: str
    mark: str


NOBODY = LimitWhy("", "", "", "")


@dataclass(frozen=True)
class LimitRow:
    """A limit, once, with everything that sets it."""

    limit: str
    whys: tuple[LimitWhy, ...]


@dataclass(frozen=True)
class Binding:
    """What stands in the box above all: clinicians' answers, and what binds the whole session."""

    agreed: tuple[str, ...]
    limits: str


def binding(plan: Plan, knowledge: Knowledge) -> Binding:
    """What binds the whole session: minutes, how often, how firm."""
    numbers = plan.limits.replaced(positions=(), exercise_not=())
    agreed = (*in_full(plan, knowledge), *_cleared_before(plan))
    return Binding(agreed, _sentence(limits_in_words(numbers)))


def _cleared_before(plan: Plan) -> Iterator[Phrase]:
    """A plan of the first edition has only the clinician's name and words."""
    for one in plan.reasons:
        if one.cleared_by and not one.answer:
            yield say("Cleared by {who}", who=printable(one.cleared_by))


class Told(NamedTuple):
    """An entry in force with the limits of the whole plan, and of places, that it sets."""

    own: Limits
    there: tuple[RegionLimits, ...]
    entry: Entry

    @property
    def numbers(self) -> Limits:
        """What it sets of minutes, visits and pressure: how to lie, and home, stand elsewhere."""
        return self.own.replaced(positions=(), exercise_not=())


def limit_rows(asked: Asked, marks: Numbered) -> tuple[LimitRow, ...]:
    """Every limit with what sets it, the tightest first; then the places that are left out."""
    found = entries(asked)
    local = _local(asked.plan.limits, found)
    told = [Told(own_limits(one, asked), local.get(one.id, ()), one) for one in found]
    alike = grouped((_words(one, asked.knowledge), one.entry) for one in sorted(told, key=_rank))
    return (
        *(LimitRow(limit, tuple(_whys(those, marks))) for limit, those in alike.items()),
        *_unexplained(asked),
        *_left_out(asked, marks),
        *_at_home(asked, told, marks),
    )


def _local(limits: Limits, found: Iterable[Entry]) -> Mapping[ReasonId, tuple[RegionLimits, ...]]:
    """What binds at places, each under the first entry in force that sets it."""
    order = [one.id for one in found]
    setting = ((next((it for it in order if it in one.by), ""), one) for one in limits.regions)
    return grouped((ReasonId(name), one) for name, one in setting)


def _rank(told: Told) -> tuple[bool, bool]:
    """Numbers that hold everywhere first, then limits of places, then words."""
    return told.numbers == Limits(), not told.there


def _words(told: Told, knowledge: Knowledge) -> Phrase:
    limits = (*limits_in_words(told.numbers), *at_places(told.there, knowledge))
    return _sentence(limits) if limits else CARE


def _whys(found: Iterable[Entry], marks: Numbered) -> Iterator[LimitWhy]:
    """Each answer by itself; those that ask for no more than the limit in one line."""
    entries_here = tuple(found)
    for one in entries_here:
        if one.says:
            yield LimitWhy(one.id, one.name, one.says, marks.mark(one.sources))
    brief = [one for one in entries_here if not one.says]
    if brief:
        yield _together(brief, marks)


def _together(found: Iterable[Entry], marks: Numbered) -> LimitWhy:
    told = tuple(found)
    names = joined(*each_once(one.name for one in told), by="; ")
    return LimitWhy("", names, "", marks.mark(source for one in told for source in one.sources))


def _of_many(found: Iterable[Entry], marks: Numbered) -> LimitWhy:
    """The answers by name; many are counted, as each has a line of its own."""
    told = tuple(found)
    one = _together(told, marks)
    if len(told) <= MOST_NAMED:
        return one
    return replace(one, why=say("Asked for by {number} of the answers.", number=len(told)))


def _sentence(words: Iterable[Phrase]) -> Phrase:
    return formed(joined(*words, by="; "), "capital")


def at_places(there: Iterable[RegionLimits], knowledge: Knowledge) -> Iterator[Phrase]:
    """How much pressure is left at which places, the least first."""
    for pressure in PressureLimit:
        here = [knowledge.regions[one.region] for one in there if one.pressure is pressure]
        if here:
            yield say(
                "{left}: {places:semicolons}", left=PRESSURE_LEFT[pressure], places=places(here)
            )


def _unexplained(asked: Asked) -> Iterator[LimitRow]:
    """The limits at places that no entry in force explains: they bind all the same."""
    known = {one.id for one in entries(asked)}
    there = [one for one in asked.plan.limits.regions if known.isdisjoint(one.by)]
    if there:
        yield LimitRow(_sentence(at_places(there, asked.knowledge)), (NOBODY,))


def _at_home(asked: Asked, told: Iterable[Told], marks: Numbered) -> Iterator[LimitRow]:
    """What is kept away at home, once, with every answer that asks for it."""
    bans = Limits(exercise_not=asked.plan.limits.exercise_not)
    if bans != Limits():
        asking = [one.entry for one in told if one.own.exercise_not]
        yield LimitRow(_sentence(limits_in_words(bans)), (_of_many(asking, marks),))


def _left_out(asked: Asked, marks: Numbered) -> Iterator[LimitRow]:
    """The places without hands: those the client wishes to be left, and those of a rule."""
    massage, wished = asked.plan.massage, asked.intake.preferences.regions_to_avoid
    avoided = massage.avoid_regions if massage else ()
    if wished:
        yield LimitRow(_left(wished, asked.knowledge), (LimitWhy("", CLIENTS_WISH, "", ""),))
    by_answer = [one.region for one in asked.plan.limits.regions]
    rest = [one for one in avoided if one not in (*wished, *by_answer)]
    rules = [one for one in asked.knowledge.region_rules.values() if _closes(one, rest, asked)]
    if rest:
        why = joined(*each_once(one.reason for one in rules), by="; ")
        sources = each_once(source for one in rules for source in one.sources)
        why_not = LimitWhy("", why, "", marks.mark(sources))
        yield LimitRow(_left(rest, asked.knowledge), (why_not,))


def _left(regions: Iterable[RegionId], knowledge: Knowledge) -> Phrase:
    """Places by name; a side is named where only one of both is left out."""
    sides = grouped((knowledge.regions[one].name, knowledge.regions[one]) for one in regions)
    names = [name if len(both) > 1 else joined(*places(both)) for name, both in sides.items()]
    return say("Left out: {places:semicolons}", places=names)


def _closes(rule: RegionRule, regions: Iterable[RegionId], asked: Asked) -> bool:
    """Whether a rule that holds for this client keeps hands from one of these regions."""
    here = {asked.knowledge.regions[one].place for one in regions}
    holds = not rule.when_any or any(one.id in rule.when_any for one in asked.plan.reasons)
    caps = asked.knowledge.limits.get(rule.id, {}).values()
    closes = rule.techniques.get(Technique.SWEDISH) is Use.AVOID or any(
        one.needs_clearance or one.pressure is PressureLimit.NONE for one in caps
    )
    return holds and closes and not here.isdisjoint(rule.places)
