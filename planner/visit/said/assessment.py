"""What the therapist found by hand and eye; of what was not looked at nothing is kept."""

from collections.abc import Mapping
from typing import Literal

from planner.model.assessment import Assessment, ComparableSign, Easing, Finding, FoundBy, Stirring
from planner.model.ids import RegionId
from planner.model.visit import Draft
from planner.model.vocabulary import Activity
from planner.visit.draft import saying

Part = Literal["extent", "pain", "result"]
EMPTY = Assessment()


def finding_of(name: str, assessment: Assessment) -> Finding | None:
    """What was found of a movement or test; None where it was not looked at."""
    return next((one for one in assessment.findings if one.name == name), None)


def found(draft: Draft, what: FoundBy, name: str, part: Part, value: object) -> Draft:
    """With one thing found of a movement or test; None takes it back."""
    kept = finding_of(name, draft.assessment)
    after = (kept or Finding(what=what, name=name)).having(**{part: value})
    before = draft.assessment.findings
    there = [after if one is kept else one for one in before] if kept else [*before, after]
    now = _with_findings(draft, there)
    return _before(now, name, after) if part == "pain" else now


def _with_findings(draft: Draft, findings: list[Finding]) -> Draft:
    """With these findings; one of which nothing is left is not kept."""
    return _saying(draft, findings=tuple(filter(_says_something, findings)) or None)


def _says_something(one: Finding) -> bool:
    """A pain of 0 was looked at; nothing at all was not."""
    looked_at = (one.extent, one.pain, one.tender, one.result)
    return bool(one.note) or any(value is not None for value in looked_at)


def _before(draft: Draft, name: str, after: Finding) -> Draft:
    """The pain of the comparable sign is that of its movement."""
    sign = draft.assessment.comparable
    if sign is None or sign.name != name:
        return draft
    return _saying(draft, comparable=sign.having(before=after.pain))


def starred(draft: Draft, name: str) -> Draft:
    """With this as the comparable sign; said of the one that is it, with none."""
    sign = draft.assessment.comparable
    if sign is not None and sign.name == name:
        return _saying(draft, comparable=None)
    now = finding_of(name, draft.assessment)
    begun = ComparableSign(name=name).having(before=now.pain if now else None)
    return _saying(draft, comparable=begun)


def after_session(draft: Draft, pain: float | None) -> Draft:
    """With the pain of the comparable sign after the session; None takes it back."""
    sign = draft.assessment.comparable
    return draft if sign is None else _saying(draft, comparable=sign.having(after=pain))


def before_session(draft: Draft, pain: float | None) -> Draft:
    """With the pain of the comparable sign before the session, wherever it was found."""
    sign = draft.assessment.comparable
    if sign is None:
        return draft
    kept = finding_of(sign.name, draft.assessment)
    return found(draft, kept.what if kept else FoundBy.MOVEMENT, sign.name, "pain", pain)


def stirred(draft: Draft, part: str, answer: str | None) -> Draft:
    """With one of the three answers about how easily the pain is stirred up; None takes it back."""
    said = draft.assessment.stirring.model_dump(mode="json", exclude_unset=True)
    kept = {name: one for name, one in {**said, part: answer}.items() if one is not None}
    return _saying(draft, stirring=Stirring.model_validate(kept, strict=False) if kept else None)


def brings_on(draft: Draft, activity: Activity, does: bool) -> Draft:
    """With an activity that brings the pain on, or does not."""
    return _saying(draft, provokes=_with(draft.assessment.provokes, activity, does))


def eases(draft: Draft, easing: Easing, does: bool) -> Draft:
    """With something that eases the pain, or does not."""
    return _saying(draft, eases=_with(draft.assessment.eases, easing, does))


def _with(kept: tuple[object, ...], one: object, there: bool) -> tuple[object, ...] | None:
    others = tuple(other for other in kept if other != one)
    return (*others, one) if there else others or None


def tender_places(assessment: Assessment) -> dict[RegionId, int]:
    """The places that were tender to touch: 1 mild to 3 severe."""
    return {one.region: one.tender for one in assessment.findings if one.region and one.tender}


def tender(draft: Draft, levels: Mapping[RegionId, int]) -> Draft:
    """With these places tender to touch; level 0 takes one away."""
    kept = {**tender_places(draft.assessment), **levels}
    others = [one for one in draft.assessment.findings if one.what is not FoundBy.PALPATION]
    touched = [
        Finding(what=FoundBy.PALPATION, region=region, tender=level)
        for region, level in kept.items()
        if level
    ]
    return _with_findings(draft, [*others, *touched])


def noted(draft: Draft, words: str) -> Draft:
    """With the therapist's own words."""
    return _saying(draft, notes=words.strip() or None)


def _saying(draft: Draft, **changes: object) -> Draft:
    """The visit with this said of the assessment; an empty one is none."""
    after = draft.assessment.having(**changes)
    return saying(draft, assessment=None if after == EMPTY else after)
