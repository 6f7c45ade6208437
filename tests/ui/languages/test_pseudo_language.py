"""Every page in the made-up language: what stays in plain letters is in no catalogue, and listed.

What stays plain on purpose: what a person typed, citations of the literature, names of products
and of files, keys of settings, and the version of the facts.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from streamlit.testing.v1 import AppTest

from planner.diary import TITLES
from planner.knowledge import Knowledge
from planner.model.diary import Choices, DayWritten
from records import Records
from tests.conftest import sample, sample_text
from tests.practices import oak_street
from tests.ui.conftest import APP, button, read, run
from tests.ui.pseudo import left_plain, plain_words, speak_pseudo, texts
from ui.body_chart.markup import markup
from ui.evidence import conflicts
from ui.parts.diary_panel import begin
from ui.parts.side_by_side import differences
from ui.state import autosave, open_diary
from ui.state.kept_visits import draft_of, summary_of
from ui.state.language import knowledge

SECONDS = 60
LABELS = ("Somebody typed", "A.R.", "T.S.")
TYPED, THERAPIST = "Somebody typed", "another therapist at a clinic"
PRODUCTS = tuple(TITLES.values())  # whose exports the diary knows by name
PAINS = ("Headache", "Neck pain")  # as a client named them
SETTINGS = ("PAIN_PLAN_KEY",)  # what is set for the program from outside
CODE = (  # commands, files and their sections, as they are typed
    "streamlit run app.py",
    "server.address",
    "localhost",
    ".streamlit/config.toml",
    ".streamlit/secrets.toml",
    "[auth]",
)


@pytest.fixture(autouse=True)
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    speak_pseudo(monkeypatch)


# --- evidence ---------------------------------------------------------------------------------


def evidence_page() -> None:
    from ui.evidence import page

    page.draw()


def evidence_tabs() -> list[str]:
    app = run(AppTest.from_function(evidence_page, default_timeout=SECONDS))
    return [one.label for one in app.tabs]


def literature(knowledge: Knowledge) -> Iterator[str]:
    """Citations, in full and as they are named in passing, and where a source is found."""
    for source in knowledge.sources.values():
        yield from (source.citation, source.where, conflicts._short(source.citation))


@pytest.mark.parametrize("number", range(6))
def test_evidence(number: int, knowledge: Knowledge):
    app = AppTest.from_function(evidence_page, default_timeout=SECONDS)
    app.session_state["evidence"] = evidence_tabs()[number]
    for kind in ("findings", "sources", "tasks"):
        app.session_state[f"many-{kind}"] = len(knowledge.sources) + len(knowledge.findings)
    known = [one for one in literature(knowledge) if one]
    assert not plain_words(run(app), *known, knowledge.review.version)


# --- the practice -----------------------------------------------------------------------------


def practice_page() -> None:
    from ui.practice import page

    page.draw()


def test_the_practice(records):
    practice = oak_street()
    records.put_setting("practice", 0, practice.model_dump_json(), shared=True)
    app = run(AppTest.from_function(practice_page, default_timeout=SECONDS))
    typed = (practice.name, practice.address, practice.phone, practice.email, practice.logo)
    units = ("USD", "GBP", "EUR", "AUD", "CAD", "NZD", "PNG", "SVG")
    zones = (name.replace("_", " ") for name in available_timezones())
    names = (*zones, practice.therapist, practice.licence)
    assert not plain_words(app, *typed, *units, *names)


# --- the diary --------------------------------------------------------------------------------


def diary_page() -> None:
    from ui.diary import page

    page.draw()


def diary() -> AppTest:
    return AppTest.from_function(diary_page, default_timeout=SECONDS)


def opened(content: bytes, started: date | None = None, **more: object) -> AppTest:
    """The page on a diary that was brought."""
    app = diary()
    brought = open_diary.OpenDiary("diary.csv", content, started=started, **more)
    app.session_state[open_diary.KEY] = brought
    return run(app)


def table(days: int, heading: str = "Date,Pain (0-10)", more: str = "") -> bytes:
    lines = (f"2026-09-{n:02d},{n % 5 + 3}{more}" for n in range(1, days + 1))
    return "\n".join([heading, *lines]).encode()


def test_a_blank_diary():
    assert not plain_words(run(diary()), *PRODUCTS)


@pytest.mark.parametrize("name", sorted(begin.samples()))
def test_a_diary_and_its_questions(name: str):
    app = run(diary())
    app.selectbox(key="diary-sample").select(name)
    app.session_state["diary-accounts"] = True
    assert not plain_words(run(app), f"{name}.csv", *headings_of(app))


def test_every_figure_behind_a_diary_and_its_table():
    app = run(diary())
    app.selectbox(key="diary-sample").select(begin.ALL_OVER)
    run(app)
    _, drawn = app.session_state[f"{open_diary.KEY}-made-figures"]
    for figure in drawn:
        app.session_state[f"figure-{figure.id}"] = True
        app.session_state[f"figure-{figure.id}-table"] = True
    run(app)
    assert len(app.dataframe) == len(drawn) > 1
    places = {place for one in app.dataframe for place in one.value.iloc[:, 0] if is_typed(place)}
    assert not plain_words(app, f"{begin.ALL_OVER}.csv", *places, *headings_of(app))


def headings_of(app: AppTest) -> tuple[str, ...]:
    """The headings of the file, which are the client's."""
    _, reading = app.session_state[f"{open_diary.KEY}-made-reading"]
    return reading.columns.headings


def is_typed(cell: object) -> bool:
    """Whether a cell of a figure's table is a place that the client named."""
    return isinstance(cell, str) and cell in begin.samples()[begin.ALL_OVER].read_text()


def test_a_diary_without_a_start_and_one_with_too_few_days():
    with_session = opened(table(20, "Date,Pain (0-10),Massage", ",yes"))
    too_few = opened(table(6), started=date(2026, 9, 4))
    for app in (with_session, too_few):
        assert not plain_words(app, "diary.csv", *headings_of(app))


def test_what_was_written_here_and_what_was_answered():
    entries = (DayWritten(date(2026, 9, 3), 10.0, session=True),)
    app = opened(table(20) + b"\nsoon,4", entries=entries, choices=Choices(scale=(0, 20)))
    app.session_state["diary-accounts"] = True
    button(run(app), "entry-keep").click()
    run(app)
    assert app.error and app.dataframe
    assert not plain_words(app, "diary.csv", "soon", *headings_of(app))


def test_which_of_several_pains():
    lines = "\n".join(f"2026-09-{n:02d},{what},{n % 7}" for n in range(1, 21) for what in PAINS)
    app = opened(f"date,symptom,severity (0-10)\n{lines}".encode())
    app.session_state["diary-accounts"] = True
    assert (
        len(run(app).selectbox(key="read-pain").options) == 1 + len(PAINS) + 1
    )  # none, each, the worst of the day
    assert not plain_words(app, "diary.csv", *PAINS, *headings_of(app))


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\0" * 900, b"PK\x03\x04x"])
def test_a_file_that_is_refused(content: bytes):
    app = run(diary())
    app.file_uploader[0].set_value(("diary.csv", content, "text/csv"))
    assert run(app).error
    assert not plain_words(app, *PRODUCTS)


def test_files_without_a_pain():
    no_scores = opened(b"Date,Pain (0-10)\nsoon,x\nlater,y\n")
    nothing_used = opened(b"Date,Pain (0-10)\n2026-09-01,\n2026-09-02,\n")
    assert no_scores.warning
    for app in (no_scores, nothing_used):
        assert not plain_words(app, "diary.csv", "Date", "Pain (0-10)", "soon", "later")


# --- clients ----------------------------------------------------------------------------------


def clients_page() -> None:
    from ui.clients import page

    page.draw()


def one_client(records: Records) -> AppTest:
    """A client with two visits and a changed version, another therapist's share, a trail."""
    first = sample("low-back-nothing-flagged").model_dump_json(exclude_none=True)
    later = sample("three-sources").model_dump_json(exclude_none=True)
    begun = records.begin(first, summary_of(first), "1")
    changed = first.replace("A.R.", TYPED)
    records.save(begun.token, begun.revision, changed, summary_of(changed), "1")
    records.new_visit(begun.client, later, summary_of(later), "1")
    records.share(begun.client, THERAPIST)
    app = AppTest.from_function(clients_page, default_timeout=SECONDS)
    app.session_state["chosen-client"] = begun.client
    return app


def test_no_clients_yet(records: Records, database: Path):
    app = run(AppTest.from_function(clients_page, default_timeout=SECONDS))
    assert not plain_words(app, str(database), *SETTINGS)


def test_the_list_of_clients(records: Records, database: Path):
    one_client(records)
    app = run(AppTest.from_function(clients_page, default_timeout=SECONDS))
    assert not plain_words(app, str(database), *SETTINGS, *LABELS)


def test_one_client(records: Records, database: Path):
    app = one_client(records)
    app.session_state["trail"] = True
    for visit in records.timeline(app.session_state["chosen-client"]):
        app.session_state[f"undo-{visit.token}"] = True
    assert not plain_words(run(app), *LABELS, THERAPIST)


def test_a_deletion_and_its_receipt(records: Records, database: Path):
    app = run(one_client(records))
    client = app.session_state["chosen-client"]
    app.checkbox(key=f"sure-{client}").check()
    button(run(app), "delete-client").click()
    app = run(app)
    gone = app.session_state["deletion-receipt"].rows
    assert not plain_words(app, str(database), *SETTINGS, *gone, client, "local", "UTC")


# --- the frame --------------------------------------------------------------------------------


def frame() -> None:
    import streamlit as st

    from planner.model.phrase import Phrase
    from ui.shell import entrance, navigation, save_notice
    from ui.shell.door import rules
    from ui.state import autosave
    from ui.state.language import tell

    for page in navigation._pages().values():
        st.text(page.title)
    autosave.only_look()
    save_notice.draw()
    for why in vars(rules).values():
        if isinstance(why, Phrase):
            st.text(tell(why))
    st.session_state[entrance.COVERED] = True
    entrance._is_covered()


def test_the_frame():
    assert not plain_words(run(AppTest.from_function(frame, default_timeout=SECONDS)), *CODE)


def test_a_visit_that_is_not_there(records: Records):
    app = AppTest.from_function(frame_of_another, default_timeout=SECONDS)
    app.query_params[autosave.ADDRESS] = "nobody"
    assert not plain_words(run(app))


def frame_of_another() -> None:
    from ui.shell import save_notice
    from ui.state import session

    session.resume()
    save_notice.draw()


# --- the body chart ---------------------------------------------------------------------------


def chart() -> None:
    from ui.body_chart import body_chart

    body_chart({"shin_left": 1}, "chart")


def test_the_body_chart(knowledge: Knowledge):
    app = run(AppTest.from_function(chart, default_timeout=SECONDS))
    assert len(list(texts(app))) > len(knowledge.regions)
    assert not plain_words(app)
    assert not left_plain([markup()])


# --- the helper -------------------------------------------------------------------------------


def test_a_word_that_was_missed_is_found_wherever_it_stands():
    app = run(AppTest.from_function(missed, default_timeout=SECONDS))
    found = {f"Missed{number}" for number in "ABCDEFGHIJKL"}
    assert found <= set(plain_words(app))


def missed() -> None:
    import pandas as pd
    import streamlit as st

    st.title("MissedA")
    st.radio("MissedB", ["MissedC"], help="MissedD")
    st.html('<b aria-label="MissedE" class="form">MissedF</b>')
    st.dataframe(pd.DataFrame({"MissedG": ["MissedH"]}), alt="MissedI")
    st.text_input("ÉÉ", placeholder="MissedJ")
    with st.expander("MissedK"):
        st.metric("ÉÉ", "MissedL")


def test_a_language_without_a_catalogue_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setenv("PAIN_PLAN_LANGUAGE", "xx")
    app = AppTest.from_file(str(APP), default_timeout=SECONDS).run()
    assert not app.exception
    assert [read(one.value) for one in app.error] == [
        "PAIN_PLAN_LANGUAGE: 'xx' has no catalogue; known are en, es, es-ES"
    ]


def test_what_two_versions_say_differently_is_said_in_words(monkeypatch):
    speak_pseudo(monkeypatch)
    typed = {
        "goals": ["climb"],
        "pressure": "firm",
        "days": ["mon"],
        "techniques_liked": ["swedish"],
    }
    before = json.loads(sample_text("knee-anticoagulant"))
    after = {**before, "locale": "UK", "on": "2026-12-01", "preferences": typed, "answers": {}}
    texts_of = [draft_of(json.dumps(one)) for one in (before, after)]
    rows = differences(*texts_of, knowledge())
    assert rows
    kept = ("climb", "kneel in the garden", "AUD")  # typed, and the code of a currency
    assert not left_plain((text for row in rows for text in row), *kept)
