"""What must hold across the safety entries of the knowledge base."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.check.places import place_of
from planner.knowledge.entries.interventions import NOTHING_TO_GUARD, UNCHECKED
from planner.knowledge.entries.safety import Asked, Outcome
from planner.knowledge.named import FIRST_EVER_OVER_50
from planner.knowledge.resolve import known_ones, unknown
from planner.model.errors import Problem
from planner.model.ids import ColumnId
from planner.model.vocabulary import Clearance, Locale, Technique


def _columns(knowledge: Knowledge) -> set[ColumnId]:
    """The columns of the therapy table."""
    return {column for one in knowledge.precautions.values() for column in one.therapies}


def _groups_are_known(knowledge: Knowledge) -> Iterator[Problem]:
    """What a group is asked together with at a later visit is a group, and stands by itself."""
    heads = {key for key, one in knowledge.groups.items() if one.later_with is None}
    for key, one in knowledge.groups.items():
        if one.later_with:
            yield from unknown(f"groups.{key}.later_with", [one.later_with], heads)


def _columns_are_guarded(knowledge: Knowledge) -> Iterator[Problem]:
    """Every therapy and every home task names what guards it; nothing is unguarded by default."""
    columns = _columns(knowledge)
    for key, therapy in knowledge.therapies.items():
        place, of_the_mind = f"therapies.{key}.column", therapy.family == "mind"
        if therapy.column == NOTHING_TO_GUARD and not of_the_mind:
            yield _needs_a_column(place, "only a therapy of the mind", columns)
        else:
            named = {*columns, NOTHING_TO_GUARD, UNCHECKED}
            yield from unknown(place, [therapy.column], named)
    for line, task in knowledge.self_care.items():
        place, kind = f"self_care.{line}.column", knowledge.kinds.get(task.kind)
        if task.column == NOTHING_TO_GUARD and not (kind and kind.unguarded):
            yield _needs_a_column(place, "only a kind that says why (`unguarded`)", columns)
        else:
            yield from unknown(place, [task.column], {*columns, NOTHING_TO_GUARD})
    for name, kind in knowledge.kinds.items():
        if kind.unguarded and (kind.moves or not kind.unguarded.strip()):
            yield Problem(f"kinds.{name}.unguarded", "gives no reason, or the kind moves the body")


def _needs_a_column(place: str, who: str, columns: Collection[str]) -> Problem:
    known = known_ones(NOTHING_TO_GUARD, columns)
    return Problem(place, f"is '{NOTHING_TO_GUARD}', which {who} may have; {known}")


def _matrices_are_complete(knowledge: Knowledge) -> Iterator[Problem]:
    columns = _columns(knowledge)
    for key, precaution in knowledge.precautions.items():
        for technique in set(Technique) - set(precaution.techniques):
            yield Problem(f"precautions.{key}.techniques", f"says nothing of {technique}")
        for column in columns - set(precaution.therapies):
            yield Problem(f"precautions.{key}.therapies", f"says nothing of {column}")


def _questions_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, row in knowledge.rows.items():
        place = place_of(key, knowledge)
        yield from unknown(f"{place}.after_yes", row.after_yes, knowledge.rows)
        conditions = (*row.conditions, *row.told_by)
        yield from unknown(f"{place}.conditions", conditions, knowledge.conditions)
        yield from unknown(f"{place}.zones", row.zones, knowledge.zones)
        yield from _group_resolves(knowledge, row)
    for key, precaution in knowledge.precautions.items():
        if precaution.taken_over_from:
            taken = [precaution.taken_over_from]
            yield from unknown(f"precautions.{key}.taken_over_from", taken, knowledge.questions)


def _every_row_is_asked_of_somebody(knowledge: Knowledge) -> Iterator[Problem]:
    for key, row in knowledge.rows.items():
        asked_of = (row.conditions, row.zones, row.after_yes)
        if not (row.always or row.at_review or row.taken_over_from or any(asked_of)):
            what = "is asked of nobody: no always, conditions, zones or after_yes"
            yield Problem(place_of(key, knowledge), what)


def _group_resolves(knowledge: Knowledge, row: Asked) -> Iterator[Problem]:
    place = place_of(row.id, knowledge)
    yield from unknown(f"{place}.group", [row.group], knowledge.groups)
    if group := knowledge.groups.get(row.group):
        yield from unknown(f"{place}.section", [row.section], group.sections)


def _wordings_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    degrees = [f"{one}=no" for one in knowledge.follow_ups]
    known = {*knowledge.questions, *degrees, *knowledge.combinations}
    yield from unknown("wordings", list(knowledge.wordings), known)


def _labels_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    labels = Counter(question.label for question in knowledge.questions.values())
    for key, question in knowledge.questions.items():
        if labels[question.label] > 1:
            place = f"{place_of(key, knowledge)}.label"
            yield Problem(place, f"'{question.label}' is used more than once")


def _outcomes_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, follow_up in knowledge.follow_ups.items():
        yield from unknown(f"follow_ups.{key}", [follow_up.row], knowledge.rows)
        for outcome in (follow_up.if_yes, follow_up.if_no):
            rows = [row for row in (outcome.sets, outcome.as_row) if row]
            yield from unknown(f"follow_ups.{key}", rows, knowledge.precautions)
            yield from unknown(f"follow_ups.{key}", outcome.places, knowledge.regions_at)


def _urgency_has_its_own_words(knowledge: Knowledge) -> Iterator[Problem]:
    """What changes the urgency of a row must not be told in the words of the other urgency."""
    for place, outcome, row in _deciding(knowledge):
        if outcome.clearance is not row.clearance and not (outcome.instead and outcome.plain):
            yield Problem(place, "changes the urgency and needs words of its own")


def _deciding(knowledge: Knowledge) -> Iterator[tuple[str, Outcome, Asked]]:
    """Every outcome that can decide, with its place and row: each yes, and the last no."""
    for key, asked in knowledge.follow_ups_of.items():
        if key in knowledge.rows:
            for one in asked:
                yield f"follow_ups.{one.id}.if_yes", one.if_yes, knowledge.rows[key]
            yield f"follow_ups.{asked[-1].id}.if_no", asked[-1].if_no, knowledge.rows[key]


def _holds_say_what_follows(knowledge: Knowledge) -> Iterator[Problem]:
    for key, row in knowledge.rows.items():
        if row.clearance is Clearance.HOLD and not row.plain_cleared:
            place = f"{place_of(key, knowledge)}.plain_cleared"
            yield Problem(place, "is missing: what the client reads once cleared")
        if row.clearance is Clearance.HOLD and not knowledge.wording(key).cleared:
            yield Problem(f"wordings.{key}.cleared", "is missing: what holds once cleared")


def _rules_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    columns = _columns(knowledge)
    for key, rule in knowledge.region_rules.items():
        named = (*rule.when_any, *rule.avoid_when_any)
        yield from unknown(f"region_rules.{key}", named, knowledge.rows)
    for key, interaction in knowledge.interactions.items():
        yield from unknown(f"interactions.{key}", interaction.when_any, knowledge.questions)
        yield from unknown(
            f"interactions.{key}.avoid_at", interaction.avoid_at, knowledge.regions_at
        )
        yield from unknown(f"interactions.{key}.therapies", interaction.therapies, columns)
    for key, combination in knowledge.combinations.items():
        counted = [one for one in combination.counts if one != FIRST_EVER_OVER_50]
        yield from unknown(f"combinations.{key}", counted, knowledge.rows)


def _every_locale_has_numbers(knowledge: Knowledge) -> Iterator[Problem]:
    for locale in Locale:
        yield from unknown("locales", [locale], knowledge.locales)


def _what_is_dialled_is_said(knowledge: Knowledge) -> Iterator[Problem]:
    """Each number that a tap dials stands in the words beside it, whole, and is told apart."""
    for key, place in knowledge.locales.items():
        for service, line in place.lines.items():
            at = f"locales.{key}.dial_{service}"
            for number in line.dial:
                if not _stands_in(number, line.says):
                    yield Problem(at, f"'{number}' is no number of {service}: \"{line.says}\"")
            if [*line.dial.values()].count("") > 1:
                yield Problem(at, "says of more than one number not for whom it is")


def _stands_in(number: str, words: str) -> bool:
    """Whether a number is in the words as it is, and no part of a longer one."""
    whole = rf"(?<!\d)(?<!\d[ -]){re.escape(number)}(?![ -]?\d)"
    return bool(number.strip() and re.search(whole, words))


SAFETY_RULES: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    _groups_are_known,
    _columns_are_guarded,
    _matrices_are_complete,
    _questions_resolve,
    _every_row_is_asked_of_somebody,
    _wordings_resolve,
    _labels_are_unique,
    _outcomes_resolve,
    _urgency_has_its_own_words,
    _holds_say_what_follows,
    _rules_resolve,
    _every_locale_has_numbers,
    _what_is_dialled_is_said,
)
