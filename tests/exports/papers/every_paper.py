"""Every paper of a plan, a stop or a review: those of `DOCUMENTS`, and what else makes one."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import timedelta
from typing import Any, NamedTuple
from unittest import mock

from planner.diary import csv_template, read_diary
from planner.exports.documents import DOCUMENTS, PDF, Given, Reader
from planner.exports.paper import typesetting
from planner.exports.paper.consent_page import consent_pdf
from planner.exports.paper.diary_summary import Asked
from planner.exports.paper.diary_summary.made import diary_summary_pdf
from planner.exports.paper.handout import month_sheet_pdf
from planner.exports.paper.progress import progress_pdf
from planner.exports.paper.question_form import question_form_pdf
from planner.knowledge import load
from planner.model.diary import DayWritten
from planner.model.practice import Practice
from planner.words import SOURCE
from tests.exports.papers.looked_at import CLIENT_TYPE, LARGE_TYPE, OTHER_TYPE
from tests.exports.papers.varied import NAMES, PRACTICES
from tests.exports.progress.test_progress_page import CASES, made

# What a value says that stands nowhere in sight: what a picture shows, said aloud; what is said
# only where there is nothing else to say; a shorter wording of what stands there in full.
UNSEEN = (
    "pictured", "alt", "chart_says", "no_massage", "no_reasons", "code", "coded", "sentence",
    "beside", "step", "position",
)  # fmt: skip
NO_WORDS = (
    "words", "fonts", "lang", "dir", "comma", "paper", "logo", "chart", "pictures", "figures",
    "accent", *UNSEEN,
)  # fmt: skip
# The frame that letters share, of which not each uses every part; the names that stand as pictures.
NOT_ON_EACH = {
    "pdf note": ("agrees", "day", "names", "record", "reply"),
    "slip for-you": ("agrees", "day", "names", "record", "reply"),
    "evidence-pdf evidence": ("only_measured",),
    "therapist-pdf therapist": ("evidence",),
    "month-pdf diary": ("columns",),
    # A quotation mark beside a name from right to left is copied in the order of the page.
    "diary_summary_pdf": ("fewer_notes", "in_short", "notes"),
    "month_sheet_pdf": ("columns",),
    "chart_pdf": ("later",),
    "progress_pdf": ("last", "in_all"),
}


class Paper(NamedTuple):
    """A paper with who reads it, and every sentence that its value says."""

    name: str
    reader: Reader
    document: bytes
    said: tuple[str, ...]

    @property
    def floor(self) -> float:
        """The smallest type it may have."""
        if "large-print" in self.name:
            return LARGE_TYPE
        return CLIENT_TYPE if self.reader is Reader.CLIENT else OTHER_TYPE


def _consent(of: Given) -> bytes:
    return consent_pdf(of.plan, of.knowledge, None, of.practice, of.language)


def _month(of: Given) -> bytes:
    return month_sheet_pdf(of.plan.on, of.plan.locale, of.language, of.practice)


def _questions(of: Given) -> bytes:
    asked = [one.condition for one in of.intake.pain]
    return question_form_pdf(asked, of.plan.locale, of.knowledge, of.language, of.practice)


def _diary(of: Given) -> bytes:
    """The diary of the weeks around the plan's first day, as one page for a doctor."""
    first = of.plan.on - timedelta(days=28)
    rows = [
        DayWritten(first + timedelta(days=n), *(float((n * step + 3) % 11) for step in (3, 7, 5)),
                   session=n >= 28 and n % 7 == 0, note=NAMES[n % len(NAMES)])
        for n in range(len(of.plan.client) + 45)
    ]  # fmt: skip
    reading = read_diary(csv_template(rows), "diary.csv", on=rows[-1].day)
    plan, question = of.plan, "Would you look at the sleep of this person?"
    asked = Asked(reading, plan.on, plan.locale, plan.on, question=question, label=plan.client,
                  intake=of.intake)  # fmt: skip
    return diary_summary_pdf(asked, of.knowledge, of.language, of.practice)


# What is no document of a first visit, by the function that makes it.
OTHERS: Mapping[str, tuple[Reader, Callable[[Given], bytes]]] = {
    "consent_pdf": (Reader.CLIENT, _consent),
    "diary_summary_pdf": (Reader.COLLEAGUE, _diary),
    "month_sheet_pdf": (Reader.CLIENT, _month),
    "question_form_pdf": (Reader.CLIENT, _questions),
}
OF_A_REVIEW = ("progress_pdf",)


def papers_of(given: Given) -> Iterator[Paper]:
    """Every paper that this plan, or this stop, may leave behind."""
    for one in DOCUMENTS:
        if one.media_type == PDF and one.is_due(given.plan) and not one.is_private(given.plan):
            yield paper(f"{one.kind} {one.name}", one.reader, lambda one=one: one.make(given))
    for name, (reader, make) in OTHERS.items():
        if given.plan.clearance.may_be_handed_out:
            yield paper(name, reader, lambda make=make: make(given))


def reviews(number: int = 10) -> Iterator[tuple[str, Paper]]:
    """The papers of so many reviews."""
    for at, case in enumerate(list(CASES)[:number]):
        yield case, of_a_review(case, PRACTICES[at % len(PRACTICES)])


def of_a_review(case: str, practice: Practice) -> Paper:
    """The page of progress of a review."""
    review, reading = made(case)
    (name,) = OF_A_REVIEW
    return paper(
        name, Reader.CLIENT, lambda: progress_pdf(review, reading, load(), SOURCE, practice)
    )


def paper(name: str, reader: Reader, make: Callable[[], bytes]) -> Paper:
    """A paper, and what its value says."""
    said: list[str] = []
    set_in_type = typesetting._set

    def listening(template: str, data: Mapping[str, Any], *how: Any, **more: Any) -> bytes:
        value = json.loads(json.dumps(data, default=typesetting._plain))
        said.extend(_sentences(value, (*NO_WORDS, *NOT_ON_EACH.get(name, ()))))
        return set_in_type(template, data, *how, **more)

    with mock.patch.object(typesetting, "_set", listening):
        document = make()
    return Paper(name, reader, document, tuple(said))


def _sentences(value: Any, unsaid: Collection[str]) -> Iterator[str]:
    """What is said in more than one word, through all parts of a value."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in unsaid:
                yield from _sentences(part, unsaid)
    elif isinstance(value, list):
        for part in value:
            yield from _sentences(part, unsaid)
    elif isinstance(value, str) and " " in value:
        yield value
