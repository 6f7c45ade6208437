"""Where a limit holds: at its places, at the mark, or by a clinician's bounds where none is."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.limits import LimitEntry, Where
from planner.model.ids import RegionId
from planner.model.intake import Bounds, ClinicianClearance, Conversation
from planner.model.vocabulary import ExerciseBan
from planner.safety.limits.held import InForce
from planner.safety.limits.marks import marked_at

UNDIVIDED = ("head", "neck")  # zones where a mark of one side closes both


def placed(
    intake: Conversation,
    knowledge: Knowledge,
    one: InForce,
    cleared: ClinicianClearance | None = None,
    at: tuple[RegionId, ...] = (),
) -> Iterator[InForce]:
    """A limit with the regions where it holds; everywhere where none is marked.

    `at` is where it is marked, for what is marked otherwise than a row.
    """
    words = one.caps.where
    marks = at or marked_at(one.id, intake, knowledge)
    if Where.ALL in words:
        yield one
    elif not marks and not {Where.MARKED, Where.NEAR}.isdisjoint(words):
        yield from _unmarked(knowledge, one, cleared)
    else:
        named = {
            *on_marked_sides(knowledge, words, marks),
            *(marks if Where.MARKED in words else ()),
        }
        near = _near(knowledge, marks) if Where.NEAR in words else ()
        yield one._replace(regions=frozenset((*named, *near)), marked=frozenset(named))


def _unmarked(
    knowledge: Knowledge, one: InForce, cleared: ClinicianClearance | None
) -> Iterator[InForce]:
    """Everywhere; but a clinician's bounds are the rule of place for what nobody can mark."""
    places = one.caps.with_bounds
    if places is None or cleared is None:
        yield one
    elif cleared.bounds == Bounds():
        yield one._replace(unplaced=True)
    else:
        yield one._replace(caps=_at_home(one.caps))
        if regions := frozenset(on_marked_sides(knowledge, places, ())):
            yield one._replace(regions=regions, marked=regions, unplaced=True)


def _at_home(caps: LimitEntry) -> LimitEntry:
    """What is left of a limit on a place that nobody named: no hands of the client's own."""
    bans = tuple(ban for ban in caps.exercise_not if ban is not ExerciseBan.THIS_PLACE)
    return caps.model_copy(update={"id": Where.ALL, "pressure": None, "exercise_not": bans})


def on_marked_sides(
    knowledge: Knowledge, words: Iterable[str], marks: tuple[RegionId, ...]
) -> Iterator[RegionId]:
    """The regions of named places and zones, on the marked sides if any of them is marked.

    A neck is loose or narrow on both sides, whichever of them was marked.
    """
    there = [region for word in words for region in knowledge.regions_in.get(word, ())]
    sides = {one.side for one in there if one.id in marks}
    for one in there:
        if not sides or one.zone in UNDIVIDED or one.side in {*sides, "midline"}:
            yield one.id


def _near(knowledge: Knowledge, marks: tuple[RegionId, ...]) -> Iterator[RegionId]:
    """Every region of the zones of a mark and of those that adjoin them, on its side."""
    for mark in marks:
        here = knowledge.regions[mark]
        zones = {here.zone, *knowledge.zones[here.zone].adjoins}
        for region in knowledge.regions.values():
            same_side = "midline" in (here.side, region.side) or region.side == here.side
            if region.zone in zones and same_side:
                yield region.id
