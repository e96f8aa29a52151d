"""Colours, type and spacing of the program (look.md), light and dark, and the one stylesheet."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.assets import resources

# Spacing goes in steps of 4.
TIGHT, SMALL, MEDIUM, LARGE = 4, 8, 12, 16
GAP = 14  # between cards
RADIUS = 10
FIELD_HEIGHT = 34
ROW_HEIGHT = 44
TOUCH_HEIGHT = 44
NORMAL_PX, LARGE_PRINT_PX = 13, 16
FAMILY = "Inter"


@dataclass(frozen=True)
class Colours:
    """One theme. A word ending in `_soft` is the ground on which its colour is read."""

    ink: str
    soft: str
    line: str
    field_line: str
    paper: str
    canvas: str
    brand: str
    brand_hover: str
    on_brand: str
    brand_soft: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str
    blue: str
    blue_soft: str
    green: str
    green_soft: str
    grey: str
    grey_soft: str


LIGHT = Colours(
    ink="#1d2733",
    soft="#5b6875",
    line="#dfe4e8",
    field_line="#c3cbd2",
    paper="#ffffff",
    canvas="#f4f6f7",
    brand="#0f6b5c",
    brand_hover="#0b5649",
    on_brand="#ffffff",
    brand_soft="#e0f0ec",
    amber="#9a5b00",
    amber_soft="#fdf0da",
    red="#a82a2a",
    red_soft="#fbe6e6",
    blue="#1f5fa8",
    blue_soft="#e4eefa",
    green="#1c7a3d",
    green_soft="#e3f4e8",
    grey="#55626f",
    grey_soft="#e9edf0",
)
DARK = Colours(
    ink="#e8edf1",
    soft="#a9b6c1",
    line="#33404b",
    field_line="#4d5b67",
    paper="#1b242c",
    canvas="#12191f",
    brand="#6fd0ba",
    brand_hover="#8bdcca",
    on_brand="#08231e",
    brand_soft="#173b34",
    amber="#f1bb68",
    amber_soft="#3b2d12",
    red="#f4a3a3",
    red_soft="#452322",
    blue="#96c2f4",
    blue_soft="#1c324b",
    green="#86d5a1",
    green_soft="#183824",
    grey="#b4c0ca",
    grey_soft="#2b3640",
)

# Which text stands on which ground; a test holds each to a contrast of 4.5.
TEXT_ON_GROUND = (
    ("ink", "paper"),
    ("ink", "canvas"),
    ("ink", "brand_soft"),
    ("ink", "grey_soft"),
    ("soft", "paper"),
    ("soft", "canvas"),
    ("soft", "brand_soft"),
    ("brand", "paper"),
    ("brand", "brand_soft"),
    ("on_brand", "brand"),
    ("on_brand", "brand_hover"),
    ("red", "paper"),
    ("amber", "paper"),
    ("amber", "amber_soft"),
    ("red", "red_soft"),
    ("blue", "blue_soft"),
    ("green", "green_soft"),
    ("grey", "grey_soft"),
)


class Scheme(Enum):
    """What the user chose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(Enum):
    """The colour of a state; it always comes with words."""

    GREY = "grey"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    BRAND = "brand"


@dataclass(frozen=True)
class Look:
    """How the program looks at this desk."""

    scheme: Scheme = Scheme.SYSTEM
    large_print: bool = False


_in_use: list[tuple[Colours, int]] = [(LIGHT, NORMAL_PX)]


def colours() -> Colours:
    """The colours in use; ask at every painting, since the system may go dark at any time."""
    return _in_use[0][0]


def colour(name: str) -> QColor:
    return QColor(getattr(colours(), name))


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Text and ground of a tone."""
    return colour(tone.value), colour(f"{tone.value}_soft")


def text_px() -> int:
    """The size of normal text, in pixels."""
    return _in_use[0][1]


def scaled(pixels: int) -> int:
    """A measure that grows with the text, such as the height of a row."""
    return round(pixels * text_px() / NORMAL_PX)


def font(pixels: int = NORMAL_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at a size given for normal print."""
    made = QFont(FAMILY)
    made.setPixelSize(scaled(pixels))
    made.setWeight(weight)
    return made


def is_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def load_fonts() -> None:
    """Make Inter known to Qt; a program without its letters says so at once."""
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(f"font cannot be read: {path}")


def wear(app: QApplication, look: Look) -> None:
    """Give the whole program this look."""
    load_fonts()
    _in_use[0] = (
        DARK if is_dark(look.scheme) else LIGHT,
        LARGE_PRINT_PX if look.large_print else NORMAL_PX,
    )
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(_sheet())


def _palette() -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for name, wanted in (
        ("canvas", (role.Window,)),
        ("paper", (role.Base, role.Button, role.ToolTipBase)),
        ("grey_soft", (role.AlternateBase,)),
        ("ink", (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        ("brand", (role.Highlight, role.Link, role.Accent)),
        ("on_brand", (role.HighlightedText,)),
        ("soft", (role.PlaceholderText,)),
    ):
        for one in wanted:
            made.setColor(one, colour(name))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, colour("soft"))
    return made


def _sheet() -> str:
    values = {f.name: getattr(colours(), f.name) for f in fields(Colours)}
    values |= {
        "radius": RADIUS,
        "heading": scaled(20),
        "section": scaled(15),
        "small": scaled(11),
        "figure": scaled(26),
        "field": scaled(FIELD_HEIGHT) - 2,
        "button": scaled(FIELD_HEIGHT) - 4,
        # What stands on a screen that is touched: a finger is broad.
        "touch": scaled(TOUCH_HEIGHT) - 2,
        "touch_focus": scaled(TOUCH_HEIGHT) - 4,
        "tab": scaled(14),
        "bar_height": scaled(42),
        "icons": (resources() / "icons").as_posix(),
        "dark": "-dark" if colours() is DARK else "",
    }
    # "@name" instead of "{name}": a stylesheet is full of braces.
    sheet = (resources() / "look.qss").read_text("utf-8")
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", str(values[name]))
    return sheet
