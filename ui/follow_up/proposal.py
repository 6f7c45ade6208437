"""What the review proposes, with its reasons, and the next plan beside the last one."""

from typing import Any

import streamlit as st

from planner.model.intake import QuestionnaireScore
from planner.model.plan import SelfCareTask
from planner.model.review import Because, Review
from planner.model.review.comparison import Difference, Row
from planner.model.vocabulary import Decision
from planner.planning.self_care import how_to
from planner.visit.measured import in_full, talk
from planner.words import joined, say
from planner.words.terms import CERTAINTY
from ui.parts.markdown import bold, bullets, table
from ui.parts.sources import cited
from ui.pictures import gallery
from ui.pictures.named import of_task
from ui.state import session
from ui.state.language import knowledge, shown, tell

WORDS = {
    Decision.REFER: (say("**Proposal: a clinician first.** You decide."), "hold"),
    Decision.STOP: (say("**Proposal: stop the massage.** You decide."), "hold"),
    Decision.NOT_ENOUGH: (say("**Proposal: not enough to go by yet.** You decide."), "ask"),
    Decision.CHANGE: (say("**Proposal: change one thing.** You decide."), "adjust"),
    Decision.STEP_UP: (say("**Proposal: step up.** You decide."), "adjust"),
    Decision.STEP_DOWN: (say("**Proposal: step down.** You decide."), "proceed"),
    Decision.KEEP: (say("**Proposal: keep the plan.** You decide."), "proceed"),
}
HEAD = (say("Line"), say("Last plan"), say("Next plan"), say("What and why"))
NO_SOURCE = say("Usual practice; no source is claimed.")


def draw(review: Review) -> None:
    """The decision, why, and both plans line by line."""
    words, tone = WORDS[review.decision]
    with st.container(key=f"banner-{tone}"):
        until = review.log_until
        more = say("Keep the diary until {day}.", day=until) if until else ""
        st.markdown(shown(joined(words, more)))
    st.header(tell("Why"), anchor=False)
    for number, one in enumerate(review.reasons):
        _reason(one, number, review)
    _forms(review.progress.measured)
    _side_by_side(review.side_by_side)
    _at_home(review)


def _forms(measured: tuple[QuestionnaireScore, ...]) -> None:
    """The scores of forms beside the diary: from what to what, and what counts as a change."""
    if measured:
        st.header(tell("Forms filled in"), anchor=False)
        said = shown(tuple(in_full(measured, knowledge())))
        st.markdown(bullets(said))
        if asks := talk(measured, session.draft().locale, knowledge()):
            st.warning(shown(asks))


def _reason(one: Because, number: int, review: Review) -> None:
    with st.container(horizontal=True, wrap=False, key=f"because-{number}"):
        st.markdown(bullets((one.says,)), width="stretch")
        with st.popover(tell("Source"), type="tertiary", key=f"because-why-{number}",
                        on_change="rerun") as opened:  # fmt: skip
            if opened.open:
                st.markdown(tell("**How sure:** {certainty}", certainty=CERTAINTY[one.certainty]))
                st.markdown(cited(one.sources, review.sources) or tell(NO_SOURCE))


def _side_by_side(rows: tuple[Row, ...]) -> None:
    """What differs as a table; what stays in one line."""
    if not rows:
        return
    st.header(tell("The last plan and the next"), anchor=False)
    differ = [row for row in rows if row.difference is not Difference.SAME]
    same = [row for row in rows if row.difference is Difference.SAME]
    if differ:
        st.markdown(table(HEAD, map(_line, differ)))
    if same:
        names = tuple(row.name for row in same)
        if differ:
            st.markdown(tell("**As before:** {names:semicolons}.", names=names))
        else:
            st.markdown(tell("**All as before:** {names:semicolons}.", names=names))


def _at_home(review: Review) -> None:
    """The home tasks that are new or read otherwise, as the client does them."""
    differ = {one.id for one in review.side_by_side if one.difference is not Difference.SAME}
    tasks = [one for one in review.next_plan.self_care if one.id in differ]
    if tasks:
        st.header(tell("New or changed at home"), anchor=False)
        gallery.draw([_task(one) for one in tasks])


def _task(one: SelfCareTask) -> dict[str, Any]:
    known = knowledge().self_care[one.id]
    steps = shown(joined(one.steps or how_to(known), one.step))
    return gallery.entry(known.name, steps, of_task(one, knowledge()))


def _line(row: Row) -> tuple[str, ...]:
    return bold(row.name), row.before, row.now, _what_and_why(row)


def _what_and_why(row: Row) -> str:
    why = row.why
    if row.difference is Difference.NEW:
        return tell("**New.** {why}", why=why)
    if row.difference is Difference.GONE:
        return tell("**Gone.** {why}", why=why)
    return tell("**Changed.** {why}", why=why)
