"""The tones of a picture, one class name each, in a light and a dark theme."""

from collections.abc import Mapping
from enum import StrEnum


class Theme(StrEnum):
    """On which ground a picture stands."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a shape is painted as: its class name in the SVG."""

    SKIN = "skin"
    SKIN_FAR = "skin-far"
    SKIN_MOVES = "skin-moves"
    SHIRT = "shirt"
    SHIRT_FAR = "shirt-far"
    SHIRT_MOVES = "shirt-moves"
    TROUSERS = "trousers"
    TROUSERS_FAR = "trousers-far"
    TROUSERS_MOVES = "trousers-moves"
    HAIR = "hair"
    HAIR_MOVES = "hair-moves"
    GHOST = "ghost"
    MOUTH = "mouth"
    NAIL = "nail"
    TONGUE = "tongue"
    PAPER = "paper"
    TOP = "top"
    SIDE = "side"
    END = "end"
    SHADOW = "shadow"
    BAND = "band"
    CLOTH = "cloth"
    COLD = "cold"
    WARM = "warm"
    INK = "ink"
    SCREEN = "screen"
    WATER = "water"
    POOL = "pool"
    MARK = "mark"
    FAINT = "faint"
    SHADE = "shade"
    ARROW = "arrow"
    WRONG = "wrong"


FILLS: Mapping[Tone, tuple[str, str]] = {
    Tone.SKIN: ("#d6d0c6", "#9aa19c"),
    Tone.SKIN_FAR: ("#c0bbb2", "#828986"),
    Tone.SKIN_MOVES: ("#2a736d", "#a5efe6"),
    Tone.SHIRT: ("#bdc3bf", "#798481"),
    Tone.SHIRT_FAR: ("#a7aca9", "#616a68"),
    Tone.SHIRT_MOVES: ("#1d6761", "#8de9de"),
    Tone.TROUSERS: ("#9ca5a2", "#606a68"),
    Tone.TROUSERS_FAR: ("#899290", "#4c5754"),
    Tone.TROUSERS_MOVES: ("#155753", "#77e2d6"),
    Tone.HAIR: ("#a9aba6", "#6c7372"),
    Tone.HAIR_MOVES: ("#17605c", "#77e2d6"),
    Tone.GHOST: ("#efece5", "#232b2b"),
    Tone.MOUTH: ("#5b4a46", "#4d3734"),
    Tone.NAIL: ("#e6e1d8", "#e3e6e4"),
    Tone.TONGUE: ("#b98379", "#b07b72"),
    Tone.PAPER: ("#fbfaf7", "#161b1b"),
    Tone.TOP: ("#e9e4d9", "#3a4342"),
    Tone.SIDE: ("#d8d2c4", "#313938"),
    Tone.END: ("#c6bfae", "#293130"),
    Tone.SHADOW: ("#e6e1d6", "#1f2626"),
    Tone.BAND: ("#b8561f", "#f0a26b"),
    Tone.CLOTH: ("#c9a25a", "#e0bd7a"),
    Tone.COLD: ("#5f93b8", "#8fc0e0"),
    Tone.WARM: ("#d9602a", "#ff8f57"),
    Tone.INK: ("#3c4644", "#c4cbc9"),
    Tone.SCREEN: ("#4a5553", "#aab3b1"),
    Tone.WATER: ("#bcd6e2", "#2c4654"),
    Tone.POOL: ("#a9cfe0", "#4f8299"),
    Tone.MARK: ("#1d6761", "#8de9de"),
    Tone.FAINT: ("#b9b4a8", "#5d6967"),
    Tone.ARROW: ("#0f1817", "#f2f5f4"),
    Tone.WRONG: ("#a3302a", "#ff9a90"),
}
FELT = ("#d9602a", "#ff8f57")
RING = ("#ffffff", "#ffffff")
EDGE = ("#a49c8a", "#566160")
GHOST_EDGE = ("#b9b4a8", "#5d6967")
SHADE = ("#0f1817", "#000000")
SHADE_OPACITY = ".13"
POOL_OPACITY = ".3"


def style(theme: Theme) -> str:
    """The text of the one style element of a picture, for this theme."""
    at = 0 if theme is Theme.LIGHT else 1
    fills = [f".{tone}{{fill:{pair[at]}}}" for tone, pair in FILLS.items()]
    return "".join(
        [
            *fills,
            f".{Tone.GHOST}{{stroke:{GHOST_EDGE[at]};stroke-linejoin:round}}",
            f".{Tone.POOL}{{fill-opacity:{POOL_OPACITY}}}",
            f".{Tone.SHADE}{{fill:{SHADE[at]};fill-opacity:{SHADE_OPACITY}}}",
            f".edge{{stroke:{EDGE[at]};stroke-linejoin:round}}",
            f".line{{fill:none;stroke:{FILLS[Tone.ARROW][at]};stroke-linecap:round;"
            "stroke-linejoin:round}",
            f".cord{{fill:none;stroke:{FILLS[Tone.BAND][at]};stroke-linecap:round;"
            "stroke-linejoin:round}",
            f".groove{{fill:none;stroke:{EDGE[at]};stroke-linecap:round}}",
            f".yes{{fill:none;stroke:{FILLS[Tone.SHIRT_MOVES][at]};stroke-linecap:round;"
            "stroke-linejoin:round}",
            f".no{{fill:none;stroke:{FILLS[Tone.WRONG][at]};stroke-linecap:round}}",
            f".felt{{stop-color:{FELT[at]}}}",
            f".ring{{fill:none;stroke:{RING[at]}}}",
        ]
    )
