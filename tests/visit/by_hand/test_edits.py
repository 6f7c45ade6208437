"""The therapist's own hand: kept, marked, and never above safety."""

from itertools import pairwise

import pytest

from planner.knowledge import load
from planner.model.edits import Edit
from planner.model.plan import read_plan
from planner.model.visit import Visit
from planner.model.vocabulary import Change, Intensity
from planner.planning.dosing.means import least_tested
from planner.visit.by_hand.intensity import at_each_intensity
from planner.visit.interview import interview
from planner.visit.line_bounds import may_come, no_room
from planner.visit.main_line import first_visit
from tests.conftest import SAMPLE_NAMES, client_with, sample


def edited(*edits, **changes):
    changes.setdefault("preferences", {"self_care_minutes_per_day": 20})
    return first_visit(client_with("low-back-pain", edits=list(edits), **changes), load())


def remove(line, words=""):
    return {"line": line, "change": "remove", "words": words}


def add(line, words=""):
    return {"line": line, "change": "add", "words": words}


def ids(lines):
    return [one.id for one in lines]


def line_of(plan, key):
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    return next(one for one in lines if one.id == key)


def why_not(plan, key):
    return next(one.why for one in plan.not_chosen if one.id == key)


@pytest.mark.parametrize("line", ["swedish", "physical-therapy", "aerobic:any:walking"])
def test_what_the_therapist_takes_out_stays_out_and_says_so(line):
    plan = edited(remove(line, "tried it last year"))
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    assert line not in ids(lines)
    assert why_not(plan, line) == "The therapist took it out: tried it last year"


def test_what_is_taken_out_without_a_word_leaves_no_sentence_open():
    assert why_not(edited(remove("swedish")), "swedish") == "The therapist took it out."


@pytest.mark.parametrize("line", ["deep-tissue", "cbt", "strengthening:knees:sit-to-stand"])
def test_what_the_therapist_puts_in_is_in_and_marked(line):
    plan = edited(add(line, "she asked for it"))
    assert line_of(plan, line).own == "The therapist's own choice: she asked for it"
    assert line_of(plan, line).why


def test_a_technique_nothing_is_known_of_here_says_that_nothing_is_known():
    plan = first_visit(
        client_with("knee-osteoarthritis", "knee_front_left", edits=[add("neuromuscular")]), load()
    )
    own = line_of(plan, "neuromuscular")
    assert "Nothing was found" in own.why[0].says
    assert own.why[0].certainty == "not-graded"


@pytest.mark.parametrize(
    "line", ["deep-tissue", "trigger-point", "dry-needling", "spinal-manipulation"]
)
def test_what_safety_avoids_cannot_be_put_in(line):
    plan = edited(add(line), answers={"p-anticoagulant": "yes"})
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    assert line not in ids(lines)
    assert why_not(plan, line)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_what_is_not_offered_comes_into_no_plan(name):
    visit = Visit(**dict(sample(name)))
    offered = may_come_into(visit)
    every = {*load().techniques, *load().therapies, *load().self_care}
    for line in sorted(every - offered):
        plan = first_visit(visit.replaced(edits=(Edit(line=line, change=Change.ADD),)), load())
        techniques = plan.massage.techniques if plan.massage else ()
        assert line not in ids((*techniques, *plan.complementary, *plan.self_care))


def may_come_into(visit: Visit) -> set[str]:
    """The lines that nothing but room forbids, those that are there already among them."""
    found = interview(visit, load())
    every = may_come(found, load())
    offered = {one.id for one in every if one.why_not in (None, no_room(found.plan, one.part))}
    return offered | set(ids(lines_of(found.plan)))


def lines_of(plan):
    techniques = plan.massage.techniques if plan.massage else ()
    return (*techniques, *plan.complementary, *plan.self_care)


def test_what_was_taken_out_is_offered_again_and_what_was_declined_is_not():
    wishes = {"techniques_declined": ["deep-tissue"]}
    intake = client_with("low-back-pain", edits=[remove("swedish")], preferences=wishes)
    offered = may_come_into(Visit(**dict(intake)))
    assert "swedish" in offered
    assert "deep-tissue" not in offered


def test_a_dose_in_the_therapists_words_is_printed_as_theirs():
    words = "5 minutes round the block, every morning"
    plan = edited({"line": "aerobic:any:walking", "change": "reword", "words": words})
    walking = line_of(plan, "aerobic:any:walking")
    assert walking.dose == words
    assert walking.own == "The therapist's own choice"


def test_an_edit_survives_later_answers():
    plan = edited(remove("relaxation"), severity={"average": 8, "stress": 9, "sleep": 8})
    assert "relaxation" not in ids(plan.self_care)


def test_the_last_edit_of_a_line_counts():
    plan = edited(remove("physical-therapy"), add("physical-therapy"))
    assert "physical-therapy" in ids(plan.complementary)


def test_three_ways_go_from_less_to_more_inside_the_limits():
    limits = {"session_price": 80, "monthly_budget": 400, "self_care_minutes_per_day": 20}
    found = at_each_intensity(client_with("low-back-pain", preferences=limits), load())
    assert [one.way for one in found] == [Intensity.LIGHT, Intensity.BALANCED, Intensity.FULL]
    minutes = [one.plan.load.minutes_per_week for one in found]
    assert minutes == sorted(minutes)
    assert [one.sessions for one in found] == sorted(one.sessions for one in found)
    assert all(one.plan.load.cost_per_month <= 400 for one in found)
    for one in found:
        assert sum(task.minutes * task.days_per_week for task in one.plan.self_care) <= 20 * 7


def test_a_lesser_way_names_what_it_gives_up():
    light, _, full = at_each_intensity(client_with("low-back-pain"), load())
    assert full.gives_up == ()
    assert set(light.gives_up).isdisjoint(ids(light.plan.complementary))
    assert set(light.gives_up) & set(ids(full.plan.complementary))


def test_a_way_that_comes_to_the_same_as_a_lesser_one_says_so():
    def alike(**said):
        found = at_each_intensity(client_with("low-back-pain", **said), load())
        return [one.same_as for one in found]

    assert alike() == [None, None, None]
    poor = {"session_price": 80, "monthly_budget": 240, "sessions_per_week_max": 0.25,
            "self_care_minutes_per_day": 0, "therapies_declined": [*load().therapies]}  # fmt: skip
    assert alike(preferences=poor) == [None, None, Intensity.BALANCED]


def put(line, **values):
    return {"line": line, "change": "set", "values": values}


SET = put("massage", minutes=45, sessions_per_week=1, weeks=6)
WALKING = "aerobic:any:walking"


def test_what_is_set_of_the_massage_moves_visits_money_and_minutes():
    wishes = {"session_price": 80, "self_care_minutes_per_day": 20}
    plan = edited(SET, preferences=wishes)
    assert [(one.weeks, one.sessions_per_week, one.minutes) for one in plan.massage.phases] == [
        (6, 1, 45)
    ]
    given = [one for one in plan.visits if one.kind == "massage"]
    assert [one.minutes for one in given] == [45] * 6
    assert (plan.load.visits, plan.load.total_cost) == (6, 480)
    assert plan.massage.below_tested
    assert any("Below the tested dose" in one for one in plan.massage.by_hand)


def test_just_the_tested_length_of_a_session_is_not_below_what_was_tested():
    usual = edited().massage.phases[0]
    often = usual.sessions_per_week
    least = least_tested([load().conditions["low-back-pain"]], load()).minutes
    for minutes, is_below in ((least, False), (least - 5, True)):
        plan = edited(put("massage", minutes=minutes, sessions_per_week=often))
        told = any("Below the tested dose" in one for one in plan.massage.by_hand)
        assert told is is_below


def test_how_often_alone_is_that_of_the_start_and_weeks_alone_cut_the_end():
    often = edited(put("massage", sessions_per_week=0.5)).massage.phases
    assert {one.sessions_per_week for one in often} == {0.5}
    weeks = edited(put("massage", weeks=11)).massage.phases
    assert [one.weeks for one in weeks] == [10, 1]
    assert [one.weeks for one in edited(put("massage", weeks=30)).massage.phases] == [
        10,
        20,
    ]


@pytest.mark.parametrize(
    ("wishes", "often", "visits"),
    [
        ({"session_price": 60, "monthly_budget": 180}, 0.75, 8),
        ({"session_price": 60, "monthly_budget": 179}, 0.5, 5),
        ({"sessions_per_week_max": 0.75}, 0.75, 8),
        ({"sessions_per_week_max": 0.74}, 0.5, 5),
    ],
)
def test_three_visits_a_month_stand_where_money_or_time_is_just_enough_for_them(
    wishes, often, visits
):
    """With any less it is the next lower usual one: every two weeks."""
    massage = edited(put("massage", sessions_per_week=0.75), preferences=wishes).massage
    start = massage.phases[0]
    assert (start.sessions_per_week, start.visits) == (often, visits)
    assert any("the client's money or time" in one for one in massage.by_hand) is (often < 0.75)


@pytest.mark.parametrize(
    ("asked", "laid", "days", "told"),
    [
        (1.5, 1, {7}, "Set to 1.5 times a week; from once a week on the calendar takes whole"),
        (2.5, 2, {3, 4}, "Set to 2.5 times a week; from once a week on the calendar takes whole"),
        (2, 2, {3, 4}, ""),
    ],
)
def test_what_lies_between_two_whole_numbers_a_week_is_told_as_it_is_laid(asked, laid, days, told):
    plan = edited(put("massage", sessions_per_week=asked, weeks=6))
    assert [one.sessions_per_week for one in plan.massage.phases] == [laid]
    visits = [one.on for one in plan.visits if one.kind == "massage"]
    assert len(visits) == 6 * laid
    assert {(later - one).days for one, later in pairwise(visits)} == days
    said = [one for one in plan.massage.by_hand if one.startswith("Set to")]
    assert [one.startswith(told) for one in said] == ([True] if told else [])
    assert not [one for one in plan.massage.dose_why if f"{asked:g} times" in one.says and told]


@pytest.mark.parametrize("values", [{"minutes": 90}, {"sessions_per_week": 3}])
def test_what_is_set_beyond_a_limit_gives_way_and_says_by_what(values):
    plan = edited(put("massage", **values), answers={"p-frailty": "yes"})
    assert plan.massage.phases[0].minutes == 30
    assert plan.massage.phases[0].sessions_per_week <= 2
    assert any("Frail" in one for one in plan.massage.by_hand)


def test_a_pressure_and_places_are_set_within_what_is_left():
    light = edited(put("swedish", pressure="light"))
    assert line_of(light, "swedish").pressure == "light"
    firm = edited(put("swedish", pressure="moderate"), answers={"p-anticoagulant": "yes"})
    assert line_of(firm, "swedish").pressure == "light"
    assert "Blood thinner" in line_of(firm, "swedish").by_hand[0]
    places = {"regions": ["lower_back_left", "abdomen_left"]}
    some = line_of(edited(put("swedish", **places)), "swedish")
    assert some.regions == ("lower_back_left",)
    assert "Abdomen" in some.by_hand[0]


def test_a_wish_for_more_pressure_is_answered_with_what_the_therapist_set():
    wish = {"pressure": "firm"}
    plan = edited(*(put(one, pressure="light") for one in ("swedish", "myofascial-release",
                    "deep-tissue")), preferences=wish)  # fmt: skip
    told = [one.says for one in plan.unmet if one.of == "pressure"]
    assert told and all("The therapist set it lighter." in one for one in told)


def test_a_home_task_is_set_and_the_week_follows():
    plan = edited(put(WALKING, minutes=20, days_per_week=3))
    walking = line_of(plan, WALKING)
    assert (walking.minutes, walking.days_per_week) == (20, 3)
    assert sum(WALKING in day.items for day in plan.week) == 3
    assert "20 minutes" in walking.dose
    assert {"minutes", "days_per_week"} <= {*walking.set}


def test_more_repeats_take_more_minutes():
    rolls = "mobility:lower-back:knee-rolls"
    usual = line_of(edited(), rolls)
    more = line_of(edited(put(rolls, reps=30)), rolls)
    assert more.reps == 30
    assert more.minutes == usual.minutes * 3
    assert "30 times" in more.dose


@pytest.mark.parametrize(("reps", "minutes"), [(5, 1), (1, 1), (6, 2)])
def test_fewer_repeats_take_less_time_in_whole_minutes_and_never_none(reps, minutes):
    rolls = "mobility:lower-back:knee-rolls"
    usual = line_of(edited(), rolls)
    assert (usual.reps, usual.minutes) == (10, 2)
    assert line_of(edited(put(rolls, reps=reps)), rolls).minutes == minutes


def test_the_numbers_in_the_therapists_words_are_those_of_the_line():
    words = "15 minutes on the treadmill after lunch, 3 days a week"
    plan = edited({"line": WALKING, "change": "reword", "words": words})
    walking = line_of(plan, WALKING)
    assert (walking.dose, walking.minutes, walking.days_per_week) == (words, 15, 3)
    assert sum(WALKING in day.items for day in plan.week) == 3


def test_easier_is_the_easier_form_or_half_and_harder_never_one_that_is_kept_away():
    easier = line_of(edited(put(WALKING, level="easier")), WALKING)
    assert "easier form" in easier.step
    for name in ("me-cfs-long-covid", "fibromyalgia", "low-back-pain"):
        plan = first_visit(client_with(name), load())
        hard = [put(one.id, level="harder") for one in plan.self_care]
        after = first_visit(client_with(name, edits=hard), load())
        for one in after.self_care:
            known = load().self_care[one.id]
            more = "harder form" in one.step or one.by_hand or one.minutes > known.minutes
            assert more or one.reps != known.reps


def test_a_harder_form_that_brittle_bones_keep_away_is_told_and_the_task_stays_as_it_is():
    def seated(*edits):
        told = {"answers": {"p-osteoporosis": "yes"}, "edits": list(edits)}
        plan = first_visit(client_with("neck-pain", **told), load())
        return line_of(plan, "strengthening:neck:band-raise-seated")

    usual, asked = seated(), seated(put("strengthening:neck:band-raise-seated", level="harder"))
    assert "harder form is not for this client" in asked.by_hand[0]
    assert (asked.dose, asked.minutes, asked.step) == (usual.dose, usual.minutes, "")


@pytest.mark.parametrize(
    ("line", "fewer", "more"),
    [
        ("strengthening:neck:band-raise", "Below the tested dose", "More than was tested"),
        ("stretching:neck:turn-head", "Less than usual", "More than usual"),
    ],
)
def test_less_or_more_is_told_of_a_tested_dose_only_where_a_task_was_tested(line, fewer, more):
    def told(**values):
        plan = first_visit(client_with("neck-pain", edits=[put(line, **values)]), load())
        return line_of(plan, line).by_hand

    assert [one.split(",")[0] for one in told(days_per_week=1)] == [fewer]
    assert [one.split(",")[0] for one in told(days_per_week=7, minutes=30)] == [more]


def test_taking_a_therapy_out_brings_no_other_in():
    before, after = edited(), edited(remove("physical-therapy"))
    assert {*ids(after.complementary)} == {*ids(before.complementary)} - {"physical-therapy"}


def test_a_technique_that_comes_in_by_itself_says_so():
    plan = edited(remove("swedish"))
    before = ids(edited().massage.techniques)
    for one in plan.massage.techniques:
        assert bool(one.by_hand) is (one.id not in before)


def test_what_replaces_a_technique_keeps_its_places_and_never_loses_one():
    replace = {"line": "swedish", "change": "replace", "other": "deep-tissue"}
    before, after = edited(), edited(replace)
    assert "swedish" not in ids(after.massage.techniques)
    assert line_of(after, "deep-tissue").role == "main"
    assert {*line_of(before, "swedish").regions} <= {*line_of(after, "deep-tissue").regions}
    thin = edited(replace, answers={"p-anticoagulant": "yes"})
    assert {*line_of(before, "swedish").regions} <= {*line_of(thin, "swedish").regions}
    assert "deep-tissue" not in ids(thin.massage.techniques)


def test_a_replaced_technique_that_an_answer_keeps_away_says_the_answer():
    replace = {"line": "deep-tissue", "change": "replace", "other": "swedish"}
    thin = edited(replace, answers={"p-anticoagulant": "yes"})
    assert "blood thinner" in why_not(thin, "deep-tissue").lower()
    assert "swedish" in ids(thin.massage.techniques)


def test_what_the_rules_say_of_the_dose_is_said_still_where_it_holds_and_nothing_gave_way():
    poor = {"monthly_budget": 60, "session_price": 60}
    reach = "is out of reach of the budget"
    before = first_visit(client_with("low-back-pain", preferences=poor), load())
    after = edited(put("massage", minutes=30), preferences=poor)
    assert any(reach in one for one in before.load.notes)
    assert any(reach in one for one in after.load.notes)
    assert "what binds leaves" not in after.model_dump_json()


LIFTING = "habit:lower-back:lift-close"


@pytest.mark.parametrize(
    ("line", "of"), [(WALKING, "reps"), (LIFTING, "sets"), (LIFTING, "times_per_day")]
)
def test_twice_what_was_not_counted_takes_twice_as_long(line, of):
    known = load().self_care[line]
    assert getattr(known, of) is None
    plan = edited({"line": line, "change": "add"}, put(line, **{of: 2}))
    assert line_of(plan, line).minutes == 2 * known.minutes


@pytest.mark.parametrize(("minutes", "is_more"), [(45, False), (60, True)])
def test_more_than_was_tested_is_more_than_for_any_of_the_pain_sources(minutes, is_more):
    """45 minutes were tested for the headache, at most 30 for the joints."""
    pain = [
        {"condition": one, "months": 18, "assessed": True}
        for one in ("rheumatoid-arthritis", "tension-type-headache")
    ]
    plan = edited(put("massage", minutes=minutes), pain=pain, preferences={})
    assert any("More than was tested" in one for one in plan.massage.by_hand) is is_more


@pytest.mark.parametrize("line", ["swedish", WALKING, "physical-therapy"])
def test_a_line_names_what_of_it_the_therapist_decided_its_words_too(line):
    plan = edited({"line": line, "change": "reword", "words": "slow and calm"})
    assert line_of(plan, line).set == ("words",)


BOTH = [{"condition": one, "months": 18, "assessed": True} for one in ("low-back-pain", "sciatica")]


@pytest.mark.parametrize(
    ("line", "other"), [("swedish", "deep-tissue"), ("myofascial-release", "neuromuscular")]
)
def test_what_replaces_a_technique_keeps_its_places_for_every_pain_source(line, other):
    """The base knows the other one for low back pain only."""
    assert other not in load().condition_techniques["sciatica"]
    before = edited(pain=BOTH)
    after = edited({"line": line, "change": "replace", "other": other}, pain=BOTH)
    assert line not in ids(after.massage.techniques)
    assert {*line_of(before, line).regions} <= {*line_of(after, other).regions}


def test_two_techniques_replaced_at_once_keep_their_places_for_every_pain_source():
    others = {"swedish": "deep-tissue", "myofascial-release": "neuromuscular"}
    changes = [{"line": one, "change": "replace", "other": other} for one, other in others.items()]
    before, after = edited(pain=BOTH), edited(*changes, pain=BOTH)
    for one, other in others.items():
        assert {*line_of(before, one).regions} <= {*line_of(after, other).regions}


def test_what_only_one_of_two_pain_sources_knows_can_be_replaced():
    replace = {"line": "deep-tissue", "change": "replace", "other": "swedish"}
    after = edited(replace, pain=BOTH)
    assert "deep-tissue" not in ids(after.massage.techniques)
    assert {*load().usual_regions("sciatica")} <= {*line_of(after, "swedish").regions}


@pytest.mark.parametrize("other", ["strengthening:knees:sit-to-stand", "yoga"])
def test_what_is_not_done_by_hand_comes_in_beside_the_technique_it_was_to_replace(other):
    """A kept intake may say so, or one from another program; no place that hurts is lost."""
    before = edited()
    after = edited({"line": "swedish", "change": "replace", "other": other})
    assert other in ids((*after.complementary, *after.self_care))
    assert ids(after.massage.techniques) == ids(before.massage.techniques)
    assert line_of(after, "swedish").regions == line_of(before, "swedish").regions


def test_what_replaces_a_home_task_stands_in_its_place_with_its_minutes():
    cycling = "aerobic:any:easy-cycling"
    before = edited(put(WALKING, days_per_week=4))
    after = edited(
        put(WALKING, days_per_week=4),
        {"line": WALKING, "change": "replace", "other": cycling},
    )
    assert ids(after.self_care) == [cycling if x == WALKING else x for x in ids(before.self_care)]
    assert line_of(after, cycling).days_per_week == 4
    assert line_of(after, cycling).minutes == line_of(before, WALKING).minutes


def test_a_line_is_moved_before_another_and_to_the_end():
    first, *_, last = ids(edited().self_care)
    moved = edited({"line": last, "change": "move", "other": first})
    assert ids(moved.self_care)[:2] == [last, first]
    assert ids(edited({"line": first, "change": "move"}).self_care)[-1] == first


OWN = {"line": "own:1", "change": "add",
       "own": {"name": "Chin tucks at red lights", "words": "Draw the chin in.", "minutes": 4,
               "days_per_week": 5}}  # fmt: skip


def test_a_task_of_ones_own_counts_and_leans_on_nothing():
    before, plan = edited(), edited(OWN)
    own = line_of(plan, "own:1")
    assert (own.name, own.minutes, own.days_per_week, own.why) == (
        "Chin tucks at red lights",
        4,
        5,
        (),
    )
    assert "own task" in own.own
    assert plan.load.minutes_per_week == before.load.minutes_per_week + 20
    assert sum("own:1" in day.items for day in plan.week) == 5
    assert read_plan(plan.model_dump_json(), load().known_ids) == plan


def test_a_task_of_ones_own_is_kept_away_where_all_exercise_is():
    plan = edited(OWN, answers={"p-dvt-recent": "yes"})
    kept = [one.id for one in plan.self_care]
    refused = [one for one in plan.not_chosen if one.id == "own:1"]
    assert ("own:1" in kept) is not bool(refused)
