"""Which entries lean on which finding and which source: the knowledge base read backwards."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from planner.knowledge import Knowledge, load
from planner.knowledge.entries.safety import Asked, Interaction, RegionRule
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.vocabulary import Verification
from planner.words import Language, in_language, say
from planner.words.terms import CERTAINTY, STANCE
from ui.state.language import spoken

Uses = Mapping[str, tuple[str, ...]]
Pairs = Iterator[tuple[str, str]]
UNREAD = (Verification.UNVERIFIED, Verification.CITATION_ONLY)


def supports() -> Uses:
    """What each finding speaks for or against, in words."""
    return _supports(spoken())


def rests_on() -> Uses:
    """What rests on each source: findings, questions and rules."""
    return _rests_on(spoken())


def waiting() -> tuple[str, ...]:
    """Every entry whose source nobody has read yet."""
    return _waiting(spoken())


@cache
def _supports(wanted: Language) -> Uses:
    return _gathered(_said(_of_findings(load()), wanted))


@cache
def _rests_on(wanted: Language) -> Uses:
    return _gathered(_said(_of_sources(load()), wanted))


@cache
def _waiting(wanted: Language) -> tuple[str, ...]:
    unread = (words for checked, words in _all_checked(load()) if checked in UNREAD)
    return tuple(in_language(words, wanted) for words in unread)


def _said(pairs: Pairs, wanted: Language) -> Pairs:
    return ((key, in_language(words, wanted)) for key, words in pairs)


def _gathered(pairs: Pairs) -> Uses:
    found: dict[str, dict[str, None]] = {}
    for key, words in pairs:
        found.setdefault(key, {})[words] = None
    return {key: tuple(words) for key, words in found.items()}


def _of_findings(knowledge: Knowledge) -> Pairs:
    for table in (knowledge.condition_techniques, knowledge.stances):
        for condition, entries in table.items():
            for one, entry in entries.items():
                words = say(
                    "{condition}, {name}: {stance}",
                    condition=knowledge.conditions[condition].name,
                    name=name_of(LineId(one), knowledge),
                    stance=STANCE[entry.stance],
                )
                for finding in entry.findings:
                    yield finding, words
    for condition, doses in knowledge.doses.items():
        words = say("{condition}, how often", condition=knowledge.conditions[condition].name)
        for dose in doses.values():
            for finding in dose.findings:
                yield finding, words
    for task in knowledge.self_care.values():
        for finding in task.findings:
            yield finding, task.name


def _of_sources(knowledge: Knowledge) -> Pairs:
    for finding in knowledge.findings.values():
        if finding.source:
            yield (
                finding.source,
                say(
                    "Finding: {about}, {what} (how sure: {certainty})",
                    about=finding.about,
                    what=finding.what,
                    certainty=CERTAINTY[finding.certainty],
                ),
            )
    for sources, words in _of_rules(knowledge):
        yield from ((source, words) for source in sources)


def _of_rules(knowledge: Knowledge) -> Iterator[tuple[Iterable[str], str]]:
    for row in knowledge.rows.values():
        yield row.sources, say("Question: {label}", label=row.label)
    for rule in knowledge.region_rules.values():
        yield rule.sources, say("Place: {where}", where=rule.where)
    for interaction in knowledge.interactions.values():
        yield interaction.sources, say("Interaction: {about}", about=interaction.about)
    for review_rule in knowledge.review_rules.values():
        yield review_rule.sources, say("Review: {label}", label=review_rule.label)


def _all_checked(knowledge: Knowledge) -> Iterator[tuple[Verification, str]]:
    """Every entry by how far it was checked, findings first."""
    for one in knowledge.findings.values():
        yield one.verification, say("Finding: {about}, {what}", about=one.about, what=one.what)
    for table in (knowledge.rows, knowledge.region_rules, knowledge.interactions):
        for rule in table.values():
            yield rule.verification, say("Safety: {about}", about=_about(rule))
    for technique in knowledge.techniques.values():
        yield technique.verification, say("Technique: {name}", name=technique.name)
    for point in knowledge.consent.values():
        yield point.verification, say("Consent: {what}", what=point.says)
    for scope in knowledge.scope.values():
        yield scope.verification, say("Scope: {what}", what=scope.says)


def _about(entry: Asked | RegionRule | Interaction) -> str:
    """What a safety rule is about, in a few words."""
    if isinstance(entry, Asked):
        return entry.label
    return entry.where if isinstance(entry, RegionRule) else entry.says
