from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.viewings.states import Want
from desktop.widgets.desk import Desk
from desktop.widgets.fields import DateInput, read_day
from desktop.widgets.form import Form


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.text("name", "Naam", "Jan")
    made.lines("remark", "Opmerking")
    made.number("hosts", "Gastheren", 2, least=1, most=4)
    made.date("day", "Dag", date(2026, 11, 26))
    made.time("at", "Tijd", time(14, 20))
    made.choice("want", "Wil de woning", [(Want.YES, "ja"), (Want.NO, "nee")], Want.NO)
    made.check("sure", "Ja, dat klopt")
    made.show()
    return made


def test_a_form_gives_plain_values_by_key(form: Form) -> None:
    assert form.values() == {
        "name": "Jan",
        "remark": "",
        "hosts": 2,
        "day": date(2026, 11, 26),
        "at": time(14, 20),
        "want": Want.NO,
        "sure": False,
    }


def test_each_input_has_its_label_as_name_for_a_screen_reader(form: Form) -> None:
    heard = [field.input.inner.accessibleName() for field in form.fields.values()]
    assert heard == [
        "Naam",
        "Opmerking",
        "Gastheren",
        "Dag",
        "Tijd",
        "Wil de woning",
        "Ja, dat klopt",
    ]


def test_an_error_sentence_is_told_to_a_screen_reader_too(form: Form) -> None:
    form.fields["name"].show_refusal("Vul een naam in.")
    assert form.fields["name"].input.inner.accessibleDescription() == "Vul een naam in."


def test_typing_tells_that_the_form_changed(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(form.fields["name"].input.inner, "x")


def test_tab_goes_from_a_field_with_lines_to_the_next(form: Form, qtbot: QtBot) -> None:
    lines = form.fields["remark"].input.inner
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Tab)
    assert form.value("remark") == ""


@pytest.mark.parametrize(
    "typed", ["26-11-2026", "26/11/2026", "26.11.26", "26-11-26", "2026-11-26"]
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == date(2026, 11, 26)


@pytest.mark.parametrize("typed", ["", "morgen", "31-02-2026", "1-13-2026", "12", "1-2-3-4"])
def test_what_cannot_be_a_day_is_no_day(typed: str) -> None:
    assert read_day(typed) is None


def test_a_day_may_be_empty_and_what_cannot_be_read_is_not_taken_for_empty(
    form: Form, qtbot: QtBot
) -> None:
    day = form.fields["day"].input
    assert isinstance(day, DateInput)
    day.set_value(None)
    assert (day.value(), day.unreadable) == (None, False)
    qtbot.keyClicks(day.inner, "31-02-2026")
    assert (day.value(), day.unreadable) == (None, True)


def test_arrows_go_a_day_further_and_back(form: Form, qtbot: QtBot) -> None:
    day = form.fields["day"].input
    qtbot.keyClick(day.inner, Qt.Key.Key_Up)
    assert day.value() == date(2026, 11, 27)
    qtbot.keyClick(day.inner, Qt.Key.Key_Down)
    assert day.value() == date(2026, 11, 26)


def test_the_calendar_is_in_dutch_begins_on_monday_and_fills_in_the_day(
    form: Form, qtbot: QtBot
) -> None:
    day = form.fields["day"].input
    qtbot.mouseClick(day.findChild(QPushButton), Qt.MouseButton.LeftButton)
    calendar = day.findChild(QCalendarWidget)
    assert calendar.locale().language().name == "Dutch"
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    calendar.clicked.emit(calendar.selectedDate().addDays(5))
    assert day.value() == date(2026, 12, 1)


def rolled_down(over: QWidget) -> QWheelEvent:
    """One click of the mouse wheel towards the user."""
    middle = QPointF(over.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(over.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)
    return event


@pytest.mark.parametrize("key", ["hosts", "day", "at", "want"])
@pytest.mark.parametrize("focused", ["name", "hosts", "day", "at", "want"])
def test_the_wheel_changes_no_field_and_is_left_to_what_scrolls(
    form: Form, key: str, focused: str
) -> None:
    form.fields[focused].setFocus()
    before = form.values()
    rolled = rolled_down(form.fields[key].input.inner)
    assert form.values() == before
    assert not rolled.isAccepted()


def test_fields_beside_each_other_stay_in_line_when_one_is_refused(
    desk: Desk, qtbot: QtBot
) -> None:
    beside = Form()
    qtbot.addWidget(beside)
    beside.row()
    first = beside.text("first", "Voornaam")
    last = beside.text("last", "Achternaam", hint="Zoals op de lijst.")
    beside.end_row()
    beside.show()
    first.show_refusal("Vul een voornaam in van iemand die op de lijst staat.")
    QApplication.processEvents()
    tops = {field.input.mapTo(beside, QPoint()).y() for field in (first, last)}
    assert len(tops) == 1
