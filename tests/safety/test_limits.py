"""What binds one client: by place and side, by answers, by a clinician's bounds and words."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.vocabulary import Clearance, Position, Pressure, PressureLimit, Technique
from planner.safety.allow import allowance
from planner.safety.limits import client_limits, in_words
from planner.safety.limits.bounds import binding
from planner.safety.limits.worded import readings
from planner.safety.refusals import asks_where
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.reading_grade import reading_grade

KNOWN = load()
NECK = ("neck_back_left", "neck_back_right")
ON = "2026-11-23"


def limits_of(intake):
    return client_limits(intake, screen(intake, KNOWN).active, KNOWN)


def cleared(row, **said):
    return {"for": row, "by": "Dr Fictional", "on": "2026-11-20", **said}


def pressure(intake, region):
    return limits_of(intake).at(region).pressure


def pain(condition, *regions):
    return {"condition": condition, "regions": [*regions], "months": 18, "assessed": True}


# Places


def test_near_is_the_zone_of_the_mark_and_those_that_adjoin_it_on_its_side():
    hurt = client_with(
        "neck-pain",
        answers={"p-acute-injury-72h": "yes"},
        where={"p-acute-injury-72h": ["neck_back_left"]},
    )
    assert pressure(hurt, "neck_back_left") is PressureLimit.NONE
    assert pressure(hurt, "shoulder_back_left") is PressureLimit.LIGHT
    assert pressure(hurt, "upper_back_left") is PressureLimit.LIGHT
    assert pressure(hurt, "shoulder_back_right") is PressureLimit.MODERATE
    assert pressure(hurt, "calf_left") is PressureLimit.MODERATE


def test_what_is_not_marked_holds_everywhere():
    hurt = client_with("neck-pain", answers={"p-acute-injury-72h": "yes"})
    assert {pressure(hurt, region) for region in KNOWN.regions} == {PressureLimit.NONE}
    (note,) = [one for one in first_visit(hurt, KNOWN).load.notes if one.startswith("Mark where")]
    assert KNOWN.precautions["p-acute-injury-72h"].label in note


@pytest.mark.parametrize(("marked", "sides"), [((), "both"), (("calf_left",), "left")])
def test_places_of_a_limb_hold_on_the_side_that_is_marked(marked, sides):
    where = {"p-dvt-history-remote": list(marked)} if marked else {}
    old = client_with("neck-pain", answers={"p-dvt-history-remote": "yes"}, where=where)
    assert pressure(old, "shin_left") is PressureLimit.LIGHT
    other = PressureLimit.LIGHT if sides == "both" else PressureLimit.MODERATE
    assert pressure(old, "shin_right") is other


def test_a_healing_scar_after_a_birth_is_at_the_abdomen_marked_or_not():
    answers = {"p-postpartum": "yes", "p-postpartum:scar": "yes", "p-surgery-recent": "yes"}
    mother = client_with("neck-pain", answers={**answers, "p-surgery-recent:weeks": "yes"})
    plan = first_visit(mother, KNOWN)
    assert plan.massage is not None
    assert pressure(mother, "abdomen_left") is PressureLimit.NONE


def test_one_line_keeps_within_the_cap_of_each_of_its_places():
    sore = client_with(
        "tension-type-headache",
        *NECK,
        "head_back_base_left",
        preferences={"pressure": "firm", "techniques_liked": ["swedish"]},
    )
    caps = limits_of(sore)
    for one in first_visit(sore, KNOWN).massage.techniques:
        assert all(caps.at(region).leaves(one.pressure) for region in one.regions)


def test_a_frozen_shoulder_asks_for_light_hands_there_and_leaves_a_sore_back_firm_ones():
    shoulder, back = ("shoulder_back_left",), ("lower_back_left", "lower_back_right")
    both = client_with(
        "frozen-shoulder",
        pain=[pain("frozen-shoulder", *shoulder), pain("low-back-pain", *back)],
        preferences={"pressure": "firm"},
    )
    lines = first_visit(both, KNOWN).massage.techniques
    assert {one.pressure for one in lines if {*shoulder} & {*one.regions}} == {Pressure.LIGHT}
    assert {one.regions for one in lines if one.pressure is Pressure.FIRM} == {back}
    assert pressure(both, "shoulder_back_right") is None


# Numbers


def test_the_tightest_number_of_all_holds():
    both = client_with("neck-pain", answers={"p-ms": "yes", "p-frailty": "yes"})
    caps = limits_of(both)
    assert (caps.minutes, caps.sessions_per_week, caps.first_session_minutes) == (30, 2, 20)
    plan = first_visit(both, KNOWN)
    assert all(one.minutes <= 30 for one in plan.massage.phases)
    assert plan.massage.below_tested
    assert plan.limits.by == ("p-frailty",)


def test_a_shorter_first_session_is_said_only_where_an_answer_asks_for_it():
    told = "The first session is at most 20 minutes."
    frail = client_with("neck-pain", answers={"p-frailty": "yes"})
    assert told in first_visit(frail, KNOWN).talk
    sound = first_visit(client_with("neck-pain"), KNOWN)
    assert not [one for one in sound.talk if "first session" in one]
    assert sound.limits.first_session_minutes is None


def test_an_adjustment_set_aside_leaves_what_binds():
    frail = client_with(
        "neck-pain",
        answers={"p-frailty": "yes"},
        overrides=[{"for": "p-frailty", "reason": "she would like it firmer"}],
    )
    assert limits_of(frail).everywhere.pressure is PressureLimit.LIGHT
    assert limits_of(frail).minutes == 30


# A clinician's bounds


def test_bounds_bind_every_line():
    bounds = {
        "minutes": 25,
        "pressure": "light",
        "sessions_per_week": 0.5,
        "regions_avoid": ["neck_back_left"],
        "techniques": ["swedish"],
    }
    intake = client_with(
        "neck-pain",
        answers={"p-bleeding-disorder": "yes"},
        clearances=[cleared("p-bleeding-disorder", bounds=bounds)],
    )
    plan = first_visit(intake, KNOWN)
    assert {one.id for one in plan.massage.techniques} == {Technique.SWEDISH}
    assert {one.pressure for one in plan.massage.techniques} == {Pressure.LIGHT}
    assert "neck_back_left" in plan.massage.avoid_regions
    assert all("neck_back_left" not in one.regions for one in plan.massage.techniques)
    assert {(one.minutes, one.sessions_per_week) for one in plan.massage.phases} == {(25, 0.5)}


@pytest.mark.parametrize(("until", "clearance"), [(ON, "adjust"), ("2026-11-22", "hold")])
def test_an_answer_holds_until_its_last_day(until, clearance):
    intake = client_with(
        "neck-pain",
        answers={"p-bleeding-disorder": "yes"},
        clearances=[cleared("p-bleeding-disorder", until=until, bounds={"minutes": 25})],
    )
    assert screen(intake, KNOWN).clearance == clearance
    assert limits_of(intake).minutes == (25 if clearance == "adjust" else None)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("no longer than 30 minutes", {"minutes": 30}),
        ("Half an hour, twice a week", {"minutes": 30, "sessions_per_week": 2}),
        ("one hour, once a week", {"minutes": 60, "sessions_per_week": 1}),
        ("light pressure, 2x a week", {"pressure": "light", "sessions_per_week": 2}),
        ("every 2 weeks, 45 min", {"minutes": 45, "sessions_per_week": 0.5}),
        ("nothing deep", {"pressure": "moderate"}),
        ("not the left leg", {}),
    ],
)
def test_a_number_that_only_words_name_binds_and_is_asked_about(words, read):
    answer = cleared("p-bleeding-disorder", limits=words)
    intake = client_with("neck-pain", answers={"p-bleeding-disorder": "yes"}, clearances=[answer])
    asked = {one.bound: one.read for one in in_words(intake.clearances[0])}
    assert asked == read
    caps = limits_of(intake)
    assert caps.minutes == read.get("minutes")
    assert caps.sessions_per_week == read.get("sessions_per_week")
    notes = [one for one in first_visit(intake, KNOWN).load.notes if words in one]
    assert len([one for one in notes if "until then" in one]) == len(read)


def test_pain_with_or_after_cancer_waits_until_the_team_has_agreed():
    for clearances in ([], [cleared("cancer-related-pain")]):
        plan = first_visit(client_with("cancer-related-pain", clearances=clearances), KNOWN)
        assert (plan.clearance is Clearance.HOLD) is (plan.massage is None) is (not clearances)
        assert "cancer-related-pain" in {one.id for one in plan.reasons}


LIGHT, MODERATE = Pressure.LIGHT, Pressure.MODERATE
WORDED = {  # minutes, sessions a week and pressure that a clinician's words bind; None is not read
    "twice weekly": (None, 2, None),
    "two times weekly": (None, 2, None),
    "once monthly": (None, 0.25, None),
    "every other week, half-hour sessions": (30, 0.5, None),
    "fortnightly": (None, 0.5, None),
    "ten times a month": (None, 2.5, None),
    "1.5 times a week": (None, 1.5, None),
    "twice every two weeks": (None, 1, None),
    "once or twice a week, 30-45 minutes": (45, 2, None),
    "weekly for 4 weeks, then monthly": (None, 0.25, None),
    "bi-weekly": (None, None, None),
    "biweekly": (None, None, None),
    "every two to three weeks": (None, None, None),
    "not every week": (None, None, None),
    "not 60 minutes, 30": (None, None, None),
    "at least 30 minutes": (None, None, None),
    "one and a half hours": (None, None, None),
    "three quarters of an hour": (None, None, None),
    "1 hour 15 minutes": (None, None, None),
    "thirty-five minutes": (None, None, None),
    "2 minor bruises, light-headed": (None, None, None),
    "not light, moderate": (None, None, MODERATE),
    "not too light": (None, None, None),
    "soft tissue work, light exercise": (None, None, None),
    "no firmer than light": (None, None, LIGHT),
    "no deep work and light pressure only": (None, None, LIGHT),
    "presión suave, media hora, una vez por semana": (30, 1, LIGHT),
    "ligera, 40 minutos, cada dos semanas": (40, 0.5, LIGHT),
    "no suave, moderada; dos veces al mes": (None, 0.5, MODERATE),
    "no más de una vez a la semana": (None, 1, None),
    "una hora y media, cada 15 días": (None, 0.5, None),
    "sanft, halbe Stunde, einmal pro Woche": (None, None, None),
}


def answered_with(words, **bounds):
    answer = cleared("p-bleeding-disorder", limits=words, bounds=bounds)
    return client_with("neck-pain", answers={"p-bleeding-disorder": "yes"}, clearances=[answer])


@pytest.mark.parametrize("words", WORDED)
def test_a_clinicians_words_bind_as_they_are_written_or_not_at_all(words):
    bound = binding(answered_with(words).clearances[0])
    assert (bound.minutes, bound.sessions_per_week, bound.pressure) == WORDED[words]


ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
SPANISH = ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"]
IN_WORDS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45,
            "sixty": 60, "ninety": 90}  # fmt: skip
EN_PALABRAS = {"diez": 10, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40,
               "cuarenta y cinco": 45, "sesenta": 60, "noventa": 90}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "month"), [(ENGLISH, "times a month"), (SPANISH, "veces al mes")]
)
def test_each_number_word_is_so_many_sessions_a_month_of_four_weeks(words, month):
    read = [binding(answered_with(f"{one} {month}").clearances[0]) for one in words]
    assert [one.sessions_per_week for one in read] == [one / 4 for one in range(1, 11)]


@pytest.mark.parametrize(("words", "minutes"), [(IN_WORDS, "minutes"), (EN_PALABRAS, "minutos")])
def test_each_number_word_is_so_many_minutes(words, minutes):
    read = [binding(answered_with(f"{one} {minutes}").clearances[0]) for one in words]
    assert [one.minutes for one in read] == [*words.values()]


@pytest.mark.parametrize(
    ("words", "weeks"),
    [("every second week", 2), ("every third week", 3), ("every fourth week", 4),
     ("quincenal", 2), ("mensual", 4), ("una vez a la quincena", 2), ("semanalmente", 1)],
)  # fmt: skip
def test_a_session_in_so_many_weeks_is_read_as_that(words, weeks):
    assert binding(answered_with(words).clearances[0]).sessions_per_week == pytest.approx(1 / weeks)


NAMES_A_BOUND = re.compile(
    r"\d|½|\b(one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half|quarter|an|every|each"
    r"|fifteen|twenty|thirty|forty|sixty|ninety"
    r"|\w*weekly|fortnightly|monthly|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media"
    r"|cuarto|quince|veinte|treinta|cuarenta|sesenta|noventa|cada|semanal\w*|quincenal\w*|mensual\w*"
    r"|light|lightly|gentle|gently|soft|softly|moderate|medium|suaves?|suavemente|liger\w+|leve"
    r"|moderad\w+|deep|firm|hard|fuerte|firme|profund[oa])\b",
    re.IGNORECASE,
)
SAID = [
    *("no", "not", "at", "least", "more", "than", "massage", "pressure", "week", "weeks", "month"),
    *("minutes", "min", "hour", "hours", "times", "a", "per", "of", "and", "or", "to", "por", "al"),
    *("presión", "semana", "veces", "hora", "mes", "minutos", "sin", "y", ",", ".", "/", "-", "'"),
    *("light", "suave", "two", "half", "twice", "dos", "media", "2", "30", "every", "weekly"),
]


@given(st.lists(st.sampled_from(SAID), max_size=8).map(" ".join) | st.text(max_size=40))
def test_nothing_is_read_without_a_number_or_a_pressure_in_the_words(words):
    read = [*readings(words)]
    assert NAMES_A_BOUND.search(words) or not read
    assert not read or answered_with(words).clearances[0].bounds.replaced(**dict(read))


@pytest.mark.parametrize("words", ["sanft, halbe Stunde", "massage is fine", "as said by phone"])
def test_words_that_nothing_was_read_in_are_told_of_in_the_plan_until_the_bounds_are_set(words):
    bounds = {"minutes": 30, "sessions_per_week": 1, "pressure": "light"}
    for said, missing in [(bounds, ()), ({"minutes": 30}, ("sessions_per_week", "pressure"))]:
        intake = answered_with(words, **said)
        told = limits_of(intake).not_read
        assert [one.bounds for one in told] == ([missing] if missing else [])
        notes = [one for one in first_visit(intake, KNOWN).load.notes if words in one]
        assert len(notes) == len(told)
    assert not limits_of(answered_with("")).not_read


@pytest.mark.parametrize(
    ("words", "often", "days"),
    [
        ("once a month", 0.25, 28),
        ("no more than twice a month", 0.5, 14),
        ("one visit per fortnight", 0.5, 14),
    ],
)
def test_a_client_is_seen_no_more_often_than_a_clinician_says_of_a_month_or_a_fortnight(
    words, often, days
):
    answer = cleared("p-bleeding-disorder", limits=words)
    intake = client_with(
        "low-back-pain", answers={"p-bleeding-disorder": "yes"}, clearances=[answer]
    )
    plan = first_visit(intake, KNOWN)
    visits = [one.on for one in plan.visits if one.kind == "massage"]
    assert plan.limits.sessions_per_week == often
    assert {(later - one).days for one, later in pairwise(visits)} == {days}


def test_a_note_repeats_what_was_read_as_minutes_and_as_sessions():
    answer = cleared("p-bleeding-disorder", limits="half an hour, every 2 weeks, nothing firm")
    intake = client_with("neck-pain", answers={"p-bleeding-disorder": "yes"}, clearances=[answer])
    notes = [one for one in first_visit(intake, KNOWN).load.notes if answer["limits"] in one]
    read = [one.rpartition(": ")[2] for one in notes]
    assert read == ["30 minutes.", "every 2 weeks.", "moderate pressure."]


def test_a_bound_that_is_set_is_not_asked_about():
    answer = cleared("p-bleeding-disorder", limits="at most 30 minutes", bounds={"minutes": 40})
    intake = client_with("neck-pain", answers={"p-bleeding-disorder": "yes"}, clearances=[answer])
    assert not in_words(intake.clearances[0])
    assert limits_of(intake).minutes == 40


@pytest.mark.parametrize(
    "row", ["p-mi-cardiac-surgery-recent", "p-stroke-tia-recent", "p-pregnancy-high-risk"]
)
def test_a_team_that_agreed_leaves_light_and_short_work(row):
    intake = client_with("low-back-pain", answers={row: "yes"}, clearances=[cleared(row)])
    plan = first_visit(intake, KNOWN)
    assert [(one.id, one.pressure) for one in plan.massage.techniques] == [
        (Technique.SWEDISH, Pressure.LIGHT)
    ]
    assert max(one.minutes for one in plan.massage.phases) <= 30


def test_after_a_stroke_the_neck_stays_out():
    answers = {"p-stroke-tia-recent": "yes"}
    intake = client_with("neck-pain", answers=answers, clearances=[cleared("p-stroke-tia-recent")])
    assert set(NECK) <= set(first_visit(intake, KNOWN).massage.avoid_regions)


# Agreements


def test_a_neck_waits_for_the_specialist_and_the_back_does_not():
    answers = {"p-cervical-stenosis-known": "yes"}
    waits = client_with("neck-pain", *NECK, "lower_back_left", answers=answers)
    agreed = client_with(
        "neck-pain", *NECK, answers=answers, clearances=[cleared("p-cervical-stenosis-known")]
    )
    assert "p-cervical-stenosis-known" in screen(waits, KNOWN).may_be_cleared
    assert pressure(waits, NECK[0]) is PressureLimit.NONE
    assert pressure(waits, "lower_back_left") is PressureLimit.MODERATE
    assert pressure(agreed, NECK[0]) is PressureLimit.LIGHT


def test_a_sensitive_place_waits_for_written_consent():
    waits = client_with("musculoskeletal-pain", "chest_left")
    agreed = client_with("musculoskeletal-pain", "chest_left", clearances=[cleared("r-sensitive")])
    assert first_visit(waits, KNOWN).massage is None
    assert "r-sensitive" in screen(waits, KNOWN).may_be_cleared
    assert first_visit(agreed, KNOWN).massage is not None


# Home tasks and therapies


def tasks_left(intake, *regions):
    allow = allowance(intake, screen(intake, KNOWN), regions, KNOWN)
    found = {one: allow.task(task) for one, task in KNOWN.self_care.items()}
    return {one: left for one, left in found.items() if left.refusal is None}


def test_nobody_who_falls_balances_on_their_feet():
    faller = client_with("neck-pain", answers={"p-falls-risk": "yes"})
    left = tasks_left(faller, *NECK)
    assert all("standing-balance" not in KNOWN.self_care[one].tags for one in left)
    assert "strengthening:shoulders:blade-squeeze" in left


def test_a_walk_stays_where_nothing_may_be_added_but_does_not_grow():
    frail = client_with("low-back-pain", answers={"p-frailty": "yes"})
    walk = KNOWN.self_care["aerobic:any:walking"]
    assert "no more than that" in tasks_left(frail, "lower_back_left")[walk.id].dose
    assert tasks_left(client_with("low-back-pain"), "lower_back_left")[walk.id].dose == ""


def test_a_flare_in_a_foot_takes_the_load_off_it_and_a_flare_in_a_hand_does_not():
    def left(place):
        flare = client_with(
            "neck-pain",
            answers={"p-inflammatory-flare": "yes"},
            where={"p-inflammatory-flare": [place]},
        )
        return tasks_left(flare, *NECK)

    assert "aerobic:any:walking" not in left("foot_top_left")
    assert "aerobic:any:walking" in left("hand_back_left")
    assert not [one for one in left("hand_back_left") if ":hands:" in one]


def test_under_a_hold_no_exercise_stands_and_no_therapy_of_movement():
    fused = client_with(
        "low-back-pain", answers={"p-surgery-recent": "yes", "p-surgery-recent:major": "yes"}
    )
    plan = first_visit(fused, KNOWN)
    assert plan.clearance == "hold"
    assert not [one for one in plan.self_care if KNOWN.kinds[KNOWN.self_care[one.id].kind].moves]
    families = {KNOWN.therapies[one.id].family for one in plan.complementary}
    assert "movement" not in families


def test_a_place_that_is_taken_away_is_not_made_good_elsewhere():
    sprain = client_with(
        "neck-pain",
        answers={"p-acute-injury-72h": "yes"},
        where={"p-acute-injury-72h": [*NECK, "shoulder_back_left", "shoulder_back_right"]},
        preferences={"pressure": "firm"},
    )
    plan = first_visit(sprain, KNOWN)
    assert plan.massage is None
    label = KNOWN.precautions["p-acute-injury-72h"].label
    assert any(label in one and one.startswith("Left alone") for one in plan.load.notes)


@pytest.mark.parametrize(("sprained", "told"), [(NECK, True), (NECK[:1], False)])
def test_a_neck_left_alone_is_not_made_good_elsewhere_though_a_sore_back_is_worked(sprained, told):
    back = ("lower_back_left", "lower_back_right")
    sprain = client_with(
        "neck-pain",
        pain=[pain("neck-pain", *NECK), pain("low-back-pain", *back)],
        answers={"p-acute-injury-72h": "yes"},
        where={"p-acute-injury-72h": [*sprained]},
    )
    plan = first_visit(sprain, KNOWN)
    assert {one.regions for one in plan.massage.techniques} == {back}
    notes = [one for one in plan.load.notes if one.startswith("Nothing is worked elsewhere")]
    assert len(notes) == told


@pytest.mark.parametrize("elsewhere", [(), ("upper_back_left",)])
def test_a_fresh_sprain_is_no_reason_for_a_long_course_beside_it(elsewhere):
    sprained = [*NECK, "shoulder_back_left", "shoulder_back_right"]
    sprain = client_with(
        "neck-pain",
        *sprained,
        *elsewhere,
        answers={"p-acute-injury-72h": "yes"},
        where={"p-acute-injury-72h": sprained},
    )
    plan = first_visit(sprain, KNOWN)
    assert plan.massage is None
    assert "Plan anew after the first 3 days" in plan.no_massage.says
    assert "after 3 days" in plan.no_massage.plain
    assert reading_grade(plan.no_massage.plain) <= 6


def test_a_pain_that_a_sprain_is_the_least_of_keeps_its_course_and_the_plan_says_when_it_ends():
    answers = {"p-acute-injury-72h": "yes"}
    where = {"p-acute-injury-72h": ["lower_back_left"]}
    back = ("lower_back_left", "lower_back_right", "mid_back_left", "mid_back_right")
    hurt = client_with("low-back-pain", *back, answers=answers, where=where)
    plan = first_visit(hurt, KNOWN)
    assert plan.massage is not None
    worked = {region for one in plan.massage.techniques for region in one.regions}
    assert "lower_back_left" not in worked
    assert any(one.startswith("Plan anew after the first 3 days") for one in plan.load.notes)
    far = client_with("low-back-pain", *back, answers=answers, where={**where, **FOOT})
    assert not [one for one in first_visit(far, KNOWN).load.notes if "Plan anew" in one]


FOOT = {"p-acute-injury-72h": ["ankle_front_left"]}
UNMARKED = ("p-cancer-active", "p-dvt-recent")


@pytest.mark.parametrize("row", UNMARKED)
def test_a_clinicians_bounds_are_the_rule_of_place_for_what_nobody_marked(row):
    bounds = {"minutes": 30, "pressure": "light"}
    agreed = [cleared(row, bounds=bounds)]
    plan = first_visit(client_with("low-back-pain", answers={row: "yes"}, clearances=agreed), KNOWN)
    assert {one.pressure for one in plan.massage.techniques} == {Pressure.LIGHT}
    assert max(one.minutes for one in plan.visits) <= 30
    assert "self-pressure" in plan.limits.exercise_not


@pytest.mark.parametrize("row", UNMARKED)
def test_without_bounds_or_a_mark_the_client_is_asked_for_the_place_and_not_told_of_a_ban(row):
    agreed = [cleared(row, limits="massage is fine")]
    plan = first_visit(client_with("low-back-pain", answers={row: "yes"}, clearances=agreed), KNOWN)
    assert plan.massage is None
    told = plan.no_massage
    assert told.plain == asks_where(limits_of_plan(row, agreed))
    assert "because of" not in told.plain
    assert reading_grade(told.plain.partition(":")[0]) <= 6
    assert "record the clinician's limits" in told.says


def limits_of_plan(row, agreed):
    found = limits_of(client_with("low-back-pain", answers={row: "yes"}, clearances=agreed))
    return found.unplaced(frozenset(KNOWN.regions))


@pytest.mark.parametrize(
    ("row", "region", "left"),
    [
        ("p-dvt-recent", "calf_left", PressureLimit.NONE),
        ("p-dvt-recent", "upper_arm_front_left", PressureLimit.NONE),
        ("p-dvt-recent", "lower_back_left", PressureLimit.LIGHT),
        ("p-cancer-active", "calf_left", PressureLimit.LIGHT),
    ],
)
def test_a_clot_that_may_be_in_any_limb_keeps_the_limbs_closed(row, region, left):
    agreed = [cleared(row, bounds={"minutes": 30})]
    found = client_with("low-back-pain", answers={row: "yes"}, clearances=agreed)
    assert pressure(found, region) is left


def test_positions_are_gathered_from_all_that_ask_for_one():
    lying = client_with("low-back-pain", answers={"p-respiratory": "yes", "p-falls-risk": "yes"})
    positions = first_visit(lying, KNOWN).limits.positions
    assert {Position.NOT_PRONE, Position.HELP_ON_OFF_TABLE} <= set(positions)
