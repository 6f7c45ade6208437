"""A whole first and second visit in Spanish, in which no sentence is left in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from records import Settings, open_store
from tests.browser.conftest import ROOT, serve, turn_to
from tests.browser.languages.two_visits import Tongue, first_visit, second_visit, sixty_days
from tests.browser.test_consultation import Hand

pytestmark = pytest.mark.slow

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
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("spanish") / "records.db"
    open_store(Settings.at(database)).close()
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_LANGUAGE": "es"}
    yield from serve(ROOT / "app.py", environment=said)


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
