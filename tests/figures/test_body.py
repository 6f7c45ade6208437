"""The jointed figure: bones keep their lengths, limbs reach, what is wrong with a pose is found."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.figures.body import contact, landmarks, ranges
from planner.figures.body.form import form, names
from planner.figures.body.pose import Arm, Leg, Pose, Root, Target
from planner.figures.body.proportions import FOREARM, SHANK, THIGH, UPPER_ARM
from planner.figures.body.reaching import two_bones
from planner.figures.body.skeleton import PARENTS, Skeleton, between
from planner.figures.body.solve import solve
from planner.figures.body.surfaces import FLOOR, Surface, Unsolvable
from planner.figures.body.turning import about_y, bend, bent
from planner.figures.draw import faults
from planner.figures.faults import faults_of
from planner.figures.picture import PictureError, picture_of
from planner.figures.whole import Whole

HAIR = 1e-9
ON_THE_FLOOR = {"floor": FLOOR}
angles = st.floats(-80, 80)
bends = st.tuples(angles, angles, angles)


def foot(across: float, height: float, **rest: object) -> Leg:
    """A foot laid flat on the floor."""
    return Leg(foot_at=Target(shift=(across, height, 0.05), snap="floor"), heel=0.0, **rest)


def length(body: Skeleton, joint: str) -> float:
    before, _ = PARENTS[joint]
    return float(np.linalg.norm(body.joints[joint] - body.joints[before]))


@given(bends)
def test_a_bend_is_read_from_a_frame_as_it_was_put_in(told):
    assert bent(bend(told)) == pytest.approx(told, abs=1e-6)


@given(st.floats(0.05, 0.49), st.floats(0, 360), st.floats(-80, 80))
def test_two_bones_reach_whatever_is_within_their_length_and_keep_it(far, yaw, lift):
    way = about_y(yaw) @ np.array([np.cos(np.radians(lift)), np.sin(np.radians(lift)), 0.0])
    knee, ankle, missed = two_bones((np.zeros(3), way * far), (THIGH, SHANK), np.array([1, 2, 3.0]))
    assert missed == 0
    assert np.linalg.norm(ankle - way * far) < HAIR
    assert np.linalg.norm(knee) == pytest.approx(THIGH, abs=HAIR)
    assert np.linalg.norm(ankle - knee) == pytest.approx(SHANK, abs=HAIR)


def test_the_joint_between_two_bones_bends_to_the_side_that_is_written_down():
    for pole in (np.array([0.0, 1.0, 0]), np.array([0.0, -1.0, 0]), np.array([0, 0, 1.0])):
        knee, _, _ = two_bones((np.zeros(3), np.array([0.3, 0, 0])), (THIGH, SHANK), pole)
        assert knee @ pole > 0.1


def test_what_is_out_of_reach_is_said_by_how_much():
    _, end, missed = two_bones(
        (np.zeros(3), np.array([1.0, 0, 0])), (THIGH, SHANK), np.array([0, 1.0, 0])
    )
    assert missed == pytest.approx(1 - THIGH - SHANK, abs=1e-5)
    assert end[0] == pytest.approx(THIGH + SHANK, abs=1e-5)


@given(st.floats(0, 1), bends, st.floats(0, 120))
def test_no_bone_is_stretched_on_the_way_from_one_pose_to_another(share, trunk, knee):
    start = solve(Pose(), ON_THE_FLOOR)
    end = solve(
        Pose(trunk=trunk, leg_r=Leg(hip=(60, 0, 0), knee=knee), arm_l=Arm(lift=(90, 20, 0))),
        ON_THE_FLOOR,
    )
    middle = between(start, end, share)
    for joint, bone in (
        ("knee_r", THIGH),
        ("ankle_r", SHANK),
        ("elbow_l", UPPER_ARM),
        ("wrist_l", FOREARM),
    ):
        assert length(middle, joint) == pytest.approx(bone, abs=HAIR)


def test_a_foot_laid_on_the_floor_touches_it_with_its_lowest_point_flat_or_on_the_ball():
    for heel in (0.0, 30.0, 50.0):
        told = Leg(foot_at=Target(shift=(0.1, 0.3, 0.05), snap="floor"), heel=heel, toes=heel)
        body = solve(Pose(root=Root(y=0.50), leg_r=told), ON_THE_FLOOR)
        assert FLOOR.gap(form(body, "foot_r")) == pytest.approx(0, abs=0.003)


def test_a_hand_laid_on_a_wall_touches_the_wall_and_not_more():
    wall = Surface(np.array([0.25, 0, 0]), np.array([-1.0, 0, 0]))
    arm = Arm(
        hand_at=Target(shift=(0.0, 0.85, 0.1), snap="wall"),
        palm="front",
        fingers="up",
        elbow_to="down",
    )
    body = solve(Pose(arm_r=arm), ON_THE_FLOOR | {"wall": wall})
    assert wall.gap(form(body, "hand_r")) == pytest.approx(0, abs=0.003)


def test_a_hand_that_holds_a_knee_waits_for_the_leg():
    arm = Arm(hand_at=Target(**{"from": "knee_r"}, shift=(0.02, 0.04, 0)), elbow_to="out")
    body = solve(Pose(leg_r=Leg(hip=(100, 0, 0), knee=110), arm_r=arm), ON_THE_FLOOR)
    assert np.linalg.norm(body.joints["wrist_r"] - body.joints["knee_r"]) == pytest.approx(
        np.hypot(0.02, 0.04), abs=0.001
    )


def test_two_limbs_that_hold_each_other_are_refused_by_a_sentence():
    arms = {
        f"arm_{side}": Arm(hand_at=Target(**{"from": f"wrist_{other}"}))
        for side, other in (("r", "l"), ("l", "r"))
    }
    with pytest.raises(Unsolvable, match="two for each other"):
        solve(Pose(**arms), ON_THE_FLOOR)


def test_what_settles_lies_on_its_surface():
    body = solve(Pose(root=Root(pitch=-90, y=0.5), settle=("pelvis", "trunk")), ON_THE_FLOOR)
    lowest = min(FLOOR.gap(form(body, part)) for part in ("pelvis", "trunk"))
    assert lowest == pytest.approx(0, abs=HAIR)


def test_left_and_right_mirror_each_other():
    pose = {"lift": (70, 40, 10), "elbow": 50}
    body = solve(Pose(arm_r=Arm(**pose), arm_l=Arm(**pose)), ON_THE_FLOOR)
    for joint in ("elbow", "wrist", "fingers"):
        right, left = (body.joints[f"{joint}_{side}"] for side in "rl")
        assert right * [1, 1, -1] == pytest.approx(left, abs=HAIR)


def test_every_landmark_and_every_part_is_there_for_every_pose():
    body = solve(Pose(), ON_THE_FLOOR)
    sides = [f"{name}_{side}" for name in landmarks.OF_A_SIDE for side in "rl"]
    for name in (*sides, *landmarks.OF_THE_BODY):
        assert np.isfinite(landmarks.place(body, name)).all()
    for part in names():
        assert form(body, part)


@pytest.mark.parametrize(
    ("pose", "joint"),
    [
        (Pose(leg_r=Leg(knee=150)), "knee bent of r"),
        (Pose(leg_l=Leg(hip=(0, 60, 0))), "hip out of l"),
        (Pose(leg_r=Leg(ankle=32)), "ankle up of r"),
        (Pose(arm_r=Arm(lift=(-70, 0, 0))), "arm behind of r"),
        (Pose(arm_l=Arm(wrist=(88, 0))), "wrist bent of l"),
        (Pose(neck=(0, 0, 60), head=(0, 0, 40)), "neck turned"),
        (Pose(trunk=(0, 45, 0)), "trunk bent aside"),
    ],
)
def test_a_joint_bent_too_far_is_named(pose, joint):
    assert joint in dict(ranges.too_far(solve(pose, ON_THE_FLOOR)))


def test_an_ankle_goes_further_under_the_weight_of_the_body():
    free, loaded = (Pose(leg_r=Leg(ankle=32, loaded=told)) for told in (False, True))
    assert "ankle up of r" in dict(ranges.too_far(solve(free, ON_THE_FLOOR)))
    assert "ankle up of r" not in dict(ranges.too_far(solve(loaded, ON_THE_FLOOR)))


def test_a_natural_stance_bends_nothing_too_far_and_stands_over_its_feet():
    body = solve(Pose(), ON_THE_FLOOR)
    assert not dict(ranges.too_far(body))
    assert contact.beside_support(body, ON_THE_FLOOR) == 0


def test_whoever_leans_over_without_a_hold_stands_beside_the_own_feet():
    hips, arms = Leg(hip=(80, 0, 0)), Arm(lift=(150, 0, 0))
    leaning = Pose(root=Root(pitch=80), leg_r=hips, leg_l=hips, arm_r=arms, arm_l=arms)
    assert contact.beside_support(solve(leaning, ON_THE_FLOOR), ON_THE_FLOOR) > 0.02


def told(**changes: object) -> tuple[str, ...]:
    """The faults of a knee raised beside nothing, changed."""
    table = {
        "base": "standing",
        "moves": ["leg_r"],
        "end": {"leg_r": {"hip": [60, 0, 0], "knee": 80}},
        "dynamic": True,
    }
    return faults_of(Whole(picture_of("a trial", table | changes)))


def test_a_picture_without_a_fault_has_none():
    assert told() == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"end": {"leg_r": {"foot_at": {"shift": [0.7, 0.1, 0]}}}}, "short of its target"),
        ({"end": {"root": {"y": 0.48}, "leg_l": {"hip": [0, 0, 0], "knee": 0}}}, "under the floor"),
        ({"end": {"leg_r": {"hip": [60, 0, 0], "knee": 160}}}, "too far"),
        ({"dynamic": False}, "beside what carries it"),
        (
            {
                "camera": {"yaw": 180, "pitch": 0},
                "end": {"arm_l": {"lift": [5, 8, 0]}},
                "moves": ["arm_r"],
            },
            "is seen",
        ),
        ({"end": {"leg_r": {"hip": [2, 0, 0], "knee": 4}}}, "nobody sees it"),
        ({"contacts": [["hand_r", "floor"]]}, "from floor"),
    ],
)
def test_what_is_wrong_with_a_picture_is_said(changes, said):
    assert any(said in fault for fault in told(**changes)), told(**changes)


def test_a_picture_that_is_told_wrongly_names_its_task_and_field():
    with pytest.raises(PictureError, match=r"a trial[\s\S]*kneee"):
        picture_of("a trial", {"base": "standing", "end": {"leg_r": {"kneee": 3}}})
    with pytest.raises(PictureError, match="No picture is told for nothing"):
        faults("nothing")
