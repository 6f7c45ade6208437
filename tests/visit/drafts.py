"""Visits to begin a test with."""

from datetime import date

from planner.model.intake import PainSource, Person, Scores
from planner.visit.draft import blank


def draft_with(*conditions, age=45):
    """A visit with these pain sources, and no question answered."""
    return blank(date(2026, 11, 26)).having(
        client=Person(label="T.T.", age=age),
        pain=tuple(PainSource(condition=one, months=18, assessed=True) for one in conditions),
        severity=Scores(average=5),
    )
