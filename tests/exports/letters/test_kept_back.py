"""Fear of somebody at home is on no paper of any kind, unless it was asked for twice."""

import io
import json
import re

import pytest
from pypdf import PdfReader

from planner.command import run
from planner.exports.documents import CARD, DOCUMENTS, NOTE_PDF, NOTE_TEXT, SLIP, due
from planner.exports.given import Given
from planner.exports.paper.consent_page import consent_pdf
from planner.model.errors import NotForHandout
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with
from tests.exports.conftest import flat, pages
from tests.vignettes.people import KNOWN

ROW = "rf-safeguarding"
AFRAID = client_with("low-back-pain", answers={ROW: "yes"})
TALKED = {"for": ROW, "by": "A. Therapist", "on": "2026-11-23"}
GOES_ON = client_with("low-back-pain", answers={ROW: "yes"}, clearances=[TALKED])
AND_A_CLOT = client_with("low-back-pain", answers={ROW: "yes", "rf-dvt": "yes"})
AND_A_HOLD = client_with("low-back-pain", answers={ROW: "yes", "p-sickle-cell": "yes"})
TOLD = re.compile(
    "safeguard|afraid|threatened|threatening,|hurting|neglect|hurts or scares|talk to us alone"
    "|client alone",
    re.IGNORECASE,
)


def given(intake, **more):
    return Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, **more)


def words(made):
    return " ".join(map(flat, pages(made))) if made.startswith(b"%PDF") else read(made)


def read(made):
    """A text, or a file of parts, as words."""
    return made.decode("utf-8", errors="replace")


@pytest.mark.parametrize("document", [NOTE_PDF, NOTE_TEXT, SLIP], ids=lambda one: one.name)
def test_alone_it_is_refused_and_the_refusal_names_the_way(document):
    with pytest.raises(NotForHandout, match="--even-so"):
        document.make(given(AFRAID))
    assert document.is_private(first_visit(AFRAID, KNOWN))
    assert TOLD.search(words(document.make(given(AFRAID, even_so=True))))


@pytest.mark.parametrize(
    "intake", [GOES_ON, AND_A_CLOT, AND_A_HOLD], ids=["talked", "clot", "hold"]
)
def test_no_document_of_any_kind_says_it(intake):
    of = given(intake)
    assert ROW in {one.id for one in of.plan.reasons}
    made = {f"{one.kind} {one.name}": words(one.make(of)) for one in due(of.plan)}
    assert made
    assert not {name: TOLD.search(told) for name, told in made.items() if TOLD.search(told)}
    assert not [one for one in due(of.plan) if one.is_private(of.plan)]


def test_the_consent_page_says_nothing_of_it():
    assert not TOLD.search(words(consent_pdf(first_visit(GOES_ON, KNOWN), KNOWN)))


def test_the_letter_about_a_clot_is_about_the_clot():
    told = words(NOTE_PDF.make(given(AND_A_CLOT)))
    assert KNOWN.rows["rf-dvt"].label in told


def test_the_card_has_numbers_of_the_place_and_no_word_of_what_they_are_for():
    for place, local in KNOWN.locales.items():
        verified = " ".join((local.emergency, local.urgent, local.crisis, local.adult_abuse,
                             local.child_abuse, local.abuse))  # fmt: skip
        for line in local.card:
            number = re.match(r"[\d -]+", line).group().strip()
            assert number in verified, (place, number)
            assert not re.search("violence|abuse|refuge|help", line, re.I)


def test_the_card_has_no_title_no_name_and_says_nothing_of_the_client():
    for intake in (AFRAID, GOES_ON):
        made = CARD.make(given(intake))
        (told,) = pages(made)
        assert re.sub(r"[\d\s-]+", "", told) == ""
        assert "T.T." not in told
        assert PdfReader(io.BytesIO(made)).metadata.title == "Numbers"


def test_nobody_else_is_offered_the_card():
    assert not CARD.is_due(first_visit(client_with("low-back-pain"), KNOWN))


def test_the_command_refuses_in_a_sentence_and_prints_it_when_asked_twice(tmp_path, capsys):
    path, paper = tmp_path / "intake.json", tmp_path / "out.pdf"
    path.write_text(AFRAID.model_dump_json(exclude_none=True, by_alias=True))
    assert run(["plan", str(path), "--pdf", str(paper)]) == 2
    assert "--even-so" in capsys.readouterr().err
    assert not paper.exists()
    assert run(["plan", str(path), "--card", str(tmp_path / "card.pdf")]) == 0
    assert json.loads(capsys.readouterr().out)["clearance"] == "same-day"
    assert run(["plan", str(path), "--pdf", str(paper), "--even-so"]) == 0
    assert paper.exists()


def test_every_kind_of_document_was_looked_at():
    kinds = {
        one.kind for intake in (GOES_ON, AND_A_CLOT) for one in due(first_visit(intake, KNOWN))
    }
    assert kinds >= {one.kind for one in DOCUMENTS}
