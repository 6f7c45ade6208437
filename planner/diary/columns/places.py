"""Several places that a long table rates at the same time: one of them is followed."""

import numpy as np

from planner.diary.columns.layout import Filter, Layout, ask_which, same
from planner.diary.columns.tables import Table
from planner.diary.values.cells import coded
from planner.model.diary import Choices, Follow
from planner.words import say

FEWEST, MOST = 2, 30  # places; with more a column holds descriptions
OFTEN = 1.5  # places each time: then they are rated side by side, one pain does not wander
OF_ANOTHER_PLACE = say("this row is about another place")


def rated_places(table: Table, place: int | None, when: tuple[int, ...]) -> tuple[str, ...]:
    """The places that are rated side by side, at the same day and time; none where one wanders."""
    if place is None or not when or place in when:
        return ()
    where = coded(table.column(place))
    if not FEWEST <= len(where.filled) <= MOST:
        return ()
    moment = np.zeros(len(table.rows), dtype=np.int64)
    for column in (coded(table.column(at)) for at in when):
        moment = moment * len(column.values) + column.codes
    said = np.array([bool(text) for text in where.values])[where.codes]
    times = len(np.unique(moment[said]))
    pairs = len(np.unique(moment[said] * len(where.values) + where.codes[said]))
    return tuple(sorted(where.filled)) if pairs >= OFTEN * times else ()


def chosen_among(places: tuple[str, ...], choices: Choices) -> bool:
    """Whether the answer is one of several places, or the worst of them."""
    worst = bool(places) and choices.pain == Follow.WORST_OF_DAY
    return worst or any(same(one, choices.pain or "") for one in places)


def of_places(places: tuple[str, ...], place: int | None, choices: Choices) -> Layout:
    """What is followed of several places: the question, the worst of each day, or one of them."""
    if not places or place is None:
        return Layout()
    if choices.pain is None:
        return Layout(questions=(ask_which(places),), together=places)
    if not chosen_among(places, choices) or choices.pain == Follow.WORST_OF_DAY:
        return Layout(together=places, worst=True)  # a column was chosen, or all places were
    wanted = choices.pain
    keep = Filter(place, lambda text: same(text, wanted), OF_ANOTHER_PLACE)
    return Layout(filters=(keep,), together=places)
