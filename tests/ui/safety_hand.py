"""A hand on the safety step: it stands in for the component, which no test driver can tap."""

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.model.ids import GroupId, QuestionId, ReasonId, RegionId, TickId
from planner.model.vocabulary import Answer
from tests.ui.conftest import run
from ui.parts.interview import safety_step
from ui.safety_group.acts import Act, Answered, NoneOfThese, Placed, Ticked


class SafetyHand:
    """What is on the safety step as it was drawn last, and taps on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.data: dict[str, Any] = {}
        self.waiting: list[Act] = []
        monkeypatch.setattr(safety_step, "safety_group", self._draw)

    def _draw(self, data: dict[str, Any], visit: str, key: str, on_act: Any) -> None:
        self.data = data
        if self.waiting:
            acts, self.waiting = self.waiting, []
            for act in acts:
                on_act(act)
            st.rerun()

    def does(self, app: AppTest, *acts: Act) -> AppTest:
        self.waiting = list(acts)
        return run(app)

    def tick(self, app: AppTest, row: str) -> AppTest:
        return self.does(app, Ticked(_question(row)))

    def say(self, app: AppTest, row: str, answer: str, *signs: str) -> AppTest:
        given = Answered(_question(row), Answer(answer), tuple(map(TickId, signs)))
        return self.does(app, given)

    def place(self, app: AppTest, row: str, *places: str) -> AppTest:
        return self.does(app, Placed(_question(row), tuple(map(RegionId, places))))

    def none(self, app: AppTest) -> AppTest:
        shown = tuple(_question(line["id"]) for line in self.lines())
        return self.does(app, NoneOfThese(GroupId(self.data["group"]), shown))

    def lines(self) -> list[dict[str, Any]]:
        return [line for section in self.data["sections"] for line in section["lines"]]

    def line(self, row: str) -> dict[str, Any]:
        return next(line for line in self.lines() if line["id"] == row)

    def again(self) -> dict[str, dict[str, Any]]:
        """The rows of last time, by question."""
        return {row["id"]: row for row in (self.data["again"] or {"rows": []})["rows"]}

    @property
    def is_open(self) -> bool:
        """Whether the group that was drawn still waits for an answer."""
        every = [one for line in self.lines() for one in (line, *line["after"])]
        return any(one["answer"] is None for one in every)


def _question(row: str) -> QuestionId:
    return QuestionId(ReasonId(row))
