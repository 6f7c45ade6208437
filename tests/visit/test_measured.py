"""Scores of forms filled in elsewhere: kept with their day, compared in their own direction."""

import json
from datetime import date

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.intake import QuestionnaireScore, read_intake
from planner.model.vocabulary import Locale
from planner.visit import measured
from planner.visit.said.measured import offered, takes, with_score, without_score
from tests.conftest import sample
from tests.visit.drafts import draft_with

KNOWN = load()
THEN, NOW = date(2026, 11, 1), date(2026, 11, 26)


def scored(form, before, now):
    draft = with_score(draft_with("neck-pain"), form, NOW, now)
    return with_score(draft, form, THEN, before)


def said(form, before, now):
    (words,) = measured.in_full(scored(form, before, now).measured, KNOWN)
    return words


def test_a_score_is_kept_with_its_day_in_the_order_of_days():
    draft = scored("ndi", 24, 16)
    assert [(one.score, one.on) for one in draft.measured] == [(24, THEN), (16, NOW)]
    assert with_score(draft, "ndi", NOW, 15).measured[-1].score == 15
    assert without_score(draft, "ndi", THEN).measured == draft.measured[1:]
    assert "measured" not in json.loads(
        without_score(without_score(draft, "ndi", THEN), "ndi", NOW).as_text
    )


@pytest.mark.parametrize(
    ("form", "before", "now", "went"),
    [("ndi", 24, 16, "better"), ("ndi", 16, 24, "worse"), ("lefs", 40, 60, "better"),
     ("psfs", 6, 3, "worse"), ("hit-6", 60, 60, "the same")],
)  # fmt: skip
def test_a_form_says_which_way_it_went_in_its_own_direction(form, before, now, went):
    assert f", {went}." in said(form, before, now)


def test_a_change_is_only_called_one_where_a_source_says_from_when():
    assert "5 or more" in said("ndi", 24, 16)
    assert "or more" not in said("quickdash", 24, 16)


def test_one_score_alone_is_compared_with_nothing():
    draft = with_score(draft_with("neck-pain"), "ndi", NOW, 16)
    (words,) = measured.in_full(draft.measured, KNOWN)
    assert "16" in words and "better" not in words.replace("lower is better", "")


def test_a_high_score_of_mood_asks_for_a_talk_and_never_names_anything():
    high = (QuestionnaireScore(instrument="phq-4", score=6, on=NOW),)
    low = (QuestionnaireScore(instrument="phq-4", score=5, on=NOW),)
    assert measured.talk(low, Locale.UK, KNOWN) is None
    said = measured.talk(high, Locale.UK, KNOWN)
    assert "doctor" in said and KNOWN.locales["UK"].crisis in said
    for label in ("depress", "anxi", "severe", "moderate"):
        assert label not in said


def test_the_latest_score_decides_whether_to_talk():
    eased = (
        QuestionnaireScore(instrument="phq-4", score=9, on=THEN),
        QuestionnaireScore(instrument="phq-4", score=2, on=NOW),
    )
    assert measured.talk(eased, Locale.UK, KNOWN) is None


def test_every_score_out_of_range_is_told_at_once_with_its_range():
    intake = json.loads(sample("knee-anticoagulant").model_dump_json(exclude_unset=True))
    intake["measured"] = [
        {"instrument": "ndi", "score": 51, "on": "2026-11-01"},
        {"instrument": "hit-6", "score": 12, "on": "2026-11-01"},
        {"instrument": "lefs", "score": 80, "on": "2026-11-01"},
        {"instrument": "bdi", "score": 3, "on": "2026-11-01"},
    ]
    with pytest.raises(IntakeError) as refused:
        read_intake(json.dumps(intake), KNOWN.known_ids)
    told = [str(one) for one in refused.value.problems]
    assert told == [
        "measured[0]: a score of ndi goes from 0 to 50, not 51",
        "measured[1]: a score of hit-6 goes from 36 to 78, not 12",
        "measured[3].instrument: 'bdi' is not a known questionnaire",
    ]


def test_a_field_takes_the_range_of_its_form():
    assert takes(KNOWN.questionnaires["hit-6"])[:2] == (36, 78)


def test_the_forms_for_these_pain_sources_come_first():
    forms = [one.id for one in offered(draft_with("low-back-pain"), KNOWN)]
    assert set(forms[:5]) == {"odi", "rmdq", "psfs", "peg", "phq-4"}
    assert set(forms) == set(KNOWN.questionnaires)
    assert "fiqr" in [one.id for one in offered(draft_with("fibromyalgia"), KNOWN)][:8]
