"""How many questions and groups each condition meets: one pain source, nothing flagged, age 45.

    python -m bench.rules.questions_table

"asked" is how many stand open before the first answer; "longest" is the longest list under one
sub-heading; "taps" is how often "None of these" is pressed until nothing is open.
"""

import json
from collections import Counter

from planner.knowledge import Knowledge, load
from planner.model.intake import Intake, read_intake
from planner.safety.asking.questions import groups, none_of_these, questions

COLUMNS = ("condition", "asked", "groups", "longest", "taps")


def client_with(condition: str, knowledge: Knowledge) -> Intake:
    """An adult of 45 with one long-lasting pain at its usual places, before any answer."""
    intake = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", "age": 45},
        "pain": [{"condition": condition, "months": 18, "assessed": True}],
        "severity": {"average": 5},
    }
    return read_intake(json.dumps(intake), knowledge.known_ids)


def taps(intake: Intake, knowledge: Knowledge) -> int:
    """How often "None of these" is pressed until every question has an answer."""
    pressed = 0
    while still := [one for one in groups(intake, knowledge) if one.unanswered]:
        answers = {**intake.answers, **none_of_these(still[0])}
        intake = intake.model_copy(update={"answers": answers})
        pressed += 1
    return pressed


def row(condition: str, knowledge: Knowledge) -> tuple[str, int, int, int, int]:
    """One line of the table."""
    intake = client_with(condition, knowledge)
    asked = questions(intake, knowledge)
    longest = max(Counter((one.group, one.section) for one in asked).values())
    met = len(groups(intake, knowledge))
    return condition, len(asked), met, longest, taps(intake, knowledge)


def main() -> None:
    """Print the table, and its range."""
    knowledge = load()
    rows = [row(condition, knowledge) for condition in knowledge.conditions]
    print("{:<28}{:>7}{:>8}{:>9}{:>6}".format(*COLUMNS))
    for one in rows:
        print("{:<28}{:>7}{:>8}{:>9}{:>6}".format(*one))
    counts = sorted(one[1] for one in rows)
    print(f"\n{counts[0]} to {counts[-1]} questions, median {counts[len(counts) // 2]}")


if __name__ == "__main__":
    main()
