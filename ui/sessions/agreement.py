"""Consent on the screen: six points, who agrees, each sensitive place, taken back in one tap."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.model import sizes
from planner.model.between.consent import CONSENT, AgreedBy, Consent, Point
from planner.model.ids import RegionId
from planner.model.plan import Plan
from planner.visit.between import consenting
from planner.words import say
from planner.words.plan import places
from planner.words.terms import AGREED_BY
from ui.parts import downloads
from ui.parts.fields import shown as bound
from ui.parts.wording import capital
from ui.sessions import kept
from ui.sessions.kept import Kept
from ui.sessions.state import Consented
from ui.state import autosave, clock, practice
from ui.state.language import shown, spoken, tell

POINTS = {
    Point.NATURE: say("What is done, and where"),
    Point.BENEFITS: say("What may get better"),
    Point.RISKS: say("What may go wrong"),
    Point.ALTERNATIVES: say("What else there is"),
    Point.WITHOUT: say("What happens without it"),
    Point.STOP: say("The right to ask, and to stop at any time"),
}
ANSWERS = (True, False)
Change = Callable[[Consent], Consent]


def draw(client: str, plan: Plan, knowledge: Knowledge) -> None:
    """The consent of this plan: the one that is kept last, or one still to be asked for."""
    last = _last(client)
    is_over = last is not None and last.value.withdrawn is not None
    if last and is_over:
        st.warning(tell("Consent was taken back on {day}.", day=_taken_back(last.value)))
        st.button(tell("Ask for a new one"), key="consent-anew", on_click=_anew,
                  args=(client, plan))  # fmt: skip
        return
    value = last.value if last else _begun(plan)
    left, right = st.columns(2, gap="medium")
    with left, st.container(gap="xsmall", key="consent-points"):
        _points(client, plan, value)
    with right:
        _who(client, plan, value)
        _places(client, plan, value, knowledge)
    _ends(client, plan, value, knowledge)


def _taken_back(one: Consent) -> date:
    assert one.withdrawn is not None
    return one.withdrawn.on


def _anew(client: str, plan: Plan) -> None:
    """A consent to be asked for; the second of two taps finds it there."""
    _keep(client, plan, lambda of: of)


def _keep(client: str, plan: Plan, change: Change) -> None:
    with autosave.trouble_told():
        last = _last_unless_taken_back(client)
        if last:
            kept.change(last, change(last.value))
        else:
            kept.enter(client, CONSENT, change(_begun(plan)))


def _points(client: str, plan: Plan, value: Consent) -> None:
    st.markdown(tell("**Told and talked about**"))
    for one in Point:
        st.checkbox(
            tell(POINTS[one]),
            **bound(f"consent-{one.value}", one in value.points,
                    partial(_tell, client, plan, one), "value"),
        )  # fmt: skip


def _begun(plan: Plan) -> Consent:
    """A consent in which nothing was told yet, in the practice's own wording where it has one."""
    return consenting.begun(plan, clock.today(), "\n".join(practice.now().consent))


def _tell(client: str, plan: Plan, point: Point, on: bool) -> None:
    _keep(client, plan, lambda of: consenting.told(of, point, on))


def _take_back(client: str) -> None:
    """Take back what stands; tapped once more, in another window, it finds nothing to take back."""
    with autosave.trouble_told():
        last = _last_unless_taken_back(client)
        if last:
            kept.change(last, consenting.withdrawn(last.value, clock.today()))


def _last_unless_taken_back(client: str) -> Kept[Consent] | None:
    last = _last(client)
    return last if last and last.value.withdrawn is None else None


def _last(client: str) -> Kept[Consent] | None:
    given = kept.consents(client)
    last = consenting.latest(one.value for one in given)
    return next((one for one in given if one.value is last), None)


def _who(client: str, plan: Plan, value: Consent) -> None:
    st.markdown(tell("**Who agrees**"))
    asked = st.session_state.get("consent-for-another")
    st.segmented_control(
        tell("Who agrees"),
        [one.value for one in AgreedBy],
        format_func=lambda one: capital(AGREED_BY[AgreedBy(one)]),
        label_visibility="collapsed",
        **bound("consent-by", asked or (value.by.value if value.by else None),
                partial(_agree, client, plan)),
    )  # fmt: skip
    if asked or value.by not in (None, AgreedBy.CLIENT):
        st.text_input(
            tell("Their name"), max_chars=sizes.LINE,
            **bound("consent-name", value.name, partial(_name, client, plan, asked), "value"),
        )  # fmt: skip


def _agree(client: str, plan: Plan, by: str | None) -> None:
    """Whoever agrees for somebody else is named before anything is kept."""
    st.session_state.pop("consent-for-another", None)
    if by in (None, AgreedBy.CLIENT.value):
        who = AgreedBy(by) if by else None
        _keep(client, plan, lambda of: consenting.agreed(of, who))
    else:
        st.session_state["consent-for-another"] = by


def _name(client: str, plan: Plan, asked: str | None, name: str) -> None:
    if asked and name.strip():
        st.session_state.pop("consent-for-another", None)
        _keep(client, plan, lambda of: consenting.agreed(of, AgreedBy(asked), name))
    elif name.strip():
        _keep(client, plan, lambda of: consenting.agreed(of, of.by, name))


def _places(client: str, plan: Plan, value: Consent, knowledge: Knowledge) -> None:
    asked = consenting.sensitive_in(plan, knowledge)
    if not asked:
        return
    st.markdown(tell("**Sensitive places, each by itself**"))
    for region in asked:
        (name,) = places([knowledge.regions[region]])
        st.segmented_control(
            shown(name),
            ANSWERS,
            format_func=lambda one: tell("Yes") if one else tell("No"),
            **bound(f"consent-{region}", value.places.get(region),
                    partial(_place, client, plan, region)),
        )  # fmt: skip


def _place(client: str, plan: Plan, region: RegionId, answer: bool | None) -> None:
    _keep(client, plan, lambda of: consenting.place_said(of, region, answer))


def _ends(client: str, plan: Plan, value: Consent, knowledge: Knowledge) -> None:
    """How far it has come; the page to sign; and the way to take it back."""
    st.markdown(state_in_words(value, plan, knowledge))
    with st.container(horizontal=True):
        language, head = spoken(), practice.now()

        def page() -> bytes:
            from planner.exports.paper.consent_page import consent_pdf

            return consent_pdf(plan, knowledge, value, head, language)

        downloads.kept(say("Consent to print (PDF)"), page, f"consent-{value.on}.pdf")
        if value.stands:
            st.button(tell("Taken back today"), key="consent-withdraw", icon=":material/undo:",
                      on_click=_take_back, args=(client,))  # fmt: skip


def state_in_words(value: Consent | None, plan: Plan, knowledge: Knowledge) -> str:
    """Whether consent stands, and which sensitive places are still open."""
    stands = value if value and value.stands else None
    still = consenting.still_open(plan, stands, knowledge)
    named = places(knowledge.regions[one] for one in still)
    if stands is None and named:
        return tell("Not recorded in full yet. Ask for: {places:semicolons}.", places=named)
    if stands is None:
        return tell("Not recorded in full yet.")
    if named:
        return tell(
            "Agreed on {day}. No yes for: {places:semicolons}.", day=stands.on, places=named
        )
    return tell("Agreed on {day}.", day=stands.on)


def given() -> Consent | None:
    """What the client of the open visit consented to, where that stands."""
    here = autosave.place()
    return _stands(here.client) if here else None


def _stands(client: str) -> Consent | None:
    return consenting.in_force(one.value for one in kept.consents(client))


def agreed(client: str, plan: Plan, knowledge: Knowledge) -> Consented:
    """The same for the session's card, and whether a sensitive place is still open."""
    stands = _stands(client)
    is_open = bool(consenting.still_open(plan, stands, knowledge))
    return Consented(state_in_words(stands, plan, knowledge), is_open)
