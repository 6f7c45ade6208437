"""One client's records out, shared, or deleted for good."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

import streamlit as st

from planner.exports.documents import Given, due, file_name
from planner.model import sizes
from planner.model.practice import NOT_SET, Practice
from planner.words import say
from records import ClientLine, Receipt, Records, VisitLine
from ui import sessions
from ui.clients import ways
from ui.state import autosave, clock, practice, records_of_session, session
from ui.state.kept_visits import draft_of, plan_if_readable
from ui.state.language import read_by, shown, tell

RECEIPT = "deletion-receipt"
VERB = {
    "began": say("began a visit"),
    "opened": say("opened a visit"),
    "changed": say("changed a visit"),
    "restored": say("brought an earlier version back"),
    "kept-diary": say("kept a diary"),
    "opened-diary": say("opened a diary"),
    "exported": say("took the records out"),
    "took-in": say("took records in"),
    "shared": say("shared the client"),
    "unshared": say("ended a share"),
}


def draw(records: Records, line: ClientLine, visits: tuple[VisitLine, ...]) -> None:
    """The folds below a client's visits."""
    with st.expander(tell("**Take the records out**"), key="take-out"):
        _take_out(records, line, visits)
    with st.expander(tell("**Who did what and when**"), key="trail", on_change="rerun") as trail:
        if trail.open:
            _trail(records, line)
    if line.owner == records_of_session.owner():
        if not records_of_session.is_alone():
            with st.expander(tell("**Share with another therapist**"), key="share"):
                _share(records, line)
        with st.expander(tell("**Delete this client for good**"), key="delete"):
            _delete(records, line)


def _take_out(records: Records, line: ClientLine, visits: tuple[VisitLine, ...]) -> None:
    st.caption(tell("Every version of every visit, its papers, and the diaries, in one zip file."))
    st.download_button(
        tell("All of this client (zip)"),
        data=partial(_zip, records, line.id, visits, practice.now()),
        file_name=file_name("client", line.label, f"{clock.today()}.zip"),
        mime="application/zip",
        key="export-client",
        on_click="ignore",
        icon=":material/download:",
    )


def _zip(
    records: Records, client: str, visits: tuple[VisitLine, ...], head: Practice = NOT_SET
) -> bytes:
    with records_of_session.lent(records):
        extras = sessions.extras(client)
    for visit in visits:
        body = records.revision(visit.token, visit.revisions).body
        which = f"{visit.on}-{visit.token[:4]}"  # two visits of a day have papers of one name
        extras |= {f"{which}-{name}": made for name, made in _papers(body, head)}
    return records.export(client, extras)


def _papers(body: str, head: Practice) -> Iterator[tuple[str, bytes]]:
    """Every paper of a visit, as the panel hands it over, but what is only had when asked twice."""
    plan = plan_if_readable(body)
    if plan is None:
        return
    said = draft_of(body)
    given = Given(plan, said, session.knowledge(), read_by(said), head)
    for one in due(plan):
        if one.suffix == "pdf" and not one.is_private(plan):
            yield one.file_name(plan), one.make(given)


def _trail(records: Records, line: ClientLine) -> None:
    st.dataframe(
        [
            {
                tell("When"): _moment(one.at.astimezone()),
                tell("Who"): tell("you") if one.who == records_of_session.owner() else one.who,
                tell("What"): tell(VERB[one.verb]) if one.verb in VERB else one.verb,
            }
            for one in records.trail(line.id)
        ],
        hide_index=True,
        alt=tell("Who opened, changed or took out this client's records, newest first"),
    )


def _moment(at: datetime) -> str:
    time = f"{at:%H:%M:%S}"
    return tell("{day:short-year}, {time}", day=at.date(), time=time)


def _share(records: Records, line: ClientLine) -> None:
    st.caption(
        tell("The other therapist may read and change this client. Deleting stays with you.")
    )
    for other in records.shared_with(line.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(other)
            st.button(tell("End the share"), key=f"unshare-{other}",
                      on_click=_end_share, args=(records, line.id, other))  # fmt: skip
    with st.form("share-form", enter_to_submit=False, border=False, clear_on_submit=True):
        other = st.text_input(
            tell("The other therapist's sign-in name"), key="share-with", max_chars=sizes.ADDRESS,
            help=tell("It stands at the foot of their Clients page.")
        )  # fmt: skip
        if st.form_submit_button(tell("Share"), key="share-now") and other.strip():
            records.share(line.id, other.strip())
            st.rerun()


def _end_share(records: Records, client: str, other: str) -> None:
    with autosave.trouble_told():
        records.unshare(client, other)


def _delete(records: Records, line: ClientLine) -> None:
    st.caption(
        tell(
            "Every visit, version, diary and share of this client is removed and the freed space "
            "is overwritten. Backups and files made earlier are not touched. Nothing brings it "
            "back."
        )
    )
    sure = st.checkbox(tell("Yes, delete this client for good"), key=f"sure-{line.id}")
    st.button(tell("Delete"), key="delete-client", disabled=not sure, on_click=_delete_now,
              args=(records, line.id))  # fmt: skip


def _delete_now(records: Records, client: str) -> None:
    with autosave.trouble_told():
        st.session_state[RECEIPT] = records.delete_client(client)
        here = autosave.place()
        if here and here.client == client:
            session.begin_anew()
        ways.to_the_whole_list()


def receipt() -> None:
    """The receipt of a deletion, until it is put away."""
    made: Receipt | None = st.session_state.get(RECEIPT)
    if made is None:
        return
    words = shown(made.says)
    with st.container(border=True, key="receipt"):
        st.markdown(tell("**Deleted.** {receipt}", receipt=words))
        with st.container(horizontal=True):
            st.download_button(
                tell("Receipt"),
                data=words,
                file_name="deletion-receipt.txt",
                key="receipt-file",
                on_click="ignore",
                icon=":material/download:",
            )
            st.button(tell("Put away"), key="receipt-away", on_click=_put_receipt_away)


def _put_receipt_away() -> None:
    del st.session_state[RECEIPT]
