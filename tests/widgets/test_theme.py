from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.theme import DARK, LIGHT, TEXT_ON_GROUND, Colours, Look, Scheme, Tone


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_can_be_read_on_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_focus_stands_out_from_what_is_around_it(colours: Colours) -> None:
    assert contrast(colours.brand, colours.paper) >= 3
    assert contrast(colours.brand, colours.canvas) >= 3


@pytest.mark.parametrize("tone", list(Tone))
def test_each_tone_is_among_the_pairs_that_are_held_to_the_contrast(tone: Tone) -> None:
    assert (tone.value, f"{tone.value}_soft") in TEXT_ON_GROUND


def test_text_is_inter_of_13_pixels_and_16_in_large_print(qapp: QApplication) -> None:
    theme.wear(qapp, Look(Scheme.LIGHT))
    assert (QFontInfo(QLabel().font()).family(), qapp.font().pixelSize()) == ("Inter", 13)
    theme.wear(qapp, Look(Scheme.LIGHT, large_print=True))
    assert qapp.font().pixelSize() == 16


def test_the_look_follows_the_choice_of_the_user(qapp: QApplication) -> None:
    theme.wear(qapp, Look(Scheme.DARK))
    assert theme.colours() is DARK
    theme.wear(qapp, Look(Scheme.LIGHT))
    assert theme.colours() is LIGHT


def test_without_a_choice_the_look_follows_the_system(qapp: QApplication) -> None:
    theme.wear(qapp, Look(Scheme.SYSTEM))
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.colours() is (DARK if dark else LIGHT)


def test_no_placeholder_is_left_in_the_stylesheet(qapp: QApplication) -> None:
    theme.wear(qapp, Look(Scheme.LIGHT))
    without_comments = qapp.styleSheet().split("*/", 1)[1]
    assert "@" not in without_comments


def test_icons_follow_when_the_system_goes_dark(qapp: QApplication, qtbot: QtBot) -> None:
    theme.wear(qapp, Look(Scheme.LIGHT))
    button = Button("")
    qtbot.addWidget(button)
    button.show_icon("close", "Sluiten")
    button.show()
    light = button.icon().pixmap(20).toImage()
    theme.wear(qapp, Look(Scheme.DARK))
    qtbot.waitUntil(lambda: button.icon().pixmap(20).toImage() != light)
    theme.wear(qapp, Look(Scheme.LIGHT))
