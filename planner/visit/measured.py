"""How scores of forms stand: the first beside the latest, and which way it went."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.measuring import Questionnaire
from planner.model.intake import QuestionnaireScore
from planner.model.order import grouped
from planner.model.phrase import Phrase
from planner.model.vocabulary import Locale
from planner.words import joined, say, say_in

BETTER = {"lower": say("lower is better"), "higher": say("higher is better")}
WENT = {
    True: say_in("a score, against the first", "better"),
    False: say_in("a score, against the first", "worse"),
    None: say_in("a score, against the first", "the same"),
}
MEANS = {
    "noticed": say("people often notice"),
    "beyond-scatter": say("is more than two ratings usually differ"),
}


class Standing(NamedTuple):
    """A form with its first score, where there is one, and its latest."""

    form: Questionnaire
    first: QuestionnaireScore | None
    latest: QuestionnaireScore

    @property
    def moved(self) -> float | None:
        """How far it moved, with its sign; None with one score only."""
        return None if self.first is None else self.latest.score - self.first.score

    @property
    def went(self) -> Phrase | None:
        """Which way it went, in a word; None with one score only."""
        if self.first is None:
            return None
        return WENT[self.form.is_better(self.first.score, self.latest.score)]


def standings(measured: Iterable[QuestionnaireScore], knowledge: Knowledge) -> tuple[Standing, ...]:
    """Each form that was filled in, in the order of the first day."""
    by_form = grouped((one.instrument, one) for one in sorted(measured, key=lambda one: one.on))
    return tuple(
        Standing(knowledge.questionnaires[form], scores[0] if len(scores) > 1 else None, scores[-1])
        for form, scores in by_form.items()
    )


def scale(form: Questionnaire) -> Phrase:
    """The range of a form, and its direction."""
    return say(
        "{low} to {high}, {better}", low=form.low, high=form.high, better=BETTER[form.better]
    )


def in_words(one: Standing) -> Phrase:
    """A form, its range, and where it stands: first and latest, each with its day."""
    said = {"form": one.form.name, "scale": scale(one.form)}
    now = {"now": one.latest.score, "on": one.latest.on}
    if one.first is None:
        return say("{form} ({scale}): {now:g} on {on}.", **said, **now)
    return say(
        "{form} ({scale}): {before:g} on {first}, {now:g} on {on}, {went}.",
        **said,
        **now,
        before=one.first.score,
        first=one.first.on,
        went=one.went,
    )


def what_counts(form: Questionnaire) -> Phrase | None:
    """From which change on it is one, where a source says so; nothing is made up."""
    if form.change is None:
        return None
    return say(
        "A change of {change:g} or more {means}.",
        change=form.change,
        means=MEANS[form.change_means],
    )


def in_full(measured: Iterable[QuestionnaireScore], knowledge: Knowledge) -> Iterator[Phrase]:
    """Every form in words, with what counts as a change."""
    for one in standings(measured, knowledge):
        counts = what_counts(one.form) if one.first else None
        yield joined(in_words(one), counts) if counts else in_words(one)


def talk(
    measured: Iterable[QuestionnaireScore], locale: Locale, knowledge: Knowledge
) -> Phrase | None:
    """What a high last score asks for, and whom to call; None where none is. It names nothing."""
    found = standings(measured, knowledge)
    if not any(one.form.calls_for_a_talk(one.latest.score) for one in found):
        return None
    return say(
        "The last score is high. Please talk with your doctor about it. If life feels too hard to "
        "bear, call {crisis}.",
        crisis=knowledge.locales[locale].crisis,
    )
