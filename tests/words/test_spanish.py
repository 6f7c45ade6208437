"""Spanish, whole: every message said, with the program's own fills, in words that can be read."""

import re
import string
from collections.abc import Iterable, Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from planner.words import in_language, say
from planner.words.languages import CATALOGUES, PATTERN, TEMPLATE, language
from planner.words.terms import GO_ON
from tests.words.reading_ease import inflesz

SPANISH = ["es", "es-ES"]
FORBIDDEN = re.compile(
    r"\b(toxinas?|quincenal\w*|bisemanal\w*|curan?|curar\w*|curó|eficaz|eficaces|efectiv\w+"
    r"|funciona(?:n|rá|ron)?)\b",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"\bsegur(?:o|a|os|as|idad)\b", re.IGNORECASE)  # "safe" is never said
UNSURE = re.compile(
    r"\b(?:no|qué tan|tan|más|menos|cuán|estar?|está)\b[^.]{0,40}\bsegur"
    r"|segur\w+ (?:social|médico)",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:the|and|with|your|you|are|pain|when|which|have|been|what|where|this|that)\b",
    re.IGNORECASE,
)
FOR_THE_CLIENT = re.compile(
    r"^(?:self_care \S+ (?:steps|brief|count|easier_says|harder_says)"
    r"|home_rules \S+ says|stop_signs .+|\S+ .*\bplain(?:_cleared)?(?:\.\d+)?)$"
)
QUESTION = re.compile(r"^(?:red_flags|precautions|follow_ups) \S+ question$|^ticks.* label$")
# names of medicines and illnesses have no easier word: they are read out as they are
NAMES = re.compile(
    r"\b(?:warfarina|\w+xabán|dabigatrán|heparina|clopidogrel|ticagrelor|prasugrel|dipiridamol"
    r"|codeína|tramadol|morfina|gabapentina|pregabalina|metotrexato|biológico|esteroides"
    r"|terapia hormonal|Ehlers-Danlos vascular|Marfan|Loeys-Dietz|reumatoide|psoriásica)\b"
)
NAME = "algo"
WORDS_OF_A_TEXT = 8  # shorter than that, one long word decides
EASY, EASY_QUESTION = 65, 55


def said_in(code: str) -> list[Message]:
    """Every message of a catalogue."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return [one for one in read_po(file) if one.id]


@pytest.fixture(scope="module")
def spanish() -> list[Message]:
    return said_in("es")


def forms(words: object) -> tuple[str, ...]:
    """A message's words, one form after the other."""
    return (words,) if isinstance(words, str) else tuple(words or ("",))  # type: ignore[arg-type]


def pairs(messages: Iterable[Message]) -> Iterator[tuple[Message, str, str]]:
    """Each form of what is said beside the form that it is said for."""
    for one in messages:
        source = forms(one.id)
        for place, said in enumerate(forms(one.string)):
            yield one, source[min(place, len(source) - 1)], said


def fills(words: str) -> set[tuple[str, str]]:
    """The fills of a message, each with how it is written."""
    return {(name, how or "") for _, name, how, _ in string.Formatter().parse(words) if name}


def test_nothing_is_left_in_english(spanish):
    with TEMPLATE.open("rb") as file:
        asked = {(one.context, forms(one.id)) for one in read_po(file) if one.id}
    said = {(one.context, forms(one.id)) for one in spanish if all(forms(one.string))}
    assert sorted(asked - said, key=str) == []
    assert not [one.id for one in spanish if one.fuzzy], "said of other words than today's"


@pytest.mark.parametrize("code", SPANISH)
def test_each_form_has_the_fills_of_its_message_and_writes_them_alike(code):
    wrong = [
        (one.id, said)
        for one, source, said in pairs(said_in(code))
        if one.context != PATTERN
        and " " not in (one.context or "")
        and not fills(said) <= fills("".join(forms(one.id)))
    ]
    assert not wrong


@pytest.mark.parametrize("code", SPANISH)
def test_what_is_never_said_is_not_said_in_spanish(code):
    refuted = re.compile("toxin")  # claims of the first article, told as they were made
    said = [words for _, source, words in pairs(said_in(code)) if not refuted.search(source)]
    assert not [one for one in said if FORBIDDEN.search(one)]
    assert not [one for one in said if HARMLESS.search(one) and not UNSURE.search(one)]


def test_no_sentence_is_half_english(spanish):
    titled = re.compile(r'"[^"]*"|`[^`]*`|\{[^}]*\}|Are You OK')
    assert not [
        (source, said)
        for _, source, said in pairs(spanish)
        if len(ENGLISH.findall(titled.sub("", said))) > 1
    ]


def test_questions_and_cries_are_opened_as_they_are_closed(spanish):
    for _, _, said in pairs(spanish):
        bare = re.sub(r"\{[^}]*\}|`[^`]*`|“[!?]”|\?visit=\S*|https?://\S+", "", said)
        assert bare.count("¿") == bare.count("?"), said
        assert bare.count("¡") == bare.count("!"), said


def texts(spanish: list[Message], kind: re.Pattern[str]) -> dict[str, str]:
    """The texts of a kind that are long enough to be judged, by their context."""
    return {
        one.context: NAMES.sub(NAME, said)
        for one, _, said in pairs(spanish)
        if kind.match(one.context or "") and len(said.split()) >= WORDS_OF_A_TEXT
    }


@pytest.mark.parametrize(("kind", "least"), [(FOR_THE_CLIENT, EASY), (QUESTION, EASY_QUESTION)])
def test_what_a_client_reads_is_easy_to_read(spanish, kind, least):
    ease = {context: inflesz(said) for context, said in texts(spanish, kind).items()}
    assert len(ease) > 100
    hard = {context: round(one) for context, one in ease.items() if one < least}
    assert not hard


def test_europe_hears_every_word_that_it_says_otherwise():
    heard = language("es-ES").catalogue
    for one in said_in("es-ES"):
        asked, said = forms(one.id)[0], forms(one.string)[0]
        many = isinstance(one.id, tuple)
        told = heard.ngettext(*one.id, 1) if many else heard.pgettext(one.context, asked)
        if not many and not one.context:
            told = heard.gettext(asked)
        assert told == said


def test_a_button_to_what_comes_next_is_no_call_to_keep_moving():
    spanish = language("es")
    assert in_language(GO_ON, spanish) == "Seguir"
    assert in_language(say("Go on"), spanish) == "Siga"  # while it hurts no more than that
