"""Hosts at the door: large buttons, nothing that hosts may not know, each tap kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.language import _
from desktop.store import Store
from desktop.viewings.exchange.candidates import CandidateRow
from desktop.viewings.model import Candidate, ConsequenceGuard
from desktop.viewings.panels.door import DoorScreen
from desktop.viewings.queries.door import door
from desktop.viewings.states import CandidateState, Presence, Want
from desktop.widgets.desk import Desk
from tests.support import steps
from tests.support.clock import Clock
from tests.support.screens import said_by

PEOPLE = (
    CandidateRow(
        7,
        "Boer",
        number="K-7",
        first_name="Johan",
        prefix="de",
        email="johan@zoekt.voorbeeld",
        phone="0600 – 00 00 01",
        street="Parkweg 36",
    ),
    CandidateRow(8, "Bakkali", number="K-8", first_name="Fatima", priority=True, persons=3),
)


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    """A viewing that has just begun, with one visitor who has priority."""
    letting = steps.begin(store, clock, PEOPLE)
    steps.bring(letting, steps.remind)
    clock.move_to(letting.view().viewings[0].starts_at + timedelta(minutes=5))
    return letting


@pytest.fixture
def screen(letting: steps.Letting, desk: Desk, qtbot: QtBot) -> DoorScreen:
    screen = DoorScreen(desk, letting.viewing)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


@pytest.fixture
def tap(screen: DoorScreen, qtbot: QtBot) -> Callable[[str], None]:
    def found(words: str) -> list[QPushButton]:
        buttons = screen.findChildren(QPushButton)
        return [b for b in buttons if b.text().endswith(words) and b.isVisible()]

    def tap(words: str) -> None:
        qtbot.waitUntil(lambda: len(found(words)) == 1)
        qtbot.mouseClick(found(words)[0], Qt.MouseButton.LeftButton)

    return tap


@dataclass(frozen=True)
class Kept:
    """What the database holds of a visitor."""

    presence: Presence
    switched: bool
    want: Want | None
    state: CandidateState


def kept(store: Store, rank: int) -> Kept:
    with store.reading() as session:
        candidate = session.scalars(select(Candidate).where(Candidate.rank == rank)).one()
        invitation = candidate.invitations[0]
        return Kept(invitation.presence, invitation.switched, candidate.want, candidate.state)


def test_R5_the_screen_shows_no_rank_priority_address_or_phone(
    screen: DoorScreen, tap: Callable[[str], None], qtbot: QtBot
) -> None:
    tap("Fatima")
    qtbot.waitUntil(lambda: "Fatima" in said_by(screen))
    buttons = [b.text() for b in screen.findChildren(QPushButton) if b.isVisible()]
    words = "\n".join([said_by(screen), *buttons])
    assert "Johan" in words
    for secret in ("de Boer", "Parkweg", "0600", "zoekt.voorbeeld", _("Priority"), "K-7"):
        assert secret not in words


def test_each_tap_is_kept_at_once(
    screen: DoorScreen, tap: Callable[[str], None], store: Store
) -> None:
    tap("Johan")
    tap(_("Is here"))
    assert kept(store, 7).presence is Presence.PRESENT
    tap(_("Yes"))
    assert kept(store, 7).want is Want.YES
    assert kept(store, 7).state is CandidateState.WANTS


def test_R3_a_host_who_knows_the_visitor_hands_over(
    screen: DoorScreen, tap: Callable[[str], None], store: Store
) -> None:
    tap("Johan")
    tap(_("I know this person"))
    assert kept(store, 7).switched


def test_C3_a_no_with_priority_waits_for_a_colleague_and_the_screen_does_not_tell(
    screen: DoorScreen, tap: Callable[[str], None], store: Store, qtbot: QtBot
) -> None:
    for name in ("Johan", "Fatima"):
        tap(name)
        tap(_("Is here"))
        tap(_("No"))
        # Everybody is asked the same.
        qtbot.waitUntil(
            lambda: _("Visitor: did it have to do with this viewing?") in said_by(screen)
        )
        tap(_("Yes"))
    assert kept(store, 7).want is Want.NO
    assert kept(store, 8).want is None
    with store.reading() as session:
        guard = session.scalars(select(ConsequenceGuard)).one()
        assert guard.caused_by_tour
        assert not guard.counts
    assert _("This candidate has priority.") not in said_by(screen)


def words_on(screen: DoorScreen) -> set[str]:
    return {b.text() for b in screen.findChildren(QPushButton) if b.isVisible()}


def test_the_next_visitor_neither_sees_nor_changes_the_answer_before(
    screen: DoorScreen, tap: Callable[[str], None], store: Store, qtbot: QtBot
) -> None:
    tap("Johan")
    tap(_("Is here"))
    tap(_("No"))
    qtbot.waitUntil(lambda: _("Visitor: did it have to do with this viewing?") in said_by(screen))
    tap(_("No"))
    tap(_("Done, next visitor"))
    qtbot.waitUntil(lambda: any(w.startswith("✓") for w in words_on(screen)))
    tap("Johan")
    qtbot.waitUntil(lambda: _("This visitor is done.") in said_by(screen))
    assert not {_("Yes"), _("No"), _("Is here")} & words_on(screen)
    assert kept(store, 7).want is Want.NO


def test_an_answer_stays_hidden_when_the_screen_is_opened_again(
    screen: DoorScreen,
    tap: Callable[[str], None],
    letting: steps.Letting,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    for name in ("Johan", "Fatima"):
        tap(name)
        tap(_("Is here"))
        tap(_("I am thinking about it"))
    again = DoorScreen(desk, letting.viewing)
    qtbot.addWidget(again)
    again.show()
    assert _("Everybody has been.") in said_by(again)
    assert sum(words.startswith("✓") for words in words_on(again)) == 2


def test_R5_a_no_looks_the_same_with_and_without_priority(
    letting: steps.Letting, store: Store
) -> None:
    steps.save_report(
        letting,
        *(
            steps.came(invitation, Want.NO, caused_by_tour=False)
            for invitation in letting.invitations.values()
        ),
    )
    with store.reading() as session:
        assert {v.want for v in door(session, letting.viewing).visitors} == {Want.NO}


def test_what_is_not_asked_at_the_door_stays(
    screen: DoorScreen, tap: Callable[[str], None], letting: steps.Letting, store: Store
) -> None:
    steps.save_report(letting, steps.came(letting.invitations[7], None, money_asked=True))
    tap("Johan")
    tap(_("Is here"))
    tap(_("Yes"))
    with store.reading() as session:
        candidate = session.scalars(select(Candidate).where(Candidate.rank == 7)).one()
        assert candidate.money_asked
