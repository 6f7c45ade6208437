"""NHSRplotthedots: limits of an XmR chart (2.66 mean moving ranges), its standard snapshot."""

import pytest

from planner.diary.analysis.effects import xmr_limits

DATA = [
    -0.5604756465522126, -0.23017748948327996, 1.558708314149124, 0.070508391424576,
    0.12928773516094624, 1.715064986883281, 0.4609162059892023, -1.265061234606534,
    -0.6868528518935261, -0.44566197009995806, 1.2240817974394615, 0.3598138270573638,
    0.40077145059405217, 0.1106827159451197, -0.5558411347540749, 1.7869131368030782,
    0.4978504782292394, -1.9666171566296382, 0.7013559015636855, -0.47279140772793404,
]  # fmt: skip


def test_the_snapshot_of_twenty_normal_numbers() -> None:
    assert xmr_limits(DATA) == pytest.approx((0.1416238, -3.01138, 3.294627), abs=1e-5)


def test_a_gap_is_not_bridged_by_a_moving_range() -> None:
    whole = [1.0, 2.0, float("nan"), 9.0, 8.0]
    centre, low, high = xmr_limits(whole)
    assert (centre, low, high) == pytest.approx((5.0, 5 - 2.66, 5 + 2.66))
