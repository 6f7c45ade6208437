"""The evidence page: what the planner knows, how sure it is, and what nobody has checked yet."""

from collections.abc import Sequence

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Finding, Source
from planner.model import sizes
from planner.model.vocabulary import Certainty, Verification
from planner.words import formed, joined, not_yet_read, say
from planner.words.terms import CERTAINTY, VERIFICATION
from ui.evidence import conflicts, purpose, tasks
from ui.evidence.index import rests_on, supports, waiting
from ui.evidence.listing import boxed, holds, listed
from ui.parts.fields import SEVERAL_BY_NAME
from ui.parts.markdown import bold, bullets, lines
from ui.state import language
from ui.state.language import spoken, tell, tell_many

STILL_GUARDS = say(
    "A safety rule here still guards: a ban needs less proof than a recommendation. "
    "None of these supports a line that a client reads."
)


def draw() -> None:
    """The page."""
    knowledge = language.knowledge()
    st.title(tell("Evidence"), anchor=False)
    _signed_off(knowledge)
    purpose.draw()
    unread = waiting()
    parts = {
        tell("Findings · {number}", number=len(knowledge.findings)): _findings,
        tell("Home tasks · {number}", number=len(knowledge.self_care)): tasks.draw,
        tell("Sources · {number}", number=len(knowledge.sources)): _sources,
        tell("Where sources disagree"): conflicts.draw,
        tell("Claims of the first article"): _claims,
        tell("Awaiting a check · {number}", number=len(unread)): _awaiting,
    }
    for tab, part in zip(
        st.tabs(list(parts), key="evidence", on_change="rerun"), parts.values(), strict=True
    ):
        if tab.open:
            with tab:
                part(knowledge)


def _signed_off(knowledge: Knowledge) -> None:
    review = knowledge.review
    if review.clinician:
        st.markdown(
            tell(
                "Version {version}, reviewed by {name} on {day}; next review {next}.",
                version=review.version,
                name=review.clinician,
                day=review.reviewed_on,
                next=review.next_review,
            )
        )
    else:
        st.warning(
            tell(
                "Version {version}. No clinician has reviewed this knowledge base yet.",
                version=review.version,
            )
        )
    for word in not_yet_read(spoken()):
        st.warning(tell(word))


def _findings(knowledge: Knowledge) -> None:
    search, certainty, verification = st.columns([3, 2, 2])
    words = search.text_input(
        tell("Search findings"),
        type="search",
        live=True,
        key="find-finding",
        max_chars=sizes.SEARCH,
        placeholder=tell("Search"),
    )
    sure = certainty.multiselect(
        tell("How sure"),
        list(Certainty),
        key="find-certainty",
        format_func=lambda one: tell(CERTAINTY[one]),
        placeholder=tell("Any"),
        **SEVERAL_BY_NAME,
    )
    read = verification.multiselect(
        tell("How far checked"),
        list(Verification),
        key="find-checked",
        format_func=lambda one: tell(VERIFICATION[one]),
        placeholder=tell("Any"),
        **SEVERAL_BY_NAME,
    )
    found = [
        one
        for one in knowledge.findings.values()
        if holds(words, one.about, one.what, one.says, *supports().get(one.id, ()))
        and one.certainty in (sure or Certainty)
        and one.verification in (read or Verification)
    ]
    told = tell("{number} findings", number=len(found))
    listed("findings", found, told, boxed(lambda one: _finding(one, knowledge)))


def _finding(one: Finding, knowledge: Knowledge) -> None:
    about = bold(formed(one.about, "capital"))
    st.markdown(lines((joined(about, one.what, by=" · "), one.says)))
    sure, read = CERTAINTY[one.certainty], VERIFICATION[one.verification]
    st.markdown(
        tell(":small[**How sure:** {certainty} · **Checked:** {how_far}]", certainty=sure,
             how_far=read)
    )  # fmt: skip
    if one.source:
        st.caption(tell("Source: {source}", source=knowledge.sources[one.source].citation))
    uses = supports().get(one.id, ())
    _uses(uses, tell_many("Speaks to {number} entry", "Speaks to {number} entries", len(uses)))


def _uses(uses: Sequence[str], label: str) -> None:
    if uses:
        with st.popover(label, type="tertiary"):
            st.markdown(bullets(uses))


def _sources(knowledge: Knowledge) -> None:
    words = st.text_input(
        tell("Search sources"),
        type="search",
        live=True,
        key="find-source",
        max_chars=sizes.SEARCH,
        placeholder=tell("Search"),
    )
    found = [
        one
        for one in knowledge.sources.values()
        if holds(words, one.citation, *rests_on().get(one.id, ()))
    ]
    listed("sources", found, tell("{number} sources", number=len(found)), boxed(_source))


def _source(one: Source) -> None:
    st.markdown(one.citation)
    st.markdown(_checked(one))
    uses = rests_on().get(one.id, ())
    _uses(uses, tell_many("Carries {number} entry", "Carries {number} entries", len(uses)))


def _checked(one: Source) -> str:
    """How far a source was checked, and where it can be found."""
    how_far = VERIFICATION[one.verification]
    if not one.where:
        return tell(":small[**Checked:** {how_far}]", how_far=how_far)
    return tell(":small[**Checked:** {how_far} · {where}]", how_far=how_far, where=one.where)


def _claims(knowledge: Knowledge) -> None:
    st.caption(tell("This program began from an article. What it claimed, and what was found."))
    for one in knowledge.claims.values():
        with st.container(border=True, gap="xxsmall"):
            st.markdown(
                tell(
                    "“{claim}”  \n**{verdict}**  \n{found}",
                    claim=one.claim,
                    verdict=tell(_capitalised(one.verdict)),
                    found=one.found,
                )
            )


def _capitalised(words: str) -> str:
    return formed(formed(words, "flat"), "capital")


def _awaiting(_: Knowledge) -> None:
    st.markdown(tell(STILL_GUARDS))
    st.markdown(bullets(waiting()))
