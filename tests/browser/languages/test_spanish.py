"""A whole first and second visit in Spanish, in which no sentence is left in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from records import Records, Settings, open_store
from tests.browser.conftest import ROOT, client_of, serve, settled, turn_to
from tests.browser.forked import Forked
from tests.browser.languages.two_visits import Tongue, first_visit, second_visit, sixty_days
from tests.browser.test_beforehand import opened
from tests.browser.test_consultation import Hand
from tests.conftest import sample_text
from ui.state.kept_visits import summary_of

pytestmark = pytest.mark.slow

LINES = """(node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size;
}"""

ENGLISH = re.compile(
    r"\b(?:the|and|with|your|you|are|when|which|have|has|been|what|where|this|that|of|to|is|not"
    r"|for|from|was|were|will|it|its|how|why|they|their|more|than|each|only|by|but|if|may|should"
    r"|press|enter|per|choose|open|close|upload|clear|search|pain|week|visit|day)\b",
    re.IGNORECASE,
)
# What this test typed; a setting, a place on the disk; names of programs; what a source is called.
NAMES = re.compile(
    r"walk dog|PAIN_PLAN_\w+|\S*/\S+\.db|Pain Tracker"
    r"|.*(?:PMID|10\.\d{4}|Fuente: ).*|\[not checked\]"
)
WORDS = {
    "The plan appears here after": "El plan aparece aquí después de la primera marca",
    "What hurts": "¿Qué duele",
    "Low back pain": "Dolor en la parte baja de la espalda",
    "Initials": "Iniciales",
    "PDF": "PDF",
    "Show to client": "Mostrar al cliente",
    "Clients": "Clientes",
    "Begin the review": "Empezar la revisión",
    "Put it away": "Quitarlo de aquí",
    "Accept": "Aceptar",
    "In a word, why": "En una palabra, por qué",
    "You accepted the proposal.": "Usted aceptó la propuesta.",
}


def nothing_is_english(text: str, state: str) -> None:
    lines = [line for line in NAMES.sub("", text).splitlines() if ENGLISH.search(line)]
    assert not lines, f"{state}: {lines}"


SPANISH = Tongue(WORDS.__getitem__, nothing_is_english)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spanish") / "records.db"


@pytest.fixture(scope="module")
def spanish_records(database: Path) -> Iterator[Records]:
    store = open_store(Settings.at(database))
    yield store.of("local")
    store.close()


@pytest.fixture(scope="module")
def clinic(database: Path, spanish_records: Records) -> Iterator[str]:
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_LANGUAGE": "es"}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


def test_two_visits_are_spanish_throughout(clinic: str, tmp_path: Path, page: Page) -> None:
    hand = Hand(page)
    first_visit(hand, clinic, SPANISH)
    second_visit(hand, clinic, sixty_days(tmp_path), SPANISH)


@pytest.mark.parametrize("place", ["Diario", "Pruebas", "Seguimiento", "Consultorio"])
def test_the_other_pages_are_spanish_throughout(place: str, clinic: str, page: Page) -> None:
    page.goto(clinic)
    turn_to(page, place)
    expect(page.get_by_role("heading", name=place).first).to_be_attached()
    SPANISH.look(page, place)


def test_the_name_of_an_icon_is_no_word(clinic: str, page: Page) -> None:
    page.goto(clinic)
    turn_to(page, "Diario")
    upload = page.get_by_test_id("stFileUploader").first
    expect(upload.get_by_text("Subir", exact=True)).to_be_visible()
    expect(upload.get_by_test_id("stIconMaterial").first).to_have_text("upload")


def within(one: Locator, width: int) -> dict[str, float]:
    """The box of something that must be on the page whole."""
    box = one.bounding_box()
    assert box, "is not there"
    assert box["x"] >= 0, one.inner_text()
    assert box["x"] + box["width"] <= width, one.inner_text()
    return dict(box)


def nothing_meets_in_the_dock(page: Page, words: Locator, width: int) -> None:
    """What stands at the bottom is whole: no word lies under a button."""
    told = within(words, width)
    for one in page.locator(".st-key-goes button").all():
        box = within(one, width)
        apart = told["x"] + told["width"] <= box["x"] or told["y"] + told["height"] <= box["y"]
        assert apart, (words.inner_text(), one.inner_text())


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (390, 844)])
def test_longer_words_find_room(
    width: int, height: int, clinic: str, spanish_records: Records, page: Page
) -> None:
    body = sample_text("knee-anticoagulant")
    token = spanish_records.begin(body, summary_of(body), "1").token
    opened(page, clinic, token, step=5, width=width)
    expect(page.locator(".row .level").first).to_be_visible()
    for one in page.locator(".row .level button").all():
        within(one, width)
        assert one.evaluate(LINES) == 1, one.inner_text()
    for one in page.locator(".one-line .figures b").all():
        nothing_meets_in_the_dock(page, one, width)
    turn_to(page, "Clientes")
    page.locator(client_of(spanish_records)).click()
    page.get_by_role("button", name="Registrar una sesión").click()
    expect(page.locator(".st-key-keep-session")).to_be_visible()
    settled(page)
    nothing_meets_in_the_dock(page, page.locator(".st-key-dose p"), width)
    consent = page.locator(".card-head .choice button")
    assert len({within(one, width)["y"] for one in consent.all()}) == 1
