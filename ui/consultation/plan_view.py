"""The plan as the therapist reads it: each line with its reason a tap away."""

from collections.abc import Iterable, Iterator
from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.plan import Complementary, Phase, Plan, SelfCareTask, TechniqueChoice
from planner.model.vocabulary import Role
from planner.visit.interview import Interview, may_be_put_in
from planner.words import say_in
from planner.words.plan import days_a_week, minutes, phase
from planner.words.terms import PHASE, PRESSURE
from ui.consultation import changes, plan_edits, plan_folds, plan_limits, plan_visits, reasons
from ui.parts.sources import dose_why, why
from ui.parts.wording import places, plain
from ui.state import session
from ui.state.language import shown, tell, tell_many

ROLE = {
    Role.MAIN: say_in("role of a technique", "main"),
    Role.ADJUNCT: say_in("role of a technique", "adjunct"),
}


def draw(found: Interview, knowledge: Knowledge) -> None:
    """The whole plan; under a stop, or before the pain is scored, only the reasons."""
    plan, visit = shown(found.plan), found.visit
    if plan.draft and visit:
        st.caption(
            tell_many(
                "DRAFT: {number} question is still open, and the answers may change this plan.",
                "DRAFT: {number} questions are still open, and the answers may change this plan.",
                len(plan.unanswered),
            )
        )
    if plan.reasons:
        _heading(tell("What the answers ask for"))
        reasons.draw(found, knowledge)
    if plan.stops_everything or visit is None:
        return
    with st.container(key="sheet-draft" if plan.draft else "sheet", gap="xsmall"):
        changes.draw(found.plan, knowledge)
        plan_limits.draw(plan, knowledge)
        _massage(plan, visit.preferences.session_price, knowledge)
        _complementary(plan, knowledge)
        _self_care(plan, knowledge)
        plan_edits.put_in(_open(plan, knowledge), _in_plan(plan), knowledge)
        _heading(tell("Time and money"))
        plan_folds.draw(plan, visit, knowledge)


def _heading(words: str) -> None:
    """The heading of a part: fixed words, so no anchor has to be made of them at every answer."""
    st.html(f"<h2>{words}</h2>")


def _massage(plan: Plan, price: float | None, knowledge: Knowledge) -> None:
    _heading(tell("Massage"))
    if plan.massage is None:
        st.markdown(tell("No massage is in this plan."))
        for note in plan.load.notes:
            st.caption(plain(note))
        return
    with st.container(gap="xsmall", key="techniques"):
        for technique in plan.massage.techniques:
            _technique(technique, plan, knowledge)
    _timeline(plan.massage.phases)
    plan_visits.draw(plan, price)
    if plan.massage.dose_notes:
        notes = " ".join(plain(one) for one in plan.massage.dose_notes)
        (st.warning if plan.massage.below_tested else st.caption)(notes)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        st.caption(plain(plan.massage.after), width="stretch")
        dose_why(plan.massage.dose_why, plan)
    if plan.massage.avoid_regions:
        away = places(plan.massage.avoid_regions, knowledge)
        st.caption(tell("Keep away from: {places}.", places=away))


def _technique(one: TechniqueChoice, plan: Plan, knowledge: Knowledge) -> None:
    words = tell(
        "**{name}** · {role} · {pressure} pressure  \n{places}",
        name=name_of(one.id, knowledge),
        role=ROLE[one.role],
        pressure=PRESSURE[one.pressure],
        places=places(one.regions, knowledge),
    )
    _line(
        one,
        words + _noted(one.id, one.own) + _listed(one.adjustments),
        knowledge.techniques,
        plan,
        knowledge,
    )


def _line(
    one: TechniqueChoice | Complementary | SelfCareTask,
    words: str,
    known: Iterable[str],
    plan: Plan,
    knowledge: Knowledge,
    how: str = "",
) -> None:
    """One line of the plan, its reasons a tap away; `known`: what could stand in its place."""
    with st.container(horizontal=True, wrap=False, key=f"line-{one.id.replace(':', '-')}"):
        st.markdown(words, width="stretch")
        others = _not_in(plan, known, knowledge)
        change = partial(plan_edits.change_line, LineId(one.id), others, knowledge)
        why(one.id, one.why, plan, change, how)


def _not_in(plan: Plan, known: Iterable[str], knowledge: Knowledge) -> Iterator[LineId]:
    """What of these may be put into the plan, considered ones first; found when opened."""
    there, able = _in_plan(plan), may_be_put_in(session.interview(), knowledge)
    considered = [one.id for one in plan.not_chosen]
    ordered = sorted(map(LineId, known), key=lambda one: one not in considered)
    yield from (one for one in ordered if one in able and one not in there)


def _in_plan(plan: Plan) -> frozenset[LineId]:
    techniques = plan.massage.techniques if plan.massage else ()
    parts = (techniques, plan.complementary, plan.self_care)
    return frozenset(LineId(one.id) for part in parts for one in part)


def _open(plan: Plan, knowledge: Knowledge) -> Iterator[LineId]:
    for known in (knowledge.techniques, knowledge.therapies, knowledge.self_care):
        yield from _not_in(plan, known, knowledge)


def _noted(line: str, own: str) -> str:
    """What stands at a line: that the last answer changed it, and the therapist's own hand."""
    return changes.mark(line) + (f"  \n:small[✎ {plain(own)}]" if own else "")


def _listed(notes: tuple[str, ...]) -> str:
    return "".join(f"\n- {plain(note)}" for note in notes)


def _timeline(phases: tuple[Phase, ...]) -> None:
    """The phases as bars, as wide as they are long."""
    bars = "".join(
        f'<div class="phase" style="flex-grow:{one.weeks}"><b>{tell(PHASE[one.name])}</b>'
        f"<span>{shown(phase(one))}</span></div>"
        for one in phases
    )
    st.html(f'<div class="phases">{bars}</div>')


def _complementary(plan: Plan, knowledge: Knowledge) -> None:
    _heading(tell("Beside massage"))
    if not plan.complementary:
        st.markdown(tell("Nothing is proposed beside massage."))
    with st.container(gap="xsmall", key="therapies"):
        for one in plan.complementary:
            _line(one, _therapy_words(one, knowledge), knowledge.therapies, plan, knowledge)


def _therapy_words(one: Complementary, knowledge: Knowledge) -> str:
    name = name_of(one.id, knowledge)
    often = plain(one.how_often) + _noted(one.id, one.own)
    return f"**{name}**  \n{often}{_listed(one.cautions)}"


def _self_care(plan: Plan, knowledge: Knowledge) -> None:
    _heading(tell("At home"))
    if not plan.self_care:
        st.markdown(tell("Nothing to do at home is proposed."))
    with st.container(gap="xsmall", key="tasks"):
        for task in plan.self_care:
            how = knowledge.self_care[task.id].steps
            _line(task, _task_words(task, knowledge), knowledge.self_care, plan, knowledge, how)


def _task_words(task: SelfCareTask, knowledge: Knowledge) -> str:
    head = tell(
        "**{name}** · {minutes}, {days}",
        name=name_of(task.id, knowledge),
        minutes=minutes(task.minutes),
        days=days_a_week(task.days_per_week),
    )
    stop = tell(":small[Stop if: {what}]", what=plain(task.stop_if))
    dose = plain(task.dose) + _noted(task.id, task.own)
    return f"{head}  \n{dose}  \n{stop}{_listed(task.cautions)}"
