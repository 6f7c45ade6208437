"""Every text that a person types stands on some page, there and everywhere else as it was typed."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.model.diary import Choices, Direction, Part
from records import Entry, Records
from tests.typed import specimens as one
from tests.typed.fields import TYPED, mark
from tests.typed.specimens import NEVER_SHOWN, ON_PAPER_ONLY, SAME, words_of
from tests.typed.stands import typed_in
from tests.ui.conftest import APP, button, read, run
from tests.ui.shown import shown
from ui import handed_over
from ui.clients import ways
from ui.plan_sheet import component
from ui.plan_sheet.sheet import Opened
from ui.sessions.place import OPEN, Open, View
from ui.state import autosave, open_diary, session
from ui.state.kept_visits import summary_of

SECONDS = 60
DAYS = 40
FOLDS = ("ways", "week", "review", "talk", "not-chosen", "sources")
FIELDS = ("number_input", "text_input", "text_area", "selectbox", "date_input", "checkbox")
PLAN, DONE, PROPOSAL = 5, 4, 5
FILE_NAME = ":small["  # a paper's file is named by a code of the label
Screen = Callable[[], AppTest]


class Clinic:
    """Records that hold one of everything, and the pages that show it."""

    def __init__(self, records: Records) -> None:
        self.records = records
        text = one.first_visit().as_text
        begun = records.begin(text, summary_of(text), "1")
        self.client, self.first = begun.client, begun.token
        self.later = one.later_visit(begun.token, decided=False).as_text
        later = records.new_visit(self.client, self.later, summary_of(self.later), "1")
        self.token = later.token
        records.keep_diary(self.client, words_of("KeptDiary.name"), b"Date,Pain\n")
        said = one.session()
        self.session = self._enter("session", said.on, said.as_text)
        self._enter("consent", one.ON, one.consent(withdrawn=None).as_text)
        self._enter("note", said.on, one.note(self.session).as_text)
        self._set_once()

    def _enter(self, kind: str, on: date, text: str) -> str:
        return self.records.enter(self.client, Entry(kind, on, text), "1").token

    def _set_once(self) -> None:
        set_up = (one.practice(), one.therapist(), one.usual_plans())
        for name, value in zip(("practice", "therapist", "templates"), set_up, strict=True):
            text = value.model_dump_json()
            self.records.put_setting(name, 0, text, shared=name == "practice")

    def opened(self, page: str, text: str = "", **more: object) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        app.session_state[session.GO] = page
        if text:
            app.session_state[session.KEY] = text
        for key, value in more.items():
            app.session_state[key] = value
        return run(app)

    def first_visit(self, step: int = 1, **more: object) -> AppTest:
        text = one.first_visit().as_text
        return self.opened("consultation", text, **{session.STEP: step, **more})

    def found(self) -> AppTest:
        return self.first_visit(**{session.FACE: session.FOUND})

    def plan(self) -> AppTest:
        return self.first_visit(PLAN, **dict.fromkeys(("usual-plans", "visit-menu"), True))

    def handed_over(self) -> AppTest:
        return self.first_visit(**{handed_over.mode.KIND: handed_over.PLAN})

    def follow_up(self, step: int) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        app.query_params[autosave.ADDRESS] = self.token
        app.session_state[session.GO] = "follow-up"
        app.session_state[session.FOLLOW_UP_STEP] = step
        app.session_state["visit-note"] = True
        return run(app)

    def decided(self) -> AppTest:
        app = self.follow_up(PROPOSAL)
        next(each for each in app.text_input if each.key == "verdict-reason").set_value(
            words_of("Verdict.reason")
        )
        return run(button(app, "verdict-decline").click() and app)

    def clients(self) -> AppTest:
        return self.opened("clients")

    def one_client(self) -> AppTest:
        return self.opened("clients", **{ways.CHOSEN: self.client, "trail": True})

    def between(self, view: View) -> AppTest:
        return self.opened("clients", **{OPEN: Open(self.client, one.LATER, self.session, view)})

    def diary(self, data: bytes = b"", **more: object) -> AppTest:
        name = words_of("KeptDiary.name") + ".csv"
        diary = open_diary.OpenDiary(name, data, started=one.ON - timedelta(20), **more)
        state = {open_diary.KEY: diary, open_diary.SEEN: None, "diary-accounts": True}
        return self.opened("diary", **state)

    def diary_with_headings(self) -> AppTest:
        said = Choices(
            pain=words_of("Choices.pain"),
            scale=(0, 10),
            direction=Direction.WORSE,
            columns={Part.NOTE: words_of("Choices.columns")},
        )
        return self.diary(a_table(), choices=said)

    def diary_written_here(self) -> AppTest:
        kept = one.first_visit().diary
        assert kept is not None
        return self.diary(entries=kept.entries, milestones=kept.milestones)


def quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def a_table() -> bytes:
    """A diary whose headings are typed."""
    head = ["Date", *map(quoted, map(words_of, ("Choices.pain", "Choices.columns")))]
    rows = [f"{day},{day.day % 5 + 3},x" for day in days()]
    return "\n".join([",".join(head), *rows]).encode()


def in_words() -> bytes:
    """A diary whose scores are words."""
    said = (quoted(words_of("Choices.words")), "so so")
    rows = [f"{day},{said[day.day % len(said)]}" for day in days()]
    return "\n".join(["Date,Pain", *rows]).encode()


def days() -> list[date]:
    return [one.ON - timedelta(DAYS - number) for number in range(DAYS)]


def every_screen(of: Clinic) -> Mapping[str, Screen]:
    return {
        "found": of.found,
        "wishes": lambda: of.first_visit(DONE),
        "plan": of.plan,
        "the client's view": of.handed_over,
        "asked again": lambda: of.follow_up(1),
        "what was done": lambda: of.follow_up(DONE),
        "decided": of.decided,
        "clients": of.clients,
        "one client": of.one_client,
        "session": lambda: of.between("log"),
        "note": lambda: of.between("note"),
        "consent": lambda: of.between("consent"),
        "diary with headings": of.diary_with_headings,
        "diary in words": lambda: of.diary(in_words(), choices=Choices(pain="Pain")),
        "diary written here": of.diary_written_here,
        "practice": lambda: of.opened("practice"),
    }


@pytest.fixture
def clinic(records: Records, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    monkeypatch.setattr(component, "opened", lambda: Opened("", FOLDS))
    return Clinic(records)


def places_on(screen: AppTest, name: str) -> set[str]:
    """Which typed texts stand on a screen; each of them as it was typed."""
    found = set()
    for text in shown(screen):
        if FILE_NAME not in text:
            for place, is_whole in typed_in(text):
                assert is_whole, f"{name}: {place} became {text!r}"
                found.add(place)
    return found


def test_every_text_that_is_typed_stands_on_a_page_or_a_paper_as_it_was_typed(clinic: Clinic):
    found: dict[str, set[str]] = defaultdict(set)
    for name, draw in every_screen(clinic).items():
        for place in places_on(draw(), name):
            found[place].add(name)
    kept = {*NEVER_SHOWN, *SAME, *ON_PAPER_ONLY}
    assert sorted({*TYPED} - {*found} - kept) == [], "no page shows it"
    assert sorted({*found} & kept) == [], "a page shows it"


def test_no_label_of_a_field_holds_what_was_typed_since_it_is_heard_as_it_is_marked(
    clinic: Clinic,
):
    for draw in (clinic.plan, lambda: clinic.follow_up(DONE)):
        for field in (each for kind in FIELDS for each in draw().get(kind)):
            assert not dict(typed_in(read(field.proto.label)))


def test_every_text_field_has_a_place_among_what_is_typed():
    assert one.filled_places() == {*TYPED}
    assert {*NEVER_SHOWN, *SAME, *ON_PAPER_ONLY} <= {*TYPED}
    assert len({mark(words) for words in TYPED.values()}) == len(TYPED)
