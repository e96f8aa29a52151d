"""The screens of level C: entering what residents nominated, the test of staff, the reader."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.estate.pins import set_pin
from desktop.language import LANGUAGES, _, use_language
from desktop.store import Store
from desktop.viewings.actions.hosts import declare_relation
from desktop.viewings.actions.nominations import agree, pass_test
from desktop.viewings.actions.nominations import enter_nomination as enter
from desktop.viewings.actions.reports import record_criteria
from desktop.viewings.panels.dialogs.enter_nomination import NominationSheet, enter_nomination
from desktop.viewings.panels.dialogs.judge_nomination import judge_nomination, read_nomination
from desktop.viewings.panels.dialogs.offer import make_offer
from desktop.viewings.panels.offers import OffersPart
from desktop.viewings.queries.due import due
from desktop.viewings.rules.nomination import Nominated
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import CriterionAnswer, Level, NominationState, RelationKind
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Field
from desktop.widgets.words import Words
from tests.support import steps
from tests.support.clock import Clock
from tests.support.screens import cut_off, dress, out_of_reach, unnamed
from tests.support.steps import Letting, bring

YES = {"rules": CriterionAnswer.YES}
PIN = "2580"


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    """The viewing is over; residents may nominate one of the first three."""
    begun = steps.begin(store, clock)
    begun.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    return bring(begun, steps.close_viewing)


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.show()
    return screen


def opened(screen: QWidget) -> Dialog:
    QApplication.processEvents()
    [found] = [d for d in screen.findChildren(Dialog) if d.isVisible()]
    return found


def field(dialog: QWidget, key: str) -> Field:
    found = dialog.findChild(Field, key)
    assert found is not None
    return found


def shown(desk: Desk, letting: Letting, qtbot: QtBot) -> OffersPart:
    part = OffersPart(desk)
    qtbot.addWidget(part)
    part.show_view(letting.view())
    return part


def said(part: QWidget) -> str:
    return " ".join(w.text() for w in part.findChildren(Words))


def buttons(part: QWidget) -> set[str]:
    return {b.text() for b in part.findChildren(QPushButton) if b.isVisibleTo(part)}


def entered(letting: Letting, *ranks: int) -> int:
    return enter(
        letting.store,
        letting.author,
        letting.vacancy,
        letting.today,
        letting.hosts[:2],
        [Nominated(letting.candidates[rank], YES) for rank in ranks],
    )


def titles(letting: Letting) -> list[str]:
    with letting.store.reading() as session:
        return [row.title for row in due(session, letting.clock())]


def test_after_the_viewing_the_next_thing_is_the_nomination(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    assert letting.view().next is NextStep.NOMINATE
    assert _("Enter nomination…") in buttons(shown(desk, letting, qtbot))
    assert _("Ask residents whom they nominate for {address}").format(
        address="Kadeflat 214"
    ) in titles(letting)


def test_when_the_extra_days_are_over_the_order_of_the_list_goes_on(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    letting.clock.move_on(days=10)
    assert letting.view().next is NextStep.OFFER
    assert _("Enter nomination…") not in buttons(shown(desk, letting, qtbot))


@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_at_levels_a_and_b_nothing_asks_for_a_nomination(
    store: Store, clock: Clock, level: Level
) -> None:
    letting = steps.begin(store, clock)
    letting.policy_values = {"level": level}
    bring(letting, steps.close_viewing)
    assert letting.view().next is NextStep.OFFER


def test_the_form_of_the_residents_is_entered(
    letting: Letting, desk: Desk, screen: QWidget
) -> None:
    enter_nomination(desk, letting.view(), screen)
    dialog = opened(screen)
    [sheet] = dialog.findChildren(NominationSheet)
    sheet.about.set_value("members", list(letting.hosts[:2]))
    sheet.add_place(None)
    for place, rank in zip(sheet.places, (3, 1), strict=True):
        candidate = next(iter(place.fields))
        place.set_value(candidate, letting.candidates[rank])
        place.set_value("criterion:rules", CriterionAnswer.YES)
    dialog.do()
    [line] = letting.view().nominations
    assert [nominee.rank for nominee in line.nominees] == [3, 1]
    assert letting.view().next is NextStep.TEST_NOMINATION


def test_what_is_missing_is_said_and_what_was_typed_stays(
    letting: Letting, desk: Desk, screen: QWidget
) -> None:
    enter_nomination(desk, letting.view(), screen)
    dialog = opened(screen)
    dialog.do()
    assert "twee bewoners" in field(dialog, "members").refusal
    [sheet] = dialog.findChildren(NominationSheet)
    sheet.about.set_value("members", list(letting.hosts[:2]))
    dialog.do()
    assert field(dialog, "nominees").refusal != ""
    assert set(sheet.about.value("members")) == set(letting.hosts[:2])
    assert letting.view().nominations == ()


def test_what_both_hosts_answered_at_the_viewing_stands_there_already(
    letting: Letting, desk: Desk, screen: QWidget
) -> None:
    for host in letting.hosts[:2]:
        record_criteria(letting.store, letting.author, letting.invitations[2], host, YES)
    record_criteria(letting.store, letting.author, letting.invitations[1], letting.hosts[0], YES)
    record_criteria(
        letting.store,
        letting.author,
        letting.invitations[1],
        letting.hosts[1],
        {"rules": CriterionAnswer.NO},
    )
    enter_nomination(desk, letting.view(), screen)
    [sheet] = opened(screen).findChildren(NominationSheet)
    [place] = sheet.places
    for rank, answer in ((2, CriterionAnswer.YES), (1, CriterionAnswer.NOT_DISCUSSED)):
        place.set_value("nominees", letting.candidates[rank])
        assert place.value("criterion:rules") is answer


def test_staff_test_it_and_a_colleague_reads_along_with_the_checks_in_view(
    letting: Letting, desk: Desk, screen: QWidget, qtbot: QtBot
) -> None:
    entered(letting, 3)
    view = letting.view()
    part = shown(desk, letting, qtbot)
    assert "✓" in said(part)
    assert "✗" not in said(part)
    judge_nomination(desk, view, view.nominations[0], screen)
    dialog = opened(screen)
    field(dialog, "verdict").input.set_value("pass")
    field(dialog, "motivation").input.set_value("De antwoorden passen bij de criteria.")
    dialog.do()
    view = letting.view()
    assert view.next is NextStep.READ_NOMINATION
    assert any("voordracht" in title for title in titles(letting))
    set_pin(letting.store, letting.reader, PIN)
    read_nomination(desk, view, view.nominations[0], screen)
    dialog = opened(screen)
    assert "Fatima el Bakkali" in said(dialog)
    field(dialog, "verdict").input.set_value("agree")
    if dialog.findChild(Field, "reader") is not None:
        field(dialog, "reader").input.set_value(letting.reader.id)
        field(dialog, "pin").input.set_value(PIN)
    dialog.do()
    view = letting.view()
    assert view.nominations[0].state is NominationState.AGREED
    assert (view.next, view.next_offer) == (NextStep.OFFER, letting.candidates[3])


def test_what_no_longer_fits_stands_there_with_what_to_do(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    entered(letting, 3)
    declare_relation(
        letting.store,
        letting.author,
        letting.hosts[0],
        RelationKind.FRIEND,
        "Fatima el Bakkali",
        letting.today,
    )
    words = said(shown(desk, letting, qtbot))
    assert "✗" in words
    assert "Laat anderen voordragen." in words


def test_the_offer_proposes_whom_residents_nominated_with_the_reason(
    letting: Letting, desk: Desk, screen: QWidget
) -> None:
    nomination = entered(letting, 2)
    pass_test(letting.store, letting.author, nomination, "Past bij de criteria.")
    agree(letting.store, letting.reader, nomination)
    make_offer(desk, letting.view(), screen)
    dialog = opened(screen)
    assert field(dialog, "candidate").input.value() == letting.candidates[2]
    assert field(dialog, "code").input.value() is PassCode.NOMINATED
    dialog.do()
    assert letting.view().offers[0].candidate_id == letting.candidates[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_of_a_nomination_are_whole_in_large_print_and_reached_by_key(
    letting: Letting, desk: Desk, screen: QWidget, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    use_language(language)
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    entered(letting, 3, 1)
    view = letting.view()
    line = view.nominations[0]
    enter_nomination(desk, view, screen)
    judge_nomination(desk, view, line, screen)
    read_nomination(desk, view, line, screen)
    part = shown(desk, letting, qtbot)
    part.resize(900, 500)
    part.show()
    QApplication.processEvents()
    seen = [part, *(d for d in screen.findChildren(Dialog) if d.isVisible())]
    assert len(seen) == 4
    assert [look(x) for x in seen for look in (cut_off, unnamed, out_of_reach)] == [[]] * 12
