"""The fullest letters stay on one page, and of many things the client's slip tells none."""

import pytest

from planner.exports.documents import NOTE_PDF, due
from planner.exports.given import Given
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with
from tests.exports.conftest import flat, pages
from tests.practices import oak_street
from tests.vignettes.people import KNOWN

HELD = ("p-dvt-recent", "p-sickle-cell", "p-heart-failure-stable", "p-kidney-advanced",
        "p-cancer-active")  # fmt: skip
KNOWN_OF = ("p-anticoagulant", "p-diabetes", "p-osteoporosis", "p-falls-risk")
STOPS = ("rf-cauda-equina", "rf-stroke-tia", "rf-dvt", "rf-pe", "rf-acs", "rf-meningitis-sepsis")
LONG = {"label": "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh", "age": 81}
PAINS = [{"condition": one, "months": 12, "assessed": True}
         for one in ("low-back-pain", "neck-pain", "knee-osteoarthritis", "migraine")]  # fmt: skip
GOALS = ["walk to the shops and back without a rest", "sit through a film", "sleep", "garden"]


def hard(*yes, **more):
    return client_with("low-back-pain", answers=dict.fromkeys(yes, "yes"), **more)


def given(intake):
    practice = oak_street(fax="555 0199")
    return Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, practice)


@pytest.mark.parametrize("locale", ["US", "UK"])
@pytest.mark.parametrize("yes", [(*HELD, *KNOWN_OF), (*STOPS, *KNOWN_OF)], ids=["held", "stopped"])
def test_many_signs_and_a_long_name_are_one_page(locale, yes):
    (page,) = pages(NOTE_PDF.make(given(hard(*yes, client=LONG, locale=locale))))
    assert "page 1 of 1" in flat(page)


def test_the_slip_of_many_things_that_wait_tells_none_of_them():
    of = given(hard(*HELD))
    _, slip = flat(pages(NOTE_PDF.make(of))[0]).split("cut here")
    assert "We wait for your doctors" in slip
    assert not [one for one in HELD if KNOWN.rows[one].plain in slip]


@pytest.mark.parametrize("locale", ["US", "UK"])
def test_a_letter_about_four_pains_and_much_to_mind_is_one_page(locale):
    intake = hard(*KNOWN_OF, pain=PAINS, preferences={"goals": GOALS}, locale=locale)
    of = given(intake)
    letters = [one for one in due(of.plan) if one.kind == "letter"]
    assert letters
    for one in letters:
        (page,) = pages(one.make(of))
        assert "page 1 of 1" in flat(page)
