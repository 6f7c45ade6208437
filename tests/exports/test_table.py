"""The plan in a spreadsheet: one row for each thing, one meaning a column, nothing that runs."""

import csv
import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.exports import documents
from planner.exports.documents import Given
from planner.exports.files.tables.cells import MARK
from planner.exports.files.tables.files import handout_csv, plan_csv, plan_xlsx
from planner.exports.files.tables.plan_table import HEADER
from planner.exports.files.tables.visit_table import HEADER as VISITS
from planner.model.errors import NotForHandout
from planner.planning.course.occasions import spans
from planner.visit.main_line import first_visit
from planner.words import SOURCE, language
from planner.words.typed import as_cell
from tests.conftest import client_with, sample
from tests.exports.conftest import plan_of
from tests.vignettes.people import KNOWN

DONE = ("massage", "therapy", "home", "diary", "review")
ELM = "Ask at the hall on Elm Street."
DOCS = Path(__file__).parents[2] / "docs" / "tables.md"


def rows(plan, part=None):
    table = csv.DictReader(io.StringIO(plan_csv(plan, KNOWN), newline=""))
    return [one for one in table if part in (None, one["part"])]


def handout(plan):
    return list(csv.DictReader(io.StringIO(handout_csv(plan, KNOWN), newline="")))


def with_yoga():
    return first_visit(
        client_with("low-back-pain", edits=[{"line": "yoga", "change": "add", "words": ELM}]), KNOWN
    )


def test_one_row_for_each_thing_to_do(plan):
    parts = ([*spans(plan)], plan.complementary, plan.self_care, ("diary", "review"))
    assert len([one for one in rows(plan) if one["part"] in DONE]) == sum(map(len, parts))
    assert tuple(rows(plan)[0]) == HEADER


def test_lines_end_as_rfc_4180_says(plan):
    text = plan_csv(plan, KNOWN)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("document", [documents.PLAN_CSV, documents.HANDOUT_CSV])
def test_excel_knows_the_letters(document):
    """B1: a mark at the beginning, once."""
    written = document.make(Given(plan_of("three-sources"), sample("three-sources"), KNOWN, SOURCE))
    assert written.decode().startswith(MARK)
    assert MARK not in written.decode()[1:]


@pytest.mark.parametrize("name", [*HEADER, *VISITS])
def test_every_column_is_documented(name):
    """B2."""
    assert f"| `{name}` |" in DOCS.read_text()


def test_minutes_mean_one_thing_a_column(plan):
    """B2, N16: of a session, of a day on which it is done, of a whole week."""
    for one, span in zip(rows(plan, "massage"), spans(plan), strict=True):
        assert one["minutes a session"] == str(span.minutes)
        assert one["minutes a day"] == one["minutes a week"] == ""
    for one, therapy in zip(rows(plan, "therapy"), plan.complementary, strict=True):
        assert one["minutes a week"] == str(therapy.minutes_per_week)
        assert one["minutes a session"] == one["minutes a day"] == ""
    for one, task in zip(rows(plan, "home"), plan.self_care, strict=True):
        assert one["minutes a day"] == str(task.minutes or "")
        assert one["minutes a week"] == str(task.minutes * task.days_per_week or "")
    (diary,) = rows(plan, "diary")
    assert (diary["minutes a day"], diary["minutes a week"]) == ("2", "14")


def test_the_minutes_of_a_week_are_those_of_the_load():
    """N7: the table has the same sum as the plan."""
    plan = plan_of("low-back-nothing-flagged")
    beside = sum(int(one["minutes a week"] or 0) for one in rows(plan))
    weeks = min(4, plan.massage.phases[0].weeks)
    until = plan.visits[0].on + timedelta(weeks=weeks)
    given = [one.minutes for one in plan.visits if one.kind == "massage" and one.on < until]
    assert beside + sum(given) / weeks == plan.load.minutes_per_week


def test_a_dose_and_how_often_stand_apart():
    """B5: a dose in words kept its stop before a semicolon."""
    words = "Walk round the block after lunch."
    edits = [{"line": "aerobic:any:walking", "change": "reword", "words": words}]
    plan = first_visit(client_with("low-back-pain", edits=edits), KNOWN)
    (walk,) = [one for one in rows(plan, "home") if one["dose"] == words]
    assert re.fullmatch(r"(\d days? a week|every day)", walk["how often"])


def test_weekdays_money_aims_and_limits_have_their_columns():
    """B2."""
    plan = plan_of("neck-small-budget")
    massage = rows(plan, "massage")
    assert {one["currency"] for one in massage} == {plan.load.currency}
    assert sum(float(one["total"]) for one in massage) == plan.load.total_cost
    assert {float(one["price"]) for one in massage} == {plan.load.price}
    days = [date.fromisoformat(one) for row in massage for one in row["dates"].split()]
    said = {one for row in massage for one in row["weekdays"].split(", ")}
    assert said == {f"{one:%a}" for one in days}
    (pain,) = rows(plan, "target")
    assert (float(pain["now"]), float(pain["target"])) == (
        plan.measures.baseline.average,
        plan.measures.target.average,
    )
    assert [one["what"] for one in rows(plan, "aim")] == [*plan.measures.goals]
    assert [one["minutes a session"] for one in rows(plan, "limit")]


def test_a_home_task_has_its_steps_and_its_stop(plan):
    for one, task in zip(rows(plan, "home"), plan.self_care, strict=True):
        assert one["steps"].startswith(str(task.steps).split()[0])
        assert one["stop when"] == task.stop_if
        for day in plan.week:
            name = f"{plan.on + timedelta(days=plan.week.index(day)):%a}"
            assert (task.id in day.items) == (name in one["weekdays"].split(", "))


def test_a_source_is_an_id_that_the_last_rows_explain(plan):
    """B3: no cell holds a page of citations."""
    listed = {one["what"]: one["says"] for one in rows(plan, "source")}
    assert set(listed.values()) == {one.citation for one in plan.sources}
    cited = {key for one in rows(plan) for key in one["sources"].split()}
    assert cited and cited <= set(listed)
    assert [one["part"] for one in rows(plan)][-len(listed) :] == ["source"] * len(listed)


def test_every_massage_therapy_and_home_row_has_a_reason_and_a_source(plan):
    for row in rows(plan):
        if row["part"] in ("massage", "therapy", "home"):
            assert row["why"] and row["sources"]


def test_the_therapists_own_words_are_in_every_table():
    """e1: they were lost for a therapy that was put in by hand."""
    plan = with_yoga()
    (yoga,) = [one for one in rows(plan, "therapy") if one["what"] == "Yoga"]
    assert ELM in yoga["own words"]
    assert any(ELM in " ".join(one.values()) for one in handout(plan))


def test_the_handout_has_each_day_with_what_how_much_how_and_when_to_stop(plan):
    told = handout(plan)
    assert [*told[0]] == ["Day", "What", "Dose", "Steps", "Stop signs"]
    for ahead, day in enumerate(plan.week):
        on = plan.on + timedelta(days=ahead)
        here = [one for one in told if one["Day"] == f"{on:%A} {on.day} {on:%B} {on.year}"]
        tasks = [task for task in plan.self_care if task.id in day.items]
        assert len(here) == len(tasks) + 1 + ("massage" in day.items)
        for task in tasks:
            (row,) = [one for one in here if one["What"] == KNOWN.self_care[task.id].name]
            assert row["Steps"] and row["Dose"] and row["Stop signs"]
    signs = [one["Stop signs"] for one in told if one["Day"] == "Any day"]
    assert any("get emergency help" in one for one in signs)
    assert not any("S1" in one.split() for row in told for one in row.values())


def test_the_handout_says_its_headings_in_the_clients_language():
    heading = handout_csv(plan_of("three-sources"), KNOWN, language("en-XA")).splitlines()[0]
    assert "Day" not in heading and heading.count(",") == 4


SHEETS = ["Handout", "Plan", "Visits", "Limits", "Sources"]


def book(plan):
    return load_workbook(io.BytesIO(plan_xlsx(plan, KNOWN)))


def test_the_workbook_has_every_table(plan):
    made = book(plan)
    assert made.sheetnames == SHEETS
    assert [one.value for one in made["Plan"][1]] == [*HEADER]
    assert made["Sources"].max_row - 1 == len({one.citation for one in plan.sources})
    parts = {row[1].value for row in made["Plan"].iter_rows(min_row=2)}
    assert parts.isdisjoint({"source", "limit", "clearance"})


def test_a_visit_is_a_row_of_numbers_days_and_times():
    said = sample("three-sources")
    said = said.having(preferences=said.preferences.having(time=time(16, 30), session_price=80))
    plan = first_visit(said, KNOWN)
    _, *told = book(plan)["Visits"].iter_rows(values_only=True)
    for row, visit in zip(told, plan.visits, strict=True):
        one = dict(zip(VISITS, row, strict=True))
        assert one["date"] == datetime.combine(visit.on, time())
        assert (one["time"], one["minutes"]) == (time(16, 30), visit.minutes or None)
        assert one["price"] == (80 if visit.kind == "massage" else None)
        assert (one["review"] == "yes") == visit.review


def test_the_bytes_of_a_workbook_repeat(monkeypatch):
    """Neither the moment nor the machine is in it."""
    plan = plan_of("three-sources")
    first = plan_xlsx(plan, KNOWN)
    monkeypatch.setattr("openpyxl.writer.excel.datetime", _Later)
    assert plan_xlsx(plan, KNOWN) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert f"{plan.on}T00:00:00Z" in archive.read("docProps/core.xml").decode()


class _Later:
    """A clock that is a year ahead."""

    class datetime(datetime):  # noqa: N801
        @classmethod
        def now(cls, tz=None):
            return super().now(tz) + timedelta(days=365)

    timezone = __import__("datetime").timezone


MARKS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢")
BEHIND = ("", "\u200b", " ", "\u3000", "\t", "\r", "\u2800")


def typed_as(dose):
    plan = plan_of("three-sources")
    task = plan.self_care[0].model_copy(update={"dose": dose})
    return plan.model_copy(update={"self_care": (task, *plan.self_care[1:])})


@pytest.mark.parametrize("start", [*MARKS, *(f"{one}＝" for one in BEHIND), "\u200b=", "\t@"])
def test_a_cell_that_a_spreadsheet_would_run_is_words(start):
    """B4: full-width marks too, also behind what nobody sees."""
    typed = typed_as(f"{start}HYPERLINK(1)")
    for text in (plan_csv(typed, KNOWN), handout_csv(typed, KNOWN)):
        cells = [one for row in csv.reader(io.StringIO(text, newline="")) for one in row]
        told = [one for one in cells if "HYPERLINK(1)" in one.upper()]
        assert told and all(one.startswith("'") for one in told)
    for row in book(typed)["Plan"].iter_rows():
        assert all(one.data_type != "f" for one in row)
        assert all(one.value[0] == "'" for one in row if "HYPERLINK" in str(one.value))


@pytest.mark.parametrize("start", ["\t", "\r", "\u200b"])
def test_what_nobody_sees_is_not_in_a_cell(start):
    text = plan_csv(typed_as(f"{start}5"), KNOWN).replace("\r\n", "")
    assert start not in text


def test_plain_words_stay_plain():
    for text in ("plain words", "5 minutes", "a = b", "ＡＢＣ", "über"):
        assert as_cell(text) == text


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_table(name):
    for make in (plan_csv, handout_csv, plan_xlsx):
        with pytest.raises(NotForHandout, match=r"(csv|xlsx): "):
            make(plan_of(name), KNOWN)
