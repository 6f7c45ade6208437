"""What was told and measured: scores with their day, forms with their range, what was found."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.exports.files.fhir.conditions import HL7
from planner.exports.files.fhir.dossier import Dossier, Part, coded
from planner.exports.files.fhir.narrative import Block
from planner.model.plan import Baseline, Latest, Measures
from planner.visit.measured import scale
from planner.words import dated, say

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
PAIN_SCORE = "72514-3"
PAIN_SCORE_NAME = "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
AVERAGE, NOW = say("Average pain, 0 to 10"), say("Pain now, 0 to 10")
IN_DIARY = say("Average pain of the days in the diary, 0 to 10")
# Three questions of our own: no form's code may stand on them.
INTERFERENCE = say("Pain and interference, mean of three 0-10 scores")
SLEEP = say("How much of a problem sleep is, 0 to 10")
FOUND = say("Found by the massage therapist")
SURVEY = coded(f"{HL7}/observation-category", "survey")
EXAM = coded(f"{HL7}/observation-category", "exam")


class Seen(NamedTuple):
    """One observation: by which it is pointed to, of which day, and what it says."""

    key: str
    on: date
    what: str
    code: Part
    value: float
    more: Part = {}


def observations(of: Dossier) -> Iterator[Part]:
    """Everything that was told, then what the therapist found."""
    for one in _scores(of):
        yield _observed(of, one)
    for count, words in enumerate(of.beside.found, 1):
        content = {
            "status": "final",
            "category": [EXAM],
            "code": {"text": FOUND},
            "subject": of.client,
            "effectiveDateTime": of.plan.on.isoformat(),
            "valueString": words,
        }
        block = Block("", (say("{name}: {told}", name=FOUND, told=words),))
        yield of.resource("Observation", _found_key(count), [block], content)


def observation_keys(of: Dossier) -> Iterator[str]:
    """By which each of them is pointed to."""
    yield from (one.key for one in _scores(of))
    yield from (_found_key(count) for count, _ in enumerate(of.beside.found, 1))


def lines(of: Dossier) -> Iterator[str]:
    """The scores as lines, then what was found."""
    yield from map(_line, _scores(of))
    yield from of.beside.found


def pain_code(text: str = AVERAGE) -> Part:
    """The code of pain as a number from 0 to 10 that the client says."""
    return coded(LOINC, PAIN_SCORE, PAIN_SCORE_NAME, text)


def score(value: float) -> Part:
    """A score as a quantity."""
    return {"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"}


def _found_key(count: int) -> str:
    return f"found-{count}"


def _scores(of: Dossier) -> Iterator[Seen]:
    if of.plan.measures:
        yield from _of_the_plan(of.plan.measures, of.plan.began)
    yield from _forms(of)


def _of_the_plan(measures: Measures, began: date) -> Iterator[Seen]:
    first, latest = measures.baseline, measures.latest
    on = first.on or began
    yield Seen("average-pain", on, AVERAGE, pain_code(), first.average)
    yield from _at(first, on, "")
    if first.interference is not None:
        text = {"text": INTERFERENCE}
        yield Seen("interference", on, INTERFERENCE, text, first.interference)
    if first.sleep is not None:
        yield Seen("sleep", on, SLEEP, {"text": SLEEP}, first.sleep)
    if latest:
        what = IN_DIARY if latest.in_diary else AVERAGE
        code = {"text": IN_DIARY} if latest.in_diary else pain_code()
        yield Seen("average-pain-latest", latest.on, what, code, latest.average)
        yield from _at(latest, latest.on, "-latest")


def _at(scores: Baseline | Latest, on: date, which: str) -> Iterator[Seen]:
    if scores.now is not None:
        yield Seen(f"pain-now{which}", on, NOW, pain_code(NOW), scores.now)


def _forms(of: Dossier) -> Iterator[Seen]:
    """The scores of forms filled in elsewhere; one of the forms has a code of its own."""
    for one in of.beside.measured:
        form = of.knowledge.questionnaires[one.instrument]
        text = say("{form}: {title} ({scale})", form=form.name, title=form.title, scale=scale(form))
        code = coded(LOINC, form.loinc, form.loinc_name, text) if form.loinc else {"text": text}
        ends = {"low": score(form.low), "high": score(form.high), "text": scale(form)}
        more = {"referenceRange": [ends]}
        yield Seen(f"{form.id}-{one.on}", one.on, text, code, one.score, more)


def _line(one: Seen) -> str:
    return say("{name}: {value:g} ({day})", name=one.what, value=one.value, day=dated(one.on))


def _observed(of: Dossier, one: Seen) -> Part:
    """What the client said themselves."""
    content = {
        "status": "final",
        "category": [SURVEY],
        "code": one.code,
        "subject": of.client,
        "effectiveDateTime": one.on.isoformat(),
        "performer": [of.client],
        "valueQuantity": score(one.value),
        **one.more,
    }
    return of.resource("Observation", one.key, [Block("", (_line(one),))], content)
