"""Why a plan has no massage: a hold, the answers and wishes, or time, money and need."""

from planner.model.order import each_once
from planner.model.plan import NoMassage
from planner.model.vocabulary import Clearance
from planner.planning.case import Case
from planner.planning.dosing.dose import MILD, needs_no_course
from planner.planning.dosing.means import reach
from planner.planning.hands import massage
from planner.planning.hands.options import Options
from planner.planning.hands.withheld import anew, anew_in_plain_words, over_soon
from planner.safety.refusals import asks_where
from planner.words import joined, say

HELD = say("No hands-on work until a clinician's clearance is recorded.")
HELD_PLAIN = say("Your doctor has to agree first.")
UNREACHED = say("No massage is in the plan: nothing is left that the answers and wishes allow.")
NOT_ENOUGH = say("The time or the money that you named is not enough for it.")
NOT_NEEDED = say("Your pain is low now, so you do not need it.")


def why_none(case: Case, found: Options, notes: tuple[str, ...]) -> NoMassage:
    """Why nothing is given; `notes` are what the plan says of it, of a course or of places."""
    if case.screening.clearance is Clearance.HOLD:
        return NoMassage(says=HELD, plain=HELD_PLAIN)
    if massage.choose_techniques(case, found):
        return _no_course(case, notes)
    unplaced = case.allow.limits.unplaced(frozenset(case.regions))
    fresh = over_soon(case, case.regions)
    refused = each_once([*anew_in_plain_words(fresh), *(one.plain for one in found.refused)])
    return NoMassage(
        says=joined(*each_once([*notes, *anew(fresh), *(one.why for one in found.refused)])),
        plain=asks_where(unplaced) if unplaced else joined(*refused),
    )


def _no_course(case: Case, notes: tuple[str, ...]) -> NoMassage:
    if needs_no_course(case):
        return NoMassage(says=MILD, plain=NOT_NEEDED)
    is_out_of_reach = reach(case).sessions_per_week < min(case.weights.dose.frequencies)
    return NoMassage(says=joined(*notes), plain=NOT_ENOUGH if is_out_of_reach else NOT_NEEDED)
