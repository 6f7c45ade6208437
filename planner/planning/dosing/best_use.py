"""The best use of money and time where the tested or usual dose is out of reach."""

from collections.abc import Iterable
from math import ceil, floor

from planner.knowledge.entries.clinical import Condition
from planner.model.phrase import Phrase
from planner.model.plan import BestUse
from planner.planning.case import Case
from planner.planning.dosing.means import LEAST_WEEKS, TestedDose, least_tested, means_of, wished
from planner.planning.dosing.need import Need
from planner.words import joined, say, say_many
from planner.words.plan import how_often, visits

MOST_MONTHS = 12  # what is saved for longer is no offer
CENTS = 100
SAVE_UP = say("You could save up for that.")
MAKE_ROOM = say("Tell us if you can make room for it.")


def best_use(case: Case, conditions: tuple[Condition, ...], needed: Need) -> BestUse | None:
    """A short block as it was tested, else shorter visits that are usual; None where neither is."""
    block = _tested(case, conditions)
    if block is not None:
        return _block(case, block) if _is_allowed(case, block.often, block.minutes) else None
    return _shorter(case, needed) if _is_allowed(case, needed.often, needed.minutes) else None


def _tested(case: Case, conditions: Iterable[Condition]) -> TestedDose | None:
    """The least tested dose of all pain sources; None where one of them was never tested."""
    found = [least_tested([one], case.knowledge) for one in conditions]
    return least_tested(conditions, case.knowledge) if all(found) else None


def _is_allowed(case: Case, often: float, minutes: int) -> bool:
    """Whether the answers leave so much, whatever it costs."""
    limits = case.allow.limits
    longest, most = limits.minutes or minutes, limits.sessions_per_week or often
    return minutes <= longest and often <= most


def _block(case: Case, block: TestedDose) -> BestUse | None:
    cost, months = _cost(case, block)
    if months is not None and months > MOST_MONTHS:
        return None
    found = {
        "visits": visits(block.sessions),
        "minutes": block.minutes,
        "often": how_often(block.often),
        "weeks": block.weeks,
    }
    return BestUse(
        kind="short-block",
        visits=block.sessions,
        minutes=block.minutes,
        sessions_per_week=block.often,
        weeks=block.weeks,
        total_cost=cost,
        months=months,
        says=joined(
            say(
                "The best use is one short block as it was tested: {visits} of {minutes} minutes, "
                "{often}, for {weeks} weeks.",
                **found,
            ),
            _in_all(case, cost, months),
        ),
        plain=joined(
            say(
                "What was tested is one short block: {visits} of {minutes} minutes, {often}, for "
                "{weeks} weeks.",
                **found,
            ),
            MAKE_ROOM if block.often <= wished(case).affordable else SAVE_UP,
            _in_all(case, cost, None),
        ),
    )


def _cost(case: Case, block: TestedDose) -> tuple[float | None, int | None]:
    """What the block costs, and the budget of how many months pays for it.

    One price is that of the visits that the client asked for, so not of longer ones.
    """
    wishes = case.intake.preferences
    price = wishes.price_of(block.minutes)
    is_longer = block.minutes > (wishes.session_minutes or block.minutes)
    if not price or (is_longer and wishes.session_price is not None):
        return None, None
    cost = round(block.sessions * price, 2)
    if wishes.monthly_budget is None:
        return cost, None
    return cost, ceil(cost / wishes.monthly_budget) if wishes.monthly_budget else MOST_MONTHS + 1


def _in_all(case: Case, cost: float | None, months: int | None) -> Phrase | str:
    if cost is None:
        return ""
    told = {"cost": cost, "currency": case.intake.preferences.currency}
    if months is None:
        return say("It costs {cost:,.2f} {currency} in all.", **told)
    return say_many(
        "It costs {cost:,.2f} {currency} in all: the budget of {number} month.",
        "It costs {cost:,.2f} {currency} in all: the budget of {number} months.",
        months,
        **told,
    )


def _shorter(case: Case, needed: Need) -> BestUse | None:
    """Shorter visits that are usual, and what one may cost so that the budget pays for enough."""
    wishes = case.intake.preferences
    budget, longest = wishes.monthly_budget, means_of(case).minutes or needed.minutes + 1
    is_money_alone = needed.often <= min(wished(case).often, wished(case).days)
    has_a_price = bool(wishes.price_of(wishes.session_minutes))
    if not budget or not has_a_price or not is_money_alone or needed.minutes >= longest:
        return None
    price = floor(budget / ceil(LEAST_WEEKS * needed.often) * CENTS) / CENTS
    told = {
        "minutes": needed.minutes,
        "often": how_often(needed.often),
        "price": price,
        "currency": wishes.currency,
    }
    return BestUse(
        kind="shorter-visits",
        visits=max(1, ceil(needed.weeks * needed.often)),
        minutes=needed.minutes,
        sessions_per_week=needed.often,
        weeks=needed.weeks,
        price_at_most=price,
        says=say(
            "Visits of {minutes} minutes are usual too: where one costs {price:,.2f} {currency} "
            "or less, the budget pays for {often}.",
            **told,
        ),
        plain=say(
            "Shorter visits may fit: {minutes} minutes, {often}, if one costs {price:,.2f} "
            "{currency} or less.",
            **told,
        ),
    )
