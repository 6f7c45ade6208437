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
    likely_sources,
    with_sources,
)

KNOWLEDGE = load()
REGIONS = st.sampled_from(list(KNOWLEDGE.regions))
LEVELS = st.dictionaries(REGIONS, st.integers(1, 3), max_size=8)
SOURCES = st.lists(st.sampled_from(list(KNOWLEDGE.conditions)), unique=True, max_size=4)
NONE = Marks({}, {})


def after(conditions, levels):
    return changed(with_sources(NONE, conditions, KNOWLEDGE), levels, KNOWLEDGE)


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("lower_back_left", "low-back-pain"),
        ("calf_right", "sciatica"),
        ("knee_front_left", "knee-osteoarthritis"),
        ("jaw_left", "temporomandibular-disorder"),
        ("foot_sole_right", "plantar-heel-pain"),
        ("forehead_left", "tension-type-headache"),
    ],
)
def test_a_mark_brings_the_pain_sources_felt_there_to_the_top(region, first):
    assert first in likely_sources(Marks({}, {region: 1}), KNOWLEDGE)[:3]


@pytest.mark.parametrize(
    ("regions", "first"),
    [
        (["lower_back_left"], "low-back-pain"),
        (["lower_back_left", "buttock_left"], "low-back-pain"),
        (["neck_back_left", "shoulder_back_left"], "neck-pain"),
        (["head_back_base_left"], "tension-type-headache"),
        (["neck_back_left", "forehead_right"], "tension-type-headache"),
        (["palm_left"], "rheumatoid-arthritis"),
        (["abdomen_left"], "pelvic-pain"),
        (["elbow_front_left"], "musculoskeletal-pain"),
        (["chest_right"], "musculoskeletal-pain"),
    ],
)
def test_the_pain_source_best_known_for_the_marks_stands_first(regions, first):
    assert likely_sources(Marks({}, dict.fromkeys(regions, 1)), KNOWLEDGE)[0] == first


def test_without_a_mark_nothing_is_suggested():
    assert likely_sources(NONE, KNOWLEDGE) == ()


def test_back_and_calf_together_fit_sciatica_best():
    marks = Marks({}, {"lower_back_left": 2, "calf_left": 1})
    assert likely_sources(marks, KNOWLEDGE)[0] == "sciatica"


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
