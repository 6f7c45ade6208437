"""The plan in a spreadsheet: one row for each thing to do, and nothing that runs."""

import csv
import io

import pytest

from planner.exports.files.table import HEADER, plan_csv
from planner.model.errors import NotForHandout
from planner.planning.course.occasions import spans
from planner.words.typed import as_cell
from tests.exports.conftest import plan_of

BESIDE = ("What binds", "Not as wished")  # told beside what there is to do


def rows(plan, knowledge):
    return list(csv.reader(io.StringIO(plan_csv(plan, knowledge), newline="")))


def test_one_row_for_each_thing_to_do(plan, knowledge):
    head, *told = rows(plan, knowledge)
    parts = ([*spans(plan)], plan.complementary, plan.self_care, ("diary", "review"))
    assert tuple(head) == HEADER
    assert len([one for one in told if one[0] not in BESIDE]) == sum(map(len, parts))
    assert {len(row) for row in told} == {len(HEADER)}


def test_lines_end_as_rfc_4180_says(plan, knowledge):
    text = plan_csv(plan, knowledge)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_source_is_a_citation_and_not_an_id(plan, knowledge):
    citations = {one.citation for one in plan.sources}
    for row in rows(plan, knowledge)[1:]:
        source = row[HEADER.index("source")]
        assert not source or any(citation in source for citation in citations)
        assert not any(one.id in source.split("; ") for one in plan.sources)


def test_every_massage_therapy_and_home_row_has_a_reason_and_a_source(plan, knowledge):
    for row in rows(plan, knowledge)[1:-2]:
        if row[0] in BESIDE:
            continue
        assert row[HEADER.index("why")]
        assert row[HEADER.index("source")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_words(start, knowledge):
    plan = plan_of("three-sources")
    task = plan.self_care[0].model_copy(update={"dose": f"{start}HYPERLINK(1)"})
    cells = [
        cell
        for row in rows(plan.model_copy(update={"self_care": (task,)}), knowledge)
        for cell in row
    ]
    assert any(cell.startswith("'") and "HYPERLINK(1)" in cell for cell in cells)
    assert not any(cell.startswith(start) for cell in cells)


def test_a_formula_behind_a_blank_is_words_too():
    assert as_cell(" \u200b=1+1") == "'=1+1"
    assert as_cell("plain words") == "plain words"


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_table(name, knowledge):
    with pytest.raises(NotForHandout, match="csv: "):
        plan_csv(plan_of(name), knowledge)
