"""The time of the visits: agreed with two taps on the plan, shown wherever the next is named."""

from datetime import time

from planner.visit.main_line import first_visit
from tests.conftest import sample
from tests.ui.plan.test_plan_changes import LOW_BACK, does, hand_on, open_visit, opens, plan_sheet
from ui.plan_sheet.lines.times import ONE, VISITS

__all__ = ["opens"]


def days(knowledge):
    return [str(one.on) for one in first_visit(sample(LOW_BACK), knowledge).visits]


def chosen(app, sets):
    (block,) = [one for one in plan_sheet(app)["panel"]["blocks"] if one.get("sets") == sets]
    return [one["name"] for one in block["options"] if one["now"]]


def dates(app):
    return [one["day"] for part in plan_sheet(app)["sections"] for row in part["rows"]
            for one in row.get("dates", ())]  # fmt: skip


def test_an_hour_and_a_quarter_are_two_taps_and_stand_at_every_date(opens):
    opens(VISITS)
    app = hand_on(sample(LOW_BACK))
    assert chosen(app, "hour") == chosen(app, "minute") == []
    assert not any(":" in day for day in dates(app))
    app = does(app, "set", VISITS, values={"hour": "14"})
    assert chosen(app, "hour") == ["14:00"] and chosen(app, "minute") == ["14:00"]
    app = does(app, "set", VISITS, values={"minute": "30"})
    assert open_visit(app)["preferences"]["time"] == "14:30:00"
    assert dates(app) and all(day.endswith(", 14:30") for day in dates(app))


def test_a_single_visit_has_its_own_until_it_is_as_the_others_again(opens, knowledge):
    second = days(knowledge)[1]
    opens(ONE + second)
    app = does(hand_on(sample(LOW_BACK)), "set", VISITS, values={"hour": "10"})
    app = does(app, "set", ONE + second, values={"hour": "16"})
    app = does(app, "set", ONE + second, values={"minute": "15"})
    assert open_visit(app)["preferences"]["times"] == {second: "16:15:00"}
    assert [day.endswith("16:15") for day in dates(app)][:2] == [False, True]
    app = does(app, "no-time", ONE + second)
    assert chosen(app, "hour") == ["10:00"]
    assert "times" not in open_visit(app)["preferences"]


def test_undo_takes_a_time_back_like_any_other_edit(opens):
    opens(VISITS)
    app = does(hand_on(sample(LOW_BACK)), "set", VISITS, values={"hour": "9"})
    app = does(app, "undo")
    assert "time" not in open_visit(app)["preferences"]
    assert chosen(app, "hour") == []
    assert chosen(does(app, "redo"), "hour") == ["09:00"]


def test_minutes_without_an_hour_and_what_is_no_time_change_nothing(opens):
    opens(VISITS)
    app = hand_on(sample(LOW_BACK))
    before = open_visit(app)
    for values in ({"minute": "30"}, {"hour": "noon"}, {"hour": "31"}, {"second": "3"}):
        app = does(app, "set", VISITS, values=values)
        assert open_visit(app) == before


def test_a_time_that_a_file_brought_is_among_the_choices(opens):
    opens(VISITS)
    visit = sample(LOW_BACK)
    wishes = visit.preferences.having(time=time(6, 10))
    app = hand_on(visit.replaced(preferences=wishes))
    assert (chosen(app, "hour"), chosen(app, "minute")) == (["06:00"], ["06:10"])
