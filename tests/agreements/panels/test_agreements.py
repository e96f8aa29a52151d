"""The list of agreements and the screen of the chosen one, as an adviser works with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.agreement_rows import Filter
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.dialogs.agreement import change_agreement_facts
from desktop.agreements.panels.dialogs.version import VersionEditor
from desktop.agreements.queries.advices import advices
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.states import AgreementState, Light, PositionValue
from desktop.pictures import LAYOUT_TURNS
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words
from tests.support.beleid import PLAIN_TEXT, Table
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.screens import cut_off, out_of_reach, said_by, unnamed

View = Callable[[], AgreementView]


@pytest.fixture
def panel(desk: Desk, table: Table, qtbot: QtBot) -> AgreementsPanel:
    """On view: the first agreement of the year."""
    table.add("Buurtkamer in Oosterhof", "LEE")
    cycle = ChosenCycle(desk)
    panel = AgreementsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 590)
    panel.show()
    return panel


@pytest.fixture
def view(table: Table, desk: Desk) -> View:
    """Reads the first agreement again."""

    def read() -> AgreementView:
        with desk.reading() as session:
            return agreement_view(session, table.agreement, desk.today())

    return read


def titles(panel: AgreementsPanel) -> list[str]:
    return [row.title for row in panel.list.rows]


def page(panel: AgreementsPanel, key: str) -> None:
    panel.agreement.show_page(key)
    # Words over several lines get their height only after their width.
    for _turn in range(LAYOUT_TURNS):
        QApplication.processEvents()


# The list ----------------------------------------------------------------------------------------


def test_the_first_agreement_is_on_view(panel: AgreementsPanel, table: Table) -> None:
    assert panel.list.chosen_id == table.agreement
    assert PLAIN_TEXT in said_by(panel)


@pytest.mark.parametrize("words", ["buurtkamer", "leefbaarheid", "lee-01"])
def test_it_is_found_by_title_theme_and_code(
    panel: AgreementsPanel, words: str, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.list.filter, words)
    assert titles(panel) == ["Buurtkamer in Oosterhof"]


def test_it_is_found_by_a_party_that_does_something(panel: AgreementsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.list.filter, "samen morgenveld")
    assert titles(panel) == ["60 nieuwe sociale huurwoningen"]


def test_a_theme_has_a_count_and_shows_its_own(panel: AgreementsPanel, table: Table) -> None:
    panel.show_only.set_value(Filter(theme_id=table.theme("LEE")))
    assert titles(panel) == ["Buurtkamer in Oosterhof"]
    shown = panel.show_only.findChild(type(panel.show_only.inner))
    assert shown is not None
    assert "Leefbaarheid (1)" in shown.currentText()  # type: ignore[attr-defined]


def test_what_is_not_agreed_yet_can_be_listed(panel: AgreementsPanel, table: Table) -> None:
    table.agree(table.clause)
    QApplication.processEvents()
    panel.show_only.set_value(Filter(not_agreed=True))
    assert titles(panel) == ["Buurtkamer in Oosterhof"]


def test_a_new_agreement_is_chosen_and_its_text_asked(
    panel: AgreementsPanel, table: Table, qtbot: QtBot
) -> None:
    asked(panel.list, "Nieuwe afspraak…", qtbot, {"title": "Woningen voor ouderen"})
    assert panel.list.chosen_id is not None
    assert panel.agreement.view is not None
    assert panel.agreement.view.title == "Woningen voor ouderen"
    assert "Nog geen tekst" in said_by(panel)


def test_an_agreement_without_a_title_is_refused_at_its_field(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    dialog = asked(panel.list, "Nieuwe afspraak…", qtbot, {})
    assert refusal_at(dialog, "title")


def test_an_agreement_is_changed(panel: AgreementsPanel, view: View) -> None:
    change_agreement_facts(panel._desk, view(), panel)
    dialog = opened(panel)
    fill(dialog, {"title": "Nieuwbouw in het Havenkwartier", "district": "Havenkwartier"})
    dialog.do()
    assert "Nieuwbouw in het Havenkwartier" in said_by(panel)
    assert view().district == "Havenkwartier"


def test_a_new_agreement_that_is_undone_leaves_the_list(
    panel: AgreementsPanel, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    asked(panel.list, "Nieuwe afspraak…", qtbot, {"title": "Woningen voor ouderen"})
    desk.store.undo(desk.who)
    QApplication.processEvents()
    assert "Woningen voor ouderen" not in titles(panel)
    assert panel.agreement.view is not None
    assert panel.agreement.view.id == table.agreement


# The text ----------------------------------------------------------------------------------------


def test_the_changes_of_a_new_version_show_as_it_is_typed(
    panel: AgreementsPanel, view: View, qtbot: QtBot
) -> None:
    page(panel, "text")
    press(panel.agreement.text, "Nieuwe versie…", qtbot)
    dialog = opened(panel)
    text = view().clauses[0].text
    fill(dialog, {"text": text[:-1] + ", als de grond vóór 1 april bouwrijp is."})
    editor = dialog.findChild(VersionEditor)
    assert editor is not None
    changed = [piece.text for piece in editor.text_change.pieces if piece.kind.value == "in"]
    assert changed == [", als de grond vóór 1 april bouwrijp is"]
    dialog.do()
    assert [clause.number for clause in view().clauses] == [1, 2]
    assert panel.agreement.text.chosen is not None
    assert panel.agreement.text.chosen.number == 2


def test_words_of_the_trade_get_a_hint(panel: AgreementsPanel, qtbot: QtBot) -> None:
    page(panel, "text")
    press(panel.agreement.text, "Nieuwe versie…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"plain_text": "De DAEB-woningen blijven onder de aftoppingsgrens."})
    editor = dialog.findChild(VersionEditor)
    assert editor is not None
    assert "aftoppingsgrens" in editor.hints.text()


def test_who_writes_after_somebody_else_keeps_the_text_and_sees_the_other(
    panel: AgreementsPanel, table: Table, view: View, qtbot: QtBot
) -> None:
    page(panel, "text")
    press(panel.agreement.text, "Nieuwe versie…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"text": "Mijn tekst.", "plain_text": "Mijn tekst."})
    table.write(table.agreement, "De tekst van een ander.", "Van een ander.")
    dialog.do()
    assert dialog.isVisible()
    assert "Noor de Vries" in said_by(dialog)
    assert "versie 2" in said_by(dialog)
    dialog.do()
    assert [clause.text for clause in view().clauses][1:] == [
        "De tekst van een ander.",
        "Mijn tekst.",
    ]


def test_an_earlier_version_is_shown_beside_the_one_before(
    panel: AgreementsPanel, table: Table
) -> None:
    table.write(table.agreement, "De corporatie bouwt in 2026 70 nieuwe sociale huurwoningen.")
    page(panel, "text")
    text = panel.agreement.text.text
    assert [p.text for p in text.pieces if p.kind.value != "same"] == ["60", "70"]
    assert "weg: 60" in text.accessibleDescription()
    panel.agreement.text.choose(1)
    assert all(piece.kind.value == "same" for piece in text.pieces)


def test_a_version_is_shared_with_the_parties(
    panel: AgreementsPanel, view: View, qtbot: QtBot
) -> None:
    page(panel, "text")
    press(panel, "Deel met partijen…", qtbot)
    opened(panel).do()
    assert view().clauses[-1].shared_on == date(2026, 11, 23)
    assert "Overlegwet, art. 3 lid 2 l" in said_by(panel)


def test_a_condition_needs_its_words(panel: AgreementsPanel, qtbot: QtBot) -> None:
    page(panel, "text")
    dialog = asked(panel, "Standpunt van Morgenwonen", qtbot, {"value": PositionValue.AGREES_IF})
    assert refusal_at(dialog, "remark")
    fill(dialog, {"remark": "alleen als de grond op tijd klaar is"})
    dialog.do()
    assert "alleen als de grond op tijd klaar is" in said_by(panel)


def test_a_draft_counts_when_the_party_settles_it(
    panel: AgreementsPanel, view: View, qtbot: QtBot
) -> None:
    page(panel, "text")
    asked(panel, "Standpunt van Samen Morgenveld", qtbot, {"draft": True})
    assert view().clauses[-1].positions[0].settled_on is None
    press(panel, "Vastleggen wat Samen Morgenveld vindt", qtbot)
    assert view().clauses[-1].positions[0].settled_on is not None


def test_when_everybody_agrees_the_agreement_says_so(
    panel: AgreementsPanel, view: View, qtbot: QtBot
) -> None:
    page(panel, "text")
    for party in ("Morgenveld", "Morgenwonen", "Samen Morgenveld"):
        asked(panel, f"Standpunt van {party}", qtbot, {})
    assert view().state is AgreementState.AGREED


# Who does what -----------------------------------------------------------------------------------


def test_a_party_does_something_more(panel: AgreementsPanel, view: View, qtbot: QtBot) -> None:
    page(panel, "commitments")
    asked(panel.agreement.commitments, "Toevoegen…", qtbot, {"what": "regelt de vergunning"})
    assert view().commitments[-1].what == "regelt de vergunning"


def test_what_is_done_is_marked_and_can_be_taken_back(
    panel: AgreementsPanel, table: Table, view: View, qtbot: QtBot
) -> None:
    page(panel, "commitments")
    commitments = panel.agreement.commitments
    commitments.table.choose(table.commitments[0])
    press(commitments, "Vandaag gedaan", qtbot)
    assert view().commitments[0].done_on == date(2026, 11, 23)
    press(commitments, "Toch niet gedaan", qtbot)
    assert view().commitments[0].done_on is None


def test_enter_on_a_row_changes_it(
    panel: AgreementsPanel, table: Table, view: View, qtbot: QtBot
) -> None:
    page(panel, "commitments")
    grid = panel.agreement.commitments.table
    grid.choose(table.commitments[1])
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    dialog = opened(panel)
    fill(dialog, {"what": "bouwt 60 woningen"})
    dialog.do()
    assert view().commitments[1].what == "bouwt 60 woningen"


# The whole screen --------------------------------------------------------------------------------


def test_the_trail_and_the_story_tell_what_happened(panel: AgreementsPanel) -> None:
    page(panel, "story")
    assert "versie 1" in said_by(panel.agreement.story)
    page(panel, "history")
    assert panel.agreement.history.table.ids


@pytest.mark.parametrize(
    "key", ["overview", "text", "commitments", "measuring", "story", "history"]
)
def test_every_page_is_whole_and_can_be_reached_by_key(panel: AgreementsPanel, key: str) -> None:
    page(panel, key)
    assert cut_off(panel) == []
    assert unnamed(panel) == []
    assert out_of_reach(panel) == []


def test_nothing_measured_shows_no_light(panel: AgreementsPanel, view: View) -> None:
    assert view().light.light is Light.NM
    assert "Er wordt nog niets gemeten" in said_by(panel)
    assert not is_open(panel)


def test_who_does_what_is_on_view_without_scrolling_on_the_smallest_screen(
    panel: AgreementsPanel,
) -> None:
    page(panel, "overview")
    [heading] = [w for w in panel.findChildren(Words) if w.text() == "Wie doet wat"]
    assert heading.visibleRegion().boundingRect().height() == heading.height()


def test_on_a_low_screen_the_chosen_agreement_gets_the_room_of_the_steps(
    panel: AgreementsPanel,
) -> None:
    assert panel.header.stepper.isVisible()
    QApplication.sendEvent(panel, QResizeEvent(QSize(1334, 460), panel.size()))
    assert panel.header.stepper.isHidden()


# Advice of tenants -------------------------------------------------------------------------------


def test_a_theme_of_the_overlegwet_leads_to_the_request_for_advice(
    panel: AgreementsPanel, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    lines = panel.agreement.overview.consulting
    assert "Verandert het beleid? Dan adviseren huurders eerst." in said_by(lines)
    press(lines, "Advies vragen…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"reasons": "Daarom.", "consequences": "Geen."})
    dialog.do()
    assert "Advies aan huurders gevraagd op 23 november 2026" in said_by(lines)
    with desk.reading() as session:
        [request] = advices(session, table.cycle, desk.today())
    assert (request.topic, request.subject) == ("b", "BES-01 60 nieuwe sociale huurwoningen")


def test_why_no_advice_is_needed_is_said_at_the_agreement(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    lines = panel.agreement.overview.consulting
    menu = lines.other.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    [entry] = [entry for entry in menu.actions() if entry.text() == "Geen advies nodig…"]
    entry.trigger()
    fill(opened(panel), {"without_advice": "Het beleid blijft zoals het is."})
    opened(panel).do()
    assert "Het beleid blijft zoals het is." in said_by(lines)
    assert not lines.ask.isVisible()
