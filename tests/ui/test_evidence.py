"""The evidence page, alone: a page function can be tested without the frame around it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from planner.knowledge import Knowledge
from tests.ui.conftest import run, words
from ui.evidence import purpose

ROOT = Path(__file__).parents[2]


def page() -> None:
    from ui.evidence import page

    page.draw()


def evidence_page() -> AppTest:
    return run(AppTest.from_function(page, default_timeout=20))


def test_it_says_that_no_clinician_has_reviewed_the_base(knowledge: Knowledge):
    assert not knowledge.review.clinician
    assert "No clinician has reviewed" in evidence_page().warning[0].value


def test_it_says_what_the_program_is_for_and_what_not_as_its_statement_does():
    statement = " ".join((ROOT / "docs" / "intended-purpose.md").read_text().split())
    [fold] = [one for one in evidence_page().expander if "is for" in one.label]
    told = " ".join(one.value for one in fold.markdown)
    for sentence in (*purpose.FOR, *purpose.NOT_FOR, purpose.CAUTION):
        assert str(sentence) in told
        assert str(sentence) in statement


def test_search_finds_what_a_finding_says_and_what_it_supports(knowledge: Knowledge):
    app = evidence_page()
    app.text_input(key="find-finding").set_value("plantar massage")
    run(app)
    number = int(app.caption[0].value.split()[0])
    assert 0 < number < len(knowledge.findings)


def test_a_search_without_a_hit_says_what_to_do():
    app = evidence_page()
    app.text_input(key="find-finding").set_value("xylophone")
    run(app)
    assert "Nothing fits" in app.info[0].value


def test_every_tab_draws(knowledge: Knowledge):
    claim = next(iter(knowledge.claims.values()))
    for tab, expected in {
        "Claims of the first article": claim.verdict.capitalize()[:9],
        "Where sources disagree": "Guidelines on therapies",
    }.items():
        app = AppTest.from_function(page, default_timeout=20)
        app.session_state["evidence"] = tab
        run(app)
        assert expected in words(app) + "".join(one.value for one in app.subheader)
