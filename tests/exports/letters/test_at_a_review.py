"""A sign at a review leaves its letter, and the review is an answer all the same."""

import json
from datetime import date, timedelta

import pytest

from planner.command import run
from tests.conftest import sample_text
from tests.exports.conftest import flat, pages

BEGAN = date(2026, 11, 23)
NAME = "low-back-nothing-flagged"


@pytest.fixture
def reviewed(tmp_path, capsys):
    """A review with these answers: exit code, its JSON, and the words of its paper."""

    def do(**answers):
        intake, plan, asked = (tmp_path / f"{one}.json" for one in ("intake", "plan", "asked"))
        diary, paper = tmp_path / "diary.csv", tmp_path / "paper.pdf"
        intake.write_text(sample_text(NAME))
        assert run(["plan", str(intake)]) == 0
        plan.write_text(capsys.readouterr().out)
        days = [BEGAN + timedelta(days=one) for one in range(-14, 28)]
        diary.write_text("date,pain\n" + "".join(f"{one},5\n" for one in days))
        asked.write_text(json.dumps({"on": "2026-12-21", "answers": answers}))
        code = run(["review", str(plan), str(diary), "--follow-up", str(asked),
                    "--intake", str(intake), "--pdf", str(paper)])  # fmt: skip
        out = capsys.readouterr().out
        return code, json.loads(out), flat(" ".join(pages(paper.read_bytes())))

    return do


def test_a_red_flag_writes_the_referral_and_prints_the_review(reviewed):
    code, review, told = reviewed(**{"rf-cauda-equina": "yes"})
    assert code == 0
    assert review["decision"] == "refer"
    assert "Emergency: please see now" in told
    assert "911" in told


def test_a_hold_writes_the_question_about_the_massage_as_it_is_planned(reviewed):
    code, review, told = reviewed(**{"p-sickle-cell": "yes"})
    assert code == 0
    assert review["next_plan"]["clearance"] == "hold"
    assert "may this patient have" in told
