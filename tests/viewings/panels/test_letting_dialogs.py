"""What the dialogs of a letting show and offer, so that nobody gets stuck in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.estate.pins import set_pin
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.store import Store
from desktop.viewings.actions.hosts import set_away
from desktop.viewings.panels.dialogs.candidate import change_candidate
from desktop.viewings.panels.dialogs.choose_hosts import choose_hosts
from desktop.viewings.panels.dialogs.import_candidates import show_import
from desktop.viewings.panels.dialogs.invite import invite
from desktop.viewings.panels.dialogs.new_vacancy import new_vacancy
from desktop.viewings.panels.dialogs.read_decision import read_decision
from desktop.viewings.panels.dialogs.report import enter_report
from desktop.viewings.panels.hosts.instruction import record_instruction
from desktop.viewings.queries.hosts import host_line
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Field
from desktop.widgets.scroll import Scroll
from tests.support import steps
from tests.support.clock import Clock
from tests.support.screens import button, cut_off, said_by


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    return steps.begin(store, clock)


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.show()
    return screen


def opened(screen: QWidget, title: str = "") -> Dialog:
    """The dialog that opened over the screen, with everything in its place."""
    QApplication.processEvents()
    [found] = [d for d in screen.findChildren(Dialog) if title in d.windowTitle() and d.isVisible()]
    return found


def press(dialog: Dialog, words: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(dialog, _(words)), Qt.MouseButton.LeftButton)


def everybody_is_away(letting: steps.Letting) -> None:
    day = letting.shown().starts_at.date()
    for host in letting.hosts:
        set_away(letting.store, letting.author, host, [(day, day)])


@pytest.fixture
def without_pair(letting: steps.Letting, desk: Desk, screen: QWidget) -> Dialog:
    """Choosing hosts for a viewing at which nobody can come."""
    steps.bring(letting, steps.plan)
    everybody_is_away(letting)
    choose_hosts(desk, letting.view(), letting.shown(), screen)
    return opened(screen)


def test_without_a_pair_each_host_has_the_reason_beside_the_name(without_pair: Dialog) -> None:
    choice = without_pair.findChild(QComboBox)
    assert choice is not None
    shown = [choice.itemText(at) for at in range(choice.count())]
    words = f"Ria Smit ({_('is away then')})"
    assert words in shown
    assert words in said_by(without_pair)


def test_without_a_pair_staff_receive_at_one_press(
    letting: steps.Letting, without_pair: Dialog, qtbot: QtBot
) -> None:
    press(without_pair, "Staff receive", qtbot)
    assert letting.shown().staff_hosts


def test_without_a_pair_another_time_is_one_press_away(
    without_pair: Dialog, screen: QWidget, qtbot: QtBot
) -> None:
    press(without_pair, "Other time…", qtbot)
    assert opened(screen, _("Move viewing"))


def test_without_a_pair_no_other_proposal_is_promised(without_pair: Dialog) -> None:
    assert _("Another proposal") not in [b.text() for b in without_pair.findChildren(QPushButton)]


def test_why_a_host_cannot_come_shows_without_scrolling(without_pair: Dialog) -> None:
    choice = without_pair.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(1)
    QApplication.processEvents()
    assert _("{name} is away on this day.").format(name="Ria Smit") in said_by(without_pair)
    assert fits(without_pair)
    assert cut_off(without_pair) == []


def fits(dialog: Dialog) -> bool:
    """Whether all of it shows without scrolling."""
    scroll = dialog.findChild(Scroll)
    assert scroll is not None
    return scroll.verticalScrollBar().maximum() == 0


def test_who_must_be_called_has_a_phone_number(
    letting: steps.Letting, desk: Desk, screen: QWidget
) -> None:
    steps.bring(letting, steps.take_list)
    maria = next(line for line in letting.view().candidates if "Santos" in line.name)
    change_candidate(desk, maria, screen)
    assert "0600 – 00 00 02" in said_by(opened(screen))


@pytest.fixture
def inviting(letting: steps.Letting, desk: Desk, screen: QWidget) -> Dialog:
    steps.bring(letting, steps.hosts_say_yes)
    invite(desk, letting.view(), letting.shown(), screen)
    return opened(screen)


def test_before_it_is_done_nobody_is_said_to_be_invited(inviting: Dialog) -> None:
    words = ngettext("{n} candidate gets an invitation.", "{n} candidates get an invitation.", 4)
    assert words.format(n=4) in said_by(inviting)


def test_rows_stay_where_they_are_when_a_tick_goes(inviting: Dialog) -> None:
    ticks = inviting.findChildren(QCheckBox)
    before = [tick.mapTo(inviting, QPoint()) for tick in ticks]
    ticks[0].setChecked(False)
    QApplication.processEvents()
    assert [tick.mapTo(inviting, QPoint()) for tick in ticks] == before


def test_a_wrong_pin_of_who_reads_along_can_be_read(
    letting: steps.Letting, desk: Desk, screen: QWidget
) -> None:
    steps.bring(letting, steps.submit)
    desk.who = letting.author
    set_pin(letting.store, letting.reader, "2468")
    read_decision(desk, letting.view(), screen)
    dialog = opened(screen)
    assert fits(dialog)
    for key, value in (("verdict", "agree"), ("reader", letting.reader.id), ("pin", "1357")):
        field(dialog, key).input.set_value(value)
    dialog.do()
    QApplication.processEvents()
    assert field(dialog, "pin").refusal
    assert fits(dialog)
    assert cut_off(dialog) == []


def field(dialog: Dialog, key: str) -> Field:
    found = dialog.findChild(Field, key)
    assert found is not None
    return found


def test_the_points_on_the_card_have_a_heading(
    letting: steps.Letting, desk: Desk, screen: QWidget
) -> None:
    steps.bring(letting, steps.report)
    enter_report(desk, letting.view(), letting.shown(), screen)
    assert _("What was explained?") in said_by(opened(screen))


def test_reading_in_a_list_says_beforehand_that_it_closes_the_advert(
    letting: steps.Letting, desk: Desk, screen: QWidget, tmp_path: Path
) -> None:
    steps.bring(letting, steps.publish)
    path = tmp_path / "lijst.csv"
    path.write_text("Volgnummer;Achternaam\n1;Boer\n", encoding="utf-8")
    show_import(desk, letting.view(), path, screen)
    desk.wait_for_jobs()
    dialog = opened(screen)
    until = day_plain(letting.today)
    words = _("The advert runs until {day}. Importing the list closes it.").format(day=until)
    assert words in said_by(dialog)
    said: list[str] = []
    desk.said.connect(said.append)
    dialog.do()
    desk.wait_for_jobs()
    assert until in said[-1]


def test_an_instruction_without_a_day_says_so(
    letting: steps.Letting, desk: Desk, screen: QWidget
) -> None:
    with desk.reading() as session:
        host = host_line(session, letting.hosts[0], desk.now())
    record_instruction(desk, host, screen)
    dialog = opened(screen)
    for key in ("instructed_on", "secrecy_on"):
        field(dialog, key).input.set_value(None)
    dialog.do()
    assert field(dialog, "instructed_on").refusal == _("Fill in at least one of the two days.")


@pytest.mark.parametrize("typed", ["kadeflat 214", "KADEFLAT 214", "flat 214"])
def test_a_dwelling_is_found_by_a_part_of_its_address(
    letting: steps.Letting, desk: Desk, screen: QWidget, typed: str
) -> None:
    made: list[int] = []
    new_vacancy(desk, screen, made.append)
    dialog = opened(screen)
    type_in(dialog, typed)
    dialog.do()
    assert len(made) == 1
    letting.vacancy = made[0]
    assert letting.view().address == "Kadeflat 214"


@pytest.mark.parametrize("typed", ["", "kadeflat", "nergens"])
def test_a_dwelling_that_is_not_clear_is_asked_again(
    letting: steps.Letting, desk: Desk, screen: QWidget, typed: str
) -> None:
    made: list[int] = []
    new_vacancy(desk, screen, made.append)
    dialog = opened(screen)
    type_in(dialog, typed)
    dialog.do()
    assert made == []
    assert field(dialog, "dwelling").refusal == _("Choose a dwelling from the list.")


def type_in(dialog: Dialog, words: str) -> None:
    box = dialog.findChild(QComboBox)
    assert box is not None
    box.setEditText(words)
