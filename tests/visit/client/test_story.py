"""One client over all visits: pain, goals, marks, and what happened in a line each."""

from datetime import date

from planner.charts.story import story_picture
from planner.knowledge import Knowledge
from planner.model.intake import Goal, PainSource, Scores
from planner.model.plan import Superseded
from planner.model.visit import GoalSoFar, KeptFollowUp
from planner.model.vocabulary import Decision
from planner.visit.client.at_a_glance import NOTHING, Beside
from planner.visit.client.story import VisitMade, happened, in_words, story
from planner.visit.in_force import plan_in_force
from planner.visit.interview import interview
from planner.words import in_language, language
from tests.visit.drafts import draft_with

FIRST, LATER = date(2026, 1, 12), date(2026, 3, 16)
SHOPS = "walk to the shops"


def visits(knowledge: Knowledge) -> tuple[VisitMade, ...]:
    """A first visit with four places and a goal, and a later one, told latest first."""
    begun = draft_with("low-back-pain")
    source = PainSource(
        condition="low-back-pain", months=24, levels={"lower_back_right": 3, "lower_back_left": 2}
    )
    wishes = begun.preferences.having(goals=(Goal(goal=SHOPS, rating=2),))
    first = begun.having(on=FIRST, pain=(source,), preferences=wishes, severity=Scores(average=7))
    kept = KeptFollowUp(goals=(GoalSoFar(goal=SHOPS, before=2, now=6),))
    less = source.having(levels={"lower_back_right": 1})
    later = first.having(on=LATER, pain=(less,), severity=Scores(average=4), follow_up=kept)
    made = [
        VisitMade(f"{one.on}", one.on, one, plan_in_force(interview(one, knowledge), knowledge))
        for one in (later, first)
    ]
    return tuple(made)


def test_pain_and_goals_go_from_the_first_visit_to_the_last(knowledge: Knowledge):
    told = story(visits(knowledge), Beside(sessions=(LATER, FIRST)))
    assert told.pain == ((FIRST, 7.0), (LATER, 4.0))
    (goal,) = told.goals
    assert (goal.name, goal.rated) == (SHOPS, ((FIRST, 2.0), (LATER, 6.0)))
    assert told.sessions == (FIRST, LATER)


def test_the_body_is_shown_as_it_was_first_and_as_it_is_now(knowledge: Knowledge):
    told = story(visits(knowledge), NOTHING)
    assert told.then and told.now
    assert told.then.levels == {"lower_back_right": 3, "lower_back_left": 2}
    assert (told.now.on, dict(told.now.levels)) == (LATER, {"lower_back_right": 1})
    assert story(visits(knowledge)[1:], NOTHING).now is None


def test_what_happened_comes_latest_first_with_how_the_pain_went(knowledge: Knowledge):
    later, first = happened(visits(knowledge))
    assert (later.on, later.title, later.more) == (LATER, "Review", "pain 7 → 4")
    assert (first.title, first.more) == ("First visit", "pain 7")


def test_a_visit_without_a_score_has_no_point_and_nothing_is_made_up(knowledge: Knowledge):
    unscored = draft_with("low-back-pain").having(severity=Scores())
    made = VisitMade("x", FIRST, unscored, None)
    told = story([made], NOTHING)
    assert told.pain == () and story_picture(told) is None
    assert happened([made])[0].title == "First visit, not finished"
    assert in_words(told) == "No pain was scored yet."


def test_the_picture_has_each_part_once_and_only_what_there_is(knowledge: Knowledge):
    picture = story_picture(story(visits(knowledge), Beside(sessions=(FIRST,))))
    assert picture is not None
    names = [layer["data"]["name"] for layer in in_language(picture, language("en")).spec["layer"]]
    assert {"plans", "sessions", "pain", "pain_end", "goal_0", "goal_0_end"} == set(names)
    bare = story_picture(story(visits(knowledge), NOTHING))
    assert bare is not None
    assert "sessions" not in {layer["data"]["name"] for layer in bare.spec["layer"]}
    assert picture.table.rows[0] == (f"{FIRST}", 7.0, 2.0)


def followed(knowledge: Knowledge, decision: Decision, proposed: Decision | None) -> VisitMade:
    """The later visit with a plan of a review that took a decision over, or made one."""
    later, first = visits(knowledge)
    assert first.plan
    past = Superseded(began=FIRST, on=FIRST, decision=decision, rule="slow", proposed=proposed)
    return later._replace(plan=first.plan.replaced(on=LATER, supersedes=past))


def test_a_plan_is_in_force_until_the_next_begins(knowledge: Knowledge):
    _, first = visits(knowledge)
    assert first.plan and first.plan.measures
    late = first.plan.measures.replaced(review_on=date(2026, 4, 30))
    first = first._replace(plan=first.plan.replaced(measures=late))
    later = followed(knowledge, Decision.KEEP, None)
    (begun, until), (again, _) = story([later, first], NOTHING).plans
    assert (begun, until, again) == (first.plan.on if first.plan else None, LATER, LATER)


def test_a_review_is_told_by_its_own_decision(knowledge: Knowledge):
    told = [
        happened([followed(knowledge, Decision.CHANGE, proposed)])[0].title
        for proposed in (Decision.KEEP, None)  # an earlier edition kept the last change alone
    ]
    assert told == ["Review: go on as planned", "Review: change one thing"]


def test_a_goal_begins_where_it_was_rated_before_the_plan(knowledge: Knowledge):
    later, first = visits(knowledge)
    unrated = first.draft.preferences.having(goals=(Goal(goal=SHOPS),))
    first = first._replace(draft=first.draft.having(preferences=unrated))
    (goal,) = story([later, first], NOTHING).goals
    assert goal.rated == ((FIRST, 2.0), (LATER, 6.0))
