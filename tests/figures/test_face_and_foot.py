"""The close-ups of face and foot: what turns about what, and what is found wrong with a picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.figures.draw import KINDS, faults, sheet
from planner.figures.face.side import Side
from planner.figures.face.side_lines import JOINT
from planner.figures.face.told import State
from planner.figures.foot.form import TOES, Foot
from planner.figures.foot.painted import mirrored
from planner.figures.foot.told import FootPose
from planner.figures.picture import PictureError, tables

CLOSE_UPS = [task for task, (kind, _) in tables().items() if kind in ("face", "foot")]
POINTING = {"hands": [{"kind": "point", "to": "chin", "at": [0.0, 0.0]}]}
ABOVE_THE_FLOOR = 0.257  # the ankle of a foot that stands
UPRIGHT = {"l": {"stands": 0.0}}


def face(**table: object) -> str:
    """What is wrong with a face told like this."""
    return " ".join(KINDS["face"]("a face", {"start": {}, "end": {}, **table}).faults())


def foot(**table: object) -> str:
    """What is wrong with a foot told like this."""
    return " ".join(KINDS["foot"]("a foot", {"start": UPRIGHT, "end": {}, **table}).faults())


@pytest.mark.parametrize("task", CLOSE_UPS)
def test_a_close_up_has_no_fault_and_shows_something(task):
    assert faults(task) == ()
    assert all(frame.elements for frame in sheet(task).still)


@given(st.floats(0, 32))
def test_the_chin_goes_round_the_joint_of_the_jaw(opened):
    shut, opening = (Side(State(jaw=jaw), False) for jaw in (0.0, opened))
    far = np.linalg.norm(shut.place("chin") - JOINT)
    assert np.linalg.norm(opening.place("chin") - JOINT) == pytest.approx(far)
    assert opening.place("nose") == pytest.approx(shut.place("nose"))


def test_lips_that_stay_shut_hide_the_hollow_while_the_teeth_part():
    resting = Side(State(jaw=6.0, lips="shut"), True)
    clenched = Side(State(lips="shut"), True)
    assert resting.place("lower_tooth")[1] < clenched.place("lower_tooth")[1] - 0.03
    assert [area.name for area in resting.areas(frozenset())].count("lips") == 1


def test_a_jaw_opened_too_far_is_found():
    assert "jaw opens 40" in face(end={"jaw": 40.0})
    assert "lips are shut" in face(end={"jaw": 20.0, "lips": "shut"})


def test_a_hand_that_does_not_touch_is_found():
    held = {"hands": [{"kind": "point", "at": [0.2, 0.0], "to": "chin"}]}
    assert "hand does not touch head" in face(end=held, touches=[["hand", "head"]])
    assert not face(end=POINTING, touches=[["hand", "head"]])


def test_a_move_that_nobody_sees_is_found():
    assert "nobody sees it" in face(end={"jaw": 1.0}, moves=["jaw"])
    covered = {
        "jaw": 20.0,
        "things": [
            {"corners": [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]], "radius": 0.1}
        ],
    }
    assert "jaw moves, and 0% of it is seen" in face(end=covered, moves=["jaw"])


def test_what_no_close_up_knows_is_refused_by_the_name_of_its_task():
    for kind in ("face", "foot"):
        with pytest.raises(PictureError, match="a sore thumb"):
            KINDS[kind]("a sore thumb", {"start": {}, "end": {}, "thumbs": 2})


@given(st.floats(-40, 80), st.floats(0, 90), st.sampled_from(["r", "l"]))
def test_toes_bend_and_keep_their_length(up, curl, side):
    for at, (_, length, _) in enumerate(TOES):
        toe = Foot(side, FootPose(toes=up, curl=curl)).toes()[at]
        steps = np.linalg.norm(np.diff(toe.middles[1:], axis=0), axis=1)
        assert steps.sum() == pytest.approx(length)


@given(st.floats(-30, 30), st.floats(-1, 1), st.sampled_from(["r", "l"]))
def test_a_foot_stands_at_the_height_it_is_told(pitch, height, side):
    standing = Foot(side, FootPose(turn=(0.0, pitch, 0.0), stands=height))
    lowest = min(
        (one.middles[:, 1] - np.linalg.norm(one.axes[:, 1, :], axis=1)).min()
        for one in standing.foot()
    )
    assert lowest == pytest.approx(height)


def test_the_left_foot_is_the_mirror_of_the_right():
    right, left = (Foot(side, FootPose()) for side in ("r", "l"))
    assert right.tip(0) * [1, 1, -1] == pytest.approx(left.tip(0))
    assert right.ankle[1] - ABOVE_THE_FLOOR < right.tip(0)[1] < right.ankle[1]


def test_a_mirror_on_the_floor_shows_the_foot_as_far_below_it():
    above = Foot("r", FootPose(at=(0.0, 0.7, 0.0))).foot()
    for one, other in zip(above, mirrored(above, 0.1), strict=True):
        assert other.middles[:, 1] - 0.1 == pytest.approx(0.1 - one.middles[:, 1])


def test_an_ankle_or_toes_bent_too_far_are_found():
    assert "ankle l is drawn up 40" in foot(end={"l": {"turn": [0, 40, 0]}})
    assert "toes l bend 90" in foot(end={"l": {"toes": 90}})
    assert not foot(end={"l": {"shank": [0.7, 1, 0], "loaded": True}})
