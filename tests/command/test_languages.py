"""A shell in any language: the answer, and every fault, are said in the one that was asked for."""

import json
import re

import pytest

from planner.command import run
from planner.knowledge import load
from planner.model.plan import read_plan
from planner.words.languages import PSEUDO
from tests.conftest import SAMPLES

SAMPLE = SAMPLES["knee-anticoagulant"]
PLAIN = re.compile(r"[A-Za-z]{2,}")
QUOTED = re.compile(r"'[^']*'|`[^`]*`")


def said(capsys, *arguments):
    code = run(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_questions_keep_their_ids_and_are_asked_in_the_language(capsys):
    _, english, _ = said(capsys, "questions", str(SAMPLE))
    code, other, _ = said(capsys, "questions", str(SAMPLE), "--language", PSEUDO)
    asked, again = json.loads(english), json.loads(other)
    assert code == 0
    assert [one["id"] for one in asked] == [one["id"] for one in again]
    assert not any(PLAIN.search(QUOTED.sub("", one["question"])) for one in again)


def test_a_plan_in_another_language_is_the_same_plan(capsys):
    _, english, _ = said(capsys, "plan", str(SAMPLE))
    _, other, _ = said(capsys, "plan", str(SAMPLE), "--language", PSEUDO)
    known = load().known_ids
    first, second = read_plan(english, known), read_plan(other, known)
    assert first.self_care[0].dose != second.self_care[0].dose
    assert first.self_care[0].steps.message == second.self_care[0].steps.message
    assert [one.id for one in first.reasons] == [one.id for one in second.reasons]


def test_a_plan_handed_over_in_another_language_is_reviewed_in_this_one(capsys, tmp_path):
    _, plan, _ = said(capsys, "plan", str(SAMPLE), "--language", PSEUDO)
    (tmp_path / "plan.json").write_text(plan)
    (tmp_path / "diary.csv").write_text("date,pain\n2026-11-20,5\n2026-11-21,5\n")
    call = ("review", str(tmp_path / "plan.json"), str(tmp_path / "diary.csv"))
    code, out, _ = said(capsys, *call, "--date-order", "ymd", "--scale", "0,10")
    told = json.loads(out)["next_plan"]["self_care"][0]
    _, english, _ = said(capsys, "plan", str(SAMPLE))
    assert code == 0
    begun = json.loads(english)["self_care"][0]
    assert (told["dose"], told["steps"]) == (begun["dose"], begun["steps"])


FAULTS = {
    "a number too large": {"severity": {"average": 15}},
    "a score that is words": {"severity": {"average": "much"}},
    "a place nobody knows": {"locale": "XX"},
    "a question nobody knows": {"answers": {"rf-x": "no"}},
    "a day that is none": {"on": "2026-13-01"},
    "a field nobody knows": {"colour": "red"},
    "no pain source": {"pain": []},
    "a list where a table is due": {"client": []},
    "a name that is too long": {"client": {"label": "x" * 500}},
    "a region twice": {"pain": [{"condition": "neck-pain", "regions": ["jaw_left", "jaw_left"]}]},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_of_a_file_is_told_in_the_language(fault, capsys, tmp_path):
    path = tmp_path / "intake.json"
    path.write_text(json.dumps({**json.loads(SAMPLE.read_bytes()), **FAULTS[fault]}))
    code, _, err = said(capsys, "plan", str(path), "--language", PSEUDO)
    assert code == 2
    for line in err.splitlines():
        _, _, what = line.partition(": ")
        assert not PLAIN.search(QUOTED.sub("", what).replace("jaw_left", "")), line


@pytest.mark.parametrize("text", ["", "{", '{"a": }', "[1, 2", '{"a": 1} 2', '{"a": "b'])
def test_broken_json_is_told_in_the_language(text, capsys, tmp_path):
    path = tmp_path / "intake.json"
    path.write_text(text)
    code, _, err = said(capsys, "plan", str(path), "--language", PSEUDO)
    assert code == 2
    assert not PLAIN.search(err.partition(": ")[2]), err


CALLS = {
    "no file": ("plan",),
    "a word too many": ("schema", "plan", "more"),
    "a scale that is none": ("diary", "f.csv", "--scale", "10"),
    "a day that is none": ("diary", "f.csv", "--started", "soon"),
    "a choice that is none": ("diary", "f.csv", "--date-order", "xyz"),
    "an option without its value": ("diary", "f.csv", "--person"),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_is_off_is_told_in_the_language(call, capsys):
    code, _, err = said(capsys, "--language", PSEUDO, *CALLS[call])
    assert code == 2
    what = err.partition(": ")[2].partition("; usage")[0]
    accented = "".join(sign for sign in what if ord(sign) > 127)
    assert len(accented) > 8, err


def test_a_language_without_a_catalogue_is_a_sentence_that_names_the_known_ones(capsys):
    code, out, err = said(capsys, "plan", str(SAMPLE), "--language", "xx")
    assert (code, out) == (2, "")
    assert err.startswith("language: 'xx' has no catalogue; known are en")
