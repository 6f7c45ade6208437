"""Wishes that name several: what may be named where, and never a thing and its opposite."""

from datetime import date

import pytest

from planner.knowledge import load
from planner.visit.draft import blank
from planner.visit.said import wishes
from planner.visit.said.places import WISHES

KNOWN = load()
BLANK = blank(date(2026, 11, 26))


@pytest.mark.parametrize(
    ("said", "other", "names"),
    [
        ("therapies_interested", "therapies_declined", ["yoga", "acupuncture"]),
        ("therapies_declined", "therapies_interested", ["yoga", "acupuncture"]),
        ("techniques_liked", "techniques_declined", ["swedish", "deep-tissue"]),
        ("techniques_declined", "techniques_liked", ["swedish", "deep-tissue"]),
    ],
)
def test_what_is_chosen_leaves_the_list_of_its_opposite_and_the_rest_stays(said, other, names):
    before = WISHES[other].put(BLANK, names)
    after = wishes.named(before, said, names[:1]).preferences
    assert (getattr(after, said), getattr(after, other)) == ((names[0],), (names[1],))


@pytest.mark.parametrize("of", wishes.OPPOSITE)
def test_a_list_names_everything_of_its_kind_and_nothing_of_the_other(of):
    names = wishes.may_name(of, KNOWN)
    assert set(names) == {*(KNOWN.therapies if "therapies" in of else KNOWN.techniques)}
    assert wishes.named(BLANK, of, names) != BLANK
