"""What is left of a line is said in one place, whoever asks."""

import shutil
from dataclasses import replace

import pytest

from planner.knowledge import load
from planner.knowledge.entries.safety import ClearedBy
from planner.knowledge.load import DATA
from planner.model.edits import Edit
from planner.model.errors import KnowledgeError
from planner.model.vocabulary import Answer, Change, Pressure, PressureLimit, Technique
from planner.safety.allow import allowance
from planner.safety.refusals import LIGHTER, NEVER_PROPOSED
from planner.safety.screening import screen
from planner.safety.wishes import DECLINED, Unwanted, unwanted
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample
from tests.reading_grade import reading_grade
from tests.review.conftest import asked, plan_of, reviewed, shaped

KNOWN = load()
NECK = ("neck_back_left",)
BACK = ("lower_back_left", "lower_back_right")
CLEARED = [{"for": "p-cervical-instability", "by": "Dr Fictional", "on": "2026-11-20"}]
UNSTABLE_NECK = {"answers": {"p-cervical-instability": "yes"}, "clearances": CLEARED}


def allowed(intake, *regions, knowledge=KNOWN):
    return allowance(intake, screen(intake, knowledge), regions, knowledge)


# A new kind of home task


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def with_traction(folder, guard, key="traction:neck:towel", kind="traction"):
    """The knowledge base with a new kind of task for the neck, pulled at with a towel."""
    with (folder / "kinds.toml").open("a", encoding="utf-8") as file:
        file.write('\n[traction]\nname = "Traction"\npart = "move"\nmoves = true\n')
    with (folder / "self_care.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n["{key}"]\nkind = "{kind}"\n{guard}\nfamily = "towel"\nname = "Towel pull"\n'
            'zones = ["neck"]\nranks = { neck-pain = 1 }\npositions = ["sitting"]\n'
            'brief = "Hold the towel behind your head. Pull gently."\n'
            'steps = "Hold the towel behind your head and pull gently."\ncount = "Do it 2 times."\n'
            "sets = 1\nreps = 2\ntimes_per_day = 1\nminutes = 1\ndays_per_week = 7\ntags = []\n"
            'easier_says = "Only hold it."\nharder_says = "Pull longer."\n'
            'progress = "progress-stay"\npain = "pain-low"\nstop = "stop-neck"\n'
            'picture = "side view"\nfindings = ["acsm-stretch-dose"]\n'
            'dose_from = "trial"\nverification = "read"\n'
        )
    return load(folder)


def refused(folder, *args, **kwargs):
    with pytest.raises(KnowledgeError) as told:
        with_traction(folder, *args, **kwargs)
    return {one.place: one.what for one in told.value.problems}


def test_a_new_kind_is_refused_until_its_column_is_named_and_the_columns_are_listed(copy):
    told = refused(copy, "")["self_care.traction:neck:towel.column"]
    assert "is missing" in told
    assert "exercise" in told
    assert "spinal-manipulation" in told
    assert "stretching" in told


def test_an_unknown_column_is_told_with_those_there_are(copy):
    told = refused(copy, 'column = "pulling"')["self_care.traction:neck:towel.column"]
    assert "'pulling' is not known; known: " in told
    assert "spinal-manipulation" in told


def test_that_nothing_guards_a_kind_must_be_said_by_the_kind_itself(copy):
    told = refused(copy, 'column = "nothing-to-guard"')["self_care.traction:neck:towel.column"]
    assert "is 'nothing-to-guard', which only a kind that says why" in told


def test_once_guarded_it_is_given_to_a_sound_neck_and_refused_to_an_unstable_one(copy):
    knowledge = with_traction(copy, 'column = "spinal-manipulation"')
    task = knowledge.self_care["traction:neck:towel"]
    put_in = (Edit(line=task.id, change=Change.ADD),)
    sound, unstable = (
        client_with("neck-pain", **one).replaced(edits=put_in) for one in ({}, UNSTABLE_NECK)
    )
    assert allowed(sound, *NECK, knowledge=knowledge).task(task).refusal is None
    assert task.id in {one.id for one in first_visit(sound, knowledge).self_care}
    plan = first_visit(unstable, knowledge)
    label = knowledge.precautions["p-cervical-instability"].label
    (why,) = [one.why for one in plan.not_chosen if one.id == task.id]
    assert label in why
    assert task.id not in {one.id for one in (*plan.self_care, *plan.reserve.exercises)}


def test_a_task_that_turns_the_neck_names_who_must_not_before_anybody_is_given_it(copy):
    """The column of exercise says "go gently" of an unstable neck, and no more."""
    turns = 'column = "exercise"\nfiner = ["neck-turn"]'
    told = refused(copy, turns)["self_care.traction:neck:towel.not_with"]
    assert "'neck-turn' is ruled out by" in told and "p-cervical-instability" in told


def test_a_task_put_in_for_another_place_is_refused_with_its_reason():
    turning = "stretching:neck:turn-head"
    put_in = (Edit(line=turning, change=Change.ADD),)
    plan = first_visit(client_with("low-back-pain", **UNSTABLE_NECK).replaced(edits=put_in), KNOWN)
    (why,) = [one.why for one in plan.not_chosen if one.id == turning]
    assert KNOWN.precautions["p-cervical-instability"].label in why


def test_a_task_stays_where_what_should_take_its_place_may_not_come():
    walking, turning = "aerobic:any:walking", "stretching:neck:turn-head"
    instead = (Edit(line=walking, change=Change.REPLACE, other=turning),)
    client = client_with("low-back-pain", **UNSTABLE_NECK).replaced(edits=instead)
    given = {one.id for one in first_visit(client, KNOWN).self_care}
    assert walking in given and turning not in given


@pytest.mark.parametrize(
    ("tag", "row"), [(tag, row) for tag, one in KNOWN.finer_tags.items() for row in one.not_with]
)
def test_what_a_task_asks_of_a_body_is_asked_of_nobody_whom_it_harms(tag, row):
    who = client_with("neck-pain", answers={row: "yes"})
    tasks = [one for one in KNOWN.self_care.values() if tag in one.finer]
    assert tasks
    assert all(allowed(who, *NECK).task(one).refusal for one in tasks)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("traction:neck:towel", "strengthening"),
        ("traction:knees:towel", "traction"),
        ("traction:towel", "traction"),
        ("pull:neck:towel", "traction"),
    ],
)
def test_a_task_is_named_for_its_kind_and_one_of_its_zones(copy, key, kind):
    told = refused(copy, 'column = "spinal-manipulation"', key=key, kind=kind)
    assert f"self_care.{key}" in told


def test_an_unknown_kind_is_told_with_those_there_are(copy):
    told = refused(copy, 'column = "exercise"', key="pull:neck:towel", kind="pull")
    assert told["self_care.pull:neck:towel.kind"].startswith("'pull' is not known; known: aerobic")


def test_no_task_of_the_base_is_left_unguarded_but_those_whose_kind_says_why():
    for task in KNOWN.self_care.values():
        if task.column == "nothing-to-guard":
            assert KNOWN.kinds[task.kind].unguarded, task.id


# A technique


def test_a_technique_keeps_the_regions_that_are_left():
    intake = client_with("low-back-pain", preferences={"regions_to_avoid": ["lower_back_left"]})
    left = allowed(intake).technique(Technique.SWEDISH, BACK)
    assert left.regions == ("lower_back_right",)
    assert left.refusal is None


def test_a_technique_with_no_region_left_says_why():
    intake = client_with("low-back-pain", preferences={"regions_to_avoid": list(BACK)})
    left = allowed(intake).technique(Technique.SWEDISH, BACK)
    assert left.refusal.why == "The client asked to leave this place alone."
    assert (left.regions, left.pressure) == ((), None)


@pytest.mark.parametrize(
    ("asked_for", "given"),
    [
        ([], Pressure.FIRM),
        ([Pressure.FIRM], Pressure.FIRM),
        ([Pressure.FIRM, Pressure.MODERATE], Pressure.MODERATE),
        ([Pressure.LIGHT], Pressure.MODERATE),  # the lightest that deep tissue offers
    ],
)
def test_the_lightest_pressure_asked_for_is_given_as_far_as_the_technique_has_it(asked_for, given):
    left = allowed(client_with("low-back-pain")).technique(Technique.DEEP_TISSUE, BACK, asked_for)
    assert left.pressure is given


def test_answers_that_ask_for_less_than_the_technique_has_refuse_it_with_their_sources():
    intake = client_with("low-back-pain", answers={"p-frailty": "yes"})
    row = KNOWN.precautions["p-frailty"]
    assert KNOWN.limits["p-frailty"]["all"].pressure is PressureLimit.LIGHT
    techniques = [one for one in Technique if row.techniques[one] != "avoid"]
    too_firm = [one for one in techniques if Pressure.LIGHT not in KNOWN.techniques[one].pressures]
    for one in too_firm:
        left = allowed(intake).technique(one, BACK)
        assert left.refusal.why.startswith(LIGHTER)
        assert row.label in left.refusal.why
        assert set(row.sources) <= set(left.refusal.sources)


def test_an_adjustment_is_a_caution_said_once_for_all_regions():
    intake = client_with("low-back-pain", answers={"p-pregnancy-t2": "yes"})
    left = allowed(intake).technique(Technique.SWEDISH, BACK)
    assert left.cautions
    assert len(left.cautions) == len(set(left.cautions))


# Wishes


def test_a_wish_comes_before_a_ban_and_is_told_apart_from_it():
    plan = {"therapies_declined": ["spinal-manipulation"]}
    intake = client_with("neck-pain", preferences=plan, **UNSTABLE_NECK)
    left = allowed(intake, *NECK).therapy(KNOWN.therapies["spinal-manipulation"])
    assert left.wished_away
    assert left.refusal.why == DECLINED
    banned = allowed(client_with("neck-pain", **UNSTABLE_NECK), *NECK).therapy(
        KNOWN.therapies["spinal-manipulation"]
    )
    assert banned.refusal
    assert not banned.wished_away


def test_the_last_of_two_edits_decides_and_a_decline_is_said_as_the_clients():
    out = {"line": "yoga", "change": "remove", "words": "no teacher near"}
    back = {"line": "yoga", "change": "add"}
    assert unwanted(client_with("neck-pain", edits=[out])) == {
        "yoga": Unwanted("therapist", "The therapist took it out: no teacher near")
    }
    assert unwanted(client_with("neck-pain", edits=[out, back])) == {}
    declined = {"therapies_declined": ["yoga"]}
    assert unwanted(client_with("neck-pain", edits=[out], preferences=declined)) == {
        "yoga": Unwanted("client", DECLINED)
    }


@pytest.mark.parametrize("words", ["", "no teacher near", str(DECLINED)])
def test_whoever_it_was_that_wants_a_line_no_more_is_not_read_from_the_words(words):
    out = {"line": "yoga", "change": "remove", "words": words}
    by_hand = allowed(client_with("neck-pain", edits=[out]), *NECK)
    assert not by_hand.wished_away("yoga").must_not
    wish = {"therapies_declined": ["yoga"]}
    reworded = {"yoga": Unwanted("client", "Anything else that is said of it.")}
    for declined in (
        allowed(client_with("neck-pain", preferences=wish), *NECK),
        replace(by_hand, unwanted=reworded),
    ):
        assert declined.wished_away("yoga").must_not


# Therapies and home tasks


@pytest.mark.parametrize("name", ["electroacupuncture", "hot-stone", "essential-oils", "cupping"])
def test_what_is_never_proposed_or_not_guarded_yet_is_refused_whoever_asks(name):
    left = allowed(client_with("low-back-pain"), *BACK).therapy(KNOWN.therapies[name])
    assert NEVER_PROPOSED in left.refusal.why


def test_whoever_gives_a_therapy_is_told_of_the_answer_by_its_label():
    intake = client_with("low-back-pain", answers={"p-anticoagulant": "yes"})
    left = allowed(intake, *BACK).therapy(KNOWN.therapies["acupuncture"])
    label = KNOWN.precautions["p-anticoagulant"].label
    assert any(one.startswith("Tell ") and label in one for one in left.cautions)


def test_the_rules_of_places_hold_for_ones_own_hands_and_for_no_other_task():
    intake = client_with("low-back-pain")
    rules = {one.plain for one in allowed(intake).restrictions.home_rules}
    assert rules
    assert rules <= set(allowed(intake).task(KNOWN.self_care["self-massage"]).cautions)
    assert rules.isdisjoint(allowed(intake).task(KNOWN.self_care["heat"]).cautions)


@pytest.mark.parametrize("row", ["p-osteoporosis", "p-steroid-long-term"])
def test_a_task_that_is_not_for_a_row_is_refused_in_the_words_of_the_row(row):
    intake = client_with("low-back-pain", answers={row: "yes"})
    left = allowed(intake, *BACK).task(KNOWN.self_care["stretching:lower-back:knee-to-chest"])
    assert left.refusal
    assert (
        allowed(client_with("low-back-pain"), *BACK)
        .task(KNOWN.self_care["stretching:lower-back:knee-to-chest"])
        .refusal
        is None
    )


# One home: a first visit and a review say the same of the same line

ROWS = sorted(row for row, one in KNOWN.precautions.items() if not one.taken_over_from)


@pytest.mark.parametrize("row", ROWS)
def test_what_a_review_takes_out_a_first_visit_refuses_in_the_same_words(row):
    intake, last = sample("three-sources"), plan_of("three-sources")
    found = reviewed(
        last, shaped("as before at week 6", last), asked(answers={row: "yes"}), intake=intake
    ).next_plan
    if found.clearance.stops_everything:
        return
    told = intake.model_copy(update={"answers": {**intake.answers, row: Answer.YES}})
    treated = {region for one in last.massage.techniques for region in one.regions}
    allow = allowed(told, *treated)
    before = {one.id for one in last.not_chosen}
    for one in found.not_chosen:
        if one.id in before or one.id in KNOWN.techniques:
            continue
        line = KNOWN.therapies.get(one.id) or KNOWN.self_care[one.id]
        asked_of = allow.therapy if one.id in KNOWN.therapies else allow.task
        refusal = asked_of(line).refusal
        assert (one.why, one.sources) == (refusal.why, refusal.sources), one.id


HEART = "p-mi-cardiac-surgery-recent"
ROCKING = "stretching:lower-back:rock-forward"


@pytest.mark.parametrize(("also", "waits"), [([], True), (["p-osteoporosis"], False)])
def test_a_task_waits_for_a_clinician_only_if_the_answer_can_bring_it(also, waits):
    """Rocking forward bends a thin spine, whatever is agreed for the heart."""

    def planned(*clearances):
        answers = dict.fromkeys([HEART, *also], "yes")
        put_in = [{"line": ROCKING, "change": "add"}]
        who = client_with("low-back-pain", answers=answers, clearances=[*clearances], edits=put_in)
        return first_visit(who, KNOWN)

    agreed = planned({"for": HEART, "by": "Dr Fictional", "on": "2026-11-20"})
    assert (ROCKING in {one.id for one in agreed.self_care}) is waits
    (left_out,) = [one for one in planned().not_chosen if one.id == ROCKING]
    assert left_out.why.startswith("Not before a clinician has answered") is waits
    assert left_out.plain.startswith("We wait until this is agreed") is waits
    for row in (HEART, *also):
        assert KNOWN.precautions[row].label in left_out.plain


def not_chosen(line, **said):
    found = first_visit(client_with("low-back-pain", **said), KNOWN).not_chosen
    return next((one for one in found if one.id == line), None)


LIFTED = sorted(
    key
    for key, one in KNOWN.rows.items()
    if one.cleared_by is ClearedBy.CLINICIAN and key in KNOWN.precautions
)


@pytest.mark.parametrize("row", LIFTED)
def test_what_is_said_to_wait_for_a_clinician_is_just_what_can_be_done_once_one_has_agreed(row):
    agreed = {"for": row, "by": "Dr Fictional", "on": "2026-11-20", "confirmed": True}
    held = allowed(client_with("low-back-pain", answers={row: "yes"}), *BACK)
    after = allowed(client_with("low-back-pain", answers={row: "yes"}, clearances=[agreed]), *BACK)
    lines = [
        *((one.id, held.task(one), after.task(one)) for one in KNOWN.self_care.values()),
        *((one.id, held.therapy(one), after.therapy(one)) for one in KNOWN.therapies.values()),
    ]
    left_out = [(line, before.refusal, then) for line, before, then in lines if before.refusal]
    for line, refusal, then in left_out:
        if refusal.plain.startswith("We wait"):
            assert then.refusal is None, (line, refusal.plain, then.refusal.why)
        elif refusal.why.startswith("Left out because of"):
            assert then.refusal is not None, (line, refusal.why)


def test_a_task_that_lies_flat_does_not_wait_for_an_answer_about_a_weak_heart():
    row, task = "p-heart-failure-stable", "mobility:lower-back:knee-rolls"
    found = not_chosen(task, answers={row: "yes"}, edits=[{"line": task, "change": "add"}])
    assert found.why == f"Left out because of: {KNOWN.precautions[row].label}."


def test_a_therapy_that_is_never_proposed_is_not_said_to_wait():
    found = not_chosen("cupping", answers={HEART: "yes"})
    assert found.why.startswith("This program does not propose it")
    assert KNOWN.precautions[HEART].label in found.why
    assert "wait" not in found.plain
    assert found.must_not


MOVEMENT = sorted(key for key, one in KNOWN.therapies.items() if one.family == "movement")


@pytest.mark.parametrize("therapy", MOVEMENT)
def test_after_a_crash_no_therapy_of_movement_goes_up_step_by_step(therapy):
    crash = client_with("fibromyalgia", answers={"p-post-exertional-malaise": "yes"})
    left = allowed(crash, *BACK).therapy(KNOWN.therapies[therapy])
    told = KNOWN.interactions["x-movement-crash"]
    assert left.refusal or told.says in left.cautions
    assert reading_grade(told.plain) <= 6
