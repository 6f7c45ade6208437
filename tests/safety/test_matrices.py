"""Every entry is fired by some case, and every cell of both tables is honoured by the planner."""

from functools import cache

import pytest

from planner.knowledge import load
from planner.knowledge.entries.safety import Precaution
from planner.model.vocabulary import Clearance, Scope, Technique, Use
from planner.safety.restrictions import Restrictions
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

pytestmark = pytest.mark.slow

KNOWN = load()
PRECAUTIONS = sorted(KNOWN.precautions)
COLUMNS = sorted(KNOWN.precautions["p-dvt-recent"].therapies)
HERE, ELSEWHERE = "calf_left", "upper_back_right"
PAIN, PAINFUL = "musculoskeletal-pain", ("calf_left",)
WISHES = {"pressure": "firm", "self_care_minutes_per_day": 120}
# Clients with nothing flagged whose plans hold, between them, every technique and every column of
# the therapy table that a plan can hold: condition, regions, therapies wanted, techniques liked.
SCENES = (
    ("low-back-pain", (), ("acupuncture", "spinal-manipulation", "yoga"), ("deep-tissue",)),
    ("fibromyalgia", (), ("tens", "aquatic-exercise", "tai-chi"), ("myofascial-release",)),
    ("plantar-heel-pain", (), ("electroacupuncture",), ("trigger-point",)),
    ("myofascial-pain", (), ("dry-needling",), ("neuromuscular",)),
    ("neuropathic-pain", (), ("hypnosis",), ("swedish",)),
    ("pelvic-pain", (), (), ("swedish",), ("heat", "cold", "self-massage")),
    ("hip-osteoarthritis", ("forehead_left",), ("hot-stone", "essential-oils"), ("swedish",)),
)
NEVER_PROPOSED = {"electroacupuncture", "hot-stone", "essential-oils"}


def degrees_of(row):
    """A yes to each degree that neither softens the row nor stops the visit."""
    careful = ("rebook", "same-day", "emergency")
    return {
        one.id: "no" if one.if_yes.clearance in careful else "yes"
        for one in KNOWN.follow_ups_of.get(row, ())
    }


@cache
def met(row, *regions, condition=PAIN, marked=(), wanted=(), liked=(), by_hand=(), cleared=False):
    """A client with one row in force at its usual degree; the pain at these regions."""
    note = [{"for": row, "by": "Dr Fictional", "on": "2026-11-23"}] if cleared else []
    return client_with(
        condition,
        *regions,
        answers={row: "yes", **degrees_of(row)} if row else {},
        where={row: list(marked)} if marked else {},
        clearances=note,
        edits=[{"line": one, "change": "add"} for one in by_hand],
        preferences={
            **WISHES,
            "therapies_interested": list(wanted),
            "techniques_liked": list(liked),
        },
    )


def limits_of(intake):
    return Restrictions(intake, screen(intake, KNOWN), KNOWN)


@cache
def planned(row, scene):
    """The plan of a scene's client with one row in force and cleared; `row` may be empty."""
    condition, regions, wanted, liked, *by_hand = scene
    asked = {"wanted": wanted, "liked": liked, "by_hand": sum(by_hand, ())}
    return first_visit(met(row, *regions, condition=condition, cleared=bool(row), **asked), KNOWN)


# Every entry is fired


def ageless(row):
    """For the row on children a client whose age is not told: it would answer for them."""
    return {"client": {"label": "T.T."}} if row == "p-child" else {}


@pytest.mark.parametrize("row", sorted(KNOWN.rows))
def test_a_yes_sets_every_row_in_force(row):
    found = screen(client_with("low-back-pain", answers={row: "yes"}, **ageless(row)), KNOWN)
    degrees = KNOWN.follow_ups_of.get(row, ())
    chain = [one for one in degrees if not one.beside][-1:]
    noes = [one.if_no.clearance for one in (*chain, *(one for one in degrees if one.beside))]
    expected = Clearance.worst(noes) if noes else KNOWN.rows[row].clearance
    assert row in found.active_ids
    assert row in {reason.id for reason in found.reasons}
    assert found.clearance is expected


def _noes_beside(degree):
    """What the no to each degree beside this one asks for, and to the last of those in a row."""
    others = [one for one in KNOWN.follow_ups_of[KNOWN.follow_ups[degree].row] if one.id != degree]
    in_a_row = [one for one in others if not one.beside][-1:]
    chain = in_a_row if KNOWN.follow_ups[degree].beside else []
    return [one.if_no.clearance for one in (*(one for one in others if one.beside), *chain)]


@pytest.mark.parametrize("way", ["if_yes", "if_no"])
@pytest.mark.parametrize("degree", sorted(KNOWN.follow_ups))
def test_every_degree_decides(degree, way):
    follow_up = KNOWN.follow_ups[degree]
    degrees = KNOWN.follow_ups_of[follow_up.row]
    side_by_side = any(one.beside for one in degrees)
    before = [one.id for one in degrees]
    last = before[-1] == degree
    noes = dict.fromkeys(before if side_by_side else before[: before.index(degree)], "no")
    answers = {follow_up.row: "yes", **noes, degree: "yes" if way == "if_yes" else "no"}
    intake = client_with("low-back-pain", answers=answers, **ageless(follow_up.row))
    found = screen(intake, KNOWN)
    (one,) = (one for one in found.active if one.row.id == follow_up.row)
    outcome = getattr(follow_up, way)
    if side_by_side:
        assert one.clearance is Clearance.worst([outcome.clearance, *_noes_beside(degree)])
    elif way == "if_yes" or last:
        assert one.outcome == outcome
        assert one.clearance is outcome.clearance
        assert found.clearance.rank <= outcome.clearance.rank
        assert outcome.says in one.says
    if way == "if_yes" and outcome.sets:
        assert outcome.sets in found.active_ids
    assert one.asks_for_a_check_up >= outcome.routine_doctor or not last


@pytest.mark.parametrize("degree", sorted(KNOWN.follow_ups))
def test_what_a_degree_adds_for_a_place_holds_there(degree):
    follow_up = KNOWN.follow_ups[degree]
    outcome = follow_up.if_yes
    before = [one.id for one in KNOWN.follow_ups_of[follow_up.row]]
    earlier = dict.fromkeys(before[: before.index(degree)], "no")
    answers = {follow_up.row: "yes", **earlier, degree: "yes"}
    marks = KNOWN.regions_of(outcome.places)[:1] if outcome.places else (HERE,)
    intake = client_with("low-back-pain", answers=answers, where={follow_up.row: list(marks)})
    limits = limits_of(intake)
    for technique, use in outcome.techniques.items():
        assert limits.of_technique(technique, marks[0]).use.rank <= use.rank
    if outcome.as_row:
        other = KNOWN.precautions[outcome.as_row]
        for technique, use in other.techniques.items():
            assert limits.of_technique(technique, marks[0]).use.rank <= use.rank
        for column, use in other.therapies.items():
            assert limits.of_therapy(column, ()).use.rank <= use.rank


RED_FLAGS_WITH_PLACES = sorted(row for row, one in KNOWN.red_flags.items() if one.places)


@pytest.mark.parametrize("row", RED_FLAGS_WITH_PLACES)
def test_a_red_flag_that_lets_a_plan_go_on_guards_its_places(row):
    limits = limits_of(met(row))
    flag = KNOWN.red_flags[row]
    for region in KNOWN.regions_of(flag.places):
        for technique, use in flag.techniques.items():
            assert limits.of_technique(technique, region).use.rank <= use.rank
    assert limits.of_technique(Technique.DEEP_TISSUE, "shoulder_back_left").use is not Use.AVOID


RULE_CASES = [
    (rule.id, trigger, region)
    for rule in KNOWN.region_rules.values()
    for trigger in (*rule.when_any, *rule.avoid_when_any, *(() if rule.when_any else ("",)))
    for region in KNOWN.regions_of(rule.places)[:2]
]


@pytest.mark.parametrize(("rule", "trigger", "region"), RULE_CASES)
def test_every_region_rule_is_fired_by_each_of_its_triggers(rule, trigger, region):
    entry = KNOWN.region_rules[rule]
    limits = limits_of(met(trigger))
    banned = trigger in entry.avoid_when_any
    for technique, listed in entry.techniques.items():
        verdict = limits.of_technique(technique, region)
        assert verdict.use.rank <= (Use.AVOID if banned else listed).rank
        assert rule in {limit.id for limit in verdict.limits}
    assert (entry in limits.home_rules) == entry.home


@pytest.mark.parametrize("rule", [one.id for one in KNOWN.region_rules.values() if one.when_any])
def test_a_region_rule_for_some_leaves_the_others_alone(rule):
    limits = limits_of(met(""))
    region = KNOWN.regions_of(KNOWN.region_rules[rule].places)[0]
    found = limits.of_technique(Technique.DEEP_TISSUE, region)
    assert rule not in {limit.id for limit in found.limits}
    assert rule not in {one.id for one in limits.home_rules}


INTERACTION_CASES = [
    (one.id, trigger, column)
    for one in KNOWN.interactions.values()
    for trigger in (("",) if one.always else one.when_any)
    for column in one.therapies
]


@pytest.mark.parametrize(("interaction", "trigger", "column"), INTERACTION_CASES)
def test_every_interaction_is_fired_by_each_of_its_triggers(interaction, trigger, column):
    use = KNOWN.interactions[interaction].therapies[column]
    verdict = limits_of(met(trigger)).of_therapy(column, PAINFUL)
    assert verdict.use.rank <= use.rank
    assert interaction in {limit.id for limit in verdict.limits}


def test_every_interaction_has_a_case_or_is_only_words():
    fired = {interaction for interaction, _, _ in INTERACTION_CASES}
    words = {one.id for one in KNOWN.interactions.values() if one.always and not one.therapies}
    assert fired | words == set(KNOWN.interactions)
    assert words == {"x-herb-supplement"}


@pytest.mark.parametrize("row", ["p-pregnancy-t1", "p-pregnancy-t2", "p-pregnancy-t3"])
def test_in_pregnancy_heat_is_kept_off_the_low_back_and_allowed_on_the_shoulders(row):
    limits = limits_of(met(row))
    assert limits.of_therapy("heat", ("lower_back_left",)).use is Use.AVOID
    assert limits.of_therapy("heat", ("shoulder_back_left", "abdomen_left")).use is Use.AVOID
    assert limits.of_therapy("heat", ("shoulder_back_left",)).use is Use.ADJUST


def met_by(limits, column):
    return {limit.id for limit in limits.of_therapy(column, PAINFUL).limits}


def test_a_degree_can_set_an_interaction_off():
    quiet = limits_of(client_with(PAIN, answers={"p-epilepsy": "yes"}))
    recent = limits_of(met("p-epilepsy"))
    for column, interaction in (
        ("acupuncture", "x-needle-unstable"),
        ("aquatic-exercise", "x-aquatic"),
    ):
        assert interaction in met_by(recent, column) - met_by(quiet, column)
        assert recent.of_therapy(column, ()).use is Use.AVOID


def test_two_antiplatelets_set_off_what_a_blood_thinner_sets_off():
    one = limits_of(client_with(PAIN, answers={"p-antiplatelet": "yes"}))
    two = limits_of(met("p-antiplatelet"))
    for column, interaction in (
        ("acupuncture", "x-needle-anticoagulant"),
        ("spinal-manipulation", "x-smt-anticoagulant"),
        ("self-massage", "x-foamroll"),
    ):
        assert interaction in met_by(two, column) - met_by(one, column)


def test_an_interaction_until_cleared_is_lifted_by_the_note_and_by_nothing_else():
    row = "p-psychosis-mania"
    ids = {limit.id for limit in limits_of(met(row)).of_therapy("mindfulness", ()).limits}
    cleared = limits_of(met(row, cleared=True)).of_therapy("mindfulness", ())
    assert "x-mindfulness-psychosis" in ids
    assert "x-mindfulness-psychosis" not in {limit.id for limit in cleared.limits}
    assert cleared.use is Use.AVOID  # the cell of the table still holds


# Every technique cell


@pytest.mark.parametrize("row", PRECAUTIONS)
def test_the_technique_cells_hold_where_they_should_and_only_there(row):
    entry = KNOWN.precautions[row]
    unmarked, clean = limits_of(met(row)), limits_of(met(""))
    marked_intake = met(row, marked=(HERE,))
    marked = limits_of(marked_intake)
    alone = {one.row.id for one in screen(marked_intake, KNOWN).active} == {row}
    for technique, cell in entry.techniques.items():
        for region in (HERE, ELSEWHERE):
            assert unmarked.of_technique(technique, region).use.rank <= cell.rank
        assert marked.of_technique(technique, HERE).use.rank <= cell.rank
        if entry.scope is Scope.REGION and alone:
            away = marked.of_technique(technique, ELSEWHERE)
            assert away.use is clean.of_technique(technique, ELSEWHERE).use


def techniques_of(plan):
    return {one.id: one for one in plan.massage.techniques} if plan.massage else {}


def test_the_scenes_hold_every_technique():
    found = {technique for scene in SCENES for technique in techniques_of(planned("", scene))}
    assert found == set(Technique)


@pytest.mark.parametrize("row", PRECAUTIONS)
def test_the_planner_honours_every_technique_cell(row):
    entry = KNOWN.precautions[row]
    for scene in SCENES:
        plan = planned(row, scene)
        chosen = techniques_of(plan)
        for technique in techniques_of(planned("", scene)):
            cell = {**entry.techniques, **entry.cleared}[technique]
            if plan.clearance.stops_everything or plan.clearance is Clearance.HOLD:
                assert not chosen
            elif cell is Use.AVOID:
                assert technique not in chosen
                assert _says_why(plan, technique, entry)
            elif cell is Use.ADJUST and technique in chosen:
                assert any(_asked_of(entry) in said for said in chosen[technique].adjustments)


def _asked_of(entry):
    """What the row asks for; once a clinician has agreed, what holds from then on."""
    return KNOWN.wording(entry.id).cleared if entry.clearance is Clearance.HOLD else entry.says


def _says_why(plan, technique, entry):
    (left_out,) = (one for one in plan.not_chosen if one.id == technique)
    return entry.label in left_out.why and set(entry.sources) <= set(left_out.sources)


# Every therapy cell


@pytest.mark.parametrize("row", PRECAUTIONS)
def test_the_therapy_cells_hold_near_and_are_a_caution_away(row):
    entry = KNOWN.precautions[row]
    unmarked, marked = limits_of(met(row)), limits_of(met(row, marked=(HERE,)))
    assert sorted(entry.therapies) == COLUMNS
    for column, cell in entry.therapies.items():
        assert unmarked.of_therapy(column, PAINFUL).use.rank <= cell.rank
        assert marked.of_therapy(column, PAINFUL).use.rank <= cell.rank
        away = marked.of_therapy(column, (ELSEWHERE,))
        if entry.therapy_scope is Scope.WHOLE:
            assert away.use.rank <= cell.rank
        elif cell is not Use.OK:
            assert row in {limit.id for limit in away.limits}


def column_of(line):
    """The column of the therapy table that guards a line of a plan."""
    if line.id in KNOWN.therapies:
        return KNOWN.therapies[line.id].column
    kind = line.id.partition(":")[0]
    kinds = {"aerobic": "exercise", "strengthening": "exercise", "relaxation": "mindfulness"}
    return kinds.get(kind, kind)


def lines_of(plan):
    return (*plan.complementary, *plan.self_care)


def test_the_scenes_hold_every_column_that_a_plan_can_hold():
    found = {column_of(line) for scene in SCENES for line in lines_of(planned("", scene))}
    assert set(COLUMNS) - found == NEVER_PROPOSED


@pytest.mark.parametrize("row", PRECAUTIONS)
def test_the_planner_honours_every_therapy_cell(row):
    entry = KNOWN.precautions[row]
    for scene in SCENES:
        plan = planned(row, scene)
        for line in lines_of(plan):
            cell = entry.therapies.get(column_of(line), Use.OK)
            assert cell is not Use.AVOID, line.id
            assert column_of(line) not in NEVER_PROPOSED
            if cell is Use.ADJUST:
                assert any(entry.label in caution for caution in line.cautions), line.id
        wanted = NEVER_PROPOSED.intersection(scene[2])
        if not plan.clearance.stops_everything:
            assert wanted <= {one.id for one in plan.not_chosen}


def test_both_tables_are_whole():
    rows = KNOWN.precautions.values()
    assert len(rows) == 95
    assert sum(len(one.techniques) for one in rows) == 95 * 5
    assert sum(len(one.therapies) for one in rows) == 95 * 17
    assert all(isinstance(one, Precaution) for one in rows)


MARKED_THERAPY_ROWS = [
    row
    for row in PRECAUTIONS
    if KNOWN.precautions[row].therapy_scope is Scope.REGION and not KNOWN.follow_ups_of.get(row)
]


@pytest.mark.parametrize("row", MARKED_THERAPY_ROWS)
def test_a_mark_away_from_the_pain_turns_a_ban_into_a_caution_and_adds_none(row):
    away = limits_of(met(row, marked=(ELSEWHERE,), cleared=True))
    for column in COLUMNS:
        cell = KNOWN.precautions[row].therapies[column]
        own = [one.use for one in away.of_therapy(column, PAINFUL).limits if one.id == row]
        expected = [] if cell is Use.OK else [Use.ADJUST]
        assert own == expected, column
