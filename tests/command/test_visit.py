"""`visit` in a shell does to a visit file what a page does to the open visit."""

import json

import pytest

from planner.command import run
from planner.knowledge import load
from tests.conftest import sample_text
from tests.visit.first_edition import FOLLOW_UP

NAME = "low-back-nothing-flagged"


@pytest.fixture
def visit(tmp_path, capsys):
    """A visit file, and what becomes of it: exit code, answer, faults."""
    path = tmp_path / "visit.json"
    path.write_text(sample_text(NAME))

    def do(what, *words, keep=True):
        code = run(["visit", what, str(path), *words])
        out, err = capsys.readouterr()
        if code == 0 and keep:
            path.write_text(out)
        return code, json.loads(out) if out else None, err

    do.path = path
    return do


def second(visit):
    """The visit after the sample's, ready for a review."""
    _, made, _ = visit("next", "--on", "2026-12-30", "--follows", "token")
    short = [row for row, one in load().rows.items() if one.every_visit or one.at_review]
    visit("answer", *(f"{row}=no" for row in short))
    visit("say", "severity/average=4", 'follow_up/sessions={"done": 5}')
    return made


def test_the_next_visit_is_begun_from_a_finished_one(visit):
    made = second(visit)
    assert made["visit"] == "follow-up" and made["severity"] == {}
    assert made["follow_up"]["last"]["on"] == "2026-11-23"


def test_the_plan_in_force_is_printed(visit):
    code, plan, _ = visit("plan", keep=False)
    assert code == 0 and plan["massage"]
    second(visit)
    visit("decide", "accepted", "--reason", "as proposed")
    _, plan, _ = visit("plan", keep=False)
    assert plan["supersedes"]["on"] == "2026-11-23"


@pytest.mark.parametrize("choice", ["accepted", "declined"])
def test_a_decided_plan_is_not_printed_once_an_answer_takes_a_line_away(visit, choice):
    visit("edit", "deep-tissue", "add")
    second(visit)
    visit("decide", choice)
    _, plan, _ = visit("plan", keep=False)
    assert "deep-tissue" in {one["id"] for one in plan["massage"]["techniques"]}
    visit("answer", "p-anticoagulant=yes", "p-coronary-stent=no", "rf-head-injury=no")
    code, plan, err = visit("plan", keep=False)
    assert (code, plan) == (2, None)
    assert err == "follow_up.plan: holds what today's answers take away; decide again\n"
    assert visit("hand-out") == (code, None, err)
    assert not json.loads(visit.path.read_text()).get("handed_out")
    visit("decide", choice)
    code, plan, _ = visit("plan", keep=False)
    assert code == 0
    assert "deep-tissue" not in {one["id"] for one in plan["massage"]["techniques"]}


@pytest.mark.parametrize("choice", ["accepted", "declined", "edited"])
def test_a_proposal_is_decided_on(visit, choice):
    second(visit)
    code, made, err = visit("decide", choice, "--reason", "so be it")
    assert (code, err) == (0, "")
    assert made["follow_up"]["verdict"] == {"choice": choice, "reason": "so be it"}
    assert ("plan" in made["follow_up"]) is (choice != "edited")


def test_days_are_logged_and_count_in_the_review(visit):
    second(visit)
    _, made, _ = visit("log", "2026-12-20", "4", "--sleep", "6", "--session")
    assert made["diary"]["entries"] == [["2026-12-20", 4.0, 6.0, None, True, ""]]
    _, made, _ = visit("log", "2026-12-20", "2")
    assert [one[1] for one in made["diary"]["entries"]] == [2.0]
    assert visit("decide", "accepted")[0] == 0


def test_lines_are_edited_goals_rated_and_rows_cleared_and_set_aside(visit):
    second(visit)
    visit("edit", "yoga", "add", "--words", "she asked")
    visit("edit", "swedish", "remove")
    visit("edit", "swedish", "undo")
    visit("rate", "1", "now", "6")
    visit("clear", "p-dvt-recent", "Dr Lee", "--limits", "no legs")
    _, made, _ = visit("set-aside", "p-needle-phobia", "none planned")
    assert [one["line"] for one in made["edits"]] == ["yoga"]
    assert made["follow_up"]["goals"][0]["now"] == 6
    assert made["clearances"][0]["on"] == "2026-12-30"
    assert made["overrides"] == [{"for": "p-needle-phobia", "reason": "none planned"}]


def test_values_are_set_a_line_replaced_and_each_step_taken_back(visit):
    second(visit)
    visit("edit", "massage", "set", "--values", '{"minutes": 45, "weeks": 6}')
    visit("edit", "massage", "set", "--values", '{"sessions_per_week": 1}')
    visit("edit", "acupuncture", "replace", "--other", "yoga")
    own = {"name": "Chin tucks", "minutes": 2}
    _, made, _ = visit("edit", "own:1", "add", "--own", json.dumps(own))
    assert [one["change"] for one in made["edits"]] == ["set", "replace", "add"]
    assert made["edits"][0]["values"] == {"minutes": 45, "weeks": 6, "sessions_per_week": 1}
    assert made["edits"][2]["own"] == own
    visit("back")
    _, made, _ = visit("back")
    assert [one["line"] for one in made["edits"]] == ["massage"]
    _, made, _ = visit("again")
    assert [one["line"] for one in made["edits"]] == ["massage", "acupuncture"]
    assert visit("edit", "massage", "set", "--values", '{"minutes": 500}')[0] == 2


def test_what_was_found_and_scores_of_forms_are_said_at_their_places(visit):
    visit("say", 'assessment/provokes=["sitting"]')
    found = [{"what": "movement", "name": "lower-back-bend-back", "pain": 3}]
    visit("say", f"assessment/findings={json.dumps(found)}")
    scores = [{"instrument": "odi", "score": 44, "on": "2026-11-20"}]
    _, made, _ = visit("say", f"measured={json.dumps(scores)}")
    assert made["assessment"] == {"provokes": ["sitting"], "findings": found}
    assert made["measured"] == scores
    _, made, _ = visit("say", "measured=", "assessment/provokes=", "assessment/findings=")
    assert "measured" not in made and not made.get("assessment")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["say", 'measured=[{"instrument": "odi", "score": 144, "on": "2026-11-20"}]'],
            "goes from 0 to 100, not 144",
        ),
        (["say", "severity/average=14"], "severity.average: "),
        (["say", "severity/averag=4"], "severity/averag: is not a place"),
        (["say", "average"], "average: is not written as PLACE=VALUE"),
        (["answer", "rf-unheard-of=yes"], "'rf-unheard-of' is not a known question"),
        (["answer", "rf-cauda-equina=maybe"], "'maybe' is not an answer"),
        (["edit", "swedish", "reword"], "said in other words"),
        (["edit", "levitation", "add"], "'levitation' is not a known"),
        (["rate", "9", "now", "4"], "follow_up.goals[8]: is not there"),
        (["decide", "accepted"], "follow_up.last: is missing"),
        (["log", "2026-13-01", "4"], "is not a date"),
        (["set-aside", "p-needle-phobia", ""], "reason"),
        (["say", "locale=Mars"], "locale: is none of US, UK"),
        (["fly"], "command: "),
    ],
)
def test_what_cannot_be_done_is_told_with_its_place_and_exit_2(visit, words, told):
    what, *more = words
    code, answer, err = visit(what, *more)
    assert (code, answer) == (2, None)
    assert told in err and "Traceback" not in err


def test_a_visit_without_a_score_has_no_plan_in_force(visit):
    visit("say", "severity/average=")
    code, _, err = visit("plan", keep=False)
    assert code == 2 and "severity.average: is missing" in err


def test_an_answer_is_taken_back_with_none(visit):
    _, made, _ = visit("answer", "p-anticoagulant=none")
    assert "p-anticoagulant" not in made["answers"]


def test_a_visit_the_first_edition_kept_is_worked_on(visit):
    visit.path.write_text(FOLLOW_UP)
    code, made, _ = visit("say", "client/age=53")
    assert code == 0 and made["client"]["age"] == 53


def test_days_compared_an_own_bad_day_and_milestones_are_kept_and_taken_back(visit):
    _, made, _ = visit("compare", "--days", "56", "--bad-from", "6")
    assert (made["diary"]["window"], made["diary"]["bad_from"]) == (56, 6)
    visit("milestone", "2026-03-01", "new-medicine", "in the evening")
    _, made, _ = visit("milestone", "2026-02-01", "holiday")
    assert [one["day"] for one in made["diary"]["milestones"]] == ["2026-02-01", "2026-03-01"]
    visit("milestone", "2026-02-01", "holiday", "--remove")
    _, made, _ = visit("milestone", "2026-03-01", "new-medicine", "in the evening", "--remove")
    assert "milestones" not in made["diary"] and made["diary"]["window"] == 56
    _, made, _ = visit("compare", "--as-usual")
    assert "diary" not in made


@pytest.mark.parametrize("words", [("--days", "3"), ("--bad-from", "11")])
def test_days_and_scores_out_of_reach_are_refused(visit, words):
    code, _, err = visit("compare", *words)
    assert code == 2 and "Traceback" not in err
