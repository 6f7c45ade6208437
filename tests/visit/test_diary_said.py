"""What is said of a diary at a visit: answers, a column put right, what the next takes over."""

from planner.model.diary import Choices, DateOrder, Part
from planner.model.visit import KeptDiary
from planner.visit.said.diary import answered, answered_before, as_kept, corrected, taken_over

FILE = KeptDiary(name="d.csv", file="b1946ac9", headings=("Day", "Pain", "Who"))


def test_headings_are_kept_only_with_an_answer_to_them():
    assert as_kept(FILE).headings == ()
    told = FILE.having(choices=Choices(scale=(0, 5)))
    assert as_kept(told) == told


def test_what_is_blank_is_not_said():
    said = KeptDiary(name="", window=None, bad_from=8, entries=(), choices=Choices())
    assert as_kept(said).model_fields_set == {"bad_from"}


def test_an_answer_stands_in_place_of_the_one_before_and_can_be_taken_back():
    first = answered(Choices(scale=(0, 5)), "date_order", DateOrder.DMY)
    other = answered(first, "date_order", DateOrder.MDY)
    assert (other.date_order, other.scale) == (DateOrder.MDY, (0, 5))
    assert answered(other, "date_order", None) == Choices(scale=(0, 5))


def test_who_was_chosen_of_one_column_is_not_chosen_of_another():
    before = Choices(person="Ann", columns={Part.NOTE: "Words"})
    other = corrected(before, Part.PERSON, "Who")
    assert (other.person, other.columns) == (None, {Part.NOTE: "Words", Part.PERSON: "Who"})
    assert corrected(before, Part.NOTE, "").person == "Ann"


def test_the_latest_diary_that_was_answered_for_tells_how_a_file_like_it_is_read():
    unanswered, latest, earlier = (
        KeptDiary(name="new.csv"),
        FILE.having(choices=Choices(scale=(0, 5))),
        FILE.having(choices=Choices(scale=(0, 100))),
    )
    assert answered_before(FILE.headings, [unanswered, latest, earlier]).scale == (0, 5)
    assert answered_before(FILE.headings, [unanswered]) == Choices()
    assert answered_before((), [unanswered, latest]) == Choices()
    other = latest.having(headings=("Date", "Score"))
    assert answered_before(FILE.headings, [other, earlier]) == Choices()


def test_a_new_file_takes_over_what_the_latest_diary_says_of_the_client():
    latest, earlier = KeptDiary(window=14, name="d.csv"), KeptDiary(window=60, bad_from=6)
    assert taken_over([latest, earlier]) == KeptDiary(window=14)
    assert taken_over([]) == KeptDiary()
