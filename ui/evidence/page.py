"""The evidence page: what the planner knows, how sure it is, and what nobody has checked yet."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries import Finding, Source
from planner.knowledge.safety import Asked, Interaction, RegionRule
from planner.model.vocabulary import Certainty, Verification
from ui.evidence import conflicts
from ui.evidence.index import rests_on, supports
from ui.parts.wording import CERTAINTY, VERIFICATION, counted, plain
from ui.state import session

Shown = TypeVar("Shown", Finding, Source)
AT_ONCE = 20


def draw() -> None:
    """The page."""
    knowledge = session.knowledge()
    st.title("Evidence", anchor=False)
    _signed_off(knowledge)
    waiting = _waiting(knowledge)
    parts = {
        f"Findings · {len(knowledge.findings)}": _findings,
        f"Sources · {len(knowledge.sources)}": _sources,
        "Where sources disagree": conflicts.draw,
        "Claims of the first article": _claims,
        f"Awaiting a check · {len(waiting)}": _awaiting,
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
            f"Version {review.version}, reviewed by {plain(review.clinician)} on "
            f"{review.reviewed_on}; next review {review.next_review}."
        )
    else:
        st.warning(f"Version {review.version}. No clinician has reviewed this knowledge base yet.")


def _findings(knowledge: Knowledge) -> None:
    search, certainty, verification = st.columns([3, 2, 2])
    words = search.text_input("Search findings", type="search", live=True, key="find-finding")
    sure = certainty.multiselect(
        "How sure",
        list(Certainty),
        key="find-certainty",
        format_func=CERTAINTY.__getitem__,
        placeholder="Any",
    )
    read = verification.multiselect(
        "How far checked",
        list(Verification),
        key="find-checked",
        format_func=VERIFICATION.__getitem__,
        placeholder="Any",
    )
    found = [
        one
        for one in knowledge.findings.values()
        if _holds(words, one.about, one.what, one.says, *supports().get(one.id, ()))
        and one.certainty in (sure or Certainty)
        and one.verification in (read or Verification)
    ]
    _listed(found, "findings", lambda one: _finding(one, knowledge))


def _holds(words: str | None, *texts: str) -> bool:
    """Whether every word searched for is somewhere in these texts."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in (words or "").casefold().split())


def _listed(found: Sequence[Shown], noun: str, one_entry: Callable[[Shown], None]) -> None:
    """The first entries found, and a way to see more."""
    st.caption(f"{len(found)} {noun}")
    if not found:
        st.info("Nothing fits. Take a word out of the search, or a filter off.")
    key = f"many-{noun}"
    many = st.session_state.get(key, AT_ONCE)
    for one in found[:many]:
        with st.container(border=True, gap="xxsmall"):
            one_entry(one)
    if many < len(found):
        st.button("Show more", key=f"more-{noun}", on_click=_more, args=(key, many))


def _more(key: str, many: int) -> None:
    st.session_state[key] = many + AT_ONCE


def _finding(one: Finding, knowledge: Knowledge) -> None:
    about = one.about[0].upper() + one.about[1:]
    st.markdown(f"**{plain(about)}** · {plain(one.what)}  \n{plain(one.says)}")
    st.markdown(
        f":small[**How sure:** {CERTAINTY[one.certainty]} · **Checked:** "
        f"{VERIFICATION[one.verification]}]"
    )
    if one.source:
        st.caption(f"Source: {plain(knowledge.sources[one.source].citation)}")
    _uses(supports().get(one.id, ()), "Speaks to")


def _uses(uses: Iterable[str], label: str) -> None:
    told = list(uses)
    if told:
        with st.popover(f"{label} {counted(len(told), 'entry', 'entries')}", type="tertiary"):
            st.markdown("\n".join(f"- {plain(one)}" for one in told))


def _sources(knowledge: Knowledge) -> None:
    words = st.text_input("Search sources", type="search", live=True, key="find-source")
    found = [
        one
        for one in knowledge.sources.values()
        if _holds(words, one.citation, *rests_on().get(one.id, ()))
    ]
    _listed(found, "sources", _source)


def _source(one: Source) -> None:
    st.markdown(plain(one.citation))
    where = f" · {plain(one.where)}" if one.where else ""
    st.markdown(f":small[**Checked:** {VERIFICATION[one.verification]}{where}]")
    _uses(rests_on().get(one.id, ()), "Carries")


def _claims(knowledge: Knowledge) -> None:
    st.caption("This program began from an article. What it claimed, and what was found.")
    for one in knowledge.claims.values():
        with st.container(border=True, gap="xxsmall"):
            st.markdown(
                f"“{plain(one.claim)}”  \n**{plain(one.verdict.capitalize())}**  \n"
                f"{plain(one.found)}"
            )


def _waiting(knowledge: Knowledge) -> list[str]:
    """Every entry whose source nobody has read yet."""
    unread = (Verification.UNVERIFIED, Verification.CITATION_ONLY)
    safety = {**knowledge.rows, **knowledge.region_rules, **knowledge.interactions}
    return [
        *(
            f"Finding: {one.about}, {one.what}"
            for one in knowledge.findings.values()
            if one.verification in unread
        ),
        *(f"Safety: {_about(one)}" for one in safety.values() if one.verification in unread),
        *(
            f"Technique: {one.name}"
            for one in knowledge.techniques.values()
            if one.verification in unread
        ),
        *(
            f"Consent: {one.says}"
            for one in knowledge.consent.values()
            if one.verification in unread
        ),
        *(f"Scope: {one.says}" for one in knowledge.scope.values() if one.verification in unread),
    ]


def _about(entry: Asked | RegionRule | Interaction) -> str:
    """What a safety rule is about, in a few words."""
    if isinstance(entry, Asked):
        return entry.label
    return entry.where if isinstance(entry, RegionRule) else entry.says


def _awaiting(knowledge: Knowledge) -> None:
    st.markdown(
        "A safety rule here still guards: a ban needs less proof than a recommendation. "
        "None of these supports a line that a client reads."
    )
    st.markdown("\n".join(f"- {plain(one)}" for one in _waiting(knowledge)))
