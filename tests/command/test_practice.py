"""`--practice`: names on the papers, and what an intake leaves unsaid."""

import json

from planner.command import run
from tests.exports.conftest import pages
from tests.practices import DRAWN, oak_street

INTAKE = {
    "format": 1, "on": "2026-11-23", "client": {"label": "J.S.", "age": 52}, "others": "no",
    "pain": [{"condition": "low-back-pain", "months": 18, "assessed": True}],
    "severity": {"average": 6},
}  # fmt: skip


def files(folder, logo=b"", **intake):
    """An intake and a practice as files; the logo lies beside them."""
    said = {**INTAKE, **intake}
    (folder / "intake.json").write_text(json.dumps(said))
    (folder / "logo.svg").write_bytes(logo or DRAWN)
    (folder / "practice.json").write_text(oak_street(logo="logo.svg").model_dump_json())
    return folder / "intake.json", folder / "practice.json"


def planned(capsys, *words):
    code = run(["plan", *map(str, words)])
    told = capsys.readouterr()
    return code, json.loads(told.out or "{}"), told.err


def test_an_intake_takes_from_the_practice_what_it_does_not_say(capsys, tmp_path):
    intake, practice = files(tmp_path)
    pdf = tmp_path / "plan.pdf"
    code, plan, err = planned(capsys, intake, "--practice", practice, "--pdf", pdf)
    assert (code, err) == (0, "")
    load, minutes = plan["load"], plan["massage"]["phases"][0]["minutes"]
    price = {30: 50, 45: 80, 60: 80}[minutes]
    assert (load["price"], load["currency"]) == (price, "GBP")
    assert load["total_cost"] == price * load["visits"]
    assert plan["visits"][0]["minutes"] == 75
    assert {one["day"] for one in plan["week"] if "massage" in one["items"]} <= {"mon", "thu"}
    first = pages(pdf.read_bytes())[0]
    assert "Ana Ruiz, LMT, licence OR 23117" in first
    assert "999 now" in first or "Call 112 or 999" in first


def test_what_an_intake_says_itself_stands(capsys, tmp_path):
    wishes = {"session_price": 70, "currency": "USD", "days": ["wed"]}
    intake, practice = files(tmp_path, locale="US", preferences=wishes)
    _, plan, _ = planned(capsys, intake, "--practice", practice)
    assert (plan["load"]["price"], plan["load"]["currency"]) == (70, "USD")


def test_a_practice_that_cannot_be_used_is_told_and_nothing_is_written(capsys, tmp_path):
    intake, practice = files(tmp_path, logo=b"<html/>")
    code, _, err = planned(capsys, intake, "--practice", practice, "--pdf", tmp_path / "p.pdf")
    assert code == 2
    assert err.startswith("logo: ")
    practice.write_text('{"format": 1, "nam": "x", "language": "xx"}')
    code, _, err = planned(capsys, intake, "--practice", practice, "--pdf", tmp_path / "p.pdf")
    assert code == 2
    assert "nam: is not a field of a practice" in err
    assert not (tmp_path / "p.pdf").exists()


def test_a_practice_becomes_one_file_with_its_logo_inside(capsys, tmp_path):
    _, practice = files(tmp_path)
    assert run(["practice", str(practice)]) == 0
    assert json.loads(capsys.readouterr().out)["logo"] == oak_street().logo
