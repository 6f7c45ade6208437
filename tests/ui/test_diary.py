"""The diary page in each of its states: what is asked, what is shown, what is never lost."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.model.diary import Choices, DateOrder, DayWritten, Milestone, MilestoneKind
from tests.ui.conftest import button, run, words
from ui.parts.diary_panel import begin, for_doctor
from ui.state import open_diary

START = date(2026, 9, 21)
CHANGED = "low-back-a-fall-after-the-start"
ASKED = "headaches-dates-that-need-an-answer"
MADE = ("reading", "result", "summary", "course", "figures")
ALL_MADE = {f"{open_diary.KEY}-made-{one}" for one in MADE}
MOST_WORDS = 160  # what is looked over in half a minute


def page() -> None:
    from ui.diary import page

    page.draw()


def opened(data: bytes = b"", started: date | None = None, **more: object) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state[open_diary.KEY] = open_diary.OpenDiary(
        "diary.csv", data, started=started, **more
    )
    return run(app)


def blank() -> AppTest:
    return run(AppTest.from_function(page, default_timeout=30))


def sample(name: str) -> AppTest:
    app = blank()
    app.selectbox(key="diary-sample").select(name)
    return run(app)


def upload(app: AppTest, content: bytes, name: str = "diary.csv") -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return run(app)


def table(days: int, first: date = date(2026, 9, 1)) -> bytes:
    lines = (f"{first + timedelta(days=n)},{n % 5 + 3}" for n in range(days))
    return "\n".join(["Date,Pain (0-10)", *lines]).encode()


def everything(app: AppTest) -> str:
    return words(app) + "".join(str(one.value) for one in [*app.warning, *app.error])


def numbers(app: AppTest) -> dict[str, str]:
    return {one.label.partition(" ")[0]: one.value for one in app.metric}


def test_a_blank_page_says_what_a_file_needs_and_offers_paper():
    app = blank()
    assert "a date and a pain score" in words(app)
    offered = {one.label for one in app.get("download_button")}
    assert offered == {"Sheet to print (PDF)", "Excel", "CSV"}


@pytest.mark.parametrize("name", sorted(begin.samples()))
def test_every_sample_draws(name: str):
    app = sample(name)
    assert not app.error
    assert f"{name}.csv".replace("-", "\\-") in words(app) or name in words(app)


def test_it_opens_on_what_changed_readable_in_a_minute():
    app = sample(CHANGED)
    assert app.header[0].value == "Pain is 2.1 points lower (31 %)"
    assert numbers(app) == {
        "Average": "6.7 → 3.7",
        "Worst": "10 → 6",
        "Bad": "3.8 → 0.0",
        "Sleep": "5.3 → 6.0",
        "Got": "5.9 → 2.7",
    }
    assert "69 of 77 days written" in words(app)
    assert len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart")) == 1
    lines, keep_in_mind = (one.value for one in app.markdown[:2])
    assert [line.split()[1] for line in lines.splitlines()] == ["Around", "1", "Nothing", "**A"]
    assert keep_in_mind.startswith("**Keep in mind.**")
    tiles = [word for one in app.metric for word in (one.label, one.value, one.delta)]
    read = " ".join([app.header[0].value, *tiles, lines, keep_in_mind])
    assert len(read.split()) <= MOST_WORDS


def test_a_change_is_never_given_a_reason():
    told = words(sample(CHANGED))
    assert "A diary cannot show why" in told


def test_dates_that_only_the_client_can_tell_apart_are_asked_with_the_first_rows():
    app = sample(ASKED)
    assert not app.metric
    assert app.radio[0].options == ["day, month, year", "month, day, year"]
    assert app.radio[0].value is None
    assert app.dataframe[0].value.iloc[0, 0] == "01/07/2026"
    app.radio[0].set_value("day, month, year")
    run(app)
    assert "ask-date-order" not in {one.key for one in app.radio}
    assert app.session_state[open_diary.KEY].choices.date_order is DateOrder.DMY


def test_the_file_of_an_app_is_taken_and_its_table_alone_is_kept():
    records = [
        {"date": f"2026-09-{day:02d}", "pain": day % 4, "doctor": None} for day in range(1, 9)
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("backup.json", json.dumps({"pin": "1234", "entries": records}))
    app = upload(blank(), packed.getvalue(), "backup.zip")
    kept = app.session_state[open_diary.KEY]
    assert kept.name == "backup.tsv"
    assert b"1234" not in kept.data
    assert len(kept.data.splitlines()) == 9


def test_a_table_too_large_for_a_diary_is_refused(monkeypatch):
    monkeypatch.setattr(begin, "MOST_OF_A_TABLE", 0)
    app = upload(blank(), table(9))
    assert "too large for a diary" in everything(app)
    assert app.session_state[open_diary.KEY].is_blank


def test_an_answer_can_be_taken_back():
    app = opened(table(9), choices=Choices(scale=(0, 20)))
    app.session_state["diary-accounts"] = True
    button(run(app), "ask-again").click()
    run(app)
    assert app.session_state[open_diary.KEY].choices == Choices()


def test_without_a_start_it_is_asked_and_the_first_massage_is_one_tap_away():
    lines = b"".join(b"2026-09-%02d,5,%s\n" % (n, b"yes" if n == 15 else b"") for n in range(1, 31))
    app = opened(b"Date,Pain (0-10),Massage\n" + lines)
    assert "Say when the plan started" in app.info[0].value
    button(app, "start-at-first-session").click()
    run(app)
    assert "→" in numbers(app)["Average"]


def test_too_few_days_say_so_and_still_draw_the_course():
    app = opened(table(9), started=date(2026, 9, 5))
    assert app.header[0].value == "Not compared yet"
    assert "Too few days before the plan" in words(app)
    assert {one.delta for one in app.metric if one.value != "not written"} == {"not compared"}


def test_every_skipped_row_stands_with_its_reason():
    app = opened(table(20) + b"\n2026-10-01,x\nsoon,4")
    assert "22 rows: 20 used, 2 skipped" in app.expander[-1].label
    app.session_state["diary-accounts"] = True
    skipped = run(app).dataframe[-1].value
    assert list(skipped["Row"]) == [22, 23]
    assert "no pain score" in skipped["Why"][0]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.7", "PDF, not a table"), (b"\0" * 900, "empty bytes"), (b"PK\x03\x04x", "damaged")],
    ids=["pdf", "nuls", "workbook"],
)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_put_away(content: bytes, said: str):
    app = upload(blank(), content)
    assert said in app.error[0].value
    assert app.session_state[open_diary.KEY].is_blank


def test_a_file_without_scores_says_so():
    app = upload(blank(), b"Date,Pain (0-10)\nsoon,x\nlater,y\n")
    assert "No column holds scores of pain" in app.warning[0].value


def test_sleep_alone_is_said_to_be_no_pain():
    head = b"Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,"
    night = b"Time in Bed\n2026-09-01 11:12PM,2026-09-02 6:12AM,410,15,3,425\n"
    assert "No day of this diary has a pain score" in upload(blank(), head + night).info[0].value


def test_a_day_written_down_here_is_in_the_diary():
    app = opened(table(20), started=date(2026, 9, 10))
    app.date_input(key="entry-day").set_value(date(2026, 9, 25))
    app.button_group(key="entry-pain").set_value(10)
    button(app, "entry-keep").click()
    run(app)
    assert "1 day written here" in words(app)
    assert kept_days(app)[-1].pain == 10


def held(app: AppTest) -> set[str]:
    """What the session holds that was made of the diary."""
    return {key for key in ALL_MADE if key in app.session_state}


def kept_days(app: AppTest):
    return app.session_state[f"{open_diary.KEY}-made-reading"][1].days


def test_a_day_without_a_pain_is_not_written_down():
    app = blank()
    button(app, "entry-keep").click()
    run(app)
    assert "Tap the pain" in app.error[0].value
    assert app.session_state[open_diary.KEY].is_blank


def test_what_was_written_here_counts_for_its_day():
    entry = DayWritten(date(2026, 9, 3), 10.0, session=True)
    app = opened(table(20), entries=(entry,))
    days = {day.date: day for day in kept_days(app)}
    assert (days[date(2026, 9, 3)].pain, days[date(2026, 9, 3)].entries) == (10, 1)
    assert len(days) == 20


def test_putting_it_away_leaves_nothing_in_the_session():
    app = sample(CHANGED)
    assert held(app) == ALL_MADE
    button(app, "close-diary").click()
    run(app)
    assert app.session_state[open_diary.KEY].is_blank
    assert not held(app)


def test_the_start_of_the_open_visit_is_the_first_proposal():
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state[open_diary.KEY] = open_diary.OpenDiary("diary.csv", table(30))
    app.session_state["visit"] = (
        '{"format": 1, "on": "2026-09-15", "locale": "US", "pain": [{"condition": "migraine"}]}'
    )
    assert "→" in numbers(run(app))["Average"]


def test_one_of_several_pains_can_be_followed():
    lines = "\n".join(f"2026-09-{n:02d},{what},{n % 7}" for n in range(1, 21) for what in PAINS)
    app = opened(f"date,symptom,severity (0-10)\n{lines}".encode())
    assert run(app).radio(key="ask-pain-column").options[:2] == PAINS
    app.radio(key="ask-pain-column").set_value("Neck pain")
    run(app)
    assert kept_days(app)[0].entries == 1
    assert run(app).selectbox(key="read-pain").value == "Neck pain"
    app.selectbox(key="read-pain").set_value("worst-of-day")
    run(app)
    assert kept_days(app)[0].entries == len(PAINS)


PAINS = ["Headache", "Neck pain"]


def test_a_wrong_column_is_put_right_by_hand_and_remembered_for_the_next_file():
    lines = "\n".join(f"2026-09-{n:02d},{n % 5},{n % 7}" for n in range(1, 21))
    app = opened(f"Date,Pain morning (0-10),Knee rating (0-10)\n{lines}".encode())
    app.selectbox(key="read-pain").set_value("Knee rating (0-10)")
    run(app)
    assert [one.pain for one in kept_days(app)][:3] == [1, 2, 3]
    app.selectbox(key="read-sleep").set_value("Pain morning (0-10)")
    run(app)
    assert kept_days(app)[0].sleep == 1
    button(app, "ask-again").click()
    run(app)
    assert kept_days(app)[0].sleep is None


def test_words_are_put_in_order_by_taps():
    words = ("grim", "fine", "so-so")
    lines = "\n".join(f"2026-09-{n:02d},{words[n % 3]}" for n in range(1, 21))
    app = opened(f"Date,Pain\n{lines}".encode())
    assert not app.metric and button(app, "take-order").disabled
    for chosen in (["fine"], ["so-so", "fine"], ["grim", "so-so", "fine"]):
        app.button_group(key="words-in-order").set_value(chosen)
        run(app)
    button(app, "take-order").click()
    run(app)
    assert [one.pain for one in kept_days(app)][:3] == [0, 1, 2]


TWO_PEOPLE = "\n".join(
    f"2026-09-{n:02d},{who},{n % 7}" for who in ("A1", "B2") for n in range(1, 21)
)


def test_a_person_column_taken_away_by_hand_forgets_who_was_chosen():
    app = opened(f"Date,Patient,Pain (0-10)\n{TWO_PEOPLE}".encode())
    app.radio(key="ask-person").set_value("A1")
    run(app)
    assert kept_days(app)[0].entries == 1
    app.selectbox(key="read-person").set_value("")
    run(app)
    assert kept_days(app)[0].entries == 2


def test_a_log_of_attacks_is_counted_when_nothing_rates_the_pain():
    log = b"Date,Duration\n2026-01-03,5 hours\n2026-01-09,45 min\n2026-02-01,2 hours\n"
    app = upload(blank(), log)
    question = app.radio(key="ask-pain-column")
    question.set_value(question.options[0])
    assert not run(app).exception
    assert [one.had_pain for one in kept_days(app)] == [True] * 3


def offers_a_page(app: AppTest) -> bool:
    return any(one.key == "download-doctor-page" for one in app.get("download_button"))


def test_the_page_for_a_doctor_is_offered_from_four_weeks_before_the_plan():
    app = opened(table(100), started=date(2026, 11, 1))
    assert app.date_input(key="doctor-from").value == date(2026, 10, 4)
    assert app.date_input(key="doctor-to").value == date(2026, 12, 9)
    assert offers_a_page(app)


def test_the_page_for_a_doctor_has_what_was_chosen_on_the_screen(monkeypatch):
    made = []
    monkeypatch.setattr(for_doctor, "_made", lambda asked, *_: made.append(asked) or bytes)
    marks = (Milestone(day=date(2026, 10, 4), kind=MilestoneKind.MEDICINE),)
    opened(table(100), started=date(2026, 11, 1), window=56, bad_from=6.0, milestones=marks)
    (asked,) = made
    assert (asked.window, asked.bad_from, asked.milestones) == (56, 6.0, marks)


def test_no_page_is_offered_of_a_sample_or_of_days_without_a_score_and_it_says_why():
    shown = sample(CHANGED)
    assert not offers_a_page(shown)
    assert "sample" in words(shown)
    app = opened(table(30))
    app.date_input(key="doctor-from").set_value(date(2027, 1, 1))
    app.date_input(key="doctor-to").set_value(date(2027, 2, 1))
    run(app)
    assert not offers_a_page(app)
    assert "nothing of pain" in words(app)


def settings(app: AppTest) -> open_diary.OpenDiary:
    return app.session_state[open_diary.KEY]


def test_another_number_of_days_is_compared_and_what_is_usual_is_one_tap_away():
    app = opened(table(120), started=date(2026, 10, 31))
    assert "28 days before the plan" in words(app)
    app.selectbox(key="compare-window").select(56)
    run(app)
    assert "56 days before the plan" in words(app)
    assert "last 56 are compared" in words(app)
    app.number_input(key="compare-bad-from").set_value(6)
    run(app)
    assert [one.label for one in app.metric][2] == "Bad days a week (from 6)"
    button(app, "compare-as-usual").click()
    run(app)
    assert (settings(app).window, settings(app).bad_from) == (None, None)
    assert "28 days before the plan" in words(app)


def test_any_other_number_of_days_is_asked_for_and_one_out_of_reach_is_not_taken():
    app = opened(table(120), started=date(2026, 10, 31))
    app.selectbox(key="compare-window").select(-1)
    run(app)
    assert settings(app).window is None
    app.number_input(key="compare-days").set_value(40)
    run(app)
    assert settings(app).window == 40
    assert "40 days before the plan" in words(app)
    app.number_input(key="compare-days").set_value(3)
    run(app)
    assert settings(app).window is None


def test_a_milestone_is_marked_taken_away_and_put_back():
    app = opened(table(60), started=date(2026, 10, 1))
    app.date_input(key="milestone-day").set_value(date(2026, 10, 4))
    app.selectbox(key="milestone-kind").select(MilestoneKind.MEDICINE)
    app.text_input(key="milestone-words").set_value("new *tablets*")
    button(app, "milestone-keep").click()
    run(app)
    kept = (Milestone(day=date(2026, 10, 4), kind=MilestoneKind.MEDICINE, note="new *tablets*"),)
    assert settings(app).milestones == kept
    assert "4 Oct 2026 · New medicine · new *tablets*" in words(app)
    button(app, "milestone-away-0").click()
    run(app)
    assert settings(app).milestones == ()
    button(app, "milestone-back").click()
    run(app)
    assert settings(app).milestones == kept


def test_a_diary_of_which_nothing_was_used_gives_its_one_reason_on_the_page():
    app = upload(blank(), b"Date,Pain (0-10)\n2026-13-45,4\n2026-13-46,5\n,3\n")
    said = " ".join(one.value for one in app.warning)
    assert "None of the 3 rows could be used" in said


def test_attacks_without_a_score_open_on_days_with_pain():
    lines = [f"2026-{month:02}-{day:02},{day} hours" for month in (3, 4, 5, 6)
             for day in (2, 9, 13, 24)]  # fmt: skip
    log = "\n".join(["Date,Duration", *lines]).encode()
    app = opened(log, date(2026, 5, 1), choices=Choices(pain="count-days"))
    drawn = [*app.get("vega_lite_chart"), *app.get("arrow_vega_lite_chart")]
    assert "4 of 30" in drawn[0].proto.spec
