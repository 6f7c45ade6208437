"""Which entries lean on which finding and which source: the knowledge base read backwards."""

from collections.abc import Iterator, Mapping
from functools import cache

from planner.knowledge import Knowledge, load
from ui.parts.wording import CERTAINTY, STANCE, name_of

Uses = Mapping[str, tuple[str, ...]]


@cache
def supports() -> Uses:
    """What each finding speaks for or against, in words."""
    return _gathered(_of_findings(load()))


@cache
def rests_on() -> Uses:
    """What rests on each source: findings, questions and rules."""
    return _gathered(_of_sources(load()))


def _gathered(pairs: Iterator[tuple[str, str]]) -> Uses:
    found: dict[str, dict[str, None]] = {}
    for key, words in pairs:
        found.setdefault(key, {})[words] = None
    return {key: tuple(words) for key, words in found.items()}


def _of_findings(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for table in (knowledge.condition_techniques, knowledge.stances):
        for condition, entries in table.items():
            for one, entry in entries.items():
                words = f"{name_of(one, knowledge)}: {STANCE[entry.stance]}"
                for finding in entry.findings:
                    yield finding, f"{knowledge.conditions[condition].name}, {words}"
    for condition, doses in knowledge.doses.items():
        for dose in doses.values():
            for finding in dose.findings:
                yield finding, f"{knowledge.conditions[condition].name}, how often"
    for task in knowledge.self_care.values():
        for finding in task.findings:
            yield finding, task.name


def _of_sources(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for finding in knowledge.findings.values():
        if finding.source:
            sure = CERTAINTY[finding.certainty]
            yield finding.source, f"Finding: {finding.about}, {finding.what} (how sure: {sure})"
    for row in knowledge.rows.values():
        for source in row.sources:
            yield source, f"Question: {row.label}"
    for rule in knowledge.region_rules.values():
        for source in rule.sources:
            yield source, f"Place: {rule.where}"
    for interaction in knowledge.interactions.values():
        for source in interaction.sources:
            yield source, f"Interaction: {interaction.about}"
    for review_rule in knowledge.review_rules.values():
        for source in review_rule.sources:
            yield source, f"Review: {review_rule.label}"
