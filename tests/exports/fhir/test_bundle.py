"""The plan as a FHIR document: what each part of it says, and where it comes from."""

import json
from datetime import timedelta

import pytest
from fhir.resources.R4B.bundle import Bundle

from planner.exports.documents import PLAN_FHIR, Given
from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.fhir.dossier import Beside
from planner.model.errors import NotForHandout
from planner.model.intake import QuestionnaireScore
from planner.model.plan import read_plan
from planner.planning.course.occasions import spans
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with, sample
from tests.exports.conftest import plan_for, plan_of
from tests.exports.fhir.bundles import care_plan, done, left_out, only, parts, references, scores
from tests.practices import oak_street
from tests.vignettes.people import KNOWN


def written(plan, **beside):
    return plan_fhir(plan, KNOWN, SOURCE, Beside(**beside))


def identified(plan, client="c-17", version=0):
    return plan.replaced(client_id=client, version=version)


# The document


def test_it_is_a_document_that_opens_with_its_page(plan):
    bundle = json.loads(written(plan))
    Bundle.model_validate(bundle)
    assert bundle["type"] == "document"
    assert bundle["timestamp"].startswith(plan.on.isoformat())
    assert bundle["identifier"]["value"].startswith("urn:uuid:")
    page = bundle["entry"][0]["resource"]
    assert page["resourceType"] == "Composition"
    titles = [one["title"] for one in page["section"]]
    assert titles == ["What was found", "Goals", "Plan", "At home", "Safety"]


def test_each_section_holds_the_parts_that_it_tells_of():
    text = written(plan_of("three-sources"))
    kind = {one["fullUrl"]: one["resource"] for one in json.loads(text)["entry"]}
    sections = {one["title"]: one.get("entry", []) for one in only(text, "Composition")["section"]}
    kinds = {
        title: {kind[one["reference"]]["resourceType"] for one in held}
        for title, held in sections.items()
    }
    assert kinds["What was found"] == {"Condition", "Observation"}
    assert kinds["Goals"] == {"Goal"}
    assert kinds["Plan"] == {"CarePlan", "ServiceRequest"}


def test_the_same_plan_is_the_same_bytes_and_another_one_another_document():
    plan = identified(plan_of("three-sources"))
    assert written(plan) == written(plan)
    other = plan.replaced(talk=("Another word.",))
    one, two = json.loads(written(plan)), json.loads(written(other))
    assert one["identifier"] != two["identifier"]
    assert care_plan(written(plan))["identifier"] == care_plan(written(other))["identifier"]


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_document(name):
    with pytest.raises(NotForHandout, match="fhir: "):
        plan_fhir(plan_of(name), KNOWN)


# Who


def test_two_clients_of_one_label_are_two_people_and_one_client_stays_one():
    plan = plan_of("three-sources")
    first = only(written(identified(plan)), "Patient")
    later = only(written(identified(plan, version=1)), "Patient")
    other = only(written(identified(plan, "c-18")), "Patient")
    assert first["name"] == other["name"]
    assert first["identifier"] == later["identifier"] != other["identifier"]
    assert first["id"] != other["id"]


@pytest.mark.parametrize(
    ("address", "system"),
    [
        ("https://oakstreet.test/clients", "https://oakstreet.test/clients"),
        ("12 Oak Street, Portland OR", "urn:uuid:"),
        ("mail: 12 Oak Street", "urn:uuid:"),
        ("", "urn:uuid:"),
    ],
)
def test_ids_are_the_practices_own_and_no_domain_is_made_up(address, system):
    text = written(identified(plan_of("three-sources")), practice=oak_street(address=address))
    (known,) = only(text, "Patient")["identifier"]
    assert known["system"].startswith(system)
    assert known["value"] == "c-17"
    assert "example.org" not in text


def test_the_therapist_is_the_author_for_the_practice():
    text = written(plan_of("three-sources"), practice=oak_street(fax="555 0199"))
    therapist, practice = only(text, "Practitioner"), only(text, "Organization")
    assert therapist["identifier"] == [{"value": "OR 23117"}]
    assert {one["system"] for one in practice["telecom"]} == {"phone", "email", "fax"}
    assert care_plan(text)["author"]["reference"].endswith(therapist["id"])
    assert only(text, "Composition")["custodian"]["reference"].endswith(practice["id"])
    author, assembler = only(text, "Provenance")["agent"]
    assert author["onBehalfOf"]["reference"].endswith(practice["id"])
    assert assembler["type"]["coding"][0]["code"] == "assembler"


def test_without_a_practice_the_program_says_that_it_wrote_it():
    text = written(plan_of("three-sources"))
    assert not parts(text, "Practitioner") and not parts(text, "Organization")
    assert care_plan(text)["author"]["reference"].endswith(only(text, "Device")["id"])


def test_it_says_from_which_facts_it_was_made(plan):
    origin = only(written(plan), "Provenance")
    (source,) = origin["entity"]
    assert source["what"]["identifier"]["value"] == plan.knowledge
    assert origin["recorded"].startswith(plan.on.isoformat())


# The plan


def test_a_following_plan_replaces_the_one_before():
    before = identified(plan_of("three-sources"))
    after = identified(before, version=1).replaced(on=before.on + timedelta(days=28))
    text = written(after, before=read_plan(before.model_dump_json(), KNOWN.known_ids))
    (identity,) = care_plan(written(before))["identifier"]
    assert care_plan(text)["replaces"] == [{"identifier": identity}]
    assert only(text, "Composition")["relatesTo"][0]["targetIdentifier"] == identity
    assert care_plan(text)["identifier"] != [identity]


def test_it_has_its_category_its_words_and_a_period_that_ends_with_the_course(plan):
    found = care_plan(written(plan))
    assert found["intent"] == "plan"
    assert found["category"][0]["coding"][0]["code"] == "assess-plan"
    assert found["text"]["status"] == "generated"
    assert found["period"]["start"] == plan.on.isoformat()
    courses = [one.until for one in (*plan.complementary, *plan.self_care) if one.until]
    assert found["period"]["end"] == max([plan.visits[-1].on, *courses]).isoformat()


def test_each_thing_to_do_is_an_activity_with_its_reason(plan):
    details = done(written(plan))
    to_do = len([*spans(plan)]) + len(plan.complementary) + len(plan.self_care)
    assert len(details) == to_do + 2
    assert all(one["reasonCode"] for one in details[:to_do])


def test_massage_twice_a_week_is_a_timing_a_machine_reads():
    plan = plan_of("three-sources")
    timing = done(written(plan))[0]["scheduledTiming"]
    repeat, phase = timing["repeat"], plan.massage.phases[0]
    assert repeat["frequency"] / repeat["period"] == phase.sessions_per_week
    assert (repeat["periodUnit"], repeat["duration"]) == ("wk", phase.minutes)
    assert repeat["count"] == len(timing["event"])


def test_every_other_week_is_once_in_two_weeks():
    plan = plan_of("knee-anticoagulant")
    assert plan.massage.phases[1].sessions_per_week == 0.5
    later = done(written(plan))[1]["scheduledTiming"]["repeat"]
    assert (later["frequency"], later["period"]) == (1, 2)


def test_massage_and_home_tasks_name_their_days_of_the_week():
    plan = plan_for("low-back-pain", preferences={"days": ["mon"]})
    details = {one["code"]["text"]: one for one in done(written(plan))}
    assert done(written(plan))[0]["scheduledTiming"]["repeat"]["dayOfWeek"] == ["mon"]
    assert any(one.days_per_week < 7 for one in plan.self_care)
    for one in plan.self_care:
        repeat = details[KNOWN.self_care[one.id].name]["scheduledTiming"]["repeat"]
        planned = [day.day for day in plan.week if one.id in day.items]
        named = repeat.get("dayOfWeek", [*["mon", "tue", "wed", "thu", "fri", "sat", "sun"]])
        assert set(named) == set(planned)
        assert repeat["frequency"] == one.days_per_week == len(named)


def test_what_an_answer_keeps_away_is_prohibited_and_what_others_beat_is_not():
    plan = plan_for("low-back-pain", answers={"p-anticoagulant": "yes"})
    named = {one["code"]["text"]: one for one in left_out(written(plan))}
    kept_away = {one.id for one in plan.not_chosen if one.must_not}
    beaten = {one.id for one in plan.not_chosen if not one.must_not}
    assert "deep-tissue" in kept_away and beaten
    names = {**KNOWN.techniques, **KNOWN.therapies, **KNOWN.self_care}
    assert {names[one].name for one in kept_away} <= {*named}
    assert not {names[one].name for one in beaten} & {*named}
    deep = named[KNOWN.techniques["deep-tissue"].name]
    assert "Blood thinner" in deep["reasonCode"][0]["text"]
    considered = care_plan(written(plan))["text"]["div"]
    assert all(names[one].name in considered for one in beaten)


def test_what_the_client_declined_and_the_places_left_alone_are_prohibited():
    wishes = {"therapies_declined": ["yoga"], "regions_to_avoid": ["shoulder_back_left"]}
    plan = plan_for("neck-pain", preferences=wishes)
    named = {one["code"]["text"]: one["description"] for one in left_out(written(plan))}
    assert "declined" in named["Yoga"]
    assert "Back of shoulder, left" in named["Massage"]


def test_a_clinicians_limits_and_the_price_are_notes():
    intake = client_with(
        "low-back-pain",
        answers={"p-aneurysm": "yes"},
        clearances=[
            {"for": "p-aneurysm", "by": "Dr Roe", "on": "2026-11-20", "limits": "lying <flat>",
             "bounds": {"minutes": 30}}
        ],
        preferences={"session_price": 80, "currency": "USD"},
    )  # fmt: skip
    text = written(first_visit(intake, KNOWN))
    notes = [one["text"] for one in care_plan(text)["note"]]
    assert any("Dr Roe" in one and "30 minutes" in one and "lying <flat>" in one for one in notes)
    assert any("80.00 USD" in one for one in notes)
    assert "lying &lt;flat&gt;" in care_plan(text)["text"]["div"]


def test_the_therapists_own_words_are_kept_for_a_therapy():
    words = "Ask at the hall on Elm Street"
    plan = plan_for("low-back-pain", edits=[{"line": "yoga", "change": "add", "words": words}])
    (yoga,) = [one for one in done(written(plan)) if one["code"]["text"] == "Yoga"]
    assert words in json.dumps(yoga)
    (asked,) = [
        one for one in parts(written(plan), "ServiceRequest") if one["code"]["text"] == "Yoga"
    ]
    assert words in json.dumps(asked)


def test_a_therapy_is_proposed_to_whoever_gives_it_and_never_ordered(plan):
    asked = parts(written(plan), "ServiceRequest")
    assert [one["code"]["text"] for one in asked] == [
        KNOWN.therapies[one.id].name for one in plan.complementary
    ]
    for one, line in zip(asked, plan.complementary, strict=True):
        assert (one["intent"], one["status"]) == ("proposal", "active")
        assert one["performerType"]["text"] == KNOWN.therapies[line.id].given_by
        assert one["basedOn"][0]["reference"].endswith(care_plan(written(plan))["id"])


# What hurts, goals and scores


def test_each_pain_source_is_a_complaint_with_its_places_and_no_diagnosis():
    intake = client_with("low-back-pain", "lower_back_left", "lower_back_right")
    text = written(first_visit(intake, KNOWN), pain=intake.pain)
    found = only(text, "Condition")
    assert found["code"] == {"text": "Low back pain"}
    assert [one["text"] for one in found["bodySite"]] == ["Lower back, both sides"]
    assert found["verificationStatus"]["coding"][0]["code"] == "unconfirmed"
    assert "18 months" in found["onsetString"]
    assert care_plan(text)["addresses"] == [{"reference": f"urn:uuid:{found['id']}"}]


def test_baseline_target_and_aims_are_there(plan):
    text = written(plan)
    first = scores(text)["Average pain, 0 to 10", plan.on.isoformat()]
    target, *aims = parts(text, "Goal")
    assert first["valueQuantity"]["value"] == plan.measures.baseline.average
    assert first["code"]["coding"][0]["code"] == "72514-3"
    assert target["target"][0]["detailQuantity"]["value"] == plan.measures.target.average
    assert target["target"][0]["dueDate"] == plan.measures.review_on.isoformat()
    assert [one["description"]["text"] for one in aims] == list(plan.measures.goals)


def test_a_rated_goal_has_the_rating_that_it_aims_at():
    plan = plan_for("low-back-pain", preferences={"goals": [{"goal": "garden", "rating": 4}]})
    (aim,) = parts(written(plan), "Goal")[1:]
    assert aim["target"][0]["detailQuantity"]["value"] == 7
    assert "rated 4 of 10" in aim["text"]["div"]


def test_only_a_typed_score_of_the_form_has_its_code_and_our_own_questions_have_none():
    severity = {"average": 6, "enjoyment": 7, "activity": 5, "sleep": 4, "now": 3}
    plan = plan_for("low-back-pain", severity=severity)
    peg = QuestionnaireScore(instrument="peg", score=6.3, on=plan.on)
    text = written(plan, measured=(peg,))
    coded = {
        one["code"]["text"].partition(":")[0]: [c["code"] for c in one["code"].get("coding", ())]
        for one in parts(text, "Observation")
    }
    assert coded["PEG"] == ["91147-9"]
    assert coded["Pain and interference, mean of three 0-10 scores"] == []
    assert coded["How much of a problem sleep is, 0 to 10"] == []
    assert coded["Pain now, 0 to 10"] == coded["Average pain, 0 to 10"] == ["72514-3"]
    without = written(plan)
    assert "91147-9" not in without and "75893-8" not in without
    surveys = [one["category"][0]["coding"][0]["code"] for one in parts(text, "Observation")]
    assert set(surveys) == {"survey"}


def test_what_the_therapist_found_is_told_as_found():
    text = written(plan_of("three-sources"), found=("Bend forward: half, pain 6 of 10.",))
    (found,) = [one for one in parts(text, "Observation") if "valueString" in one]
    assert found["valueString"] == "Bend forward: half, pain 6 of 10."
    assert found["category"][0]["coding"][0]["code"] == "exam"


def test_the_document_of_a_visit_says_what_the_visit_holds():
    intake = sample("three-sources")
    plan = first_visit(intake, KNOWN)
    of = Given(plan.replaced(version=1), intake, KNOWN, SOURCE, oak_street(), before=plan)
    text = PLAN_FHIR.make(of).decode()
    assert care_plan(text)["replaces"] == [
        {"identifier": care_plan(written(plan))["identifier"][0]}
    ]
    assert only(text, "Practitioner")["name"] == [{"text": "Ana Ruiz, LMT"}]
    assert {*references(text)} <= {one["fullUrl"] for one in json.loads(text)["entry"]}
