"""The parts of a plan that stand folded: week, load, measures, talk, and what was left out."""

import streamlit as st

from planner.intake import Intake
from planner.knowledge import Knowledge
from planner.plan import Measures, Plan
from planner.vocabulary import Day
from ui import ways_fold
from ui.sources import numbers
from ui.wording import DAY, VERIFICATION, counted, load_in_words, name_of, plain


def draw(plan: Plan, intake: Intake, knowledge: Knowledge) -> None:
    """Every folded part, each with what matters most in its heading."""
    st.header("Time and money", anchor=False)
    st.markdown(_load(plan))
    ways_fold.draw(intake, knowledge)
    with st.expander("**The week**, day by day"):
        _cost(plan, intake)
        st.markdown(_week_table(plan, knowledge))
    if plan.measures:
        with st.expander(f"**Review** on {plan.measures.review_on:%d %B %Y}"):
            st.markdown(_measures(plan.measures))
    if plan.talk:
        with st.expander(f"**Talk about** · {counted(len(plan.talk), 'point', 'points')}"):
            st.markdown("\n".join(f"- {plain(point)}" for point in plan.talk))
    if plan.not_chosen:
        with st.expander(f"**Not chosen, and why** · {len(plan.not_chosen)}"):
            st.markdown(_not_chosen(plan, knowledge))
    with st.expander(f"**Sources** · {len(plan.sources)}"):
        st.markdown(_sources(plan))


def _load(plan: Plan) -> str:
    if plan.massage is None:  # then the notes stand in its place
        return load_in_words(plan.load)
    notes = (note for note in plan.load.notes if note not in plan.massage.dose_notes)
    return load_in_words(plan.load) + "".join(f"\n- {plain(note)}" for note in notes)


def _cost(plan: Plan, intake: Intake) -> None:
    wishes = intake.preferences
    if wishes.monthly_budget is not None:
        st.markdown(
            f"Massage costs {plan.load.cost_per_month:,.2f} of "
            f"{wishes.monthly_budget:,.2f} {plan.load.currency} a month."
        )


def _week_table(plan: Plan, knowledge: Knowledge) -> str:
    """One row a thing to do, one column a day."""
    done: dict[str, set[Day]] = {}
    for day in plan.week:
        for item in day.items:
            done.setdefault(item, set()).add(day.day)
    head = "| First week | " + " | ".join(DAY.values()) + " |"
    rows = [
        f"| {name_of(item, knowledge)} | "
        + " | ".join("●" if day in days else " " for day in Day)
        + " |"
        for item, days in done.items()
    ]
    return "\n".join([head, "|:--" + "|:-:" * len(Day) + "|", *rows])


def _measures(measures: Measures) -> str:
    start, aim = measures.baseline, measures.target
    lines = [f"Average pain now **{start.average:g}**; aim **{aim.average:g} or less**"]
    if start.interference is not None:
        lines.append(f"Pain, enjoyment and activity together: {start.interference:g} of 10")
    lines += [f"Goal: {plain(goal)}" for goal in measures.goals]
    lines += [plain(measures.stop_rule), f"Diary: {plain(measures.diary)}"]
    return "\n".join(f"- {line}" for line in lines)


def _not_chosen(plan: Plan, knowledge: Knowledge) -> str:
    return "\n".join(
        f"- **{name_of(one.id, knowledge)}**: {plain(one.why)}{numbers(one.sources, plan)}"
        for one in plan.not_chosen
    )


def _sources(plan: Plan) -> str:
    return "\n".join(
        f"{number}. {plain(one.citation)} ({VERIFICATION[one.verification]})"
        for number, one in enumerate(plan.sources, 1)
    )
