"""`python -m planner form`: the questions on paper; whatever cannot be done is a sentence."""

import json

from planner.command import run


def form(capsys, *words):
    """Exit code, what was printed, and what was refused."""
    code = run(["form", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_it_writes_the_form_and_says_how_long_it_is(capsys, tmp_path):
    file = tmp_path / "form.pdf"
    code, out, err = form(capsys, "--conditions", "low-back-pain, neck-pain", file)
    assert (code, err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")
    assert json.loads(out)["questions"] > json.loads(out)["sheets"] > 1


def test_without_a_pain_source_it_asks_what_everybody_is_asked(capsys, tmp_path):
    _, everybody, _ = form(capsys, tmp_path / "form.pdf")
    _, with_pain, _ = form(capsys, "--conditions", "low-back-pain", tmp_path / "form.pdf")
    assert json.loads(everybody)["questions"] < json.loads(with_pain)["questions"]


def test_a_pain_source_that_nobody_knows_is_told_with_those_there_are(capsys, tmp_path):
    code, out, err = form(capsys, "--conditions", "low-back-pain,nek", tmp_path / "form.pdf")
    assert (code, out) == (2, "")
    assert "--conditions: 'nek' is not a known pain source; there are low-back-pain" in err
    assert not (tmp_path / "form.pdf").exists()


def test_conditions_that_name_nothing_are_refused(capsys, tmp_path):
    code, _, err = form(capsys, "--conditions", " , ", tmp_path / "form.pdf")
    assert (code, err) == (2, "--conditions: names no pain source\n")


def test_a_file_that_cannot_be_written_is_told(capsys, tmp_path):
    for file in (tmp_path / "nowhere" / "form.pdf", tmp_path):
        code, _, err = form(capsys, file)
        assert code == 2
        assert f"{file}: cannot be written" in err


def test_a_file_has_to_be_named_and_a_place_be_known(capsys, tmp_path):
    assert form(capsys)[0] == 2
    code, _, err = form(capsys, "--locale", "XX", tmp_path / "form.pdf")
    assert code == 2
    assert "choose from" in err


def test_another_language_is_refused_by_name(capsys, tmp_path):
    code, _, err = form(capsys, "--language", "xx", tmp_path / "form.pdf")
    assert code == 2
    assert "xx" in err
