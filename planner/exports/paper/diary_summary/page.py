"""The page as a value: five figures, three channels, what stands out, a question to the doctor."""

from dataclasses import dataclass
from math import ceil

from planner.diary import summary_of
from planner.exports.paper.diary_summary import notes, told
from planner.exports.paper.diary_summary.asked import Asked, Chosen, chosen
from planner.exports.paper.diary_summary.figures import Figure, Sides, figures, sides_of
from planner.knowledge import Knowledge
from planner.model.diary.summary import DiarySummary
from planner.model.phrase import Phrase
from planner.words import say, say_many
from planner.words.typed import printable

WEEK, FORTNIGHT, MONTH, YEAR = 7, 14, 30.44, 365.25  # days
MOST_BESIDE_TALL_CHARTS, LETTERS_A_LINE = 12, 80  # lines
MOST_IN_WEEKS, TWO_YEARS = 366, 732


@dataclass(frozen=True)
class DiaryPage:
    """The page, part by part; an empty part is not printed, but for the question.

    `happened` are the milestones, `dates` the span in full, `began` the day of the plan.
    `fewer_notes` and `in_short` stand where there is no room for the notes and all that happened.
    """

    title: str
    dates: str
    figures: tuple[Figure, ...]
    began: str
    massages: str
    happened: tuple[str, ...]
    in_short: tuple[str, ...]
    has_gaps: bool
    has_means: bool
    stands_out: tuple[str, ...]
    notes: tuple[str, ...]
    fewer_notes: tuple[str, ...]
    medicine: str
    signs: str
    cannot_say: tuple[str, ...]
    question: str

    @property
    def is_full(self) -> bool:
        """Whether there is so much to read that the charts are drawn low."""
        flowing = (self.stands_out, self.cannot_say, self.happened)
        paragraphs = (*(" ".join(one) for one in flowing), self.medicine, self.signs, self.question)
        lines = sum(ceil(len(one) / LETTERS_A_LINE) for one in (*paragraphs, *self.notes))
        return lines > MOST_BESIDE_TALL_CHARTS


@dataclass(frozen=True)
class Looked:
    """A diary with what was found in the chosen days of it; no summary where none has a score."""

    of: Chosen
    found: DiarySummary | None
    sides: Sides | None


def looked_at(asked: Asked) -> Looked:
    """What the chosen days hold; raises NotForHandout where there is no page of them."""
    of = chosen(asked)
    found = summary_of(
        asked.reading, asked.started, of.first, of.last, asked.bad_from, asked.window
    )
    return Looked(of, found, sides_of(of, asked))


def diary_page(asked: Asked, knowledge: Knowledge) -> DiaryPage:
    """The page of a diary, ready to be laid out; raises NotForHandout."""
    return page_of(looked_at(asked), asked, knowledge)


def page_of(looked: Looked, asked: Asked, knowledge: Knowledge) -> DiaryPage:
    """The page of what was found."""
    of, found, sides = looked.of, looked.found, looked.sides
    milestones, written = told.milestones_of(asked, of), notes.notes_of(asked.reading, of)
    return DiaryPage(
        title=_title(of.all_days),
        dates=_dates(of),
        figures=tuple(figures(sides, of, asked.bad_from)),
        began=_began(asked, of),
        massages=_massages(asked, of),
        happened=tuple(told.happened(milestones)),
        in_short=tuple(told.happened(milestones, in_short=True)),
        has_gaps=len(of.told) < of.all_days,
        has_means=bool(sides and sides.means),
        stands_out=tuple(told.stands_out(found, sides)),
        notes=notes.said(written, notes.some_of(written)),
        fewer_notes=notes.said(written, written[-1:]),
        medicine=told.medicine(asked, of, sides),
        signs=told.signs(asked, knowledge),
        cannot_say=tuple(told.cannot_say(asked, of, sides)),
        question=printable(asked.question),
    )


def _title(days: int) -> Phrase:
    """How long the diary is, in the largest whole measure."""
    if days < FORTNIGHT:
        return say_many("Pain diary, {number} day on one page",
                        "Pain diary, {number} days on one page", days)  # fmt: skip
    if days <= MOST_IN_WEEKS:
        return say_many("Pain diary, {number} week on one page",
                        "Pain diary, {number} weeks on one page", round(days / WEEK))  # fmt: skip
    if days <= TWO_YEARS:
        return say_many("Pain diary, {number} month on one page",
                        "Pain diary, {number} months on one page", round(days / MONTH))  # fmt: skip
    return say_many("Pain diary, {number} year on one page",
                    "Pain diary, {number} years on one page", round(days / YEAR))  # fmt: skip


def _dates(of: Chosen) -> Phrase:
    if of.first == of.last:
        return say("{day}", day=of.first)
    return say("{first} to {last}", first=of.first, last=of.last)


def _began(asked: Asked, of: Chosen) -> Phrase | str:
    """When the plan began, where that lies within the days."""
    if asked.started is None or not of.first < asked.started <= of.last:
        return ""
    return say("plan begins {day:near}", day=asked.started)


def _massages(asked: Asked, of: Chosen) -> Phrase | str:
    number = sum(of.first <= day <= of.last for day in asked.reading.sessions)
    if not number:
        return ""
    return say_many("massage, {number} visit", "massage, {number} visits", number)
