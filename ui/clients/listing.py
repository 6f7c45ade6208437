"""The list of clients, newest first: search, last visit, next review due."""

from datetime import date

import streamlit as st

from planner.words import say
from records import ClientLine, Records
from ui.parts.wording import plain
from ui.state import session
from ui.state.language import tell

CHOSEN = "chosen-client"
PAGE = "clients-page"
SIZE = 20
WIDTHS = [4, 3, 3, 4]
EMPTY = say(
    "**No clients yet.** Begin on the Consultation page: from the first answer on, the visit is "
    "kept here under the label you give it. A client's file from another machine can be taken in "
    "below."
)


def chosen() -> str | None:
    """The client that stands open."""
    found: str | None = st.session_state.get(CHOSEN)
    return found


def choose(client: str | None) -> None:
    """Open a client, or go back to the list."""
    st.session_state[CHOSEN] = client


def draw(records: Records) -> None:
    """The search, one page of the list, and the way to the next."""
    st.title(tell("Clients"), anchor=False)
    search = st.text_input(
        tell("Search by label"),
        key="clients-search",
        placeholder=tell("Initials or code"),
        on_change=_to_first,
    )
    page = records.clients(search, st.session_state.get(PAGE, 1), SIZE)
    if not page.lines:
        st.info(tell("No client's label holds these letters.") if search else tell(EMPTY))
    for line in page.lines:
        _line(line)
    _turn(page.number, page.more)


def _line(line: ClientLine) -> None:
    with st.container(border=True, key=f"client-{line.id}"):
        label, last, review, ways = st.columns(WIDTHS, vertical_alignment="center")
        label.markdown(f"**{plain(line.label)}**")
        last.markdown(tell(":small[last visit]  \n{day}", day=line.last_visit))
        review.markdown(_review(line.review_on))
        with ways, st.container(horizontal=True, horizontal_alignment="right"):
            st.button(
                tell("Go on"), key=f"open-{line.latest}",
                help=tell("Open the latest visit as it was left"),
                on_click=to_visit, args=(line.latest,)
            )  # fmt: skip
            st.button(tell("Visits"), key=f"visits-{line.id}", on_click=choose, args=(line.id,))


def _review(on: date | None) -> str:
    if on is None:
        return tell(":small[no review planned]")
    if on <= date.today():
        return tell(":small[review was due]  \n{day}", day=on)
    return tell(":small[next review]  \n{day}", day=on)


def to_visit(token: str) -> None:
    """Open a visit, and go where it is worked on."""
    if session.open_kept(token):
        session.go_to("consultation")


def _turn(number: int, more: bool) -> None:
    if number > 1 or more:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(tell("Newer"), key="clients-newer", disabled=number == 1, on_click=_to,
                      args=(number - 1,))  # fmt: skip
            st.caption(tell("Page {number}", number=number), width="content")
            st.button(tell("Older"), key="clients-older", disabled=not more, on_click=_to,
                      args=(number + 1,))  # fmt: skip


def _to(number: int) -> None:
    st.session_state[PAGE] = number


def _to_first() -> None:
    _to(1)
