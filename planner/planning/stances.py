"""Where guidelines and trials stand on a therapy, in words: for, against, or not for this pain."""

from collections.abc import Iterable, Iterator

from planner.knowledge.entries.interventions import Therapy
from planner.model.ids import FindingId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import NotChosen, Why
from planner.model.vocabulary import Certainty, Stance
from planner.planning.case import Case, Stand, in_a_sentence
from planner.words import joined, say

NOT_ADVISED = say("Experts say it is not a good choice for your pain.")
TOO_FEW_TESTS = say("There are too few good tests of it for your pain.")
IN_GENERAL = say("long-lasting pain in general")
STANDS = {
    Stance.STRONG_FOR: say("strongly recommended"),
    Stance.CONDITIONAL_FOR: say("recommended with conditions"),
    Stance.CONFLICTING: say("guidelines disagree"),
    Stance.INSUFFICIENT: say("too little is known"),
    Stance.AGAINST: say("advised against"),
}


def supports(stand: Stand) -> bool:
    """Whether a stance may put a therapy forward unasked.

    A finding about pain in general does so only when strong, or when little else is known.
    """
    strong = stand.entry.stance is Stance.STRONG_FOR
    return (stand.entry.stance.supports and not stand.entry.narrow) and (
        not stand.general or strong or bool(stand.condition.leans_on)
    )


def others_higher(stands: Iterable[Stand]) -> Phrase:
    """That other therapies stand higher, with how strongly the best of these speaks for it."""
    best = min(stands, key=lambda one: (one.entry.stance.rank, one.general), default=None)
    if best is None or not best.entry.stance.supports:
        return say("Others stand higher, and a few things done beat many planned.")
    stance = STANDS[best.entry.stance]
    told = say("{stance}, for pain in general", stance=stance) if best.general else stance
    return say(
        "Supported too ({stance}); others stand higher, and a few things done beat many planned.",
        stance=told,
    )


def advised_against(case: Case, therapy: Therapy, against: list[Stand]) -> NotChosen:
    """A therapy that guidelines advise against."""
    told = say("Guidelines advise against it for {conditions:commas}.", conditions=_names(against))
    return NotChosen(
        id=therapy.id,
        why=joined(told, *each_once(_remark(stand) for stand in against)),
        plain=NOT_ADVISED,
        sources=findings(case, against),
        must_not=True,
    )


def unsupported(case: Case, therapy: Therapy, stands: tuple[Stand, ...]) -> NotChosen | None:
    """A therapy that no stance puts forward, with what each of them says; None without any."""
    if not stands:
        return None
    return NotChosen(
        id=therapy.id,
        why=joined(*_why_not(stands)),
        plain=TOO_FEW_TESTS,
        sources=findings(case, stands),
    )


def _why_not(stands: Iterable[Stand]) -> Iterator[str]:
    """Supported in general only, or in a narrower case only; else too little is known."""
    stands = tuple(stands)
    supporting = [one for one in stands if one.entry.stance.supports]
    narrow = [one for one in supporting if one.entry.narrow]
    wide = [one for one in supporting if not one.entry.narrow]
    unknown = [one for one in stands if not one.entry.stance.supports]
    if wide:
        yield from _only_in_general(wide)
    if unknown:
        yield say(
            "Too little is known to propose it for {conditions:commas}.",
            conditions=_names(unknown),
        )
        yield from each_once(_remark(one) for one in unknown if one.entry.conflict)
    yield from each_once(
        say(
            "Supported for {condition:all-lower} in a narrower case: {note}.",
            condition=one.condition.name,
            note=one.entry.note,
        )
        for one in narrow
    )


def _only_in_general(stands: list[Stand]) -> Iterator[str]:
    yield say(
        "Recommended with conditions for long-lasting pain in general; nothing checked here "
        "speaks of it for {conditions:or}, so it is not proposed unasked.",
        conditions=in_a_sentence(one.condition for one in stands),
    )
    unread = [one.condition for one in stands if one.own_unread]
    if unread:
        yield say(
            "What guidelines say of it for {conditions:or} was not read.",
            conditions=in_a_sentence(unread),
        )


def _names(stands: Iterable[Stand]) -> tuple[Phrase, ...]:
    """The pain sources of these stances; "pain in general" where the finding is of that."""
    return each_once(
        IN_GENERAL if one.general else say("{name:all-lower}", name=one.condition.name)
        for one in stands
    )


def findings(case: Case, stands: Iterable[Stand]) -> tuple[FindingId, ...]:
    """Everything these stances lean on that may be cited, each once."""
    return each_once(
        one for stand in stands for one in case.knowledge.citable(stand.entry.findings)
    )


def nothing_known(case: Case) -> Why:
    """The reason of a line that the therapist put in and nothing was found about."""
    notes = each_once(one for pain in case.pains for one in pain.condition.note_findings)
    return Why(
        says=say("Nothing was found for or against it here."),
        certainty=Certainty.NOT_GRADED,
        stance=Stance.INSUFFICIENT,
        sources=case.knowledge.citable(notes) or notes,
    )


def whys_of(case: Case, stands: Iterable[Stand]) -> tuple[Why, ...]:
    """The stances that lean on a document; a search that found nothing is no reason."""
    known = case.knowledge.findings
    return tuple(
        why_of(case, stand)
        for stand in stands
        if any(known[one].source for one in stand.entry.findings)
    )


def why_of(case: Case, stand: Stand) -> Why:
    """A stance as a reason: for which pain, how sure, and where guidelines disagree."""
    entry = stand.entry
    stands = {"condition": stand.condition.name, "stance": STANDS[entry.stance]}
    told = (
        say("{condition}: {stance} (found for long-lasting pain in general).", **stands)
        if stand.general
        else say("{condition}: {stance}.", **stands)
    )
    return Why(
        says=joined(told, _remark(stand)),
        certainty=_certainty(case, stand),
        stance=Stance.CONFLICTING if entry.conflict else entry.stance,
        sources=case.knowledge.citable(entry.findings) or entry.findings,
    )


def _certainty(case: Case, stand: Stand) -> Certainty:
    """The finding's certainty; at most low where it is only about pain in general."""
    certainty = case.knowledge.certainty_of(stand.entry.findings)
    return max(certainty, Certainty.LOW, key=lambda c: c.rank) if stand.general else certainty


def _remark(stand: Stand) -> str:
    entry = stand.entry
    if entry.conflict:
        return say("Guidelines disagree: {conflict}.", conflict=entry.conflict)
    return say("{note:capital}.", note=entry.note) if entry.note else ""
