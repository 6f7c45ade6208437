"""The table of `python -m bench`: its rows and what it makes of measurements; nothing is timed."""

import ast
import json

import pytest

from bench import ROOT
from bench.table import running
from bench.table.families import FAMILIES
from bench.table.judged import Judged, Verdict, judged
from bench.table.measured import Measured, Missing, as_data, from_data, in_turn
from bench.table.rows import NO_GOAL, Family, Goal, Kind, Row, chosen
from bench.table.told import BEGIN, END, table, write

TEN_MINUTES = 600
ASKED_FOR = {
    "answer", "first-page", "sessions-1", "sessions-10", "sessions-50", "memory",
    "plan", "pdf-weasyprint", "pdf-reportlab", "pdf-fpdf2", "million-dates", "clients-list",
    "clients-search", "knowledge-load", "knowledge-plan",
}  # fmt: skip
ROWS = [row for family in FAMILIES for row in family.rows]
TWICE, AS_LONG = Measured((20.0, 22.0, 900.0), (10.0, 11.0, 12.0)), Measured((5.0,), (5.0,))


def row(goal=NO_GOAL, cause="a cause"):
    return Row("row", "ours", "theirs", "ms", Kind.CLOCK, goal, cause)


def test_every_row_that_was_asked_for_is_there_once():
    names = [one.name for one in ROWS]
    assert set(names) >= ASKED_FOR
    assert len(names) == len(set(names))


def test_every_measurement_is_a_function_that_is_there():
    for family in FAMILIES:
        module, _, function = family.place.partition(":")
        tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text())
        assert function in [one.name for one in tree.body if isinstance(one, ast.FunctionDef)]


def test_a_whole_run_ends_within_ten_minutes():
    assert sum(family.bound for family in FAMILIES) <= TEN_MINUTES


def test_the_ratio_is_of_the_medians_so_that_one_slow_turn_does_not_count():
    assert TWICE.ratio == 2


@pytest.mark.parametrize(
    ("goal", "verdict"),
    [
        (NO_GOAL, Verdict.NONE),
        (Goal(ratio=2), Verdict.MET),
        (Goal(ratio=1.9), Verdict.MISSED),
        (Goal(value=22), Verdict.MET),
        (Goal(value=21.9), Verdict.MISSED),
        (Goal(ratio=2, value=21.9), Verdict.MISSED),
        (Goal(ratio=1.9, value=22), Verdict.MISSED),
    ],
)
def test_a_goal_is_met_when_neither_the_ratio_nor_the_value_is_above_it(goal, verdict):
    assert Judged(row(goal), (TWICE,)).verdict is verdict


def test_of_several_runs_the_middle_one_decides_and_each_ratio_is_shown():
    runs = [{"row": one} for one in (TWICE, AS_LONG, AS_LONG)]
    (one,) = judged([row(Goal(ratio=1))], runs)
    assert one.verdict is Verdict.MET
    assert "| 2, 1, 1 |" in table([one])


def test_a_miss_is_named_with_its_cause_and_a_row_that_was_met_has_none():
    missed, met = (judged([row(Goal(ratio=end))], [{"row": TWICE}]) for end in (1, 3))
    assert "`row` is missed: a cause." in table(missed)
    assert "a cause" not in table(met)


def test_a_row_whose_comparator_is_missing_says_so_and_does_not_vanish():
    said = table(judged([row(Goal(ratio=1))], [{"row": Missing("reportlab is not installed")}]))
    assert "| `row` | ours | theirs | clock |  |  |  | 1 times | not measured |" in said
    assert "`row` was not measured: reportlab is not installed." in said


def test_a_row_that_its_measurement_forgot_does_not_vanish_either():
    assert "gave no figure" in table(judged([row()], [{}]))


def test_ours_and_theirs_take_turns_and_the_first_of_each_does_not_count():
    done, ticks = [], iter(range(100))
    found = in_turn(
        lambda: done.append("A"), lambda: done.append("B"), 2, lambda: float(next(ticks))
    )
    assert done == ["A", "B"] * 3
    assert found == Measured((1000, 1000), (1000, 1000))


def test_what_a_process_hands_back_is_what_it_found():
    found = {"one": TWICE._replace(note="a note"), "two": Missing("why")}
    assert from_data(json.loads(json.dumps(as_data(found)))) == found


def test_rows_are_chosen_by_their_name_or_their_familys():
    assert [row.name for family in chosen(FAMILIES, {"plan"}) for row in family.rows] == ["plan"]
    (papers,) = chosen(FAMILIES, {"pdf"})
    assert len(papers.rows) > 1
    assert chosen(FAMILIES, set()) == FAMILIES


FAMILY = Family("family", "", 1, 1, 1, (row(),))


@pytest.mark.parametrize(
    ("program", "bound", "why"),
    [("sleep 60", 0.05, "not done within"), ("echo 'no disk' >&2; exit 1", 60, "no disk")],
)
def test_a_measurement_that_hangs_or_fails_is_told_for_each_of_its_rows(
    monkeypatch, tmp_path, program, bound, why
):
    (tmp_path / "python").write_text(f"#!/bin/sh\n{program}\n")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(running.sys, "executable", str(tmp_path / "python"))
    assert why in running.found(FAMILY, 1, bound)["row"].why


def test_the_table_is_put_between_its_marks_and_the_rest_of_the_page_stays(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    write(page, "new\n")
    assert page.read_text() == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
