"""`python -m planner figures`: every picture as a file, one sheet of all, and what is wrong."""

import json

import pytest

from planner.command import run
from planner.exports.paper.contact_sheet import grey
from planner.figures import draw
from planner.figures.draw import Drawn
from planner.figures.style import FILLS, Theme, Tone, style
from tests.conftest import PICTURE

BRIDGE, WALK = "strengthening:hips:bridge", "aerobic:any:walking"
SVG = PICTURE.format(80, style(Theme.LIGHT), "")


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch):
    """Two pictures, of which one moves; what is wrong with them is put in by hand."""
    wrong: dict[str, tuple[str, ...]] = {}
    monkeypatch.setattr(draw, "drawable", lambda: (WALK, BRIDGE))
    monkeypatch.setattr(draw, "draw", lambda task: Drawn(SVG, SVG if task == BRIDGE else None))
    monkeypatch.setattr(draw, "faults", lambda task: wrong.get(task, ()))
    return wrong


def test_each_picture_is_a_file_beside_one_sheet_of_all(drawing, tmp_path, capsys):
    folder = tmp_path / "pictures"
    assert run(["figures", str(folder)]) == 0
    assert {one.name for one in folder.iterdir()} == {
        "aerobic.any.walking.svg",
        "strengthening.hips.bridge.svg",
        "strengthening.hips.bridge.moving.svg",
        "contact_sheet.png",
    }
    assert (folder / "contact_sheet.png").read_bytes().startswith(b"\x89PNG")
    answer = json.loads(capsys.readouterr().out)
    assert (answer["pictures"], answer["moving"]) == (2, 1)


def test_the_sheet_can_be_asked_for_elsewhere(drawing, tmp_path):
    assert run(["figures", str(tmp_path / "a"), "--sheet", str(tmp_path / "all.png")]) == 0
    assert (tmp_path / "all.png").exists()
    assert not list((tmp_path / "a").glob("*.png"))


def test_a_picture_that_is_not_right_is_a_line_and_exit_1_after_all_are_written(
    drawing, tmp_path, capsys
):
    drawing[BRIDGE] = ("The head is under the floor.", "The hand is out of reach.")
    assert run(["figures", str(tmp_path / "a")]) == 1
    told = capsys.readouterr()
    assert told.err == f"{BRIDGE}: The head is under the floor. The hand is out of reach.\n"
    assert (tmp_path / "a" / "contact_sheet.png").exists()


def test_what_cannot_be_written_is_a_sentence_and_exit_2(drawing, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        assert run(["figures", str(folder)]) == 2
        told = capsys.readouterr().err
        assert told.startswith(f"{folder}: ")
        assert "Traceback" not in told
    (tmp_path / "there").mkdir()
    sheet = ["--sheet", str(tmp_path / "there")]
    assert run(["figures", str(tmp_path / "a"), *sheet]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_grey_picture_has_no_colour_and_keeps_what_is_darker():
    skin, moves = (FILLS[tone][0] for tone in (Tone.SKIN, Tone.SKIN_MOVES))
    told = [grey(one) for one in (skin, moves)]
    assert all(one[1:3] == one[3:5] == one[5:7] for one in told)
    assert told[1] < told[0]


def test_without_what_draws_a_sentence_says_how_to_get_it(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("planner.command.figures.find_spec", {"shapely": None}.__getitem__)
    assert run(["figures", str(tmp_path / "pictures")]) == 2
    assert capsys.readouterr().err.endswith("install -r requirements-dev.txt`\n")
    assert not (tmp_path / "pictures").exists()
