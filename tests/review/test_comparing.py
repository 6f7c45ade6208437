"""Two lists of lines side by side."""

from planner.model.review.comparison import Difference
from planner.review.comparing import PlanLine, sentences, side_by_side

BEFORE = (
    PlanLine("massage", "massage", "Massage", "once a week"),
    PlanLine("swedish", "massage", "Swedish massage", "main technique"),
    PlanLine("walking", "at home", "Walking", "10 minutes"),
)
NOW = (
    PlanLine("massage", "massage", "Massage", "every 2 weeks"),
    PlanLine("deep-tissue", "massage", "Deep tissue massage", "main technique"),
    PlanLine("walking", "at home", "Walking", "10 minutes", ("Go gently.",)),
)


def rows(why=None):
    return side_by_side(BEFORE, NOW, why or {})


def test_each_line_is_new_gone_other_or_the_same():
    assert {row.id: row.difference for row in rows()} == {
        "massage": Difference.OTHER,
        "deep-tissue": Difference.NEW,
        "swedish": Difference.GONE,
        "walking": Difference.OTHER,
    }
    assert {row.difference for row in side_by_side(NOW, NOW, {})} == {Difference.SAME}


def test_the_parts_stand_in_their_order_and_the_gone_after_the_new():
    assert [row.id for row in rows()] == ["massage", "deep-tissue", "swedish", "walking"]


def test_each_difference_is_a_sentence():
    assert sentences(rows()) == (
        "Massage: every 2 weeks, not once a week.",
        "New: Deep tissue massage: main technique.",
        "Ended: Swedish massage (main technique).",
        "Walking: added: Go gently.",
    )
    assert sentences(side_by_side(NOW, NOW, {})) == ()


def test_a_note_is_added_only_where_nothing_else_differs():
    walking = PlanLine("walking", "at home", "Walking", "10 minutes", ("Go gently.",))
    (gentler,) = side_by_side([walking], [walking._replace(notes=("Sit down first.",))], {})
    (longer,) = side_by_side([walking], [walking._replace(says="12 minutes")], {})
    (also,) = side_by_side(
        [walking], [walking._replace(notes=("Go gently.", "Sit down first."))], {}
    )
    assert (gentler.added, longer.added, also.added) == ("", "", "Sit down first.")


def test_a_reason_is_given_for_a_difference_only():
    why = {"massage": "it fell", "walking": "a fall"}
    told = {row.id: row.why for row in side_by_side(BEFORE, (NOW[0], BEFORE[2]), why)}
    assert told == {"massage": "it fell", "swedish": "", "walking": ""}


def test_nothing_against_nothing_is_nothing():
    assert side_by_side((), (), {}) == ()


def test_a_line_has_the_name_it_has_now():
    before = (PlanLine("walking", "at home", "Brisk walking", "10 minutes"),)
    (row,) = side_by_side(before, BEFORE[2:], {})
    assert row.name == "Walking"
