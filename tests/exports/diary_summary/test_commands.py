"""The page for a doctor from a shell: the dates, the question, and why there is none."""

from datetime import date, timedelta

import pytest

from planner.command import run
from planner.diary import csv_template
from planner.model.diary import DayWritten
from tests.exports.papers import looked_at

FIRST = date(2026, 9, 1)


@pytest.fixture
def asked(tmp_path, capsys):
    """Ask for the page of a diary of sixty days; its exit code, what was said, its pages."""

    def ask(*more, content=None):
        days = [DayWritten(FIRST + timedelta(n), float(5 + n % 2)) for n in range(60)]
        file, made = tmp_path / "diary.csv", tmp_path / "page.pdf"
        file.write_bytes(content or csv_template(days))
        code = run(["diary", str(file), "--doctor-pdf", str(made), *more])
        return (
            code,
            capsys.readouterr().err,
            looked_at.pages(made.read_bytes()) if code == 0 else (),
        )

    return ask


def test_the_page_is_of_the_chosen_days_with_the_question_and_the_record(asked):
    code, _, (page,) = asked("--from", "2026-09-08", "--to", "2026-10-05", "--question",
                             "Would you look at the *sleep*?", "--label", "0412",
                             "--locale", "UK")  # fmt: skip
    assert code == 0
    assert "8 September 2026 to 5 October 2026" in page.text
    assert "Would you look at the *sleep*?" in page.text
    assert "0412" in page.text
    assert round(page.width) == 595


def test_without_dates_it_is_of_the_whole_diary(asked):
    _, _, (page,) = asked()
    assert "1 September 2026 to 30 October 2026" in page.text


@pytest.mark.parametrize(
    ("said", "content", "why"),
    [
        (("--from", "2026-10-05", "--to", "2026-09-08"), None, "comes after"),
        (("--question", "x" * 300), None, "240 letters"),
        ((), b"date,level\n2026-09-01,5\n2026-09-02,6\n2026-09-03,7\n", "open question"),
    ],
)
def test_why_there_is_none_is_one_sentence(said, content, why, asked):
    code, told, _ = asked(*said, content=content)
    assert code != 0
    assert why in told
    assert len(told.splitlines()) == 1
