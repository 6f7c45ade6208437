"""What the client wished for and the plan does not give: each wish is answered."""

from collections.abc import Iterator

from planner.model.ids import LineId
from planner.model.order import each_once
from planner.model.plan import Massage, NotChosen, TechniqueChoice, UnmetWish
from planner.model.vocabulary import Pressure
from planner.planning.case import Case
from planner.planning.hands.focal import at_most_to_start
from planner.planning.stances import TOO_FEW_TESTS
from planner.safety.refusals import because_of
from planner.words import say
from planner.words.terms import FEELS, PRESSURE

OF_PRESSURE = "pressure"
NOTHING_FOUND = say("Nothing was found for or against it for this pain.")
KIND_OF_WORK = say("The techniques chosen are not used that firmly here.")
STIRRED_UP = say("The pain is easily stirred up, so it starts lighter; this is convention.")
STIRRED_UP_PLAIN = say("Your pain flares up easily, so we start lighter.")
PRESSURE_SET = "pressure"
SET_LIGHTER = say("The therapist set it lighter.")
SET_LIGHTER_PLAIN = say("We chose a lighter one together.")
KIND_OF_WORK_PLAIN = say("This kind of massage is not done that firmly.")


def unmet(
    case: Case,
    given: Massage | None,
    therapies: tuple[LineId, ...],
    left_out: tuple[NotChosen, ...],
) -> tuple[UnmetWish, ...]:
    """Each wish for a pressure, a technique or a therapy that the plan does not meet, with why."""
    wishes, why = case.intake.preferences, {one.id: one for one in left_out}
    wanted = [LineId(one) for one in wishes.therapies_interested if one not in therapies]
    if given:
        chosen = {one.id for one in given.techniques}
        wanted += [LineId(one) for one in wishes.techniques_liked if one not in chosen]
    answers = (_answer(case, one, why.get(one)) for one in wanted)
    return (*(_lighter(case, given) if given else ()), *answers)


def _answer(case: Case, line: LineId, left_out: NotChosen | None) -> UnmetWish:
    """The answer to a wish for a technique or a therapy."""
    knowledge = case.knowledge
    known = knowledge.techniques.get(line) or knowledge.therapies[line]
    why = left_out.why if left_out else NOTHING_FOUND
    plain = left_out.plain if left_out and left_out.plain else TOO_FEW_TESTS
    return UnmetWish(
        of=line,
        says=say("The client asked for “{name}”. {why}", name=known.name, why=why),
        plain=say(
            "You asked for “{name}”. It is not in this plan. {why}", name=known.name, why=plain
        ),
    )


def _lighter(case: Case, given: Massage) -> Iterator[UnmetWish]:
    """The answer to a wish for more pressure than any technique of the plan has."""
    wish = case.intake.preferences.pressure
    firmest = max((one.pressure for one in given.techniques), key=lambda one: one.rank)
    if wish is None or wish.rank <= firmest.rank:
        return
    says, plain = _why_lighter(case, given.techniques, wish)
    yield UnmetWish(
        of=OF_PRESSURE,
        says=say(
            "The client asked for {wish} pressure; the plan has {firmest}. {why}",
            wish=PRESSURE[wish],
            firmest=PRESSURE[firmest],
            why=says,
        ),
        plain=say(
            "You asked for {wish} pressure. We use {firmest}. {why}",
            wish=FEELS[wish],
            firmest=FEELS[firmest],
            why=plain,
        ),
    )


def _why_lighter(
    case: Case, techniques: tuple[TechniqueChoice, ...], wish: Pressure
) -> tuple[str, str]:
    """What keeps the pressure down: answers, else the pain sources, else the kind of work."""
    if any(PRESSURE_SET in one.set and not one.by_hand for one in techniques):
        return SET_LIGHTER, SET_LIGHTER_PLAIN
    limits = case.allow.limits
    found = [
        limit
        for region in each_once(region for one in techniques for region in one.regions)
        for limit in limits.at(region).by
        if limits.at(region).firmest.rank < wish.rank
    ]
    labels = each_once(one.label for one in found)
    tightest = min(limits.at(region).firmest.rank for one in techniques for region in one.regions)
    if any(most.rank < min(wish.rank, tightest) for most in at_most_to_start(case)):
        return STIRRED_UP, STIRRED_UP_PLAIN
    if labels:
        return say("This is because of: {answers:semicolons}.", answers=labels), because_of(labels)
    pains = [
        pain.condition
        for pain in case.pains
        if pain.condition.pressure and pain.condition.pressure.rank < wish.rank
    ]
    if not pains:
        return KIND_OF_WORK, KIND_OF_WORK_PLAIN
    names = each_once(one.name for one in pains)
    plain = each_once(one.plain for one in pains)
    return (
        say("For this no firmer pressure is used: {names:semicolons}.", names=names),
        say("For {pains} we press no harder.", pains=plain),
    )
