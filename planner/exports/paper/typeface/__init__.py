"""The typefaces of the papers: the same bundled ones on every machine, loaded once."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

OURS = Path(__file__).parent
LATIN = ("Source Sans Pro", "Noto Sans")
# Noto's Arabic draws the dots of a letter apart from it: copied, a name would have letters twice.
ARABIC = "IBM Plex Sans Arabic"
SIGNS = ("Libertinus Serif", "DejaVu Sans Mono")  # in typst itself: dots, ticks and arrows
PACKAGES = {"fontpkg_ibm_plex_sans_arabic": "files", "manimgx_fonts": ""}
HAN_PACKAGE = "noto_cjk_sans_otc"
HAN = {"ja": "JP", "ko": "KR"}  # the shapes of a language; Chinese ones for any other reader
HAN_NAMES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "BOPOMOFO")
UNSHOWN = re.compile(r"the text `\"((?:[^\"\\]|\\.)+)\"` could not be displayed")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def bundled(*, with_the_computers: bool = False) -> typst.Fonts:
    """The typefaces that come with the program; only where asked for, this computer's too.

    Each folder holds one format, and no face twice: the order of its files decides nothing.
    """
    folders = [folder for package, inner in PACKAGES.items() for folder in _folder(package, inner)]
    paths = [str(OURS), *folders, *_folder(HAN_PACKAGE)]
    return typst.Fonts(with_the_computers, font_paths=paths)


def _folder(package: str, inner: str = "") -> list[str]:
    """Where an installed package of fonts keeps them."""
    found = find_spec(package)
    return [str(Path(found.origin).parent / inner)] if found and found.origin else []


@cache
def families(language: str) -> tuple[str, ...]:
    """What a letter is looked for in, in order: the Han shapes of the reader's language first."""
    there = bundled().families()
    han = f"Noto Sans CJK {HAN.get(language, 'SC')}"
    noto = sorted(one for one in there if one.startswith("Noto") and "CJK" not in one)
    wanted = dict.fromkeys((*LATIN, ARABIC, *noto, *SIGNS, han))
    return tuple(one for one in wanted if one in there)


def unshown(diagnostic: str) -> tuple[str, ...]:
    """The letters that typst had no typeface for, each once, as it tells of them."""
    told = (ESCAPED.sub(_as_letter, one) for one in UNSHOWN.findall(diagnostic))
    return tuple(dict.fromkeys("".join(told)))


def _as_letter(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def needs_han(letters: Iterable[str]) -> bool:
    """Whether the optional typeface for Chinese, Japanese and Korean would show one of these."""
    names = (unicodedata.name(one, "") for one in letters)
    return not _folder(HAN_PACKAGE) and any(name.startswith(HAN_NAMES) for name in names)
