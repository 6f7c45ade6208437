"""One catalogue: gathered from everything that says something, and never stale."""

import json
import string

import pytest
from babel.messages.pofile import read_po

from planner.command import catalogue, run
from planner.command.catalogue import ROOT, found_everywhere, template_text
from planner.knowledge import load
from planner.words import languages
from planner.words.languages import PATTERN, TEMPLATE
from planner.words.pseudo import accented

NO_FILLS = (PATTERN,)


@pytest.fixture(scope="module")
def found():
    return found_everywhere(ROOT, load())


def test_the_template_is_what_the_program_says(found):
    is_fresh = TEMPLATE.read_text(encoding="utf-8") == template_text(found)
    assert is_fresh, "run `python -m planner catalogue`"


def test_every_catalogue_that_is_there_fits_the_program(found, monkeypatch):
    monkeypatch.setattr(catalogue, "found_everywhere", lambda _root, _known: found)
    assert run(["catalogue", "--check"]) == 0


def test_every_fill_of_a_message_has_a_name(found):
    for message, place, line in found:
        for form in (message.one, message.many):
            if message.context in NO_FILLS or " " in message.context:
                continue
            fields = [
                field for _, field, _, _ in string.Formatter().parse(form) if field is not None
            ]
            assert all(field.isidentifier() for field in fields), (place, line)


def test_both_forms_of_a_counted_message_have_the_number(found):
    for message, place, line in found:
        if message.many:
            assert "{number" in message.many, (place, line)


def test_the_pseudo_language_keeps_fills_and_marks():
    assert accented("<b>Stop</b> on {day:weekday}") == "<b>Šŧóƥ</b> óń {day:weekday}"


def test_the_template_is_read_by_a_translators_tools():
    with TEMPLATE.open("rb") as file:
        assert len(read_po(file)) > 3000


DROP = "Many people notice a drop to {near:g} or less."
TRANSLATED = {DROP, "Tick what you did.", "Where the client is", "every day", "{number} week"}


@pytest.fixture(scope="module")
def few(found):
    """A tenth of what the program says, with what is translated here: each is done with alike."""
    return [one for at, one in enumerate(found) if at % 10 == 0 or one.message.one in TRANSLATED]


def gathered_once(patch, folder, found):
    """Languages lie in this folder, with the template of what was found.

    What the program says is gathered once: gathering it is tested by itself.
    """
    patch.setattr(catalogue, "found_everywhere", lambda _root, _known: found)
    template = folder / "planner.pot"
    template.write_text(template_text(found), encoding="utf-8")
    for module in (catalogue, languages):
        patch.setattr(module, "CATALOGUES", folder)
        patch.setattr(module, "TEMPLATE", template)


@pytest.fixture
def a_catalogue(monkeypatch, tmp_path, few):
    """A folder of languages of this test alone."""
    gathered_once(monkeypatch, tmp_path, few)
    return tmp_path


@pytest.fixture(scope="module")
def german_begun(few, tmp_path_factory):
    """A German catalogue in which everything is open."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch:
        gathered_once(patch, folder, few)
        run(["catalogue", "--add", "de"])
    return (folder / "de.po").read_text(encoding="utf-8")


@pytest.fixture
def german(a_catalogue, german_begun):
    """The file of a German catalogue that a translator has only begun."""
    begun = a_catalogue / "de.po"
    begun.write_text(german_begun, encoding="utf-8")
    return begun


def test_a_new_language_begins_with_everything_open(a_catalogue, capsys):
    assert run(["catalogue", "--add", "de"]) == 0
    told = json.loads(capsys.readouterr().out)
    german = told["languages"]["de"]
    assert (german["said"], german["stale"], german["open"]) == (0, 0, told["messages"])
    assert 0 < len(german["next"]) < german["open"]


def test_a_new_language_says_that_no_clinician_has_read_it(german_begun):
    assert german_begun.startswith("# German of the pain-plan builder.\n# Clinician: nobody yet\n")


def test_a_translator_sees_by_area_what_is_said_stale_and_open(german, capsys):
    words = german.read_text(encoding="utf-8")
    ours = 'msgid "Tick what you did."\nmsgstr '
    gone = '#. in ui/parts/fields.py\nmsgid "Where the client is now"\nmsgstr "Wo die Person ist"'
    english = '#. in ui/parts/fields.py\nmsgid "Where the client is"\nmsgstr ""'
    assert ours in words
    assert english in words
    said = words.replace(f'{ours}""', f'{ours}"Haken, was getan ist."').replace(english, gone)
    german.write_text(said, encoding="utf-8")
    run(["catalogue"])
    told = json.loads(capsys.readouterr().out)["languages"]["de"]
    areas = told["areas"]
    assert (areas["planner/exports"]["said"], areas["ui"]["stale"]) == (1, 1)
    assert "Tick what you did." not in told["next"]
    assert areas["planner/knowledge"]["said"] == areas["planner/knowledge"]["stale"] == 0
    for how_far in ("said", "stale", "open"):
        assert sum(one[how_far] for one in areas.values()) == told[how_far]


def test_what_a_translator_said_stays_when_the_template_is_made_anew(german, capsys):
    words = german.read_text(encoding="utf-8")
    said = words.replace('msgid "every day"\nmsgstr ""', 'msgid "every day"\nmsgstr "täglich"')
    german.write_text(said, encoding="utf-8")
    run(["catalogue"])
    assert json.loads(capsys.readouterr().out)["languages"]["de"]["said"] == 1
    assert 'msgstr "täglich"' in german.read_text(encoding="utf-8")


def test_a_stale_template_is_refused_with_what_to_do(a_catalogue, capsys):
    (a_catalogue / "planner.pot").write_text("", encoding="utf-8")
    assert run(["catalogue", "--check"]) == 2
    assert "run `python -m planner catalogue`" in capsys.readouterr().err


def test_a_language_that_is_none_is_refused(a_catalogue, capsys):
    assert run(["catalogue", "--add", "nonsense-language"]) == 2
    assert "--add: 'nonsense-language' is no language code" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Viele merken es ab {near:g}.", 0),
        ("Viele merken es ab {nahe:g}.", 2),
        ("Viele merken es.", 2),
        ("Viele merken es ab {near:g.", 2),
    ],
)
def test_words_with_other_fills_than_their_message_are_refused(german, capsys, words, code):
    open_ = german.read_text(encoding="utf-8")
    assert f'msgid "{DROP}"' in open_
    german.write_text(
        open_.replace(f'msgid "{DROP}"\nmsgstr ""', f'msgid "{DROP}"\nmsgstr "{words}"'),
        encoding="utf-8",
    )
    assert run(["catalogue", "--check"]) == code
    assert (f"de.po '{DROP}': has other fills" in capsys.readouterr().err) is (code == 2)


def test_a_form_of_one_may_leave_out_the_number(german):
    ours = 'msgid "{number} week"\nmsgid_plural "{number} weeks"\nmsgstr[0] ""\nmsgstr[1] ""'
    said = ours.replace('[0] ""', '[0] "eine Woche"').replace('[1] ""', '[1] "{number} Wochen"')
    assert ours in german.read_text(encoding="utf-8")
    german.write_text(german.read_text(encoding="utf-8").replace(ours, said), encoding="utf-8")
    assert run(["catalogue", "--check"]) == 0
