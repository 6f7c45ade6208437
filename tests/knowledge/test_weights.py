"""The weights of choice are facts with a why; ids in code are there; every version has its sum."""

import re
import shutil

import pytest

from planner.knowledge import load
from planner.knowledge.load import DATA, FILES
from planner.knowledge.named import named
from planner.model.errors import KnowledgeError
from planner.visit.main_line import first_visit
from tests.conftest import sample
from tests.knowledge.test_check import edit

KNOWN = load()


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def told(folder):
    with pytest.raises(KnowledgeError) as refused:
        load(folder)
    return {one.place: one.what for one in refused.value.problems}


# Weights


def test_every_table_of_weights_is_called_a_convention_and_says_why():
    for table in KNOWN.weights:
        assert table.convention is True
        assert table.why.endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("liked = 0.5", "liked = 50.0", "weights.techniques.liked"),
        ("liked = 0.5", "loved = 0.5", "weights.techniques.loved"),
        ("convention = true", "convention = false", "weights.techniques.convention"),
        ("most_adjuncts = 2", "most_adjuncts = 3", "weights.techniques.most_adjuncts"),
        ("balanced = 4, full = 5", "balanced = 4, full = 6", "weights.home_tasks.most.full"),
        ("balanced = 2, full = 3", "balanced = 2, full = 4", "weights.therapies.most.full"),
        ("[dose]", "[doses]", "weights.dose"),
        ("[dose]", "[doses]", "weights"),
    ],
)
def test_a_weight_that_cannot_be_is_told_with_its_place(copy, old, new, place):
    edit(copy, "weights", old, new)
    assert place in told(copy)


def test_a_weight_in_the_data_decides_what_is_chosen(copy):
    before = first_visit(sample("low-back-nothing-flagged"), KNOWN)
    edit(copy, "weights", "severe_from = 7.0", "severe_from = 1.0")
    edit(copy, "weights", "usual_minutes_per_day = 20", "usual_minutes_per_day = 1")
    edit(copy, "weights", "review_after_weeks = 4", "review_after_weeks = 2")
    after = first_visit(sample("low-back-nothing-flagged"), load(copy))
    assert after.measures.review_on < before.measures.review_on


# Ids in code


@pytest.mark.parametrize(("table", "one"), sorted(set(named())))
@pytest.mark.slow
def test_an_id_that_code_names_is_missed_when_the_data_renames_it(copy, table, one):
    files = [copy / f"{name}.toml" for name in FILES]
    for path in files:
        text = path.read_text(encoding="utf-8")
        text = re.sub(rf"(?<![\w-]){one}(?![\w-])(?! = \[)", f"{one}x", text)  # no field's name
        path.write_text(text, encoding="utf-8")
    assert f"'{one}' is not known" in told(copy)[f"{table} named in code"]


def test_a_rule_that_goes_on_or_ends_has_words_for_the_client(copy):
    plain = KNOWN.review_rules["on-course"].plain
    edit(copy, "review_rules", f'plain = "{plain}"', 'plain = ""')
    assert "what the client reads" in told(copy)["review_rules.on-course.plain"]


# The version


def test_one_word_more_is_another_version_and_the_same_data_the_same(copy, tmp_path):
    label, _, digest = KNOWN.review.version.partition("+")
    assert label
    assert len(digest) == 8
    assert load(copy).review.version == KNOWN.review.version
    other = tmp_path / "other"
    shutil.copytree(copy, other)
    edit(other, "claims", '"', '"So: ')
    changed = load(other).review.version
    assert changed.startswith(f"{label}+")
    assert changed != KNOWN.review.version


def test_a_plan_carries_the_version_with_its_sum():
    assert first_visit(sample("low-back-nothing-flagged"), KNOWN).knowledge == KNOWN.review.version
