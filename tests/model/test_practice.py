"""What a practice sets once is strict and bounded, and several therapists share it."""

import json

import pytest

from planner.knowledge import load
from planner.model.errors import PracticeError
from planner.model.practice import Therapist, read_practice
from tests.practices import oak_street


def test_it_comes_back_from_its_file_as_it_was():
    practice = oak_street()
    assert read_practice(practice.model_dump_json(), load().known_ids) == practice


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"name": "x" * 121}, "name"),
        ({"email": "ana at oak"}, "email"),
        ({"currency": "pounds"}, "currency"),
        ({"language": "English"}, "language"),
        ({"session_minutes": [60, 60]}, "session_minutes"),
        ({"prices": {"5": 10}}, "prices.5"),
        ({"prices": {"60": -1}}, "prices.60"),
        ({"first_session_minutes": 600}, "first_session_minutes"),
        ({"days": ["mon", "someday"]}, "days[1]"),
        ({"usual": {"therapies_declined": ["cuping"]}}, "usual.therapies_declined[0]"),
        ({"logo": "x" * 400_001}, "logo"),
        ({"consent": [""]}, "consent[0]"),
        ({"owner": "me"}, "owner"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(said, place):
    with pytest.raises(PracticeError) as refused:
        read_practice(json.dumps({"format": 1, **said}), load().known_ids)
    assert place in [one.place for one in refused.value.problems]


def test_a_therapist_signs_with_their_own_name_and_what_they_leave_out_is_the_practices():
    signed = oak_street().signed_by(Therapist(name="Tom Bell", licence="OR 4"))
    assert (signed.therapist, signed.licence) == ("Tom Bell", "OR 4")
    assert (signed.name, signed.phone) == ("Oak Street Massage", "555 0198")
