"""A sentence is a value: it can be said again, kept in a file, and read back."""

import json
from datetime import date
from gettext import NullTranslations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model import vocabulary
from planner.model.errors import WordsError
from planner.model.phrase import Message, message_of, phrases_in
from planner.model.plan import Load, Plan, read_plan
from planner.model.vocabulary import Clearance
from planner.words import (
    Language,
    formed,
    in_language,
    joined,
    language,
    listed,
    say,
    say_in,
    say_many,
)
from planner.words.languages import PATTERN
from planner.words.plan import days_a_week, how_often, load_in_words, places, weeks
from planner.words.pseudo import accented


class Accents(NullTranslations):
    """A catalogue that has every message, accented."""

    def gettext(self, message):
        return accented(message)

    def pgettext(self, context, message):
        return message if context in ("layout", PATTERN) else accented(message)

    def ngettext(self, one, many, number):
        return accented(one if number == 1 else many)


PSEUDO = Language("en-XA", Locale("en", "GB"), Accents())
ON = date(2026, 11, 5)


def a_plan(*talk):
    return Plan(
        on=ON,
        knowledge="1",
        client="J.S.",
        locale=vocabulary.Locale.US,
        conditions=("low-back-pain",),
        clearance=Clearance.PROCEED,
        talk=talk,
    )


@pytest.mark.parametrize(
    ("made", "reads"),
    [
        (say("Stop on {day}.", day=ON), "Stop on 5 November 2026."),
        (say("On {day:weekday}", day=ON), "On Thursday 5 November 2026"),
        (say("{x:.1f} of {y:g}", x=3.25, y=10.0), "3.2 of 10"),
        (say("{cost:,.0f} a month", cost=1234.5), "1,234 a month"),
        (say("{names} hurt", names=["neck", "hip", "knee"]), "neck, hip and knee hurt"),
        (say("{names:or}?", names=["neck", "hip"]), "neck or hip?"),
        (say_many("{number} week", "{number} weeks", 1), "1 week"),
        (say_many("{number} week", "{number} weeks", 2), "2 weeks"),
        (say_many("{number:g} week", "{number:g} weeks", 0.5), "0.5 weeks"),
        (joined("One.", "", "Two."), "One. Two."),
        (listed(["a", "b"]), "a and b"),
        (say("{words:sentence}", words="go gently"), "Go gently."),
    ],
)
def test_a_message_reads_as_english_does(made, reads):
    assert made == reads


def test_words_with_braces_but_no_fill_stay_as_they_are():
    assert say("{not a fill}") == "{not a fill}"


@pytest.mark.parametrize(
    ("made", "reads"),
    [(1.0, "once a week"), (0.5, "every 2 weeks"), (0.25, "every 4 weeks"), (2, "2 times a week")],
)
def test_how_often_has_the_houses_words(made, reads):
    assert how_often(made) == reads


def test_one_week_is_never_one_weeks():
    assert [weeks(1), weeks(8), days_a_week(1), days_a_week(3), days_a_week(7)] == [
        "1 week",
        "8 weeks",
        "1 day a week",
        "3 days a week",
        "every day",
    ]


def test_both_sides_of_one_place_are_named_together():
    regions = load().regions
    both = places([regions["face_left"], regions["face_right"]])
    assert both == ("Face, both sides",)
    assert places([regions["face_left"]]) == ("Face, left",)


def test_what_is_over_the_budget_is_said_with_the_load():
    load = Load(minutes_per_week=90, visits=4, total_cost=1200, within_budget=False)
    told = "90 minutes a week, 4 visits, 1,200 USD in all, **over the budget**"
    assert load_in_words(load) == told


def test_a_fact_knows_where_it_stands():
    says = load().rows["p-anticoagulant"].says
    assert message_of(says) == Message("precautions p-anticoagulant says", says)


def test_what_a_person_typed_has_no_message_and_is_said_as_typed():
    plan = a_plan("walk to the shops", say("Ask again."))
    assert message_of(plan.talk[0]) is None
    assert in_language(plan, PSEUDO).talk == ("walk to the shops", "Ášķ áǥáíń.")


def test_a_fill_is_said_in_the_language_too():
    side = say_in("side of the body", "left")
    words = in_language(say("{place}, {side}", place="Calf", side=side), PSEUDO)
    assert words == "Calf, ĺéƒŧ"


def test_a_plan_read_from_its_file_can_be_said_in_another_language():
    plan = a_plan(say("Ask again."), how_often(0.5), say("Stop on {day}.", day=ON), "typed")
    again = read_plan(plan.model_dump_json())
    assert again == plan
    assert list(phrases_in(again)) == list(phrases_in(plan))
    assert in_language(again, PSEUDO).talk == in_language(plan, PSEUDO).talk


def test_a_plan_without_messages_opens_with_its_words_as_typed():
    written = json.loads(a_plan(say("Ask again.")).model_dump_json())
    del written["messages"]
    assert read_plan(json.dumps(written)).talk == ("Ask again.",)


@given(st.text(), st.floats(allow_nan=False, allow_infinity=False), st.dates())
def test_any_fill_comes_back_from_a_file(name, number, day):
    plan = a_plan(say("{name} {number:g} {day}", name=name, number=number, day=day))
    found = read_plan(plan.model_dump_json()).talk[0]
    assert found.fill == plan.talk[0].fill


def test_an_unknown_language_names_the_known_ones():
    with pytest.raises(WordsError, match="'xx' has no catalogue; known are en"):
        language("xx")


def test_a_name_without_its_remark_is_cut_in_the_language_that_it_is_said_in():
    short = formed(load().conditions["lateral-elbow-pain"].name, "no-remark")
    assert short == "Tennis elbow"
    assert in_language(short, language("es")) == "Codo de tenista"
