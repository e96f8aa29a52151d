from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.theme import Tone
from tests.support.screens import cut_off, said_by


def test_the_stepper_tells_a_screen_reader_where_it_stands(desk: Desk, qtbot: QtBot) -> None:
    stepper = Stepper(
        [
            Step("Opzegging", "3 nov", StepState.DONE),
            Step("Kennismaking", "26 nov", StepState.CURRENT),
            Step("Aanbieding"),
        ]
    )
    qtbot.addWidget(stepper)
    assert stepper.accessibleName() == "Hoe ver het is"
    assert stepper.accessibleDescription() == (
        "Opzegging: klaar, 3 nov; Kennismaking: nu, 26 nov; Aanbieding: komt nog"
    )


def test_the_reason_of_a_button_that_is_off_stands_in_words(desk: Desk, qtbot: QtBot) -> None:
    finish = primary("Kennismaking afronden")
    header = HeaderCard("Kadeflat 214", "68 m²", [secondary("Afdrukken"), finish])
    qtbot.addWidget(header)
    header.show()
    finish.set_reason("Nog niet iedereen heeft een uitkomst.")
    assert "Kennismaking afronden: Nog niet iedereen heeft een uitkomst." in said_by(header)
    finish.set_reason(None)
    assert "Nog niet" not in said_by(header)


def test_other_actions_take_the_place_of_the_old_ones(desk: Desk, qtbot: QtBot) -> None:
    header = HeaderCard("Kadeflat 214", actions=[primary("Uitnodigen")])
    qtbot.addWidget(header)
    header.show()
    shown = primary("Aanbieden")
    header.set_actions([shown])
    header.resize(600, header.sizeHint().height())
    qtbot.waitUntil(shown.isVisible)
    texts = [b.text() for b in header.findChildren(Button) if b.isVisible()]
    assert texts == ["Aanbieden"]
    assert cut_off(header) == []


def test_a_chip_has_its_words_as_name(desk: Desk, qtbot: QtBot) -> None:
    chip = Chip("Vervallen", Tone.RED)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Vervallen"
