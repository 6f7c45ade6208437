"""The standard's own rules (FHIR R4B) on documents of many plans, and a second reader of them."""

import json
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from planner.exports.documents import PLAN_FHIR, Given
from planner.exports.files.fhir.narrative import XHTML
from planner.visit.main_line import first_visit
from planner.words import SOURCE, language
from planner.words.languages import PSEUDO
from tests.conftest import client_with
from tests.exports.fhir.bundles import parts, references, walked
from tests.exports.test_one_list import planned
from tests.practices import oak_street
from tests.vignettes.people import KNOWN

USUAL, WHOLE = 12, 200
READER = Path(__file__).parent / "second_validator"
HOSTILE = "</div><script>alert(1)</script> & \u202e\u200b\u0007 =1+1 🦵 ﷽"
OWN = {"name": HOSTILE[:80], "words": HOSTILE, "minutes": 3}
ALLOWED = {"div", "p", "b", "ul", "li"}


def hostile():
    """Somebody whose every word is made to break a file, and a practice of the same kind."""
    intake = client_with(
        "low-back-pain",
        client={"label": HOSTILE, "age": 45},
        preferences={"goals": [HOSTILE, "\u200b", {"goal": f"again {HOSTILE}", "rating": 3}]},
        edits=[
            {"line": "yoga", "change": "add", "words": HOSTILE},
            {
                "line": "own:1",
                "change": "add",
                "own": {"name": HOSTILE, "words": HOSTILE, "minutes": 3},
            },
        ],
    )
    practice = oak_street(name=HOSTILE, therapist="\u200b", licence=HOSTILE, address=HOSTILE)
    return Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, practice)


@cache
def of_seed(seed):
    intake, plan = planned(seed)
    return plan and PLAN_FHIR.make(Given(plan, intake, KNOWN, SOURCE)).decode()


hostile_once = cache(hostile)


@cache
def of_the_hostile():
    return PLAN_FHIR.make(hostile_once()).decode()


def documents(seeds):
    return [of_the_hostile(), *filter(None, map(of_seed, seeds))]


def bundle_rules(text):
    """bdl-3, 4, 7, 9 to 12: a document is identified, dated, opens with its page, is no request."""
    bundle = json.loads(text)
    assert bundle["identifier"]["system"] and bundle["identifier"]["value"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", bundle["timestamp"])
    assert bundle["entry"][0]["resource"]["resourceType"] == "Composition"
    urls = Counter(one["fullUrl"] for one in bundle["entry"])
    assert set(urls.values()) == {1}
    assert not any({*one} - {"fullUrl", "resource"} for one in bundle["entry"])
    assert all(one["fullUrl"] == f"urn:uuid:{one['resource']['id']}" for one in bundle["entry"])


def everything_points_inside(text):
    """Each reference leads to an entry, and each entry is reached or tells of one that is."""
    bundle = json.loads(text)
    held = {one["fullUrl"]: one["resource"] for one in bundle["entry"]}
    assert {*references(text)} <= {*held}
    reached, ahead = set(), [bundle["entry"][0]["fullUrl"]]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead.extend(references(json.dumps({"entry": [], "of": held[here]})))
    apart = {held[one]["resourceType"] for one in {*held} - reached}
    assert apart <= {"Provenance"}


def nothing_is_empty(text):
    """ele-1: no text, list or object without content; no control character in any text."""
    for path, value in walked(json.loads(text)):
        assert value not in ("", [], {}, None), path
        if isinstance(value, str):
            assert value.strip(), path
            assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\ufffe]", value), path


def words_are_whole(text):
    """dom-6, txt-1, txt-2: every part has words, in plain XHTML and not empty; dom-2 to 5."""
    for entry in json.loads(text)["entry"]:
        resource = entry["resource"]
        assert "contained" not in resource
        told = [resource["text"], *(one["text"] for one in resource.get("section", ()))]
        for one in told:
            assert one["status"] == "generated"
            div = ElementTree.fromstring(one["div"])
            assert {each.tag for each in div.iter()} <= {f"{{{XHTML}}}{tag}" for tag in ALLOWED}
            assert "".join(div.itertext()).strip()
            assert {*div.attrib} == {"lang", "{http://www.w3.org/XML/1998/namespace}lang"}


def parts_keep_their_rules(text):
    """cmp-1, cpl-3, tim-1 to 10, per-1, obs-3, obs-6, gol-1, org-1, cpt-2."""
    for _, one in walked(json.loads(text)):
        if not isinstance(one, dict):
            continue
        if {"start", "end"} <= {*one}:
            assert one["start"] <= one["end"]
        assert ("duration" in one) == ("durationUnit" in one)
        assert ("period" in one and "periodUnit" not in one) is False or "start" in one["period"]
        if "dueDate" in one:
            assert one["measure"]
        if "dayOfWeek" in one:
            assert len(one["dayOfWeek"]) == len({*one["dayOfWeek"]}) < 7
    assert all({*one} == {"detail"} for one in parts(text, "CarePlan")[0]["activity"])
    sections = parts(text, "Composition")[0]["section"]
    assert all(one["text"] for one in sections)
    for one in parts(text, "Observation"):
        assert ("valueQuantity" in one) != ("valueString" in one)


RULES = (
    bundle_rules,
    everything_points_inside,
    nothing_is_empty,
    words_are_whole,
    parts_keep_their_rules,
)


def faults(texts):
    found = []
    for number, text in enumerate(texts):
        Bundle.model_validate(json.loads(text))
        for rule in RULES:
            try:
                rule(text)
            except AssertionError as broken:
                found.append((number, rule.__name__, str(broken)[:300]))
    return found


def test_the_standards_rules_hold_for_people_at_random_and_for_hostile_words():
    texts = documents(range(USUAL))
    assert len(texts) > USUAL / 2
    assert not faults(texts)


@pytest.mark.slow
def test_they_hold_for_many_people():
    texts = documents(range(WHOLE))
    assert len(texts) > WHOLE / 2
    assert not faults(texts)


def test_a_rule_that_is_broken_is_found():
    """The rules themselves can fail: each sees its own fault."""
    whole = json.loads(of_seed(next(seed for seed in range(USUAL) if of_seed(seed))))
    for break_it in (
        lambda b: b["entry"].append(b["entry"][1]),
        lambda b: b["entry"][0]["resource"].update(author=[{"reference": "urn:uuid:0"}]),
        lambda b: b["entry"][1]["resource"].update(gender=""),
        lambda b: b["entry"][1]["resource"]["text"].update(div="<div><script/></div>"),
        lambda b: b["entry"][0]["resource"]["section"].append({"title": "x", "text": {}}),
    ):
        broken = json.loads(json.dumps(whole))
        break_it(broken)
        assert any(_breaks(rule, json.dumps(broken)) for rule in RULES)


def _breaks(rule, text):
    try:
        rule(text)
    except (AssertionError, KeyError, ElementTree.ParseError):
        return True
    return False


@given(st.text(max_size=60))
def test_any_words_of_a_client_make_a_whole_document(words):
    of = hostile_once()
    said = of.plan.replaced(client=words or "x", talk=(words,))
    text = PLAN_FHIR.make(of._replace(plan=said)).decode()
    nothing_is_empty(text)
    words_are_whole(text)


def test_it_names_its_language_in_every_part():
    of = hostile()._replace(language=language(PSEUDO))
    for entry in json.loads(PLAN_FHIR.make(of))["entry"]:
        assert entry["resource"]["language"] == PSEUDO
        assert f'lang="{PSEUDO}"' in entry["resource"]["text"]["div"]


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("node") is None or not (READER / "node_modules").exists(),
    reason=f"no second reader: npm ci --prefix {READER}",
)
def test_a_second_reader_finds_nothing():
    texts = documents(range(40))
    broken = json.loads(texts[0])
    del broken["entry"][0]["resource"]["title"]
    broken["entry"][1]["resource"]["colour"] = "red"
    bundles = [*map(json.loads, texts), broken]
    ran = subprocess.run(
        ["node", READER / "validate.js"],
        input=json.dumps(bundles), capture_output=True, text=True, check=True,
    )  # fmt: skip
    *found, of_the_broken = json.loads(ran.stdout)
    assert not [one for one in found if one]
    assert len(of_the_broken) >= 2
