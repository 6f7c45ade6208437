"""What the words of an entry promise is a number beside them."""

import re

import pytest

from planner.knowledge import load
from planner.knowledge.entries.limits import after_a_no
from planner.model.vocabulary import PressureLimit, Technique, Use
from planner.safety.screening import screen
from tests.conftest import client_with

KNOWN = load()
LIGHT = (PressureLimit.NONE, PressureLimit.LIGHT)
NEVER = re.compile(
    r"\b(leave (?:it|them|that|the|your)\b.*?\balone|no work|do not touch|keep off|"
    r"never (?:on|work)|do no (?:work|massage))",
    re.IGNORECASE,
)
PROMISES = {
    "light": re.compile(r"\b(light|lightly|gentle|gently|soft)\b", re.IGNORECASE),
    "short": re.compile(r"\b(?<!get )(?<!are )(?<!feel )short\b(?! of)", re.IGNORECASE),
    "never": NEVER,
    "position": re.compile(r"\b(seated|half[- ]sitting|side-lying)\b", re.IGNORECASE),
    "often": re.compile(r"\b(?:once|twice|\d times?) a week\b", re.IGNORECASE),
}
# Words without a number of their own, and where the number stands or why there is none.
EXCEPTIONS = {
    ("light", "p-stroke-old"): "of the weak or numb side: the answer on it limits that",
    ("light", "p-osteoporosis"): "says moderate to light: moderate is the number",
    ("light", "migraine"): "where touch hurts: the question on touch limits that",
    ("short", "p-anxiety-panic"): "of calming exercises, not of the session",
    ("short", "hypermobility"): "of blocks of weeks, not of the session",
    ("never", "p-bleeding-disorder"): "the joints: no region of the chart is a joint",
    ("never", "p-sickle-cell"): "in a crisis, which is a stop of its own",
    ("never", "p-kidney-advanced"): "the fistula arm and swollen legs: questions of their own",
    ("never", "p-diabetes"): "an injection site of the day: smaller than a region",
    ("never", "p-diabetes:complications"): "only where the questions it opens mark it",
    ("never", "p-radiculopathy-stable"): "spots that bring on the pain, found by hand",
    ("never", "p-epilepsy"): "never leave the client by themselves: no place is meant",
    ("never", "p-skin-today"): "what is found has rows of its own",
    ("never", "r-axilla"): "after nodes were removed: the row on lymphoedema limits that",
    ("never", "r-abdomen"): "with one of the rows that it names: its table closes the place",
    ("never", "r-femoral-inguinal"): "in pregnancy, and deep work: moderate is the number",
    ("never", "r-popliteal"): "deep work: moderate is the number",
    ("never", "r-sensitive"): "breast and genitals are no regions of the chart",
    ("never", "neck-pain"): "the front of the neck: the rule of the place closes it",
    ("never", "rheumatoid-arthritis"): "hot joints: the row on a flare closes them",
    ("never", "hamstring-thigh-pain"): "fresh injuries and deep bruises: rows of their own",
    ("never", "endometriosis"): "inside the body is no region of the chart",
    ("never", "neuropathic-pain"): "where touch hurts: the question on touch closes it",
}


def texts():
    """Every entry or answer that can be in force: the entry it is of, and its words."""
    for key, row in KNOWN.rows.items():
        yield key, key, (row.says, row.plain, row.plain_cleared)
        for one in KNOWN.follow_ups_of.get(key, ()):
            for name, end in ((one.id, one.if_yes), (after_a_no(one.id), one.if_no)):
                yield key, name, (end.says, end.instead, end.plain)
    for key, rule in KNOWN.region_rules.items():
        yield key, key, (rule.says, rule.plain)
    for key, pain in KNOWN.conditions.items():
        yield key, key, (pain.note, pain.stop_rule, pain.plain_stop)


def limits(entry, name):
    return [one for key in {entry, name} for one in KNOWN.limits.get(key, {}).values()]


def is_kept(promise, entry, name):
    found = limits(entry, name)
    closed = KNOWN.precautions.get(entry)
    return {
        "light": any(one.pressure in LIGHT for one in found),
        "short": any(one.minutes for one in found),
        "never": any(one.pressure is PressureLimit.NONE for one in found)
        or bool(closed and closed.techniques[Technique.SWEDISH] is Use.AVOID),
        "position": any(one.positions for one in found),
        "often": any(one.sessions_per_week for one in found),
    }[promise]


def promised():
    """Each promise that some words make: what, by which entry, under which name."""
    for entry, name, said in texts():
        for promise, words in PROMISES.items():
            if any(words.search(str(one)) for one in said if one):
                yield promise, entry, name


PROMISED = sorted(set(promised()))


@pytest.mark.parametrize(("promise", "entry", "name"), PROMISED)
def test_what_words_promise_is_a_number(promise, entry, name):
    assert is_kept(promise, entry, name) or (promise, name) in EXCEPTIONS


def test_no_exception_is_needless():
    missing = {(one[0], one[2]) for one in PROMISED if not is_kept(*one)}
    assert EXCEPTIONS.keys() <= missing


@pytest.mark.parametrize(
    ("row", "answers", "awaits"),
    [
        ("rf-ha-systemic", {}, True),  # its emergency is from memory
        ("rf-spinal-infection", {}, False),
        ("p-arrhythmia", {"p-arrhythmia:new": "yes"}, True),
        ("p-arrhythmia", {"p-arrhythmia:new": "no"}, False),
    ],
)
def test_an_emergency_that_no_source_was_read_for_awaits_review(row, answers, awaits):
    intake = client_with("tension-type-headache", answers={row: "yes", **answers})
    (reason,) = [one for one in screen(intake, KNOWN).reasons if one.id == row]
    assert reason.awaits_review is awaits
