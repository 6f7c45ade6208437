"""The whole of the records: take a client in, back up, restore, and how they are kept."""

from collections.abc import Callable

import streamlit as st

from planner.system.reading import PARCEL
from records import RecordsError, Store
from ui.state import records_of_session, session
from ui.state.language import refusal, tell, tell_many

UPLOADS = "records-uploads"
TOLD = "records-told"
MOST_OF_A_BACKUP = 200


def draw() -> None:
    """The folds below the list."""
    for tone, words in st.session_state.pop(TOLD, ()):
        (st.success if tone == "good" else st.error)(words)
    with st.expander(tell("**Take in a client's file**"), key="take-in"):
        _take_in()
    if records_of_session.is_alone():
        with st.expander(tell("**Back up, restore**"), key="backup"):
            _backup()
    _how_kept()


def _uploader(label: str, kind: str, key: str, most: int, act: Callable[[str], None]) -> None:
    name = f"{key}-{st.session_state.get(UPLOADS, 0)}"
    st.file_uploader(label, type=kind, max_upload_size=most, key=name, on_change=act,
                     args=(name,))  # fmt: skip


def _taken(key: str) -> bytes | None:
    """What was uploaded; a new key empties the uploader, so that no copy stays in memory."""
    upload = st.session_state[key]
    if upload is None:
        return None
    st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
    return bytes(upload.getvalue())


def _note(tone: str, words: str) -> None:
    st.session_state[TOLD] = [*st.session_state.get(TOLD, ()), (tone, words)]


def _take_in() -> None:
    st.caption(tell("The zip file that “Take the records out” made. Nothing here is overwritten."))
    _uploader(tell("Client file (zip)"), "zip", "packed-client", PARCEL, _take_in_now)


def _take_in_now(key: str) -> None:
    content = _taken(key)
    if content is None:
        return
    try:
        taken = records_of_session.records().take_in(content)
    except RecordsError as error:
        _note("bad", refusal(error))
        return
    added = (
        tell_many("{number} visit", "{number} visits", taken.visits),
        tell_many("{number} version", "{number} versions", taken.revisions),
        tell_many("{number} diary", "{number} diaries", taken.diaries),
    )
    _note("good", tell("Taken in: {what:commas}.", what=added))


def _backup() -> None:
    store = records_of_session.store()
    st.caption(
        tell("One file with everything. It is as private as the records: keep it as carefully.")
    )
    st.download_button(
        tell("Back up everything"),
        data=store.backup,
        file_name="records-backup.db",
        key="backup-now",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption(
        tell("A restore replaces everything that is here now; the present file is kept beside it.")
    )
    _uploader(tell("Backup file"), "db", "backup-file", MOST_OF_A_BACKUP, _restore_now)


def _restore_now(key: str) -> None:
    content = _taken(key)
    if content is None:
        return
    try:
        before = records_of_session.store().restore(content)
    except RecordsError as error:
        _note("bad", refusal(error))
        return
    session.begin_anew()
    _note("good", tell("Restored. What was here before is kept in {file}.", file=before.name))


def _how_kept() -> None:
    store = records_of_session.store()
    st.caption(_sealed(store) if store.is_sealed else _not_sealed(store))
    if not records_of_session.is_alone():
        name = records_of_session.owner()
        st.caption(tell("Your sign-in name, for a share: {name}", name=name))
        leave = records_of_session.sign_out
        st.button(tell("Sign out"), key="sign-out", icon=":material/logout:", on_click=leave)


def _sealed(store: Store) -> str:
    return tell(
        "Kept in {place}. Visits, labels and diaries are sealed with a key ({cipher}).",
        place=store.place,
        cipher="AES-256-GCM",
    )


def _not_sealed(store: Store) -> str:
    return tell(
        "Kept in {place}. Visits, labels and diaries are not sealed: the encryption of this "
        "machine's own disk is relied on. Set {key} to seal them.",
        place=store.place,
        key="PAIN_PLAN_KEY",
    )
