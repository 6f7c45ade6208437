"""Hands close up: their bones keep their lengths, and what is drawn wrongly is found."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from planner.figures.body.pose import merged
from planner.figures.draw import faults
from planner.figures.hand import proportions as of
from planner.figures.hand.picture import hand_picture_of
from planner.figures.hand.scene import Scene
from planner.figures.hand.sheet import hand_sheet
from planner.figures.hand.skeleton import JOINTS, Hands
from planner.figures.picture import PictureError, tables

TASKS = [task for task, (kind, _) in sorted(tables().items()) if kind == "hand"]


def _table(task: str, change: Mapping[str, Any]) -> Mapping[str, Any]:
    return merged(tables()[task][1], dict(change))


def _bones(hands: Hands, hand: str, digit: str) -> list[float]:
    joints = [hands.place(f"{hand}.{digit}.{joint}") for joint in JOINTS]
    return [float(np.linalg.norm(b - a)) for a, b in pairwise(joints)]


@pytest.mark.parametrize("task", TASKS)
def test_bones_keep_their_lengths_from_start_to_end(task: str) -> None:
    told = Scene(hand_picture_of(task, tables()[task][1]))
    for hands in (*told.bodies, told.between(0.5)):
        for hand in hands.poses:
            assert np.allclose(_bones(hands, hand, "thumb"), of.THUMB_BONES)
            assert all(np.allclose(_bones(hands, hand, one), of.BONES[one]) for one in of.FINGERS)


@pytest.mark.parametrize("task", TASKS)
def test_no_joint_is_bent_too_far_and_hands_that_touch_do(task: str) -> None:
    assert faults(task) == ()


def test_a_wrist_bent_further_than_one_goes_is_found() -> None:
    table = _table("stretching:hands:wrist-down", {"end": {"sore": {"wrist": [110, 0]}}})
    assert any("sore: wrist" in fault for fault in hand_sheet("it", table).faults())


def test_a_hand_that_holds_nothing_is_found() -> None:
    change = {"end": {"help": {"touch": {"shift": [0.12, 0.5, 0.05]}}}}
    table = _table("stretching:hands:wrist-down", change)
    assert any("help.fingers stays" in fault for fault in hand_sheet("it", table).faults())


def test_the_longest_finger_is_the_middle_one_and_a_right_hand_mirrors_a_left() -> None:
    table = {"hands": {"right": {"side": "r"}, "left": {"side": "l"}}}
    hands = Scene(hand_picture_of("it", table)).bodies[0]
    tips = {finger: hands.place(f"right.{finger}.tip")[0] for finger in of.FINGERS}
    assert max(tips, key=lambda finger: tips[finger]) == "long"
    mirrored = hands.place("left.thumb.tip") * np.array([1, 1, -1])
    assert np.allclose(hands.place("right.thumb.tip"), mirrored)


def test_a_table_that_cannot_be_read_names_its_task() -> None:
    with pytest.raises(PictureError, match="the task"):
        hand_picture_of("the task", {"hands": {"sore": {"thumbs": 2}}})
