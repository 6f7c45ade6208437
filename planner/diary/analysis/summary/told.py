"""A summary in the words that a page opens on; the page only lays them out."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.diary.analysis.summary.clearness import Change
from planner.model.diary import Analysis
from planner.model.diary.summary import AroundSessions, DiarySummary, Flare, Span
from planner.model.phrase import Phrase, Texts
from planner.words import joined, say, say_many

NOT_WRITTEN, NOT_CLEAR, NOT_COMPARED = say("not written"), say("not clear"), say("not compared")
LOWER, HIGHER, SAME = say("lower"), say("higher"), say("the same")
FEWER, MORE = say("fewer"), say("more")
BETTER, WORSE = say("better"), say("worse")
ONLY_TESTED = say("Only the average pain is tested.")
ONLY_DAYS_TESTED = say("Only the days with pain are tested.")
NO_SESSION = say("No session stands in this diary.")
NO_DAY_ALONE = say(
    "No written day lies around one session alone, so nothing is said of the days after."
)
DASH = say("A dash: no such day is written, or each lies around two sessions.")
NO_FLARE = say("No flare: no days in a row well above their time.")
FLARES_UNKNOWN = say("Too few days are written to tell flares.")
NOTHING_NEW = say("Nothing new stands out in the last four weeks.")
FEW_SESSIONS = 4  # fewer say nothing of what a session is followed by

Value = Callable[[Span], float | None]


@dataclass(frozen=True)
class Tile:
    """One measure of both spans, what became of it, and nothing that was not written."""

    name: str
    value: str
    word: str


@dataclass(frozen=True)
class Told:
    """A summary in words: each line of the page in its order."""

    written: str
    compared: str
    tiles: tuple[Tile, ...]
    after_sessions: str
    flares: str
    news: Texts
    clear: str


def _mean(score: float | None) -> Phrase:
    """A mean; what was not written is said so."""
    return NOT_WRITTEN if score is None else say("{score:.1f}", score=score)


def _one_day(score: float | None) -> Phrase:
    """The score of a day, which is mostly a whole number."""
    return NOT_WRITTEN if score is None else say("{score:g}", score=round(score, 1))


@dataclass(frozen=True)
class _Measure:
    """What a tile counts: its name, its value of a span, and the words of its directions."""

    name: Phrase
    of: Value
    falls: Phrase = LOWER
    rises: Phrase = HIGHER
    in_words: Callable[[float | None], Phrase] = _mean


def told(summary: DiarySummary, change: Change) -> Told:
    """The summary in words, beside the change that the same days show."""
    return Told(
        written=say_many(
            "{logged} of {number} day written",
            "{logged} of {number} days written",
            summary.days,
            logged=summary.logged,
        ),
        compared=joined(_compared(summary), _tested(summary, change)),
        tiles=tuple(_tile(one, summary, change) for one in _measures(summary, change)),
        after_sessions=after_sessions(summary.around_sessions),
        flares=flares_told(summary.flares),
        news=summary.news or (NOTHING_NEW,),
        clear=summary.clear,
    )


def _tested(summary: DiarySummary, change: Change) -> Phrase | str:
    """Which of the numbers the headline and the word clear are of, and of which days."""
    if change.scores and not change.by_days and not _are_of(summary, change.scores):
        return say(
            "The headline tests the average over {before} days before and {since} since.",
            before=change.scores.before.days,
            since=change.scores.after.days,
        )
    if not change.is_clear:
        return ""
    return ONLY_DAYS_TESTED if change.by_days else ONLY_TESTED


def _are_of(summary: DiarySummary, tested: Analysis) -> bool:
    """Whether the same days were tested as are told."""
    told_of = (summary.before and summary.before.days, summary.lately.days)
    return told_of == (tested.before.days, tested.after.days)


def _compared(summary: DiarySummary) -> Phrase:
    days = summary.lately.days
    lately = say_many("the last {number} day", "the last {number} days", days)
    if summary.before is None:
        return say("Of {lately}.", lately=lately)
    before = say_many(
        "{number} day before the plan",
        "{number} days before the plan",
        summary.before.days,
    )
    return say("{before} → {lately}.", before=before, lately=lately)


def _measures(summary: DiarySummary, change: Change) -> tuple[_Measure, ...]:
    """What is set beside each other, in the order in which it is asked.

    Days with pain stand there where not every day has some.
    """
    of_pain = not (change.scores and change.scores.of)  # mood and the like are no pain
    average = say("Average pain") if of_pain else say("Average (10 is worst)")
    worst = say("Worst pain") if of_pain else say("Worst day")
    some = any(one.with_pain < one.logged for one in summary.months)
    days = _Measure(say("Days with pain a week"), lambda of: of.pain_days_a_week, FEWER, MORE)
    return (
        _Measure(average, lambda of: of.average),
        _Measure(worst, lambda of: of.worst, in_words=_one_day),
        _Measure(
            say("Bad days a week (from {from_score:g})", from_score=summary.bad_from),
            lambda of: of.bad_a_week,
            FEWER,
            MORE,
        ),
        *((days,) if some or summary.lately.average is None else ()),
        _Measure(say("Sleep (10 is best)"), lambda of: of.sleep, WORSE, BETTER),
        _Measure(say("Got in the way (10 is worst)"), lambda of: of.got_in_the_way, BETTER, WORSE),
    )


def _tile(of: _Measure, summary: DiarySummary, change: Change) -> Tile:
    lately = of.of(summary.lately)
    if summary.before is None:
        return Tile(of.name, of.in_words(lately), NOT_COMPARED if lately is not None else "")
    before = of.of(summary.before)
    if before is None and lately is None:
        return Tile(of.name, NOT_WRITTEN, "")
    value = say("{before} → {lately}", before=of.in_words(before), lately=of.in_words(lately))
    return Tile(of.name, value, _word(of, before, lately, change))


def _word(of: _Measure, before: float | None, lately: float | None, change: Change) -> Phrase:
    """Which way a measure went; where the change is not clear that is the word."""
    if before is None or lately is None or not change.is_compared:
        return NOT_COMPARED
    if not change.is_clear:
        return NOT_CLEAR
    apart = round(lately, 1) - round(before, 1)
    if not apart:
        return SAME
    return of.falls if apart < 0 else of.rises


def after_sessions(around: AroundSessions | None) -> Phrase:
    """The days around the sessions in one line; few sessions are said to be few."""
    if around is None:
        return NO_SESSION
    means = (around.before, *around.after)
    if all(mean is None for mean in means):
        return NO_DAY_ALONE
    before, one, two, three = map(_alone, means)
    line = say_many(
        "Around {number} session: {before} the day before, then {one}, {two}, {three} "
        "one, two and three days after.",
        "Around {number} sessions: {before} the day before, then {one}, {two}, {three} "
        "one, two and three days after.",
        around.sessions,
        before=before,
        one=one,
        two=two,
        three=three,
    )
    few = say("Too few sessions to read anything into it.")
    none = DASH if None in means else ""
    return joined(line, none, few if around.sessions < FEW_SESSIONS else "")


def _alone(score: float | None) -> Phrase | str:
    """The mean of the days that lie around one session alone."""
    return "–" if score is None else _mean(score)


def flares_told(flares: tuple[Flare, ...] | None) -> Phrase:
    """How many flares, and the longest and worst of them."""
    if flares is None:
        return FLARES_UNKNOWN
    if not flares:
        return NO_FLARE
    longest = max(flares, key=lambda one: (one.days, one.worst))
    line = say_many(
        "{number} flare: {days} days from {first:short}, worst {worst:g}.",
        "{number} flares: the longest {days} days from {first:short}, the worst day {worst:g}.",
        len(flares),
        days=longest.days,
        first=longest.first,
        worst=round(max(one.worst for one in flares), 1),
    )
    return joined(line, _may_be_longer(sum(one.may_be_longer for one in flares), len(flares)))


def _may_be_longer(number: int, of: int) -> Phrase | str:
    if not number:
        return ""
    if of == 1:
        return say("It may have been longer: a day beside it is not written.")
    return say_many(
        "{number} may have been longer: a day beside it is not written.",
        "{number} may have been longer: a day beside them is not written.",
        number,
    )
