"""Before there is a diary: bring one, begin one here, print one, or look at a sample."""

from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st

from planner.diary import TITLES
from planner.words import say
from records.limits import MEGABYTE
from ui.parts.diary_panel import entry, papers
from ui.parts.fields import ONE_BY_NAME
from ui.state import open_diary
from ui.state.language import shown, tell

SAMPLES = Path(__file__).parent / "samples"
TABLES = ["csv", "tsv", "txt", "xlsx", "xls", "ods"]
OF_APPS = ["zip", "json", "xml", "daylio"]
MOST_MEGABYTES, MOST_OF_A_TABLE = 300, 50
NO_LABEL = " "  # the field gives its label to a part that must not have one (axe); said above it
FALL, ALL_OVER, DATES = (
    "low-back-a-fall-after-the-start",
    "all-over-pain-three-times-a-day",
    "headaches-dates-that-need-an-answer",
)
NAMES = {
    FALL: say("Low back a fall after the start"),
    ALL_OVER: say("All over pain three times a day"),
    DATES: say("Headaches dates that need an answer"),
}
STARTED = {
    FALL: date(2026, 9, 21),
    ALL_OVER: date(2026, 10, 5),
}
UPLOADS, REFUSED = "diary-uploads", "diary-refused"
WHAT_FOR = say("""\
**Bring the client's diary, from any app or spreadsheet.** You then see what changed since the plan
started, and how sure that is. What the file leaves open is asked, never guessed. Names, e-mail
addresses and map positions are not kept.
""")
WHAT_A_FILE_NEEDS = say(
    """\
- **It needs** a date and a pain score in each row, written in any form.
- **It may have** time, place, sleep, massage sessions and notes; several entries a day are fine.
- Known by their headings: {products:commas}. Any other
  table is read too.
- **An app's own file** may come as it is: the export of Apple Health (zip), a backup of Daylio,
  JSON; only the diary in it is kept. Tables may come in a zip.
""",
    products=tuple(TITLES.values()),
)
NO_DIARY_YET = say(
    "**No diary yet?** Write the first days down together, or give one to take home."
)


def draw() -> None:
    """The ways to begin."""
    with st.container(key="diary-begin"):
        st.markdown(tell(WHAT_FOR))
        bring, sample = st.columns([3, 2], gap="medium")
        with bring:
            with st.container(key="bring"):
                upload()
            with st.container(key="what-a-file-needs"):
                st.markdown(tell(WHAT_A_FILE_NEEDS))
        with sample:
            _samples()
        st.markdown(tell(NO_DIARY_YET))
        entry.draw()
        papers.draw()


def _samples() -> None:
    st.selectbox(
        tell("Look at a sample diary (invented)"),
        list(samples()),
        index=None,
        format_func=lambda name: tell(NAMES[name]),
        placeholder=tell("Choose a sample"),
        key="diary-sample",
        on_change=_try,
        **ONE_BY_NAME,
    )


def upload() -> None:
    """The field that takes a diary file."""
    key = f"diary-file-{st.session_state.get(UPLOADS, 0)}"
    st.markdown(
        tell("Diary file (CSV, Excel, OpenDocument, or an app's own: zip, JSON)"), width="content"
    )
    st.file_uploader(
        NO_LABEL,
        label_visibility="collapsed",
        type=[*TABLES, *OF_APPS],
        max_upload_size=MOST_MEGABYTES,
        key=key,
        on_change=_take,
        args=(key,),
    )
    for words in st.session_state.pop(REFUSED, ()):
        st.error(words)


def _take(key: str) -> None:
    """Take what was uploaded; a new key empties the uploader, so that one copy is kept."""
    upload = st.session_state[key]
    if upload is not None:
        st.session_state[REFUSED] = [
            shown(one) for one in _refusals(upload.name, upload.getvalue())
        ]
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1


def _refusals(name: str, data: bytes) -> list[str]:
    """Open a file; the sentences that say why it cannot be read."""
    is_table = name.lower().endswith(tuple(TABLES))
    if is_table and len(data) > MOST_OF_A_TABLE * MEGABYTE:
        return [say("This table is larger than {most} MB, too large for a diary.",
                    most=MOST_OF_A_TABLE)]  # fmt: skip
    return [problem.what for problem in open_diary.open_file(name, data)]


@cache
def samples() -> dict[str, Path]:
    """The sample diaries that come with the app, by name."""
    return {path.stem: path for path in sorted(SAMPLES.glob("*.csv"))}


def _try() -> None:
    name = st.session_state["diary-sample"]
    if name:
        path = samples()[name]
        open_diary.open_file(path.name, path.read_bytes(), STARTED.get(name), is_sample=True)
