"""How easily the pain is stirred up: the therapist's word, else what three answers decide.

Convention: the idea is Maitland's; nobody has tested how it is best judged or what it should alter.
"""

from planner.model.assessment import Assessment, Flare, Irritability, SetOffBy, SettlesIn, Stirring

IRRITABLE = (SetOffBy.LITTLE, Flare.BAD, SettlesIn.HOURS)


def irritability_of(assessment: Assessment) -> Irritability | None:
    """How irritable the pain is; None where the answers do not decide."""
    return assessment.irritability or _from_answers(assessment.stirring)


def _from_answers(stirring: Stirring) -> Irritability | None:
    """All three irritable are high, none low, between them moderate; what is open may be either."""
    answers = (stirring.set_off_by, stirring.then_it_is, stirring.settles_in)
    least = sum(one in IRRITABLE for one in answers)
    most = least + sum(one is None for one in answers)
    found = {_word(least), _word(most)}
    return found.pop() if len(found) == 1 else None


def _word(irritable: int) -> Irritability:
    if irritable == len(IRRITABLE):
        return Irritability.HIGH
    return Irritability.MODERATE if irritable else Irritability.LOW
