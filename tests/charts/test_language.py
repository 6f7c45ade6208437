"""Every drawing in the made-up language: what stays plain is an id, a date in figures, or typed."""

import re
from datetime import date, timedelta

import pytest

from planner.charts.paper import svg_of
from planner.charts.progress import progress
from planner.diary import DiaryReading, read_diary
from planner.model.phrase import Phrase, phrases_in
from planner.model.review import Pain
from planner.words import in_language, language
from planner.words.languages import PSEUDO
from tests.charts.test_charts import figures

FIRST = date(2026, 9, 7)
START = FIRST + timedelta(days=30)
COMPARED = Pain(before=6, now=4, low=-3, high=-1, days_before=28, days_since=40)
TYPED = {"Neck", "Back", "Hip", "Knee"}
PLAIN = re.compile(r"[A-Za-z]{2,}")


def diary(days: int) -> DiaryReading:
    """Two entries a day with sleep, places and sessions, and a gap."""
    places = ("Neck", "Back; hip", "Knee")
    lines = [
        f"{FIRST + timedelta(days=n)},{hour}:00,{n * n * 31 % 17 % 10},{n * 5 % 9},"
        f"{places[n % 3]},{'yes' if n % 7 == 0 else ''}"
        for n in range(days)
        for hour in (8, 20)
        if n % 10 != 4
    ]
    text = "\n".join(["Date,Time,Pain (0-10),Sleep,Where,Massage", *lines])
    return read_diary(text.encode(), "diary.csv", on=date(2030, 1, 1))


def of_a_diary(days: int):
    reading = diary(days)
    drawn = [*figures(reading, START), *figures(reading, None)]
    return [*drawn, progress(reading, START, COMPARED), progress(reading, START, None)]


@pytest.fixture(scope="module")
def drawn():
    """Every figure there is, of a short and of a long diary."""
    return [*of_a_diary(70), *of_a_diary(500)]


def plain_words(words: str) -> set[str]:
    return set(PLAIN.findall(words)) - TYPED


def letters(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)", svg))


def test_title_sentence_and_table_are_said_in_the_language(drawn):
    for figure in (in_language(one, language(PSEUDO)) for one in drawn):
        cells = " ".join(str(cell) for row in figure.table.rows for cell in row if cell is not None)
        headings = " ".join(figure.table.headings)
        assert not plain_words(" ".join([figure.title, figure.alt, headings, cells])), figure.id


def test_no_letter_of_the_drawing_is_english(drawn):
    for figure in (in_language(one, language(PSEUDO)) for one in drawn):
        assert letters(svg_of(figure, 640)), figure.id
        assert not plain_words(letters(svg_of(figure, 640))), figure.id


def test_what_the_pointer_and_the_axes_say_is_said_in_the_language(drawn):
    for figure in (in_language(one, language(PSEUDO)) for one in drawn):
        titles = re.findall(r"'title': '([^']*)'", str(figure.spec))
        assert not plain_words(" ".join(titles)), figure.id


def test_a_figure_keeps_its_id_in_every_language(drawn):
    for figure in drawn:
        assert in_language(figure, language(PSEUDO)).id == figure.id
        assert not isinstance(figure.id, Phrase)


def test_a_drawing_in_english_is_not_changed_by_saying_it_again(drawn):
    for figure in drawn:
        assert in_language(figure, language("en")) is figure
        assert list(phrases_in(figure.spec))
