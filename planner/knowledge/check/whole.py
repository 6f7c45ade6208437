"""What must hold across the whole knowledge base; every fault is told with its file and id."""

from collections.abc import Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.check.home import HOME_RULES
from planner.knowledge.check.limits import LIMIT_RULES
from planner.knowledge.check.measuring import MEASURING_RULES
from planner.knowledge.check.safety import SAFETY_RULES
from planner.knowledge.check.ticks import TICK_RULES
from planner.knowledge.check.urgency import URGENCY_RULES
from planner.knowledge.entries.clinical import Dose
from planner.knowledge.entries.conduct import ANYBODY
from planner.knowledge.named import named
from planner.knowledge.resolve import unknown
from planner.model.errors import Problem
from planner.model.vocabulary import Activity, Certainty, Decision, Technique

# What goes on or ends is said to the client rule by rule; a sign and days to write have own words.
TOLD_TO_THE_CLIENT = (
    Decision.STOP, Decision.CHANGE, Decision.STEP_UP, Decision.STEP_DOWN, Decision.KEEP,
)  # fmt: skip
SANE_WEEKS = range(1, 27)
SANE_MINUTES = range(10, 91)
SANE_SESSIONS_PER_WEEK = (0.25, 3.0)


def faults(knowledge: Knowledge) -> Iterator[Problem]:
    """Everything that is wrong in the knowledge base."""
    for rule in (
        _sources_resolve,
        _every_source_is_used,
        _findings_resolve,
        _recommendations_can_be_cited,
        _supporting_stances_can_be_cited,
        _no_massage_finding_is_high,
        _places_and_zones_resolve,
        _every_condition_has_a_start,
        _only_conditions_are_judged,
        _stop_signs_resolve,
        _doses_are_sane,
        _what_carries_on_is_a_kind,
        _stances_name_known_interventions,
        _ids_in_code_are_there,
        _review_rules_say_what_they_lean_on,
        _every_activity_is_there,
        *HOME_RULES,
        *SAFETY_RULES,
        *TICK_RULES,
        *LIMIT_RULES,
        *URGENCY_RULES,
        *MEASURING_RULES,
    ):
        yield from rule(knowledge)


def _cited_sources(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each entry that cites documents, with its place."""
    for name, table in (
        ("techniques", knowledge.techniques),
        ("red_flags", knowledge.red_flags),
        ("precautions", knowledge.precautions),
        ("region_rules", knowledge.region_rules),
        ("interactions", knowledge.interactions),
        ("combinations", knowledge.combinations),
        ("consent", knowledge.consent),
        ("scope", knowledge.scope),
        ("review_rules", knowledge.review_rules),
        ("questionnaires", knowledge.questionnaires),
        ("self_care", knowledge.self_care),
    ):
        for key, entry in table.items():
            yield f"{name}.{key}", entry.sources
    for key, finding in knowledge.findings.items():
        yield f"findings.{key}", (finding.source,) if finding.source else ()


def _sources_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for place, sources in _cited_sources(knowledge):
        yield from unknown(f"{place}.sources", sources, knowledge.sources)


def _every_source_is_used(knowledge: Knowledge) -> Iterator[Problem]:
    used = {source for _, sources in _cited_sources(knowledge) for source in sources}
    for source in knowledge.sources:
        if source not in used:
            yield Problem(f"sources.{source}", "is cited by nothing")
        if source in knowledge.findings:
            yield Problem(f"sources.{source}", "is also the id of a finding")


def _cited_findings(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each recommendation, with its place and the findings it leans on."""
    for condition, entry in knowledge.conditions.items():
        yield f"conditions.{condition}", entry.note_findings
    for condition, told in knowledge.likely.items():
        yield f"likely.{condition}", told.findings
    for task, known in knowledge.self_care.items():
        yield f"self_care.{task}", known.findings
        yield f"self_care.{task}.only_for", tuple(known.only_for)
    for name, table in (
        ("condition_techniques", knowledge.condition_techniques),
        ("doses", knowledge.doses),
        ("stances", knowledge.stances),
    ):
        for condition, found in table.items():
            for key, one in found.items():
                yield f"{name}.{condition}.{key}", one.findings


def _findings_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for place, findings in _cited_findings(knowledge):
        yield from unknown(f"{place}.findings", findings, knowledge.findings)


def _recommendations_can_be_cited(knowledge: Knowledge) -> Iterator[Problem]:
    for condition, techniques in knowledge.condition_techniques.items():
        for technique, ranked in techniques.items():
            known = [one for one in ranked.findings if one in knowledge.findings]
            if not knowledge.citable(tuple(known)):
                yield Problem(f"condition_techniques.{condition}.{technique}", "has no source read")


def _supporting_stances_can_be_cited(knowledge: Knowledge) -> Iterator[Problem]:
    for condition, stances in knowledge.stances.items():
        for intervention, entry in stances.items():
            known = tuple(one for one in entry.findings if one in knowledge.findings)
            if entry.stance.supports and not entry.unchecked and not knowledge.citable(known):
                yield Problem(f"stances.{condition}.{intervention}", "has no source read")


def _no_massage_finding_is_high(knowledge: Knowledge) -> Iterator[Problem]:
    for condition, techniques in knowledge.condition_techniques.items():
        for technique, ranked in techniques.items():
            if ranked.certainty is Certainty.HIGH:
                place = f"condition_techniques.{condition}.{technique}"
                yield Problem(place, "no massage finding is of high certainty")


def _places_and_zones_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    places = knowledge.regions_at
    for key, region in knowledge.regions.items():
        yield from unknown(f"regions.{key}.zone", [region.zone], knowledge.zones)
        if region.mirror:
            yield from unknown(f"regions.{key}.mirror", [region.mirror], knowledge.regions)
    for source, condition in knowledge.conditions.items():
        named = (*condition.usual_places, *condition.hurts, *condition.spreads_to)
        yield from unknown(f"conditions.{source}.usual_places", named, places)
    for name, rule in knowledge.region_rules.items():
        yield from unknown(f"region_rules.{name}.places", rule.places, places)
    for row, precaution in knowledge.precautions.items():
        yield from unknown(f"precautions.{row}.usual_places", precaution.usual_places, places)
    for condition_id, techniques in knowledge.condition_techniques.items():
        for technique, ranked in techniques.items():
            place = f"condition_techniques.{condition_id}.{technique}.places"
            yield from unknown(place, ranked.places, places)


def _every_condition_has_a_start(knowledge: Knowledge) -> Iterator[Problem]:
    for key, condition in knowledge.conditions.items():
        ranked = knowledge.condition_techniques.get(key, {})
        yield from unknown(f"condition_techniques.{key}", ranked, set(Technique))
        if not any(one.rank == 1 and not one.adjunct for one in ranked.values()):
            yield Problem(f"condition_techniques.{key}", "names no main technique")
        if key not in knowledge.judging:
            yield Problem(f"judging.{key}", "is missing: when it is judged")
        if key not in knowledge.likely:
            yield Problem(f"likely.{key}", "is missing: what massage is likely to do")
        if "start" not in knowledge.doses.get(key, {}):
            yield Problem(f"doses.{key}", "has no start")
        if condition.leans_on:
            yield from unknown(
                f"conditions.{key}.leans_on", [condition.leans_on], knowledge.conditions
            )


def _only_conditions_are_judged(knowledge: Knowledge) -> Iterator[Problem]:
    yield from unknown("judging", knowledge.judging, knowledge.conditions)
    yield from unknown("likely", knowledge.likely, knowledge.conditions)


def _stop_signs_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    known = {ANYBODY, *knowledge.conditions, *knowledge.rows}
    yield from unknown("stop_signs", knowledge.stop_signs, known)
    for key in {ANYBODY, *knowledge.conditions} - knowledge.stop_signs.keys():
        yield Problem(f"stop_signs.{key}", "is missing: at which signs a client calls")


def _doses_are_sane(knowledge: Knowledge) -> Iterator[Problem]:
    for condition, doses in knowledge.doses.items():
        yield from unknown("doses", [condition], knowledge.conditions)
        for key, dose in doses.items():
            if not _is_sane(dose):
                yield Problem(f"doses.{condition}.{key}", "is outside sane ranges")


def _is_sane(dose: Dose) -> bool:
    """Whether each range is in order and within what a person can attend."""
    spans = (dose.weeks, dose.minutes, dose.sessions_per_week)
    least, most = SANE_SESSIONS_PER_WEEK
    return (
        all(low <= high for low, high in spans)
        and all(weeks in SANE_WEEKS for weeks in dose.weeks)
        and all(minutes in SANE_MINUTES for minutes in dose.minutes)
        and all(least <= often <= most for often in dose.sessions_per_week)
    )


def _what_carries_on_is_a_kind(knowledge: Knowledge) -> Iterator[Problem]:
    for name, kind in knowledge.kinds.items():
        yield from unknown(f"kinds.{name}.not_with", kind.not_with, knowledge.precautions)
    for key, condition in knowledge.conditions.items():
        place = f"conditions.{key}.carries_on_with"
        yield from unknown(place, condition.carries_on_with, knowledge.kinds)


def _stances_name_known_interventions(knowledge: Knowledge) -> Iterator[Problem]:
    for condition, stances in knowledge.stances.items():
        yield from unknown("stances", [condition], knowledge.conditions)
        yield from unknown(
            f"stances.{condition}", stances, {*knowledge.therapies, *knowledge.kinds}
        )


def _ids_in_code_are_there(knowledge: Knowledge) -> Iterator[Problem]:
    """An id that code names must not be renamed in the data alone."""
    for table, one in named():
        yield from unknown(f"{table} named in code", [one], getattr(knowledge, table))


def _review_rules_say_what_they_lean_on(knowledge: Knowledge) -> Iterator[Problem]:
    for key, rule in knowledge.review_rules.items():
        if not rule.sources and not rule.convention:
            yield Problem(f"review_rules.{key}", "has no source and is not called a convention")
        if rule.decision in TOLD_TO_THE_CLIENT and not rule.plain:
            yield Problem(f"review_rules.{key}.plain", "is missing: what the client reads of it")


def _every_activity_is_there(knowledge: Knowledge) -> Iterator[Problem]:
    yield from unknown("activities", Activity, knowledge.activities)
