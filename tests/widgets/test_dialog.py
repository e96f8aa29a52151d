from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.screens import button, is_dead, said_by

CTRL = Qt.KeyboardModifier.ControlModifier


class Planning:
    """A dialog with one field, and what it did."""

    def __init__(self, desk: Desk, refuse: Refused | None = None) -> None:
        self.done: list[str] = []
        self.refuse = refuse
        self.form = Form()
        self.form.text("day", "Dag", "26 nov")
        self.dialog = Dialog(desk, "Kennismaking plannen", self.form, "Plannen", self.work)
        self.dialog.open()

    def work(self) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.done.append(self.form.value("day"))


def test_ctrl_enter_does_it_and_closes(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    planning.dialog.activateWindow()
    qtbot.waitUntil(planning.dialog.isActiveWindow)
    qtbot.keyClick(planning.dialog, Qt.Key.Key_Return, CTRL)
    assert planning.done == ["26 nov"]
    assert is_dead(planning.dialog)


def test_escape_closes_without_doing_it(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    qtbot.keyClick(planning.dialog, Qt.Key.Key_Escape)
    assert planning.done == []
    assert is_dead(planning.dialog)


def test_a_refusal_at_a_field_keeps_the_dialog_and_what_was_typed(desk: Desk) -> None:
    planning = Planning(desk, Refused("Die dag is voorbij.", "day"))
    planning.dialog.do()
    assert planning.dialog.isVisible()
    assert planning.form.fields["day"].refusal == "Die dag is voorbij."
    assert planning.form.value("day") == "26 nov"
    planning.dialog.close()


def test_a_refusal_about_no_field_stands_above_the_buttons(desk: Desk) -> None:
    planning = Planning(desk, Refused("Kies eerst de werkwijze."))
    planning.dialog.do()
    assert "Kies eerst de werkwijze." in said_by(planning.dialog)
    planning.dialog.close()


def test_a_button_that_is_off_says_why_and_ctrl_enter_does_nothing(desk: Desk) -> None:
    planning = Planning(desk)
    planning.dialog.button.set_reason("Kies eerst een dag.")
    planning.dialog.do()
    assert planning.done == []
    assert planning.dialog.button.toolTip() == "Kies eerst een dag."
    assert planning.dialog.button.accessibleDescription() == "Kies eerst een dag."
    planning.dialog.close()


def test_enter_in_a_field_of_one_line_does_it(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    qtbot.keyClick(planning.form.fields["day"].input.inner, Qt.Key.Key_Return)
    assert planning.done == ["26 nov"]
    assert is_dead(planning.dialog)


def test_enter_in_a_field_of_more_lines_begins_a_new_line(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    remark = planning.form.lines("remark", "Opmerking").input.inner
    qtbot.keyClick(remark, Qt.Key.Key_Return)
    assert remark.toPlainText() == "\n"
    assert planning.done == []
    planning.dialog.reject()


def test_enter_presses_the_button_that_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    cancel = button(planning.dialog, "Annuleren")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert planning.done == []
    assert is_dead(planning.dialog)


def test_escape_asks_once_before_it_throws_away_what_was_filled_in(
    desk: Desk, qtbot: QtBot
) -> None:
    planning = Planning(desk)
    planning.form.set_value("day", "27 nov")
    qtbot.keyClick(planning.dialog, Qt.Key.Key_Escape)
    assert planning.dialog.isVisible()
    assert "nog een keer op Escape" in said_by(planning.dialog)
    qtbot.keyClick(planning.dialog, Qt.Key.Key_Escape)
    assert planning.done == []
    assert is_dead(planning.dialog)


def test_escape_asks_again_when_more_was_filled_in(desk: Desk, qtbot: QtBot) -> None:
    planning = Planning(desk)
    for day in ("27 nov", "28 nov"):
        planning.form.set_value("day", day)
        qtbot.keyClick(planning.dialog, Qt.Key.Key_Escape)
        assert planning.dialog.isVisible()
    planning.dialog.reject()
