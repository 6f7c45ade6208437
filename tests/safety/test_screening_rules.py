"""What holds for every answer set: a yes never frees, order never matters, a stop stops."""

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.knowledge.entries.safety import ClearedBy, Precaution
from planner.model.plan import Plan
from planner.model.vocabulary import Answer, Clearance, Pressure, Scope, Technique, Use
from planner.safety.asking.asked_again import every_visit, made_stale, to_ask_again
from planner.safety.asking.questions import questions
from planner.safety.limits import client_limits
from planner.safety.restrictions import Restrictions
from planner.safety.rows_in_force import LOOKED_AT, clearance_for
from planner.safety.screening import screen
from planner.safety.verdicts import CLIENTS_WISH
from planner.visit.main_line import first_visit
from tests.conftest import answered_no, client_with, examples

pytestmark = pytest.mark.no_cover  # many examples: measuring them takes longer than they do
KNOWN = load()
COLUMNS = sorted(KNOWN.precautions["p-dvt-recent"].therapies)
REGIONS = sorted(KNOWN.regions)
SPREAD = sorted(
    {*REGIONS[::6], "calf_left", "lower_back_left", "shoulder_front_left", "groin_left"}
)
ROWS = sorted(KNOWN.rows)
STOPS = {
    row
    for row, entry in KNOWN.rows.items()
    if entry.clearance.stops_everything or entry.clearance is Clearance.HOLD
}
PLANNED = sorted(set(ROWS) - STOPS)
LOCAL = sorted(row for row, one in KNOWN.precautions.items() if one.scope is Scope.REGION)
CONSENTS = {  # a yes lets the session be: a guardian's signature
    one.id
    for one in KNOWN.follow_ups.values()
    if one.if_yes.clearance.rank > one.if_no.clearance.rank
}
FEW = examples(25)
MANY = examples(60)
ON = "2026-11-23"


@st.composite
def intakes(draw, rows=ROWS):
    """An adult or a child with one or two pains; some answers and degrees yes, the rest no."""
    conditions = draw(st.lists(st.sampled_from(sorted(KNOWN.conditions)), min_size=1, max_size=2))
    regions = draw(st.lists(st.sampled_from(SPREAD), max_size=3, unique=True))
    yes = draw(st.lists(st.sampled_from(rows), max_size=4, unique=True))
    degrees = [one.id for row in yes for one in KNOWN.follow_ups_of.get(row, ())]
    deep = [one for one in degrees if draw(st.booleans())]
    held = draw(st.booleans())
    first, *more = conditions
    pain = [
        {
            "condition": one,
            "regions": regions,
            "months": draw(st.sampled_from([1, 3, 40])),
            "assessed": draw(st.booleans()),
            "first_ever": draw(st.booleans()),
        }
        for one in dict.fromkeys([first, *more])
    ]
    marked = draw(st.lists(st.sampled_from(SPREAD), min_size=1, max_size=4, unique=True))
    where = {row: marked for row in LOCAL if row in yes and draw(st.booleans())}
    return client_with(
        first,
        pain=pain,
        client={"label": "T.T.", "age": draw(st.sampled_from([15, 17, 30, 49, 50, 51, 64, 80]))},
        answers=dict.fromkeys([*yes, *deep], "yes"),
        where=where,
        clearances=[{"for": one, "by": "Dr Fictional", "on": ON} for one in yes] if held else [],
        preferences={
            "therapies_interested": draw(
                st.lists(st.sampled_from(sorted(KNOWN.therapies)), max_size=4, unique=True)
            ),
            "session_price": 70,
            "monthly_budget": draw(st.sampled_from([60, 200, 900])),
        },
    )


def firmest(intake):
    """The firmest pressure that the limits leave anywhere; None for no hands."""
    found = client_limits(intake, screen(intake, KNOWN).active, KNOWN).everywhere
    return found.pressure.firmest if found.pressure else Pressure.FIRM


def limits_of(intake):
    return Restrictions(intake, screen(intake, KNOWN), KNOWN)


def uses(intake, regions=SPREAD):
    """The rank of every technique at every region, and of every therapy; 0 is a ban."""
    limits = limits_of(intake)
    found = {
        (technique, region): limits.of_technique(technique, region).use.rank
        for technique in Technique
        for region in regions
    }
    painful = tuple(region for source in intake.pain for region in source.regions)
    return found | {column: limits.of_therapy(column, painful).use.rank for column in COLUMNS}


def with_answer(intake, row, answer):
    return intake.model_copy(update={"answers": {**intake.answers, row: answer}})


def plan_of(intake):
    return first_visit(intake, KNOWN)


# A yes never frees


@MANY
@given(intakes(), st.data())
def test_adding_a_yes_never_makes_a_plan_less_careful(before, data):
    said_no = {row for row, answer in before.answers.items() if answer is Answer.NO}
    row = data.draw(st.sampled_from([*sorted(said_no - CONSENTS), *ROWS]))
    after = with_answer(before, row, Answer.YES)
    free, clearance = uses(before), screen(before, KNOWN).clearance
    for more in (after, answered_no(after)):
        assert screen(more, KNOWN).clearance.rank <= clearance.rank
        careful = uses(more)
        assert not [key for key in free if careful[key] > free[key]], row
        assert not firmest(more) or firmest(more).rank <= firmest(before).rank


@FEW
@given(intakes(), st.randoms(use_true_random=False))
def test_the_order_of_answers_never_matters(intake, random):
    shuffled = list(intake.answers.items())
    random.shuffle(shuffled)
    other = intake.model_copy(update={"answers": dict(shuffled)})
    assert plan_of(other).model_dump_json() == plan_of(intake).model_dump_json()


@FEW
@given(intakes())
def test_not_sure_is_exactly_as_careful_as_yes_where_no_sign_is_listed(intake):
    doubtful = {
        row: Answer.UNSURE if answer is Answer.YES and row not in KNOWN.ticks else answer
        for row, answer in intake.answers.items()
    }
    other = intake.model_copy(update={"answers": doubtful})
    assert what_binds(plan_of(other)) == what_binds(plan_of(intake))


def what_binds(plan):
    """Everything that a plan does and leaves out; its words may say that somebody was not sure."""
    techniques = plan.massage.techniques if plan.massage else ()
    return (
        (plan.clearance, plan.draft, plan.unanswered, plan.limits, plan.visits, plan.week),
        [(one.id, one.role, one.pressure, one.regions) for one in techniques],
        plan.massage and (plan.massage.phases, plan.massage.avoid_regions),
        [(one.id, one.minutes_per_week, len(one.cautions)) for one in plan.complementary],
        [(one.id, one.minutes, one.days_per_week, one.dose) for one in plan.self_care],
        [(one.id, one.clearance) for one in plan.reasons],
        [(one.id, one.sources) for one in plan.not_chosen],
    )


@FEW
@given(intakes())
def test_a_no_to_a_question_that_is_not_due_changes_nothing(intake):
    known = intake.client.model_copy(update={"id": "c-1"})  # without one it is made of the intake
    intake = intake.model_copy(update={"client": known})
    asked = {question.id for question in questions(intake, KNOWN)}
    aside = {row: Answer.NO for row in KNOWN.questions if row not in {*asked, *intake.answers}}
    other = intake.model_copy(update={"answers": {**aside, **intake.answers}})
    assert plan_of(other) == plan_of(intake)


# Nothing leaks


def in_force(intake):
    """The precautions in force, read from the answers alone, with the tables that hold."""
    for one in screen(intake, KNOWN).active:
        if isinstance(one.row, Precaution):
            yield one.row, bool(one.outcome and one.outcome.softens)


def banned_here(intake, rows, technique, region):
    """Whether a cell of the technique table bans it here; written apart from the planner's own."""
    return [
        row.id
        for row, softened in rows
        if row.techniques[technique] is Use.AVOID
        and not softened
        and (row.scope is Scope.WHOLE or region in intake.where.get(row.id, REGIONS))
    ]


@MANY
@given(intakes(PLANNED))
def test_nothing_in_a_plan_is_avoided_by_a_row_in_force(intake):
    plan = plan_of(intake)
    limits, rows = limits_of(intake), list(in_force(intake))
    for one in plan.massage.techniques if plan.massage else ():
        for region in one.regions:
            assert not banned_here(intake, rows, one.id, region)
            assert limits.of_technique(one.id, region).use is not Use.AVOID
    painful = {region for source in intake.pain for region in source.regions}
    for one in plan.complementary:
        column = KNOWN.therapies[one.id].column
        for row, _ in rows:
            near = not intake.where.get(row.id) or painful.intersection(intake.where[row.id])
            if row.therapies.get(column) is Use.AVOID:
                assert row.therapy_scope is Scope.REGION, (row.id, one.id)
                assert not near or not painful, (row.id, one.id)


@FEW
@given(intakes(PLANNED))
def test_a_plan_with_an_adjustment_in_force_keeps_off_firm_pressure(intake):
    plan = plan_of(intake)
    light = firmest(intake) is Pressure.LIGHT
    for one in plan.massage.techniques if plan.massage else ():
        assert not light or one.pressure is Pressure.LIGHT
        assert not screen(intake, KNOWN).active or one.pressure is not Pressure.FIRM


@MANY
@given(intakes())
def test_a_stop_leaves_no_plan_and_a_hold_no_massage(intake):
    plan = plan_of(intake)
    if plan.clearance.stops_everything:
        assert plan.massage is None
        assert not (plan.complementary or plan.self_care or plan.week or plan.talk or plan.measures)
        assert plan.load.minutes_per_week == plan.load.cost_per_month == 0
    if plan.clearance is Clearance.HOLD:
        assert plan.massage is None
        assert all("massage" not in day.items for day in plan.week)


@FEW
@given(intakes())
def test_the_clearance_is_the_worst_of_its_reasons(intake):
    found = screen(intake, KNOWN)
    worst = Clearance.worst(reason.clearance for reason in found.reasons)
    blank = [question.id for question in questions(intake, KNOWN) if question.answer is None]
    assert found.unanswered == tuple(blank)
    assert found.clearance is (Clearance.worst([worst, Clearance.ASK]) if blank else worst)
    assert [one.clearance.rank for one in found.reasons] == sorted(
        one.clearance.rank for one in found.reasons
    )


# A plan is a value that adds up and can be traced


@FEW
@given(intakes(PLANNED))
def test_the_same_intake_gives_the_same_plan_and_survives_json(intake):
    text = plan_of(intake).model_dump_json()
    again = type(intake).model_validate_json(intake.model_dump_json())
    assert again == intake
    assert plan_of(again).model_dump_json() == text
    assert Plan.model_validate_json(text).model_dump_json() == text


@FEW
@given(intakes(PLANNED))
def test_the_load_adds_up(intake):
    plan = plan_of(intake)
    visits = [one for one in plan.visits if one.kind == "massage"]
    weeks = min(4, plan.massage.phases[0].weeks) if visits else 1
    early = [one.minutes for one in visits if (one.on - visits[0].on).days < weeks * 7]
    minutes = sum(early) / weeks + (14 if plan.measures else 0)  # the diary, 2 minutes a day
    minutes += sum(one.minutes_per_week for one in plan.complementary)
    minutes += sum(one.minutes * one.days_per_week for one in plan.self_care)
    months = [(one.on.year, one.on.month) for one in visits]
    cost = 70 * max(map(months.count, months), default=0)
    assert plan.load.minutes_per_week == pytest.approx(minutes, abs=0.01)
    assert plan.load.cost_per_month == pytest.approx(cost, abs=0.01)
    assert plan.load.visits == len(visits)
    assert plan.load.total_cost == (70 * len(visits) if plan.measures else None)
    assert plan.load.within_budget == (cost <= intake.preferences.monthly_budget + 0.005)


@FEW
@given(intakes())
def test_every_line_has_a_reason_and_every_source_resolves(intake):
    plan = plan_of(intake)
    lines = [*(plan.massage.techniques if plan.massage else ()), *plan.complementary]
    cited = {source for reason in plan.reasons for source in reason.sources}
    for line in [*lines, *plan.self_care]:
        assert line.why
        for why in line.why:
            assert why.says
            assert why.sources
            cited.update(why.sources)
    cited.update(source for one in plan.not_chosen for source in one.sources)
    listed = {one.id for one in plan.sources}
    assert cited <= listed
    assert all(one in KNOWN.sources or one in KNOWN.findings for one in listed)
    assert all(one.citation for one in plan.sources)
    assert all(reason.says and reason.plain and reason.sources for reason in plan.reasons)
    assert all(one.why for one in plan.not_chosen)


# Weak flags


def weak(*rows, **changes):
    changes.setdefault("answers", dict.fromkeys(rows, "yes"))
    return screen(client_with("low-back-pain", **changes), KNOWN)


WEAK = KNOWN.combinations["e-weak-flags"]
UNKNOWN_PAIN = [{"condition": "low-back-pain", "months": 18, "assessed": False}]
FIRST_PAIN = [{**UNKNOWN_PAIN[0], "first_ever": True}]
NEVER_ALONE = sorted(
    set(WEAK.counts)
    - {"first-ever-over-50", "rf-unexplained-weight-loss", "rf-fever-acute-illness"}
)


def pain_and_age(flags):
    """The pain step of these flags: over 50 with a first pain that nobody has seen, or not."""
    first = "first-ever-over-50" in flags
    return {
        "pain": FIRST_PAIN if first else UNKNOWN_PAIN,
        "client": {"label": "T.T.", "age": 51 if first else 45},
    }


@pytest.mark.parametrize("flag", WEAK.counts)
def test_one_weak_flag_never_makes_a_combination(flag):
    rows = [flag] if flag in ROWS else []
    found = weak(*rows, **pain_and_age([flag]))
    assert "e-weak-flags" not in {reason.id for reason in found.reasons}
    if flag in NEVER_ALONE:
        assert found.clearance is Clearance.ADJUST


@pytest.mark.parametrize("pair", [*combinations(WEAK.counts, 2)], ids="+".join)
def test_any_two_weak_flags_are_a_doctor_within_days(pair):
    found = weak(*(flag for flag in pair if flag in ROWS), **pain_and_age(pair))
    assert "e-weak-flags" in {reason.id for reason in found.reasons}
    fever = {"rf-fever-acute-illness", "p-immunosuppressed"} == set(pair)
    assert found.clearance is (Clearance.SAME_DAY if fever else Clearance.SOON)


@pytest.mark.parametrize("flag", WEAK.not_when_assessed)
@pytest.mark.parametrize(
    ("months", "assessed", "changed", "counts"),
    [
        (3, True, None, False),
        (3, True, False, False),
        (2.9, True, False, True),
        (3, False, False, True),
        (3, None, False, True),
        (None, True, False, True),
        (3, True, True, True),
    ],
)
def test_known_unchanged_pain_of_three_months_does_not_count(
    flag, months, assessed, changed, counts
):
    pain = {"condition": "low-back-pain", "first_ever": flag == "first-ever-over-50"}
    said = {"months": months, "assessed": assessed, "changed": changed}
    pain |= {key: value for key, value in said.items() if value is not None}
    rows = ["p-steroid-long-term", *([flag] if flag in ROWS else [])]
    found = weak(*rows, pain=[pain], client={"label": "T.T.", "age": 55})
    assert (found.clearance is Clearance.SOON) == counts


def test_a_pain_of_which_nobody_is_sure_whether_it_changed_is_not_known():
    known = {"condition": "low-back-pain", "months": 18, "assessed": True}
    flags = ["p-steroid-long-term", WEAK.not_when_assessed[0]]
    rows = [one for one in flags if one in ROWS]
    first = {"first_ever": len(rows) < len(flags)}
    client = {"label": "T.T.", "age": 55}
    said, unsure = (
        weak(*rows, pain=[{**known, **first, **more}], client=client)
        for more in ({}, {"unsure": ["changed"]})
    )
    assert said.clearance is not Clearance.SOON
    assert unsure.clearance is Clearance.SOON


@pytest.mark.parametrize(("age", "counts"), [(49, False), (50, False), (51, True), (None, False)])
def test_over_fifty_begins_at_fifty_one(age, counts):
    client = {"label": "T.T."} | ({"age": age} if age else {})
    found = weak("p-steroid-long-term", pain=FIRST_PAIN, client=client)
    assert (found.clearance is Clearance.SOON) == counts


@pytest.mark.parametrize("first", [{}, {"first_ever": False}])
def test_over_fifty_a_pain_that_is_not_the_first_is_no_weak_flag_though_nobody_has_seen_it(first):
    pain = [{**UNKNOWN_PAIN[0], **first}]
    found = weak("p-steroid-long-term", pain=pain, client={"label": "T.T.", "age": 55})
    assert found.clearance is Clearance.ADJUST


def test_the_client_reads_of_a_doctor_until_a_clinician_has_answered_the_combination():
    pair = dict.fromkeys(["rf-unexplained-weight-loss", "p-steroid-long-term"], "yes")
    answer = [{"for": "e-weak-flags", "by": "Dr Fictional", "on": ON, "limits": "light only"}]
    (told,) = [one for one in weak(answers=pair).reasons if one.id == "e-weak-flags"]
    assert (told.plain, told.clearance, told.cleared_by) == (WEAK.plain, Clearance.SOON, "")
    cleared = weak(answers=pair, clearances=answer).reasons
    (seen,) = [one for one in cleared if one.id == "e-weak-flags"]
    assert (seen.plain, seen.clearance) == (LOOKED_AT, Clearance.ADJUST)
    assert seen.cleared_by == f"Dr Fictional, {ON}; limits: light only"
    assert WEAK.plain != LOOKED_AT


def test_a_weak_flag_that_a_clinician_has_answered_no_longer_counts():
    pair = dict.fromkeys(["rf-unexplained-weight-loss", "p-steroid-long-term"], "yes")
    answer = [{"for": "rf-unexplained-weight-loss", "by": "Dr Fictional", "on": ON}]
    assert weak(answers=pair).clearance is Clearance.SOON
    assert weak(answers=pair, clearances=answer).clearance is Clearance.ADJUST


# Clearances and overrides


def clear(row, on):
    return client_with("low-back-pain", clearances=[{"for": row, "by": "Dr Fictional", "on": on}])


def test_the_latest_of_several_notes_counts_whatever_their_order():
    notes = [
        {"for": "p-dvt-recent", "by": by, "on": on} for by, on in (("A", "2025-01-01"), ("B", ON))
    ]
    for order in (notes, notes[::-1]):
        intake = client_with("low-back-pain", clearances=order)
        assert clearance_for("p-dvt-recent", 180, intake).by == "B"


def test_a_note_for_a_degree_is_a_note_for_its_row():
    assert clearance_for("p-epilepsy", 90, clear("p-epilepsy:recent", ON))
    assert clearance_for("p-epilepsy-other", 90, clear("p-epilepsy", ON)) is None


@pytest.mark.parametrize(
    "row", [row for row, one in KNOWN.precautions.items() if one.clearance_lasts_days]
)
def test_a_note_holds_to_its_last_day_and_no_longer(row):
    days = KNOWN.precautions[row].clearance_lasts_days
    last = clear(row, "2025-11-20")
    day = last.clearances[0].on.toordinal() + days
    kept = last.model_copy(update={"on": last.on.fromordinal(day)})
    late = last.model_copy(update={"on": last.on.fromordinal(day + 1)})
    assert clearance_for(row, days, kept)
    assert clearance_for(row, days, late) is None


@pytest.mark.parametrize(
    "row", sorted(row for row, one in KNOWN.rows.items() if one.clearance is Clearance.HOLD)
)
def test_every_hold_waits_is_cleared_and_keeps_its_limits(row):
    answers = {row: "yes"}
    waiting = client_with("low-back-pain", answers=answers)
    degrees = {
        one.id: "no" if one.if_yes.clearance.rank < Clearance.HOLD.rank else "yes"
        for one in KNOWN.follow_ups_of.get(row, ())
    }
    held = client_with("low-back-pain", answers={**answers, **degrees})
    note = [{"for": row, "by": "Dr Fictional", "on": ON, "limits": "light only"}]
    override = [{"for": row, "reason": "she would like it firmer"}]
    cleared = client_with(
        "low-back-pain", answers={**answers, **degrees}, clearances=note, overrides=override
    )
    assert screen(waiting, KNOWN).clearance in (Clearance.HOLD, Clearance.ADJUST)
    assert screen(held, KNOWN).clearance is Clearance.HOLD
    found = screen(cleared, KNOWN)
    assert found.clearance is Clearance.ADJUST
    (reason,) = found.reasons
    assert reason.cleared_by == f"Dr Fictional, {ON}; limits: light only"
    assert reason.plain == KNOWN.rows[row].plain_cleared
    assert "wait" not in reason.plain
    assert reason.overridden == ""
    assert {key: use for key, use in uses(cleared).items() if use == Use.AVOID.rank}.keys() >= {
        key for key, use in uses(held).items() if use == Use.AVOID.rank and not _lifted(key, row)
    }


def _lifted(key, row):
    """What holds only until the client is cleared: an interaction, or a cell of the row."""
    if isinstance(key, tuple) and key[0] in KNOWN.precautions[row].cleared:
        return True
    return any(
        one.until_cleared and row in one.when_any and key in one.therapies
        for one in KNOWN.interactions.values()
    )


NEVER_CLEARED = sorted(
    row
    for row, one in KNOWN.rows.items()
    if one.clearance.rank < 2
    and one.cleared_by in (None, ClearedBy.NOBODY)
    and not KNOWN.follow_ups_of.get(row)
)


@pytest.mark.parametrize("row", NEVER_CLEARED)
def test_no_note_and_no_reason_lifts_an_emergency_or_a_stop_that_heals_by_itself(row):
    lifted = client_with(
        "low-back-pain",
        answers={row: "yes"},
        clearances=[{"for": row, "by": "Dr Fictional", "on": ON, "confirmed": True}],
        overrides=[{"for": row, "reason": "it is nothing"}],
    )
    assert screen(lifted, KNOWN).clearance.rank <= Clearance.SAME_DAY.rank
    assert not any(reason.overridden or reason.cleared_by for reason in plan_of(lifted).reasons)


@FEW
@given(intakes(PLANNED), st.data())
def test_an_override_lifts_no_ban(intake, data):
    rows = sorted(screen(intake, KNOWN).active_ids)
    reasons = [{"for": row, "reason": "agreed with the client"} for row in rows]
    text = intake.model_copy(update={"overrides": ()}).model_dump(mode="json")
    free = type(intake).model_validate_json(_json({**text, "overrides": reasons}))
    before, after = uses(intake), uses(free)
    assert not [key for key, use in before.items() if use == 0 and after[key] != 0]
    assert screen(free, KNOWN).clearance is screen(intake, KNOWN).clearance


def _json(value):
    return json.dumps(value)


def test_a_kept_away_place_is_the_clients_word():
    intake = client_with("low-back-pain", preferences={"regions_to_avoid": ["lower_back_left"]})
    verdict = limits_of(intake).of_technique(Technique.SWEDISH, "lower_back_left")
    assert verdict.use is Use.AVOID
    assert [limit.id for limit in verdict.deciding] == [CLIENTS_WISH]


# Unanswered, and every visit


@MANY
@given(intakes())
def test_answering_no_to_every_question_that_is_shown_leaves_none_to_ask(intake):
    said = {row: answer for row, answer in intake.answers.items() if answer is Answer.YES}
    halfway = intake.model_copy(update={"answers": said})
    shown = dict.fromkeys([one.id for one in questions(halfway, KNOWN)], Answer.NO)
    whole = intake.model_copy(update={"answers": {**shown, **said}})
    assert screen(whole, KNOWN).unanswered == ()


@pytest.mark.parametrize("row", [row for row in ROWS if KNOWN.rows[row].always])
def test_a_blank_blocks_the_plan(row):
    intake = client_with("low-back-pain")
    answers = {key: answer for key, answer in intake.answers.items() if key != row}
    blank = intake.model_copy(update={"answers": answers})
    found = screen(blank, KNOWN)
    if row == "p-child":
        assert found.clearance is Clearance.PROCEED  # the age has answered it
    else:
        assert (found.clearance, found.unanswered) == (Clearance.ASK, (row,))
        assert plan_of(blank).draft


@pytest.mark.parametrize(
    "follow_up",
    sorted(key for key, one in KNOWN.follow_ups.items() if not (one.beside or one.only_beside)),
)
def test_a_degree_not_answered_counts_as_the_more_urgent(follow_up):
    row = KNOWN.follow_ups[follow_up].row
    before = KNOWN.follow_ups_of[row]
    earlier = [one.id for one in before[: [one.id for one in before].index(follow_up)]]
    answers = {row: "yes", **dict.fromkeys(earlier, "no")}
    blank = client_with("low-back-pain", answers=answers)
    kept = {key: given for key, given in blank.answers.items() if key != follow_up}
    blank = blank.model_copy(update={"answers": kept})
    yes = with_answer(blank, follow_up, Answer.YES)
    assert follow_up in screen(blank, KNOWN).unanswered
    named = {one.row.id: one.clearance for one in screen(blank, KNOWN).active}
    assert named == {one.row.id: one.clearance for one in screen(yes, KNOWN).active}


SHORT_SCREEN = {
    "new numbness or weakness": ["rf-progressive-neuro-deficit"],
    "bladder, bowel, saddle": ["rf-cauda-equina"],
    "fever": ["rf-fever-acute-illness", "rf-meningitis-sepsis"],
    "weight loss": ["rf-unexplained-weight-loss"],
    "new or changed headache": ["rf-ha-pattern-progressive"],
    "chest pain, breathless": ["rf-acs", "rf-pe"],
    "one-sided limb swelling": ["rf-dvt"],
    "pregnancy status": ["p-pregnancy-t1"],
    "new medicines": [
        "p-anticoagulant",
        "p-antiplatelet",
        "p-steroid-long-term",
        "p-opioid-sedative",
    ],
    "surgery": ["p-surgery-recent"],
    "injections": ["p-steroid-injection-recent", "p-topical-injection-site", "p-vaccine-recent"],
    "falls": ["p-falls-risk"],
    "mood": ["rf-suicidal"],
    "how were you after last time": ["rf-adverse-reaction-post-massage"],
}


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
@pytest.mark.parametrize("about", SHORT_SCREEN)
def test_the_short_screen_is_asked_again_at_every_visit(about, condition):
    next_visit = to_ask_again(client_with(condition), KNOWN)
    open_ids = {one.id for one in every_visit(next_visit, KNOWN) if one.answer is None}
    told = {key for key, row in KNOWN.rows.items() if condition in row.told_by}
    assert set(SHORT_SCREEN[about]) - told <= open_ids
    assert screen(next_visit, KNOWN).clearance is Clearance.ASK


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_the_short_screen_is_all_that_a_next_visit_asks_and_begins_with_last_time(condition):
    next_visit = to_ask_again(client_with(condition), KNOWN)
    asked = every_visit(next_visit, KNOWN)
    assert asked[0].id == "rf-adverse-reaction-post-massage"
    assert {one.id for one in asked} == {
        one.id for one in questions(next_visit, KNOWN) if one.answer is None
    }
    signs_of_a_pregnancy = 4 if condition == "pregnancy-back-pelvic-pain" else 0
    assert len(asked) <= 45 + signs_of_a_pregnancy


def test_the_short_screen_brings_the_degrees_of_its_own_yes_and_of_no_other():
    next_visit = to_ask_again(client_with("low-back-pain", answers={"p-diabetes": "yes"}), KNOWN)
    fallen = with_answer(next_visit, "p-falls-risk", Answer.YES)
    asked = {one.id for one in every_visit(fallen, KNOWN)}
    assert "p-falls-risk:twice" in asked
    assert not [one for one in asked if one.startswith("p-diabetes")]


def test_no_improvement_is_asked_again_at_every_review():
    second = to_ask_again(client_with("low-back-pain"), KNOWN)
    said = with_answer(second, "rf-no-diagnosis-not-improving", Answer.NO)
    third = to_ask_again(said, KNOWN)
    answers = {one.id: one.answer for one in every_visit(third, KNOWN)}
    assert answers["rf-no-diagnosis-not-improving"] is None


def test_what_was_told_once_is_kept_for_the_next_visit():
    diabetic = client_with("low-back-pain", answers={"p-diabetes": "yes", "p-falls-risk": "yes"})
    next_visit = to_ask_again(diabetic, KNOWN)
    assert next_visit.answers["p-diabetes"] is Answer.YES
    assert set(next_visit.from_last) == {"p-diabetes", "p-falls-risk"}
    assert {"p-diabetes", "p-falls-risk"} <= screen(next_visit, KNOWN).active_ids


@pytest.mark.parametrize("given", ["yes", "unsure"])
def test_a_fresh_yes_puts_the_earlier_no_to_the_signs_it_opens_in_doubt(given):
    before = {
        row: str(answer)
        for row, answer in to_ask_again(client_with("knee-osteoarthritis"), KNOWN).answers.items()
    }
    opened = {"rf-fracture-limb", "rf-tendon-rupture", "rf-compartment"}
    assert opened <= before.keys()
    assert made_stale({"p-acute-injury-72h": given}, before, KNOWN) == opened
    told_before = {**before, "p-acute-injury-72h": "yes"}
    assert not made_stale({"p-acute-injury-72h": given}, told_before, KNOWN)
    assert not made_stale({"p-acute-injury-72h": "no"}, before, KNOWN)
    assert "rf-tendon-rupture" not in made_stale(
        {"p-acute-injury-72h": given, "rf-tendon-rupture": "no"}, before, KNOWN
    )


def test_a_pregnancy_moves_on_between_visits():
    early = client_with(
        "low-back-pain", client={"label": "T.T.", "age": 30}, answers={"p-pregnancy-t1": "yes"}
    )
    next_visit = with_answer(to_ask_again(early, KNOWN), "p-pregnancy-t1", Answer.YES)
    open_ids = {one.id for one in questions(next_visit, KNOWN) if one.answer is None}
    assert {
        "p-pregnancy-t2",
        "p-pregnancy-t3",
        "p-pregnancy-high-risk",
        "rf-preeclampsia",
        "rf-pregnancy-alarm",
        "rf-ha-pregnancy",
    } <= open_ids


def test_a_degree_answered_yes_counts_even_when_its_row_was_never_asked():
    intake = client_with("knee-osteoarthritis", answers={"rf-gca:sight": "yes"})
    assert screen(intake, KNOWN).clearance is Clearance.EMERGENCY


def test_a_sign_said_twice_is_told_once():
    high = client_with(
        "low-back-pain", answers={"p-hypertension-controlled": "yes", "rf-bp-severe": "yes"}
    )
    told = [reason.id for reason in screen(high, KNOWN).reasons]
    assert "p-hypertension-severe" not in told
    assert "p-hypertension-severe" in screen(high, KNOWN).active_ids


def test_two_antiplatelets_are_handled_as_a_blood_thinner():
    two = client_with("neck-pain", answers={"p-antiplatelet": "yes", "p-antiplatelet:two": "yes"})
    thinner = client_with("neck-pain", answers={"p-anticoagulant": "yes"})
    assert firmest(two) is firmest(thinner) is Pressure.LIGHT
    one, other = uses(two), uses(thinner)
    assert not [key for key in other if one[key] > other[key]]


def test_an_overridden_adjustment_is_kept_printed_and_lifts_only_itself():
    answers = {"p-analgesic-recent": "yes"}
    override = [{"for": "p-analgesic-recent", "reason": "one tablet, six hours ago"}]
    plain = client_with("low-back-pain", answers=answers)
    free = client_with("low-back-pain", answers=answers, overrides=override)
    at = (Technique.DEEP_TISSUE, "buttock_left")
    assert limits_of(plain).of_technique(*at).use is Use.ADJUST
    assert limits_of(free).of_technique(*at).use is Use.OK
    assert firmest(free) is Pressure.MODERATE  # what binds is not set aside
    (reason,) = plan_of(free).reasons
    assert reason.overridden == "one tablet, six hours ago"
    assert plan_of(free).clearance is Clearance.ADJUST


def test_a_state_is_grave_where_somebody_else_is_needed_before_hands_are_laid_on():
    grave = {one for one in Clearance if one.is_grave}
    assert grave == {one for one in Clearance if one.stops_everything or one is Clearance.HOLD} - {
        Clearance.REBOOK
    }
