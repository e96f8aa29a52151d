"""Tenants at the table: they read, say what they think, ask and put up topics, with large buttons;
nothing counts before they settle it, and nothing of other people is on view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.agreements.actions.agenda import add_item, refuse_item
from desktop.agreements.actions.clauses import share_clause
from desktop.agreements.actions.contacts import add_contact
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.model import AgendaItem, Party, Position, TenantInput
from desktop.agreements.panels.tenants.agenda import AgendaPage
from desktop.agreements.panels.tenants.agreement import AgreementPage, LightCard
from desktop.agreements.panels.tenants.asking import QuestionPage, ReceiptPage
from desktop.agreements.panels.tenants.lists import AgreementsPage
from desktop.agreements.panels.tenants.position import PositionCard
from desktop.agreements.panels.tenants.screen import TenantScreen, tenant_screen
from desktop.agreements.panels.tenants.start import StartPage
from desktop.agreements.states import (
    AgreementState,
    InputChannel,
    InputState,
    MeetingKind,
    PositionValue,
    ReplyDecision,
)
from desktop.agreements.tab import AgreementsTab
from desktop.language import language, use_language
from desktop.language.format import AMSTERDAM, local
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.beleid import PLAIN_TEXT, TEXT, Table
from tests.support.clock import Clock
from tests.support.measured import Year, morgenveld
from tests.support.screens import button, cut_off, dress, out_of_reach, said_by, unnamed
from tests.support.undoing import nothing_to_undo

FINGER = 44  # pixels: the smallest thing that a finger hits


@pytest.fixture
def lent(desk: Desk, table: Table, qtbot: QtBot) -> Iterator[TenantScreen]:
    """The screen of the talks of 2025, with a text that was shared."""
    share_clause(table.store, table.who, table.clause)
    yield shown(desk, table.cycle, qtbot)
    use_language("nl")


def shown(desk: Desk, cycle: int, qtbot: QtBot) -> TenantScreen:
    screen = tenant_screen(desk, cycle)
    assert screen is not None
    qtbot.addWidget(screen)
    screen.resize(1270, 670)
    screen.show()
    QApplication.processEvents()
    return screen


def tap(screen: TenantScreen, words: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(button(screen.page, words), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def position_card(screen: TenantScreen) -> PositionCard:
    assert isinstance(screen.page, AgreementPage)
    return screen.page.position


# Reading ----------------------------------------------------------------------------------------


def test_the_start_has_three_large_buttons_and_what_is_new(
    lent: TenantScreen, table: Table
) -> None:
    assert isinstance(lent.page, StartPage)
    names = [one.accessibleName() for one in lent.page.three]
    assert names == ["Wat is er afgesproken?", "Hoe staat het ervoor?", "Wat vroegen wij?"]
    assert all(one.height() >= 100 for one in lent.page.three)
    assert "Dit is uw eerste bezoek." in said_by(lent)


def test_an_agreement_is_in_plain_words_until_somebody_wants_the_whole_text(
    lent: TenantScreen, qtbot: QtBot
) -> None:
    tap(lent, "Wat is er afgesproken?", qtbot)
    tap(lent, "60 nieuwe sociale huurwoningen", qtbot)
    assert PLAIN_TEXT in said_by(lent)
    assert TEXT not in said_by(lent)
    tap(lent, "De hele tekst", qtbot)
    assert TEXT in said_by(lent)
    tap(lent, "Terug", qtbot)
    assert isinstance(lent.page, AgreementsPage)


def test_a_visit_counts_once_somebody_looked_further(
    lent: TenantScreen, table: Table, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    def seen_on() -> date | None:
        with table.store.reading() as session:
            return session.get_one(Party, table.tenants).seen_on

    assert seen_on() is None
    tap(lent, "Wat is er afgesproken?", qtbot)
    assert seen_on() == date(2026, 11, 23)
    tap(lent, "Naar het begin", qtbot)
    assert "Dit is uw eerste bezoek." in said_by(lent)
    clock.move_to(datetime(2026, 12, 7, 19, tzinfo=AMSTERDAM))
    clause = table.write(table.agreement, "De corporatie bouwt 50 woningen.", "Er komen er 50.")
    share_clause(table.store, table.who, clause)
    later = shown(desk, table.cycle, qtbot)
    assert "Nieuw sinds 23 november 2026" in said_by(later)
    tap(later, "7 dec · nieuwe tekst: 60 nieuwe sociale huurwoningen", qtbot)
    assert "Er komen er 50." in said_by(later)
    tap(later, "Terug", qtbot)
    assert isinstance(later.page, StartPage)


def test_how_it_goes_has_light_sentence_chart_and_why(desk: Desk, year: Year, qtbot: QtBot) -> None:
    screen = shown(desk, year.cycle, qtbot)
    tap(screen, "Hoe staat het ervoor?", qtbot)
    assert "Het gaat niet zoals afgesproken." in said_by(screen)
    tap(screen, "Afspraak BES-02: Niet op koers", qtbot)
    card = screen.page.findChild(LightCard)
    assert card is not None
    assert "Gemeten op 1 juli 2026: 57." not in said_by(screen)
    tap(screen, "Waarom?", qtbot)
    assert "Gemeten op 1 juli 2026: 57." in said_by(screen)
    assert "De partijen moeten dit nog uitleggen." in said_by(screen)


@pytest.fixture
def year(desk: Desk, clock: Clock) -> Year:
    clock.move_to(datetime(2026, 7, 15, 19, 30, tzinfo=AMSTERDAM))
    return morgenveld(desk.store)


def test_a_text_that_was_not_shared_is_not_on_view(desk: Desk, table: Table, qtbot: QtBot) -> None:
    screen = shown(desk, table.cycle, qtbot)
    screen.show_agreement(table.agreement)
    assert PLAIN_TEXT not in said_by(screen)
    assert "Er is nog geen tekst om te lezen." in said_by(screen)


def test_a_year_without_tenants_has_no_screen(desk: Desk, table: Table) -> None:
    assert tenant_screen(desk, 999) is None


def test_the_tab_lends_the_screen_of_the_year_that_is_chosen(
    desk: Desk, table: Table, qtbot: QtBot
) -> None:
    tab = AgreementsTab(desk)
    qtbot.addWidget(tab)
    screen = tab.tenant_screen()
    assert isinstance(screen, TenantScreen)
    qtbot.addWidget(screen)
    screen.show()
    assert "De afspraken voor 2026" in said_by(screen)


def test_a_tab_without_a_year_has_nothing_to_lend(desk: Desk, qtbot: QtBot) -> None:
    tab = AgreementsTab(desk)
    qtbot.addWidget(tab)
    assert tab.tenant_screen() is None


# A position -------------------------------------------------------------------------------------


def kept(table: Table) -> list[tuple[PositionValue, str, bool]]:
    with table.store.reading() as session:
        return [
            (one.value, one.remark, one.settled_on is not None)
            for one in session.scalars(select(Position))
        ]


def test_a_position_is_a_draft_until_the_contact_settles_it(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    lent.show_agreement(table.agreement)
    tap(lent, "Wij zijn akkoord", qtbot)
    tap(lent, "Bewaar als concept", qtbot)
    assert kept(table) == [(PositionValue.AGREES, "", False)]
    tap(lent, "Vastleggen", qtbot)
    assert "Bent u de contactpersoon" in said_by(lent)
    tap(lent, "Nee, nog niet", qtbot)
    assert kept(table) == [(PositionValue.AGREES, "", False)]
    tap(lent, "Vastleggen", qtbot)
    tap(lent, "Ja, leg het vast", qtbot)
    assert kept(table) == [(PositionValue.AGREES, "", True)]
    assert "Vastgelegd op 23 november 2026." in said_by(lent)


@pytest.mark.parametrize("words", ["Wij zijn akkoord als …", "Wij zijn niet akkoord"])
def test_a_condition_and_a_no_need_words(
    lent: TenantScreen, table: Table, qtbot: QtBot, words: str
) -> None:
    lent.show_agreement(table.agreement)
    tap(lent, words, qtbot)
    tap(lent, "Bewaar als concept", qtbot)
    assert kept(table) == []
    assert position_card(lent).form.fields["remark"].refusal
    position_card(lent).form.set_value("remark", "Alleen als de grond klaar is.")
    tap(lent, "Bewaar als concept", qtbot)
    [(_value, remark, settled)] = kept(table)
    assert remark == "Alleen als de grond klaar is."
    assert not settled


def test_a_draft_of_the_tenants_does_not_make_an_agreement_agreed(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    from desktop.agreements.actions.clauses import take_position

    for party in (table.municipality, table.corporation):
        take_position(table.store, table.who, table.clause, party, PositionValue.AGREES)
    lent.show_agreement(table.agreement)
    tap(lent, "Wij zijn akkoord", qtbot)
    tap(lent, "Bewaar als concept", qtbot)
    assert table.state() is AgreementState.TALKS
    lent.start()
    tap(lent, "1 standpunt vastleggen", qtbot)
    tap(lent, "60 nieuwe sociale huurwoningen: Wij zijn akkoord", qtbot)
    tap(lent, "Vastleggen", qtbot)
    tap(lent, "Ja, leg het vast", qtbot)
    assert table.state() is AgreementState.AGREED


# A question -------------------------------------------------------------------------------------


def question(screen: TenantScreen, text: str, qtbot: QtBot) -> QuestionPage:
    tap(screen, "Vraag of wens", qtbot)
    page = screen.page
    assert isinstance(page, QuestionPage)
    page.form.set_value("text", text)
    return page


def test_a_question_gets_a_number_and_keeps_nobody(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    page = question(lent, "Kan de lift sneller?", qtbot)
    page.form.set_value("place", "Havenflat")
    tap(lent, "Versturen", qtbot)
    assert isinstance(lent.page, ReceiptPage)
    assert lent.page.number.text() == "INB-01"
    with table.store.reading() as session:
        [asked] = session.scalars(select(TenantInput))
        assert (asked.text, asked.place, asked.channel, asked.state) == (
            "Kan de lift sneller?",
            "Havenflat",
            InputChannel.DESK,
            InputState.RECEIVED,
        )


def test_a_phone_number_is_pointed_out_and_may_stay_when_somebody_says_so(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    page = question(lent, "Bel mij op 06 12345678.", qtbot)
    tap(lent, "Versturen", qtbot)
    assert "telefoonnummer" in page.warning.text()
    with table.store.reading() as session:
        assert session.scalars(select(TenantInput)).all() == []
    page.form.set_value("text", "Bel mij eens.")
    assert page.warning.isHidden()
    page.form.set_value("text", "Bel mij op 06 12345678.")
    tap(lent, "Versturen", qtbot)
    tap(lent, "Het mag blijven: verstuur zo", qtbot)
    assert isinstance(lent.page, ReceiptPage)


def test_an_empty_question_is_refused_where_it_is(lent: TenantScreen, qtbot: QtBot) -> None:
    page = question(lent, "   ", qtbot)
    tap(lent, "Versturen", qtbot)
    assert lent.page is page
    assert page.form.fields["text"].refusal


def test_without_a_printer_the_number_is_written_down(
    lent: TenantScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    question(lent, "Kan de lift sneller?", qtbot)
    tap(lent, "Versturen", qtbot)
    tap(lent, "Print mijn nummer", qtbot)
    assert "printer" in said_by(lent)


def test_what_was_asked_shows_the_answer_and_why(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    store, who = table.store, table.who
    asked = add_input(store, who, table.cycle, "Maak parkeren gratis.", InputChannel.WALK)
    add_input(store, who, table.cycle, "Wanneer is mijn straat aan de beurt?", InputChannel.WALK)
    reply_to(store, who, asked, ReplyDecision.NOT, "De wijk betaalt hieruit.", table.municipality)
    tap(lent, "Wat vroegen wij?", qtbot)
    assert "De wijk betaalt hieruit." in said_by(lent)
    assert "U hoort uiterlijk 4 januari 2027 van ons." in said_by(lent)


# A topic ----------------------------------------------------------------------------------------


def test_a_topic_is_marked_as_put_up_by_tenants(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    day = local(table.store.now()).date() + timedelta(days=9)
    meeting = plan_meeting(table.store, table.who, table.cycle, day, MeetingKind.TRIPARTITE)
    old = add_item(table.store, table.who, meeting, "Parkeren", table.tenants)
    refuse_item(table.store, table.who, old, "Dit hoort bij de wijk.")
    tap(lent, "Onderwerp voor de agenda", qtbot)
    assert "Staat niet op de agenda. Waarom: Dit hoort bij de wijk." in said_by(lent)
    page = lent.page
    assert isinstance(page, AgendaPage)
    page.form.set_value("title", "Woonlasten na isolatie")
    tap(lent, "Breng in", qtbot)
    assert "ingebracht door huurders" in said_by(lent)
    assert "Wacht op antwoord." in said_by(lent)
    with table.store.reading() as session:
        newest = session.scalars(select(AgendaItem).order_by(AgendaItem.id.desc())).first()
        assert newest is not None
        assert (newest.title, newest.proposed_by_id, newest.accepted) == (
            "Woonlasten na isolatie",
            table.tenants,
            None,
        )


def test_without_a_meeting_no_topic_can_be_put_up(lent: TenantScreen, qtbot: QtBot) -> None:
    tap(lent, "Onderwerp voor de agenda", qtbot)
    assert "Er is nog geen overleg gepland." in said_by(lent)


# In the hands of tenants --------------------------------------------------------------------------


def test_nothing_of_other_people_is_on_view(lent: TenantScreen, table: Table, qtbot: QtBot) -> None:
    add_contact(
        table.store, table.who, table.tenants, "voorzitter", "Ans Jansen", "ans@voorbeeld.nl"
    )
    add_input(table.store, table.who, table.cycle, "Kan de lift sneller?", InputChannel.WALK)
    for page in ("agreed", "going", "asked", "question", "topic", "drafts"):
        lent.open(page)
        words = said_by(lent)
        assert "Ans" not in words
        assert "@" not in words
        assert table.who.name not in words
    lent.show_agreement(table.agreement)
    assert table.who.name not in said_by(lent)


def test_what_a_tenant_did_is_not_the_next_ones_to_undo(
    lent: TenantScreen, table: Table, qtbot: QtBot
) -> None:
    question(lent, "Kan de lift sneller?", qtbot)
    tap(lent, "Versturen", qtbot)
    assert nothing_to_undo(table.store, table.who)


def test_the_screen_speaks_english_and_gives_the_staff_their_dutch_back(
    lent: TenantScreen, qtbot: QtBot
) -> None:
    page = lent.page
    assert isinstance(page, StartPage)
    page.languages.choose("en")
    QApplication.processEvents()
    assert "The agreements for 2026" in said_by(lent)
    lent.hide()
    assert language() == "nl"
    lent.show()
    assert language() == "en"


@pytest.mark.parametrize("large", [False, True])
def test_every_page_fits_and_every_button_is_for_a_finger(
    desk: Desk, table: Table, qtbot: QtBot, qapp: QApplication, large: bool
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large))
    share_clause(table.store, table.who, table.clause)
    day = local(table.store.now()).date() + timedelta(days=9)
    plan_meeting(table.store, table.who, table.cycle, day, MeetingKind.TRIPARTITE)
    screen = shown(desk, table.cycle, qtbot)
    for page in ("start", "agreed", "going", "asked", "question", "topic", "drafts", "one"):
        if page == "one":
            screen.show_agreement(table.agreement)
        elif page != "start":
            screen.open(page)
        QApplication.processEvents()
        assert cut_off(screen.page) == [], page
        assert unnamed(screen.page) == [], page
        assert out_of_reach(screen.page) == [], page
        for one in screen.page.findChildren(QAbstractButton):
            if one.isVisible() and one.text():
                assert one.height() >= FINGER, f"{page}: {one.text()}"
