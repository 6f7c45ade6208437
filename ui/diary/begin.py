"""Before there is a diary: bring one, begin one here, print one, or look at a sample."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.diary import entry, kept, papers

SAMPLES = Path(__file__).parent / "samples"
KINDS = ["csv", "tsv", "txt", "xlsx", "xls", "ods"]
MOST_MEGABYTES = 60
UPLOADS = "diary-uploads"
WHAT_FOR = """
**Bring the client's diary, from any app or spreadsheet.** The page then says what changed since the
plan started, and how sure that is. What the file leaves open is asked, never guessed; names,
places and other personal columns are not kept.
"""


def draw() -> None:
    """The ways to begin."""
    st.markdown(WHAT_FOR)
    bring, sample = st.columns([3, 2], gap="medium")
    with bring:
        _upload()
    with sample:
        st.selectbox(
            "Look at a sample diary (invented)",
            list(samples()),
            index=None,
            format_func=lambda name: name.replace("-", " ").capitalize(),
            placeholder="Choose a sample",
            key="diary-sample",
            on_change=_try,
        )
    entry.draw()
    papers.draw()


def _upload() -> None:
    key = f"diary-file-{st.session_state.get(UPLOADS, 0)}"
    st.file_uploader(
        "Diary file (CSV, Excel or OpenDocument)",
        type=KINDS,
        max_upload_size=MOST_MEGABYTES,
        key=key,
        on_change=_take,
        args=(key,),
    )


def _take(key: str) -> None:
    """Take what was uploaded; a new key empties the uploader, so that one copy is kept."""
    upload = st.session_state[key]
    if upload is not None:
        kept.open_file(upload.name, upload.getvalue())
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1


@cache
def samples() -> dict[str, Path]:
    """The sample diaries that come with the app, by name."""
    return {path.stem: path for path in sorted(SAMPLES.glob("*.csv"))}


def _try() -> None:
    name = st.session_state["diary-sample"]
    if name:
        path = samples()[name]
        kept.open_file(path.name, path.read_bytes())
