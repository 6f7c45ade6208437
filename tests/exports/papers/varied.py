"""Plans, stops and reviews of many kinds, the same ones for the same seed.

What varies: pain sources, places, country (so paper), name and its letters, goals, time, money,
precautions, answers of "not sure", what was declined, the practice and its words.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from random import Random

from planner.exports.documents import Given
from planner.knowledge import load
from planner.model.intake import Conversation
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Locale
from planner.visit import samples
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with, sample

SEED = 17
NAMES = (
    "A.B.", "Maggie Ellison", "J.S.", "Anna-Lena Größmann-Østergård", "Ольга Иванова",
    "Ελένη Παπαδοπούλου", "محمد عبد الرحمن", "דוד בן־גוריון", "अमृता श्रीवास्तव", "สมชาย ศรีสุวรรณ",
    "山田 花子", "王小明", "김민수", "J.S. 😀", "Featherstonehaugh-Cholmondeleyvereingtonshire",
    "Maria del Carmen Fernández de la Vega y Sánchez-Bermúdez", "*_#[] $x$ @a",
)  # fmt: skip
GOALS = (
    "Walk to the shops", "Sleep through the night", "Carry my grandchild up the stairs again",
    "Sit at my desk for a whole morning without getting up because of my neck and my shoulders",
    "Dance", "Garden for an hour; then be well enough the day after to do the same again",
    "Work", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
)  # fmt: skip
PRACTICES = (
    NOT_SET,
    Practice(format=1, name="Harbour Massage", therapist="Dana Reyes", phone="555 0134"),
    Practice(
        format=1,
        name="Praxis für klinische Massage und Schmerztherapie Königswusterhausen",
        therapist="Friederike-Charlotte von der Marwitz-Hohenstein", licence="LMT 0012345-67",
        phone="+49 3375 2345678", email="praxis@koenigswusterhausen-schmerztherapie.example",
        address="Bahnhofstraße 123, Hinterhaus, 2. Stock, 15711 Königs Wusterhausen",
    ),
)  # fmt: skip
STOPS = (
    "p-dementia-capacity", "p-dvt-recent", "p-psychosis-mania", "p-aneurysm",
    "rf-cauda-equina", "rf-dvt", "rf-fever-acute-illness", "rf-hypoglycaemia",
    "rf-intoxication-capacity", "rf-progressive-neuro-deficit", "rf-safeguarding",
    "rf-spinal-malignancy", "rf-suicidal-active", "rf-suicidal-passive",
)  # fmt: skip


@cache
def plans(number: int = 60, seed: int = SEED) -> tuple[tuple[str, Given], ...]:
    """So many plans that may be handed out: the samples first, then invented people."""
    return tuple(islice(_plans(seed), number))


def _plans(seed: int) -> Iterator[tuple[str, Given]]:
    for at, name in enumerate(samples.with_a_plan()):
        yield name, _given(sample(name), PRACTICES[at % len(PRACTICES)])
    drawn = Random(seed)
    for at in count():
        given = _given(_somebody(drawn, at), PRACTICES[at % len(PRACTICES)])
        if given.plan.clearance.may_be_handed_out:
            yield f"{given.intake.pain[0].condition}, {given.intake.client.label}", given


@cache
def stops(number: int = 14, seed: int = SEED) -> tuple[tuple[str, Given], ...]:
    """So many people whose answers leave no plan."""
    drawn = Random(seed)
    people = (_who(drawn, at) | {"answers": {row: "yes"}} for at, row in enumerate(STOPS))
    return tuple(
        (row, _given(client_with("low-back-pain", **one), PRACTICES[at % len(PRACTICES)]))
        for at, (row, one) in enumerate(zip(STOPS[:number], people, strict=False))
    )


def plan(at: int) -> Given:
    """One of the plans."""
    return plans(at + 1)[at][1]


def stop(at: int) -> Given:
    """One of the stops."""
    return stops()[at][1]


def _given(intake: Conversation, practice: Practice) -> Given:
    return Given(first_visit(intake, load()), intake, load(), SOURCE, practice)


def _somebody(drawn: Random, at: int) -> Conversation:
    """Somebody with one to four pains, and whatever else may come with them."""
    sources = _with_a_plan()
    pains = [sources[at % len(sources)], *drawn.sample(sources, drawn.choice((0, 0, 0, 1, 2, 3)))]
    others = [
        {"condition": one, "regions": [], "months": drawn.choice((2, 7, 60)), "assessed": True}
        for one in dict.fromkeys(pains[1:])
        if one != pains[0]
    ]
    first = client_with(pains[0])
    changes = _who(drawn, at) | _wants(drawn) | {"answers": _answers(drawn)}
    all_pains = [one.model_dump(mode="json") for one in first.pain] + others
    return client_with(pains[0], **changes | {"pain": all_pains})


@cache
def _with_a_plan() -> tuple[str, ...]:
    """The pain sources that alone leave a plan."""
    every = sorted(load().conditions)
    return tuple(
        one for one in every if first_visit(client_with(one), load()).clearance.may_be_handed_out
    )


def _who(drawn: Random, at: int) -> dict[str, object]:
    return {
        "client": {"label": NAMES[at % len(NAMES)], "age": drawn.choice((19, 34, 45, 71, 88))},
        "locale": list(Locale)[at % len(Locale)].value,
        "severity": {"average": drawn.choice((0, 2, 5, 8, 10))},
    }


def _wants(drawn: Random) -> dict[str, object]:
    return {
        "preferences": {
            "goals": drawn.sample(GOALS, drawn.choice((0, 1, 2, 4))),
            "self_care_minutes_per_day": drawn.choice((5, 15, 30, 60)),
            "days": drawn.choice(((), ("mon", "thu"))),
            "session_price": drawn.choice((40, 80, 120)),
            "monthly_budget": drawn.choice((0, 90, 300, 1000)),
        }
    }


def _answers(drawn: Random) -> dict[str, str]:
    """A few precautions, some of them not sure."""
    rows = drawn.sample(sorted(load().precautions), drawn.choice((0, 0, 1, 2, 6)))
    return {one: drawn.choice(("yes", "unsure")) for one in rows}
