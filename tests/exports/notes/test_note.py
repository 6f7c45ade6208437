"""Under a stop, a hold or a rebooking a note goes out, and no plan of any kind."""

import pytest

from planner.exports.documents import NOTE_PDF, Given
from planner.exports.notes.note import ABUSE, STAY, note_for
from planner.exports.notes.note_text import note_text
from planner.knowledge import load
from planner.model.errors import NotForHandout
from planner.model.vocabulary import Clearance, Locale
from planner.visit.main_line import first_visit
from planner.words import SOURCE, in_language, language
from tests.conftest import client_with, sample
from tests.exports.conftest import HANDED_OUT, flat, pages

PLAN_WORDS = ("This week", "At home", "Good to try", "minutes", "walking", "stretch")


def note_of(intake):
    return note_for(first_visit(intake, load()), intake, load())


def letter_of(intake):
    """The paper in the place of a plan."""
    return NOTE_PDF.make(Given(first_visit(intake, load()), intake, load(), SOURCE))


def words_of(intake):
    return flat(" ".join(pages(letter_of(intake))))


def answered(*yes, condition="low-back-pain", unsure=(), **changes):
    answers = {**dict.fromkeys(yes, "yes"), **dict.fromkeys(unsure, "unsure")}
    return client_with(condition, answers=answers, **changes)


def in_place(intake, locale):
    return intake.model_copy(update={"locale": locale})


@pytest.mark.parametrize("locale", Locale)
def test_cauda_equina_names_the_local_emergency_number_and_no_plan(locale, knowledge):
    note = note_of(in_place(sample("stop-cauda-equina"), locale))
    told = words_of(in_place(sample("stop-cauda-equina"), locale))
    number = knowledge.locales[locale].emergency
    assert note.kind == "referral"
    assert note.urgency == f"Emergency: get help now. Call {number}."
    assert "Emergency: please see now" in told
    assert number in told
    assert note.calls[0].whom == number
    assert not [word for word in PLAN_WORDS if word in told]


def test_the_note_says_what_was_reported_and_calls_it_nothing(knowledge):
    note = note_of(sample("stop-cauda-equina"))
    assert note.reported == (knowledge.rows["rf-cauda-equina"].reported,)
    told = note_text(note)
    assert "cauda equina" not in told.lower()
    assert knowledge.rows["rf-cauda-equina"].reason not in told
    assert "It is not a diagnosis." in told


def test_a_follow_up_that_was_a_yes_is_reported_and_a_no_that_decides_is_kept(knowledge):
    gca, sight = knowledge.rows["rf-gca"].reported, knowledge.follow_ups["rf-gca:sight"].reported
    old = {"client": {"label": "G", "age": 70}, "condition": "tension-type-headache"}
    yes = note_of(answered("rf-gca", "rf-gca:sight", **old))
    no = note_of(answered("rf-gca", **old))
    assert yes.reported == (gca, sight)
    assert no.reported[0] == gca
    (denied,) = no.reported[1:]
    assert denied.fill["question"] == knowledge.follow_ups["rf-gca:sight"].question
    assert yes.urgency.startswith("Emergency")
    assert no.urgency == "Medical help is needed today."


def test_a_no_to_a_list_of_signs_is_kept_by_what_they_are_not_by_the_stem(knowledge):
    follow_up = knowledge.follow_ups["p-eating-disorder:now"]
    (denied,) = note_of(answered("p-eating-disorder")).reported[1:]
    assert follow_up.label in denied
    assert follow_up.question not in denied


DEGREES = [
    (one.id, outcome)
    for one in load().follow_ups.values()
    for outcome in (one.if_yes, one.if_no)
    if outcome.plain
]


@pytest.mark.parametrize(("degree", "outcome"), DEGREES)
def test_what_to_do_fits_the_urgency(degree, outcome):
    told = outcome.plain.lower()
    words = {
        Clearance.EMERGENCY: ("emergency",),
        Clearance.SAME_DAY: ("today",),
        Clearance.SOON: ("the next few days",),
        Clearance.HOLD: ("we wait",),
        Clearance.REBOOK: ("new day",),
        Clearance.ADJUST: ("we ", "we a"),
    }[outcome.clearance]
    assert any(word in told for word in words), degree
    if outcome.clearance is Clearance.EMERGENCY:
        assert "see a doctor" not in told


def test_a_clot_with_a_sore_chest_is_told_as_an_emergency_and_as_nothing_less():
    without = note_of(answered("rf-dvt"))
    with_it = note_of(answered("rf-dvt", "rf-dvt:chest"))
    assert "see a doctor today" in without.asked[0]
    assert with_it.asked == (
        "Please get emergency help now. Do not wait. Do not rub the sore part.",
    )


def test_not_sure_is_told_as_not_sure(knowledge):
    note = note_of(answered(unsure=["rf-pe"]))
    assert note.reported == (f"Not sure about this: {knowledge.rows['rf-pe'].reported}",)


@pytest.mark.parametrize("row", ["rf-suicidal-active", "rf-suicidal-passive"])
def test_thoughts_of_suicide_stay_with_the_person_and_the_crisis_line_comes_first(row, knowledge):
    note = note_of(answered(row, locale="AU"))
    assert note.asked[0] == STAY
    assert note.calls[0].whom == knowledge.locales["AU"].crisis
    assert not [word for word in PLAN_WORDS if word in note_text(note)]


@pytest.mark.parametrize("row", ["rf-safeguarding", "rf-suicidal-passive"])
def test_what_could_harm_if_seen_is_not_added_to_a_note_about_something_else(row, knowledge):
    note = note_of(answered("rf-cauda-equina", row))
    assert knowledge.rows[knowledge.row_now(row)].reported not in note_text(note)


def test_what_else_was_reported_comes_after_what_decides(knowledge):
    note = note_of(answered("rf-pe", "p-anticoagulant"))
    assert knowledge.rows["p-anticoagulant"].reported in note.also_reported
    assert knowledge.rows["p-anticoagulant"].reported not in note.reported


def test_weak_flags_that_count_together_are_all_reported(knowledge):
    flags = ("rf-unexplained-weight-loss", "p-steroid-long-term")
    pain = {"condition": "low-back-pain", "months": 4, "assessed": False, "first_ever": True}
    note = note_of(answered(*flags, pain=[pain], client={"label": "W", "age": 61}))
    assert note.kind == "referral"
    assert {knowledge.rows[one].reported for one in flags} <= set(note.reported)
    assert any("the first time" in line and "61" in line for line in note.reported)


def test_a_hold_asks_a_clinician_and_leaves_room_for_the_answer():
    note = note_of(sample("hold-clot"))
    told = words_of(sample("hold-clot"))
    assert note.kind == "clearance"
    for word in ("Massage may go ahead", "Limits", "Name and role", "Signed", "Date"):
        assert word in note_text(note)
    for word in ("yes, within limits", "Minutes", "Good until", "Name and role", "Signature"):
        assert word in told


def test_only_a_request_for_clearance_has_room_for_an_answer():
    assert "Clinician's answer" not in note_text(note_of(sample("stop-cauda-equina")))


def test_a_fever_is_a_new_booking_and_no_referral(knowledge):
    note = note_of(answered("rf-fever-acute-illness"))
    assert note.kind == "rebooking"
    assert note.asked == (knowledge.rows["rf-fever-acute-illness"].plain,)
    assert "Referral" not in note_text(note)


@pytest.mark.parametrize("locale", Locale)
def test_each_urgency_names_the_numbers_it_needs_and_no_others(locale, knowledge):
    local = knowledge.locales[locale]
    expected = {
        "rf-cauda-equina": (local.emergency,),
        "rf-dvt": (local.urgent, local.emergency),
        "rf-night-sweats": (local.urgent, local.emergency),
        "p-aneurysm": (),
        "rf-fever-acute-illness": (local.urgent, local.emergency),
        "rf-suicidal-active": (local.crisis, local.emergency),
        "rf-suicidal-passive": (local.crisis, local.urgent, local.emergency),
    }
    for row, numbers in expected.items():
        note = note_of(answered(row, locale=locale))
        assert tuple(one.whom for one in note.calls) == numbers, row
        assert all(number in note_text(note) for number in numbers)


def test_who_came_and_with_what_stands_on_the_note():
    pains = [
        {"condition": "low-back-pain", "months": 18, "assessed": True},
        {"condition": "plantar-heel-pain"},
    ]
    note = note_of(answered("rf-pe", pain=pains))
    about = "Age 45. Came for massage with low back pain, for 18 months; plantar heel pain."
    assert note.about == about
    assert about in note_text(note)
    assert about in words_of(answered("rf-pe", pain=pains))


def test_fear_of_somebody_at_home_is_not_called_a_medical_matter():
    afraid = answered("rf-safeguarding")
    note = note_for(first_visit(afraid, load()), afraid, load(), even_so=True)
    assert note.urgency == "Help is needed today."
    assert note_of(answered("rf-safeguarding", "rf-dvt")).urgency.startswith("Medical help")


def test_a_new_booking_asks_for_no_signature_to_share_it():
    assert "share" not in note_text(note_of(answered("rf-fever-acute-illness")))


def test_every_note_asks_before_it_is_shared_and_has_a_line_to_sign():
    told = note_text(note_of(sample("stop-cauda-equina")))
    assert "We ask you before we share a note" in told
    assert "I agree that this note is shared" in told
    assert "Therapist: ____" in told


def test_the_same_note_gives_the_same_bytes():
    assert letter_of(sample("hold-clot")) == letter_of(sample("hold-clot"))


@pytest.mark.parametrize("label", ["*_#[]", "山田 太郎", "W" * 80])
def test_any_name_can_stand_on_a_note(label):
    intake = answered("rf-pe", client={"label": label, "age": 40})
    assert "Emergency: please see now" in words_of(intake)


@pytest.mark.parametrize("name", HANDED_OUT[:3])
def test_where_a_plan_is_handed_out_there_is_no_note(name):
    with pytest.raises(NotForHandout, match="note: "):
        note_of(sample(name))


def test_with_questions_open_there_is_no_note():
    with pytest.raises(NotForHandout, match="ask"):
        note_of(sample("low-back-nothing-flagged").model_copy(update={"answers": {}}))


DIALLED = {  # about an adult, about a child: the number, and for whom it is
    "US": ({"18007997233": ""}, {"18004224453": ""}),
    "UK": (
        {
            "08082000247": "England",
            "08000271234": "Scotland",
            "08088010800": "Wales",
            "08088021414": "Northern Ireland",
            "08088010327": "men",
        },
        {"08088005000": "NSPCC", "08001111": "Childline"},
    ),
    "IE": ({"1800341900": "Women's Aid"}, {"112": "at night"}),
    "AU": (
        {"1800737732": ""},
        {
            "132111": "New South Wales",
            "131278": "Victoria",
            "1800177135": "Queensland",
            "1800700250": "Northern Territory",
            "1800551800": "young people",
        },
    ),
    "NZ": (
        {"0800733843": "Women's Refuge", "0508744633": "Shine", "0800456450": "Are You OK"},
        {"0508326459": ""},
    ),
    "CA": ({}, {"18006686868": "Kids Help Phone"}),
    "EU": (
        {"116016": "women, in the states that have joined"},
        {"116111": "in most states"},
    ),
}


def dialled(call):
    return {one.digits: one.whom for one in call.dial}


@pytest.mark.parametrize("locale", Locale)
def test_each_number_about_abuse_is_dialled_for_those_it_is_for(locale):
    intake = in_place(answered("rf-safeguarding"), locale)
    note = note_for(first_visit(intake, load()), intake, load(), even_so=True)
    found = {call.when: dialled(call) for call in note.calls}
    about = [found.get(when, {}) for when, _ in ABUSE]
    assert tuple(about) == DIALLED[locale]


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("spoken", ["en", "es"])
def test_every_number_that_is_dialled_stands_in_the_words_beside_it(locale, spoken, knowledge):
    place = in_language(knowledge, language(spoken)).locales[locale]
    for service, line in place.lines.items():
        assert all(number in line.says for number in line.dial), service
        assert [*line.dial.values()].count("") <= 1, service


@pytest.mark.parametrize("locale", Locale)
def test_every_emergency_number_can_be_dialled(locale, knowledge):
    note = note_of(in_place(sample("stop-cauda-equina"), locale))
    assert len(note.calls[0].dial) == 1
