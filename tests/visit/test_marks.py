"""Marks on the body chart find their pain source, and none is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.visit.said.pain_marks import (
    Marks,
    changed,
    felt_at,
    given_to,
    with_sources,
)
from planner.visit.said.suggesting import by_how_often_seen, suggestions

KNOWLEDGE = load()
REGIONS = st.sampled_from(list(KNOWLEDGE.regions))
LEVELS = st.dictionaries(REGIONS, st.integers(1, 3), max_size=8)
SOURCES = st.lists(st.sampled_from(list(KNOWLEDGE.conditions)), unique=True, max_size=4)
NONE = Marks({}, {})


def after(conditions, levels):
    return changed(with_sources(NONE, conditions, KNOWLEDGE), levels, KNOWLEDGE)


def offered(*regions, chosen=()):
    marks = with_sources(Marks({}, dict.fromkeys(regions, 1)), chosen, KNOWLEDGE)
    return [one.names for one in suggestions(marks, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("lower_back_left", "low-back-pain"),
        ("sacrum", "low-back-pain"),
        ("neck_back_left", "neck-pain"),
        ("calf_right", "sciatica"),
        ("knee_front_left", "knee-osteoarthritis"),
        ("jaw_left", "temporomandibular-disorder"),
        ("foot_sole_right", "plantar-heel-pain"),
        ("forehead_left", "tension-type-headache"),
        ("head_back_base_left", "tension-type-headache"),
        ("upper_back_left", "desk-posture-pain"),
        ("abdomen_left", "pelvic-pain"),
        ("palm_left", "musculoskeletal-pain"),
        ("elbow_front_left", "lateral-elbow-pain"),
        ("chest_right", "musculoskeletal-pain"),
    ],
)
def test_the_name_seen_most_often_at_a_place_is_offered_first(region, first):
    assert offered(region)[0][0] == first


def test_each_marked_place_is_offered_names_of_its_own():
    names = offered("lower_back_left", "lower_back_right", "neck_back_left")
    assert [one[0] for one in names] == ["low-back-pain", "neck-pain"]


def test_a_place_that_a_chosen_source_took_is_offered_nothing():
    names = offered("lower_back_left", "neck_back_left", chosen=["low-back-pain"])
    assert [one[0] for one in names] == ["neck-pain"]


def test_without_a_mark_nothing_is_suggested():
    assert offered() == []


@given(LEVELS)
def test_taps_alone_never_name_what_a_place_cannot_tell(levels):
    never = {"fibromyalgia", "cancer-related-pain", "chronic-primary-pain"}
    names = suggestions(Marks({}, levels), KNOWLEDGE)
    assert not never & {name for one in names for name in one.names}
    assert all(1 <= len(one.names) <= 2 for one in names)
    assert sorted(region for one in names for region in one.regions) == sorted(levels)


def test_the_list_begins_with_what_is_seen_most_often_and_has_all():
    order = by_how_often_seen(KNOWLEDGE)
    assert order[:3] == ("low-back-pain", "neck-pain", "shoulder-pain")
    assert set(order) == set(KNOWLEDGE.conditions)


def test_a_new_source_takes_the_marks_where_it_is_felt_and_leaves_the_others():
    marks = with_sources(
        Marks({}, {"lower_back_left": 2, "elbow_back_left": 1}), ["low-back-pain"], KNOWLEDGE
    )
    assert marks.of == {"low-back-pain": {"lower_back_left": 2}}
    assert marks.loose == {"elbow_back_left": 1}


def test_a_mark_that_no_chosen_source_fits_is_loose_until_one_does():
    marks = after(["knee-osteoarthritis"], {"jaw_left": 3})
    assert marks.loose == {"jaw_left": 3}
    later = with_sources(marks, ["knee-osteoarthritis", "temporomandibular-disorder"], KNOWLEDGE)
    assert later.of["temporomandibular-disorder"] == {"jaw_left": 3}
    assert later.loose == {}


def test_pain_without_a_place_of_its_own_takes_only_what_is_left():
    marks = after(["low-back-pain", "fibromyalgia"], {"lower_back_left": 1, "jaw_left": 1})
    assert marks.of["low-back-pain"] == {"lower_back_left": 1}
    assert marks.of["fibromyalgia"] == {"jaw_left": 1}


def test_a_source_taken_out_frees_its_marks():
    marks = with_sources(after(["low-back-pain"], {"lower_back_left": 2}), [], KNOWLEDGE)
    assert marks == Marks({}, {"lower_back_left": 2})


def test_places_given_by_hand_stay_as_they_were_given():
    marks = given_to(
        after(["low-back-pain"], {"lower_back_left": 2}), "low-back-pain", ["jaw_left"]
    )
    assert marks == Marks({"low-back-pain": {"jaw_left": 1}}, {"lower_back_left": 2})


@given(SOURCES, LEVELS, LEVELS)
def test_no_mark_is_lost_or_made_up(conditions, first, second):
    marks = changed(after(conditions, first), second, KNOWLEDGE)
    assert marks.together == {**first, **second}


@given(SOURCES, SOURCES, LEVELS)
def test_a_choice_of_sources_keeps_every_mark(before, later, levels):
    marks = after(before, levels)
    assert with_sources(marks, later, KNOWLEDGE).together == marks.together


@given(SOURCES, LEVELS)
def test_a_mark_cleared_is_gone_everywhere(conditions, levels):
    marks = changed(after(conditions, levels), dict.fromkeys(levels, 0), KNOWLEDGE)
    assert marks.together == {}


@given(SOURCES, LEVELS)
def test_a_source_takes_only_marks_where_it_is_felt(conditions, levels):
    for condition, mine in after(conditions, levels).of.items():
        assert mine.keys() <= felt_at(condition, KNOWLEDGE)
