"""The table of limits is the one that was agreed, and nothing that can be in force is without."""

import csv
import shutil
from pathlib import Path

import pytest

from planner.knowledge import load
from planner.knowledge.load import DATA
from planner.model.errors import KnowledgeError
from planner.model.vocabulary import PressureLimit, Technique, Use

KNOWN = load()
TABLE = Path(__file__).parents[1] / "stories" / "data" / "limits.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
PRACTICES_CHOICE = "e-dose"  # a shorter first session for everybody: nothing binds it
MERGED = ("rf-suicidal-active", "rf-suicidal-passive")  # into rf-suicidal
BY_ANSWER = "p-child"  # a guardian's consent is a question of its own
ELSEWHERE = (PRACTICES_CHOICE, *MERGED)
AGREED = {(one["id"], one["where"]): one for one in ROWS if one["id"] not in ELSEWHERE}
HELD = {(key, where): one for key, found in KNOWN.limits.items() for where, one in found.items()}

# Cells of the technique table that say more than an earlier edition did: their words ask for it.
CORRECTED = {
    "p-touch-allodynia": ("swedish",),
    "p-angina-stable": ("deep-tissue", "trigger-point", "neuromuscular"),
    "p-heart-failure-stable": ("trigger-point", "neuromuscular"),
    "p-sickle-cell": ("trigger-point", "neuromuscular"),
    "p-spinal-cord-injury": ("trigger-point", "neuromuscular"),
    "p-child": ("trigger-point", "neuromuscular"),
    "p-frailty": ("trigger-point", "neuromuscular"),
    "p-dementia-capacity": ("trigger-point", "neuromuscular"),
}
CLEARED_TO_SWEDISH = (
    "p-mi-cardiac-surgery-recent",
    "p-stroke-tia-recent",
    "p-pregnancy-high-risk",
)


def number(text):
    return float(text) if text else None


def test_every_line_of_the_table_is_carried_over():
    assert not AGREED.keys() - HELD.keys()


def test_what_is_convention_is_called_so():
    assert sum(one.convention for one in HELD.values()) >= 22
    assert HELD["p-frailty", "all"].convention is False  # a source of the trade says half an hour
    assert HELD["p-child", "all"].convention


@pytest.mark.parametrize("key", sorted(AGREED))
def test_a_line_is_as_agreed(key):
    line, one = AGREED[key], HELD[key]
    assert one.pressure == (line["pressure_max"] or None)
    assert one.minutes == number(line["minutes_max"])
    assert one.sessions_per_week == number(line["sessions_per_week_max"])
    assert one.first_session_minutes == number(line["first_session_minutes"])
    assert one.positions == tuple(line["position"].split())
    assert one.exercise_not == tuple(line["exercise_not"].split())
    assert one.needs_clearance == (line["needs_clearance_first"] == "yes" and key[0] != BY_ANSWER)


def test_only_what_stops_the_day_ends_with_a_clearance():
    for key, one in HELD.items():
        if one.until_cleared:
            assert one.pressure is PressureLimit.NONE, key
            assert one.where == ("all",), key


@pytest.mark.parametrize(
    ("row", "technique"), [(row, one) for row, found in CORRECTED.items() for one in found]
)
def test_a_cell_that_was_put_right_stays_so(row, technique):
    assert KNOWN.precautions[row].techniques[Technique(technique)] is Use.AVOID


@pytest.mark.parametrize("row", CLEARED_TO_SWEDISH)
def test_a_team_that_agreed_leaves_light_swedish_and_nothing_else(row):
    precaution = KNOWN.precautions[row]
    assert set(precaution.techniques.values()) == {Use.AVOID}
    assert precaution.cleared == {Technique.SWEDISH: Use.ADJUST}
    assert KNOWN.limits[row]["all"].pressure is PressureLimit.LIGHT


def test_a_held_point_is_not_light_work():
    heavy = {name for name, one in KNOWN.techniques.items() if one.least != "light"}
    assert heavy == {"deep-tissue", "trigger-point", "neuromuscular"}


# A broken copy


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("limits", "[p-frailty.all]", "[p-nobody.all]", "limits.p-frailty"),
        ("limits", "[p-frailty.all]", "[p-frailty.everywhere]", "limits.p-frailty.everywhere"),
        ("limits", "[p-raynaud.all]\n", "[p-raynaud.all]\nno_limit = true\n", "limits.p-raynaud"),
        ("zones", 'adjoins = ["arms"]', "adjoins = []", "zones.arms.adjoins"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path, file, old, new, told):
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load(tmp_path / "data")
    assert any(one.place.startswith(told) for one in raised.value.problems)


def test_whatever_grows_by_minutes_of_exercise_is_tagged_for_it():
    for task in KNOWN.self_care.values():
        is_stamina = KNOWN.kinds[task.kind].part == "stamina"
        assert ("aerobic-ladder" in task.tags) == is_stamina, task.id
