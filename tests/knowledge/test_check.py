"""The knowledge base is whole and as signed off, and a broken copy is told fault by fault."""

import shutil
from pathlib import Path

import pytest

from planner.knowledge import load
from planner.knowledge.check.urgency import outcomes
from planner.knowledge.entries.safety import deciding
from planner.knowledge.load import BY_ID, DATA, NESTED
from planner.model.errors import KnowledgeError
from planner.model.vocabulary import Certainty, Technique, Use
from planner.safety.rows_in_force import LOOKED_AT
from planner.words import joined
from tests.reading_grade import reading_grade as grade

KNOWN = load()
COUNTS = {
    "red_flags": 74,
    "precautions": 95,
    "follow_ups": 54,
    "region_rules": 13,
    "interactions": 50,
    "conditions": 43,
    "likely": 43,
    "regions": 77,
    "techniques": 5,
    "consent": 8,
    "scope": 8,
    "groups": 11,
}


def test_the_real_base_is_clean():
    assert load() is KNOWN


def test_a_base_is_read_whole_each_time_that_it_is_opened_elsewhere(copy):
    again = load(copy)
    assert again.review.version == KNOWN.review.version
    assert not [key for key, row in again.rows.items() if row is KNOWN.rows[key]]


@pytest.mark.parametrize("name", COUNTS)
def test_the_base_is_as_large_as_the_signed_off_list(name):
    assert len(getattr(KNOWN, name)) == COUNTS[name]


# What was signed off is there, unchanged


def sections():
    """ids.txt as {heading: rows of words}; headings may carry the names of their columns."""
    found = {}
    for line in (Path(__file__).parent / "ids.txt").read_text().splitlines():
        if line.startswith("["):
            rows = found.setdefault(line[1:].split("]")[0], [])
            heading = line
        elif line and not line.startswith("#"):
            rows.append((heading, line.split()))
    return found


SIGNED_OFF = sections()


@pytest.mark.parametrize("name", [name for name in SIGNED_OFF if name != "asked_when"])
def test_every_signed_off_id_is_in_the_base_in_order(name):
    ids = [words[0] for _, words in SIGNED_OFF[name]]
    table = getattr(KNOWN, name)
    assert set(ids) <= set(table)
    if name != "findings":
        assert ids == list(table)


@pytest.mark.parametrize(
    "name",
    ["red_flags", "precautions", "region_rules", "interactions", "consent", "scope", "findings"],
)
def test_no_grade_was_raised(name):
    table = getattr(KNOWN, name)
    grades = {"read", "partly-read", "citation-only", "unverified"}
    for _, words in SIGNED_OFF[name]:
        (grade,) = grades.intersection(words)
        assert table[words[0]].verification == grade, words[0]


def test_every_red_flag_leads_where_it_should():
    for _, (row, effect, _) in SIGNED_OFF["red_flags"]:
        assert KNOWN.red_flags[row].clearance == effect, row


def test_every_precaution_has_its_effect():
    for _, (row, effect, *_) in SIGNED_OFF["precautions"]:
        assert KNOWN.precautions[row].effect == effect, row


def test_every_degree_leads_where_it_should():
    for _, (row, if_yes, if_no) in SIGNED_OFF["follow_ups"]:
        found = KNOWN.follow_ups[row]
        assert (found.if_yes.clearance, found.if_no.clearance) == (if_yes, if_no), row


LETTERS = {"a": Use.AVOID, "j": Use.ADJUST, "o": Use.OK}
SCOPES = {"W": "whole-plan", "R": "region"}


def test_every_cell_of_both_tables_is_as_signed_off():
    for heading, words in SIGNED_OFF["precautions"]:
        row, _, _, scope, techniques, therapy_scope, therapies = words
        columns = heading.split("therapies: ")[1].split()
        entry = KNOWN.precautions[row]
        assert (entry.scope, entry.therapy_scope) == (SCOPES[scope], SCOPES[therapy_scope]), row
        order = heading.split("techniques: ")[1].split(" therapies")[0].split()
        assert entry.techniques == {
            Technique(name): LETTERS[one] for name, one in zip(order, techniques, strict=True)
        }, row
        assert entry.therapies == {
            name: LETTERS[one] for name, one in zip(columns, therapies, strict=True)
        }, row


def test_every_question_is_asked_of_those_it_was_proposed_for():
    assert {words[0] for _, words in SIGNED_OFF["asked_when"]} == set(KNOWN.rows)
    for _, (row, group, always, conditions, zones, after_yes) in SIGNED_OFF["asked_when"]:
        entry = KNOWN.rows[row]
        assert (entry.group, entry.always) == (group, always == "yes"), row
        assert sorted(entry.conditions) == _listed(conditions), row
        assert sorted(entry.zones) == _listed(zones), row
        if not getattr(entry, "taken_over_from", ""):
            assert sorted(entry.after_yes) == _listed(after_yes), row


def _listed(text):
    return [] if text == "-" else text.split("+")


# A broken copy


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def edit(folder, name, old, new):
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name}: {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder):
    with pytest.raises(KnowledgeError) as refused:
        load(folder)
    return {problem.place: problem.what for problem in refused.value.problems}


def block(name, key, folder=DATA):
    """The text of one table of a file, up to the next one."""
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    return f"\n[{key}]\n" + text.split(f"\n[{key}]\n", 1)[1].split("\n[", 1)[0]


def edit_in(folder, name, key, old, new):
    """Change a field of one entry."""
    before = block(name, key, folder)
    assert old in before, f"{name}.{key}: {old}"
    edit(folder, name, before, before.replace(old, new, 1))


def value_in(name, key, field):
    """The line of a field of one entry, as written."""
    return next(line for line in block(name, key).splitlines() if line.startswith(f"{field} = "))


# (file, entry, what is written, what is broken into it, place told, words told)
BROKEN = [
    (
        "groups",
        "skin",
        'later_with = "nerves-and-spine"',
        'later_with = "nerves"',
        "groups.skin.later_with",
        "'nerves' is not known",
    ),
    (
        "red_flags",
        "rf-acs",
        'group = "heart-and-clots"',
        'group = "heart"',
        "red_flags.rf-acs.group",
        "'heart' is not known",
    ),
    (
        "red_flags",
        "rf-dvt",
        'section = "clots-and-blood"',
        'section = "blood"',
        "red_flags.rf-dvt.section",
        "'blood'",
    ),
    (
        "red_flags",
        "rf-dvt",
        'clearance = "same-day"',
        'clearance = "today"',
        "red_flags.rf-dvt.clearance",
        "emergency",
    ),
    (
        "red_flags",
        "rf-dvt",
        'verification = "',
        'verified = "',
        "red_flags.rf-dvt.verified",
        "Extra inputs",
    ),
    (
        "red_flags",
        "rf-bp-severe",
        '"p-hypertension-controlled"',
        '"p-pressure"',
        "red_flags.rf-bp-severe.after_yes",
        "'p-pressure'",
    ),
    (
        "red_flags",
        "rf-crps",
        '"neuropathic-pain"',
        '"nerves"',
        "red_flags.rf-crps.conditions",
        "'nerves'",
    ),
    ("red_flags", "rf-crps", '"shoulders"', '"shoulder"', "red_flags.rf-crps.zones", "'shoulder'"),
    (
        "red_flags",
        "rf-pe",
        value_in("red_flags", "rf-pe", "label"),
        value_in("red_flags", "rf-dvt", "label"),
        "red_flags.rf-pe.label",
        "more than once",
    ),
    (
        "precautions",
        "p-lump-undiagnosed",
        '"rf-lump-undiagnosed"',
        '"rf-lump"',
        "precautions.p-lump-undiagnosed.taken_over_from",
        "'rf-lump'",
    ),
    (
        "precautions",
        "p-pad",
        '"thigh_front"',
        '"thigh"',
        "precautions.p-pad.usual_places",
        "'thigh'",
    ),
    (
        "follow_ups",
        '"rf-gca:sight"',
        "question = ",
        "quest = ",
        "follow_ups.rf-gca:sight.question",
        "required",
    ),
    ("region_rules", "r-eyes", '"face"', '"eye"', "region_rules.r-eyes.places", "'eye'"),
    (
        "region_rules",
        "r-spine-bony",
        '"p-frailty"',
        '"p-frail"',
        "region_rules.r-spine-bony",
        "'p-frail'",
    ),
    (
        "interactions",
        "x-needle-phobia",
        '"p-needle-phobia"',
        '"p-needles"',
        "interactions.x-needle-phobia",
        "'p-needles'",
    ),
    (
        "combinations",
        "e-weak-flags",
        '"p-immunosuppressed"',
        '"p-immune"',
        "combinations.e-weak-flags",
        "'p-immune'",
    ),
    (
        "interactions",
        "x-heat-pregnancy",
        '"lower_back"',
        '"loins"',
        "interactions.x-heat-pregnancy.avoid_at",
        "'loins'",
    ),
    ("therapies", "yoga", 'column = "yoga"', 'column = "mat"', "therapies.yoga.column", "'mat'"),
    (
        "therapies",
        "qigong",
        'column = "tai-chi"',
        'column = "nothing-to-guard"',
        "therapies.qigong.column",
        "is 'nothing-to-guard', which only a therapy of the mind may have",
    ),
    ("kinds", "pacing", "moves = false", "moves = true", "kinds.pacing.unguarded", "moves"),
    (
        "kinds",
        "sleep",
        'unguarded = "Habits around sleep put no load on the body."',
        'unguarded = " "',
        "kinds.sleep.unguarded",
        "no reason",
    ),
    (
        "red_flags",
        "rf-stroke-tia",
        "always = true",
        "",
        "red_flags.rf-stroke-tia",
        "asked of nobody",
    ),
    (
        "regions",
        "face_right",
        'zone = "head"',
        'zone = "skull"',
        "regions.face_right.zone",
        "'skull'",
    ),
    (
        "regions",
        "face_right",
        '"face_left"',
        '"face_middle"',
        "regions.face_right.mirror",
        "'face_middle'",
    ),
    (
        "conditions",
        "low-back-pain",
        '["lower_back"]',
        '["back"]',
        "conditions.low-back-pain.usual_places",
        "'back'",
    ),
    (
        "conditions",
        "musculoskeletal-pain",
        '"chronic-primary-pain"',
        '"chronic"',
        "conditions.musculoskeletal-pain.leans_on",
        "'chronic'",
    ),
    (
        "conditions",
        "low-back-pain",
        '"clbp-gl-nice-ng59"',
        '"nice"',
        "conditions.low-back-pain.findings",
        "'nice'",
    ),
    (
        "self_care",
        '"stretching:upper-back:curl"',
        '"p-osteoporosis"',
        '"p-bones"',
        "self_care.stretching:upper-back:curl.not_with",
        "'p-bones'",
    ),
    (
        "self_care",
        '"stretching:upper-back:curl"',
        '["upper-back"]',
        '["upper"]',
        "self_care.stretching:upper-back:curl.zones",
        "'upper'",
    ),
    (
        "self_care",
        '"stretching:neck:chin-tuck"',
        '"p-carotid-disease", ',
        "",
        "self_care.stretching:neck:chin-tuck.not_with",
        "'neck-end-range' is ruled out by p-carotid-disease",
    ),
    (
        "finer_tags",
        "hip-cross",
        '"p-joint-replacement"',
        '"p-hip"',
        "finer_tags.hip-cross.not_with",
        "'p-hip'",
    ),
    ("review", "knowledge", "version = ", "edition = ", "review.knowledge.version", "required"),
]


def is_of_one_entry(fault):
    """Whether the entry itself is none; such faults are told before those between entries."""
    return fault[4].startswith(fault[0]) and ("Extra" in fault[5] or fault[5] in MODEL_WORDS)


MODEL_WORDS = ("required", "emergency")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is told of one copy with every fault within an entry, and one with every other."""
    found = {}
    for kind in (True, False):
        folder = tmp_path_factory.mktemp("broken") / "data"
        shutil.copytree(DATA, folder)
        for fault in BROKEN:
            if is_of_one_entry(fault) is kind:
                edit_in(folder, *fault[:4])
        found |= faults(folder)
    return found


@pytest.mark.parametrize("fault", BROKEN, ids=[one[4] for one in BROKEN])
def test_every_kind_of_fault_is_told_at_once_with_its_file_and_id(told, fault):
    assert fault[5] in told[fault[4]]


def test_nothing_else_is_told(told):
    also = {"red_flags.rf-dvt.label"}  # the other of the two that share a label
    also.add("self_care.stretching:upper-back:curl")  # its id names the zone that was broken
    also |= {"red_flags.rf-dvt.verification", "follow_ups.rf-gca:sight.quest"}
    assert set(told) == {fault[4] for fault in BROKEN} | also | {"review.knowledge.edition"}


def test_several_entries_that_are_none_are_told_at_once(copy):
    edit_in(copy, "red_flags", "rf-dvt", 'clearance = "same-day"', 'clearance = "today"')
    edit_in(copy, "precautions", "p-pad", 'effect = "avoid-region"', 'effect = "avoid"')
    edit(copy, "doses", "weeks = ", "week = ")
    (copy / "locales.toml").unlink()
    (copy / "claims.toml").write_text("[one\n", encoding="utf-8")
    found = faults(copy)
    assert {"red_flags.rf-dvt.clearance", "precautions.p-pad.effect"} <= set(found)
    assert {"locales.toml", "claims.toml"} <= set(found)
    assert any(place.startswith("doses.") for place in found)


def test_an_entry_written_twice_is_refused(copy):
    path = copy / "precautions.toml"
    path.write_text(path.read_text() + block("precautions", "p-pad"), encoding="utf-8")
    assert "cannot be read" in faults(copy)["precautions.toml"]


def test_every_missing_file_is_told(copy):
    for name in (*BY_ID, *NESTED):
        (copy / f"{name}.toml").unlink()
    assert set(faults(copy)) == {f"{name}.toml" for name in (*BY_ID, *NESTED)}


def test_a_missing_locale_is_told(copy):
    edit(copy, "locales", block("locales", "NZ"), "\n")
    assert "'NZ'" in faults(copy)["locales"]


@pytest.mark.parametrize("number", ["132 111", "800 1111", "0808 2000", " "])
def test_a_number_to_dial_that_the_words_beside_it_do_not_say_is_told(copy, number):
    edit_in(copy, "locales", "UK", '"0800 1111" = ', f'"{number}" = ')
    assert "is no number of child_abuse" in faults(copy)["locales.UK.dial_child_abuse"]


def test_two_numbers_to_dial_that_are_not_told_apart_are_told(copy):
    edit_in(copy, "locales", "UK", '= "NSPCC", "0800 1111" = "Childline"', '= "", "0800 1111" = ""')
    assert "for whom it is" in faults(copy)["locales.UK.dial_child_abuse"]


def test_a_hole_in_either_table_is_told(copy):
    edit_in(copy, "precautions", "p-pad.techniques", 'swedish = "adjust"\n', "")
    edit_in(copy, "precautions", "p-pad.therapies", 'yoga = "ok"\n', "")
    path = copy / "precautions.toml"
    assert "yoga" in block("precautions", "p-pad.therapies")
    assert path.exists()
    with pytest.raises(KnowledgeError) as refused:
        load(copy)
    told = [str(problem) for problem in refused.value.problems]
    assert "precautions.p-pad.techniques: says nothing of swedish" in told
    assert "precautions.p-pad.therapies: says nothing of yoga" in told


def test_a_degree_without_its_row_and_with_unknown_places_is_told(copy):
    edit(copy, "follow_ups", '["p-antiplatelet:two"]', '["p-aspirin:two"]')
    edit(copy, "follow_ups", '["p-antiplatelet:two".if_yes]', '["p-aspirin:two".if_yes]')
    edit(copy, "follow_ups", '["p-antiplatelet:two".if_no]', '["p-aspirin:two".if_no]')
    edit(copy, "follow_ups", 'as_row = "p-anticoagulant"', 'as_row = "p-thinner"')
    edit(copy, "follow_ups", 'sets = "p-hypertension-uncontrolled"', 'sets = "p-high"')
    edit(copy, "follow_ups", 'places = ["abdomen"]', 'places = ["tummy"]')
    with pytest.raises(KnowledgeError) as refused:
        load(copy)
    told = "\n".join(str(problem) for problem in refused.value.problems)
    for name in ("p-aspirin", "p-thinner", "p-high", "tummy"):
        assert f"'{name}' is not known" in told


def test_an_urgency_told_in_the_words_of_another_is_told(copy):
    edit_in(copy, "follow_ups", '"rf-gca:sight".if_yes', "plain = ", "says = ")
    hold = value_in("precautions", "p-aneurysm", "plain_cleared")
    edit_in(copy, "precautions", "p-aneurysm", f"{hold}\n", "")
    found = faults(copy)
    assert "words of its own" in found["follow_ups.rf-gca:sight.if_yes"]
    assert "once cleared" in found["precautions.p-aneurysm.plain_cleared"]


def test_a_source_nobody_cites_or_named_like_a_finding_is_told(copy):
    finding = next(iter(KNOWN.findings))
    with (copy / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[alone]\ncitation = "Alone. 2020."\n\n[{finding}]\ncitation = "Twin. 2020."\n'
        )
    found = faults(copy)
    assert found["sources.alone"] == "is cited by nothing"
    assert found[f"sources.{finding}"] == "is also the id of a finding"


def test_an_unknown_source_is_told(copy):
    edit_in(copy, "red_flags", "rf-bp-severe", 'sources = ["', 'sources = ["nobody-1999", "')
    assert "'nobody-1999'" in faults(copy)["red_flags.rf-bp-severe.sources"]


def test_a_recommendation_that_nobody_read_is_told(copy):
    ranked = KNOWN.condition_techniques["knee-osteoarthritis"]["swedish"]
    task = next(iter(KNOWN.self_care.values()))
    stance = KNOWN.stances["neuropathic-pain"]["foot-care"]
    for finding in {*ranked.findings, *task.findings, *stance.findings}:
        before = block("findings", finding)
        level = KNOWN.findings[finding].verification
        after = before.replace(f'verification = "{level}"', 'verification = "unverified"')
        edit(copy, "findings", before, after)
    found = faults(copy)
    assert found["condition_techniques.knee-osteoarthritis.swedish"] == "has no source read"
    assert found[f"self_care.{task.id}"] == "has no source read"
    assert found["stances.neuropathic-pain.foot-care"] == "has no source read"


def test_a_massage_finding_called_certain_is_told(copy):
    edit_in(
        copy,
        "condition_techniques",
        "low-back-pain.swedish",
        value_in("condition_techniques", "low-back-pain.swedish", "certainty"),
        'certainty = "high"',
    )
    assert "high certainty" in faults(copy)["condition_techniques.low-back-pain.swedish"]
    assert all(
        ranked.certainty is not Certainty.HIGH
        for techniques in KNOWN.condition_techniques.values()
        for ranked in techniques.values()
    )


def test_doses_nobody_could_attend_are_told(copy):
    wrong = {
        "low-back-pain": ("weeks", "weeks = [10, 4]"),
        "neck-pain": ("weeks", "weeks = [4, 60]"),
        "migraine": ("minutes", "minutes = [5, 60]"),
        "fibromyalgia": ("sessions_per_week", "sessions_per_week = [1.0, 7.0]"),
    }
    for condition, (field, new) in wrong.items():
        key = f"{condition}.start"
        edit_in(copy, "doses", key, value_in("doses", key, field), new)
    assert faults(copy) == {
        f"doses.{condition}.start": "is outside sane ranges" for condition in wrong
    }


def test_a_condition_without_a_start_is_told(copy):
    edit(copy, "doses", "[low-back-pain.start]", "[low-back-pain.begin]")
    assert faults(copy)["doses.low-back-pain"] == "has no start"


def test_a_condition_without_a_main_technique_is_told(copy):
    edit_in(copy, "condition_techniques", "knee-osteoarthritis.swedish", "rank = 1", "rank = 2")
    assert "no main technique" in faults(copy)["condition_techniques.knee-osteoarthritis"]


def test_an_unknown_technique_dose_or_stance_is_told(copy):
    edit(
        copy, "condition_techniques", "[knee-osteoarthritis.swedish]", "[knee-osteoarthritis.thai]"
    )
    edit(copy, "stances", "[neuropathic-pain.foot-care]", "[neuropathic-pain.reflexology]")
    edit(copy, "stances", "[sciatica.tens]", "[lumbago.tens]")
    edit(copy, "doses", "[sciatica.start]", "[lumbago.start]")
    found = faults(copy)
    assert "'thai'" in found["condition_techniques.knee-osteoarthritis"] or "main" in str(found)
    assert "'reflexology'" in found["stances.neuropathic-pain"]
    assert "'lumbago'" in found["stances"]
    assert "'lumbago'" in found["doses"]


# What is asked of the base


def test_citations_come_from_a_finding_or_a_document():
    finding = next(key for key, one in KNOWN.findings.items() if one.may_be_cited)
    source = KNOWN.findings[finding].source
    assert KNOWN.citation(finding)[0] == KNOWN.citation(source)[0]


def test_a_gap_in_the_evidence_supports_nothing():
    gaps = [key for key, one in KNOWN.findings.items() if not one.source]
    assert gaps
    assert KNOWN.citable(tuple(gaps)) == ()


def test_a_weak_chain_is_as_weak_as_its_first_graded_finding():
    ungraded = next(k for k, one in KNOWN.findings.items() if one.certainty is Certainty.NOT_GRADED)
    low = next(key for key, one in KNOWN.findings.items() if one.certainty is Certainty.LOW)
    assert KNOWN.certainty_of((ungraded, low)) is Certainty.LOW
    assert KNOWN.certainty_of((ungraded,)) is Certainty.NOT_GRADED


# Words a client reads

CLIENT_FIELDS = (
    "plain",
    "plain_cleared",
    "plain_stop",
    "plain_how_often",
    "unsure",
    "away",
    "steps",
    "stop_if",
    "in_words",
)
NAMES = ("conditions", "techniques", "therapies")  # there, `plain` is a name or explains one
TABLES = [
    "likely",
    *("conditions", "therapies", "self_care", "zones", "red_flags", "precautions"),
    *("region_rules", "interactions", "combinations", "consent", "techniques", "wordings"),
]


def test_the_grade_is_that_of_a_known_text():
    assert grade("The cat sat on the mat.") == pytest.approx(-1.4, abs=0.06)
    assert grade("Anticoagulation necessitates interdisciplinary consultation.") > 20


def test_a_tired_person_can_read_what_a_degree_leads_to():
    told = [LOOKED_AT]
    for _, row, outcome in outcomes(KNOWN):
        plain = (outcome.plain if outcome else "") or row.plain
        told.append(joined(plain, deciding(row, outcome).escalates))
    assert [f"{grade(text):.1f} {text}" for text in told if grade(text) > 6] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_tired_person_can_read_it(table):
    hard = []
    for key, entry in getattr(KNOWN, table).items():
        for field in CLIENT_FIELDS:
            text = getattr(entry, field, "")
            if text and not (table in NAMES and field == "plain") and grade(text) > 6:
                hard.append(f"{table}.{key}.{field}: {grade(text):.1f} {text}")
    assert not hard, "\n".join(hard)


def test_the_label_of_a_region_ends_with_its_side(copy):
    edit(copy, "regions", 'label = "Face, left"', 'label = "Face left"')
    assert any("ends with ', left'" in what for what in faults(copy).values())


# What may be measured


def test_no_movement_and_no_form_names_what_the_pain_may_be():
    names = {word for one in KNOWN.every_movement.values() for word in one.name.lower().split()}
    assert not names & {"impingement", "tear", "lasègue", "lasegue", "spurling", "phalen", "tinel"}
    eponymous = {one.id for one in KNOWN.every_movement.values() if "'s " in one.name}
    assert not eponymous


def test_every_part_of_the_body_has_a_movement_to_look_at_first():
    assert set(KNOWN.movements) == set(KNOWN.zones)


@pytest.mark.parametrize(
    ("form", "low", "high", "better"),
    [
        ("ndi", 0, 50, "lower"),
        ("odi", 0, 100, "lower"),
        ("rmdq", 0, 24, "lower"),
        ("quickdash", 0, 100, "lower"),
        ("lefs", 0, 80, "higher"),
        ("hit-6", 36, 78, "lower"),
        ("fiqr", 0, 100, "lower"),
        ("psfs", 0, 10, "higher"),
        ("peg", 0, 10, "lower"),
        ("phq-4", 0, 12, "lower"),
    ],
)
def test_a_form_has_its_range_and_its_direction(form, low, high, better):
    found = KNOWN.questionnaires[form]
    assert (found.low, found.high, found.better) == (low, high, better)


def test_a_figure_of_a_form_without_a_source_is_refused(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    file = folder / "questionnaires.toml"
    words = file.read_text().replace('sources = ["stratford-1995"]', "")
    file.write_text(words.replace('zones = ["neck"]', 'zones = ["nape"]'))
    with pytest.raises(KnowledgeError) as refused:
        load(folder)
    assert "questionnaires.psfs" in str(refused.value)
    file.write_text(file.read_text().replace('change = 2\nchange_means = "beyond-scatter"', ""))
    with pytest.raises(KnowledgeError) as refused:
        load(folder)
    assert "questionnaires.ndi.zones: 'nape' is not known" in str(refused.value)
