"""The sign of a light on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.widgets import theme
from desktop.widgets.desk import Desk


def shown(qtbot: QtBot, light: Light, pale: bool = False) -> LightSign:
    sign = LightSign(light, pale)
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    sign.show()
    return sign


def colours_of(sign: LightSign) -> set[str]:
    picture = sign.grab().toImage()
    across, down = range(picture.width()), range(picture.height())
    return {QColor(found).name() for found in {picture.pixel(x, y) for x in across for y in down}}


@pytest.mark.parametrize("light", list(Light))
def test_a_screen_reader_hears_the_word(desk: Desk, qtbot: QtBot, light: Light) -> None:
    assert shown(qtbot, light).accessibleName() == word(light)


@pytest.mark.parametrize(
    ("light", "tone"),
    [
        (Light.ON, "green"),
        (Light.RISK, "amber"),
        (Light.OFF, "red"),
        (Light.NM, "grey"),
        (Light.DONE, "blue"),
    ],
)
def test_a_light_is_drawn_in_its_tone_on_its_ground(
    desk: Desk, qtbot: QtBot, light: Light, tone: str
) -> None:
    drawn = colours_of(shown(qtbot, light))
    assert getattr(theme.LIGHT, f"{tone}_soft") in drawn
    assert getattr(theme.LIGHT, tone) in drawn


@pytest.mark.parametrize("light", list(Light))
def test_no_two_lights_look_alike_without_colour(desk: Desk, qtbot: QtBot, light: Light) -> None:
    def grey(of: Light) -> bytes:
        picture = shown(qtbot, of).grab().toImage().copy(0, 0, 22, 20)
        dark = theme.colour("soft").lightness() + 40
        return bytes(
            picture.pixelColor(x, y).lightness() < dark for x in range(22) for y in range(20)
        )

    assert [other for other in Light if grey(other) == grey(light)] == [light]


def test_the_last_known_light_is_pale_and_says_that_it_was(desk: Desk, qtbot: QtBot) -> None:
    sign = shown(qtbot, Light.ON, pale=True)
    assert sign.accessibleName() == f"was: {word(Light.ON).lower()}"
    assert theme.LIGHT.green_soft not in colours_of(sign)


def test_a_sign_can_show_another_light(desk: Desk, qtbot: QtBot) -> None:
    sign = shown(qtbot, Light.ON)
    before = sign.sizeHint().width()
    sign.set(Light.NM)
    assert sign.text() == word(Light.NM)
    assert sign.sizeHint().width() > before
