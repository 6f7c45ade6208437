"""The page as PDF: always one, whatever the diary, on both papers; read back word for word."""

import io
import json
from unittest import mock

import pdfua
import pypdfium2
import pytest

from planner.exports.paper import typesetting
from planner.exports.paper.diary_summary.made import diary_summary_pdf
from planner.knowledge import load
from planner.words import SOURCE
from tests.exports.diary_summary.varied import NOTES, diaries
from tests.exports.papers import looked_at
from tests.exports.papers.varied import PRACTICES

SMALLEST = 8.6
# Diaries go by their number: they are read by the tests, not by whoever collects them.
DIARIES = range(32)
IN_SHORT = (0, 2, 8)  # without the marker `slow`: eight weeks, ten years, right to left
EACH = [pytest.param(one, marks=[] if one in IN_SHORT else pytest.mark.slow) for one in DIARIES]
PAPERS = {"US": 612, "UK": 595}


def name_of(number):
    assert len(diaries()) == len(DIARIES)
    return diaries()[number][0]


def printed(name, place, practice=PRACTICES[1], **other):
    return diary_summary_pdf(
        dict(diaries())[name]._replace(locale=place, **other), load(), SOURCE, practice
    )


@pytest.mark.parametrize("number", EACH)
def test_it_is_one_page_that_nobody_minds(number, tmp_path):
    name, place = name_of(number), list(PAPERS)[number % 2]
    for practice in PRACTICES if name == "all of it" else PRACTICES[2:]:
        made = printed(name, place, practice)
        (page,) = looked_at.pages(made)
        assert looked_at.minded(page, SMALLEST) == []
        assert round(page.width) == PAPERS[place]
        (tmp_path / "page.pdf").write_bytes(made)
        assert b"<pdfuaid:part>1<" in made
        assert not pdfua.validate(str(tmp_path / "page.pdf")).findings


@pytest.mark.slow
@pytest.mark.parametrize("number", DIARIES)
@pytest.mark.parametrize("place", PAPERS)
def test_it_is_one_page_on_both_papers_under_every_letterhead(number, place):
    for practice in PRACTICES:
        assert len(looked_at.pages(printed(name_of(number), place, practice))) == 1


def test_every_note_is_data_and_never_markup():
    text = looked_at.pages(printed("a note each day", "US"))[0].text
    assert "".join(NOTES[1].split()) in "".join(text.split())


def test_a_question_that_is_typed_is_printed_and_none_leaves_a_line_to_write_on():
    with mock.patch.object(typesetting, "_set", wraps=typesetting._set) as set_in_type:
        asked = printed("pain alone", "US", question="Would you look at the sleep?")
        open_one = printed("pain alone", "US")
    assert "Would you look at the sleep?" in looked_at.pages(asked)[0].text
    assert "Question to you" in looked_at.pages(open_one)[0].text
    assert [one.args[1]["letter"].question for one in set_in_type.mock_calls][-1] == ""


def test_a_channel_that_nobody_wrote_is_left_out():
    shown = looked_at.pages(printed("pain alone", "US"))[0].text
    assert "Got in the way" not in shown
    assert "Sleep\n" not in shown.replace("\r", "")


def test_sleep_on_a_scale_of_its_own_is_not_called_good_at_ten():
    shown = looked_at.pages(printed("medicine, sleep in minutes", "US"))[0].text
    assert "As the diary has it." in shown
    assert "10 is very good." not in shown


def test_the_same_diary_gives_the_same_bytes():
    assert printed("eight weeks", "US") == printed("eight weeks", "US")


def test_nothing_that_was_typed_is_in_the_title_of_the_file():
    made = printed("one long word", "US", label="Maggie Ellison")
    title = pypdfium2.PdfDocument(io.BytesIO(made)).get_metadata_dict()["Title"]
    assert json.dumps(title) == '"Pain diary, 8 weeks on one page"'
