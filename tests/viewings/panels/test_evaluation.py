"""The evaluation as a manager reads it: the questions first, and what is behind each figure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.language import use_language
from desktop.language.format import day_plain
from desktop.store import Actor, Store
from desktop.viewings.panels.evaluation.cases import CasesDialog
from desktop.viewings.panels.evaluation.figures import FiguresTable
from desktop.viewings.panels.evaluation.kept import KeptDialog
from desktop.viewings.panels.evaluation.panel import EvaluationPanel
from desktop.viewings.panels.evaluation.types import TypesCard
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.states import OfferAnswer, PilotRole, Route
from desktop.widgets.chart import Chart
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Table
from tests.support.estate import make_organisations
from tests.support.pdf import words_of
from tests.support.pilot import PilotWorld, Visitor
from tests.support.screens import button, cut_off, said_by


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    use_language("en")


@pytest.fixture
def lettings(store: Store, who: Actor) -> None:
    """Twelve lettings by residents in Kadeflat, of which one went to staff, and two elsewhere."""
    with store.act(who, "test.pilot") as act:
        make_organisations(act.session)
        pilot = PilotWorld(act.session)
        kade = pilot.complex("Kadeflat")
        park = pilot.complex("Parkflat", PilotRole.COMPARISON)
        for place in range(12):
            pilot.let(kade, hosts=0 if place == 7 else 2)
        for _letting in range(2):
            refused = Visitor(priority=True, offer=OfferAnswer.REFUSED)
            accepted = Visitor(offer=OfferAnswer.ACCEPTED)
            pilot.let(park, route=Route.STAFF_ONLY, visitors=(refused, accepted))


def shown(desk: Desk, qtbot: QtBot) -> EvaluationPanel:
    panel = EvaluationPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1334, 640)
    panel.show()
    return panel


@pytest.fixture
def panel(desk: Desk, lettings: None, qtbot: QtBot) -> EvaluationPanel:
    panel = shown(desk, qtbot)
    qtbot.waitUntil(lambda: panel.found is not None)
    return panel


def figures(panel: EvaluationPanel, question: str) -> FiguresTable:
    return next(
        table
        for table in panel.findChildren(FiguresTable)
        if table.table.accessibleName().startswith(question)
    )


def test_without_a_pilot_the_screen_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    panel = shown(desk, qtbot)

    qtbot.waitUntil(lambda: bool(panel.findChildren(Empty)))
    qtbot.waitUntil(lambda: "Choose one first" in said_by(panel))


def test_the_questions_come_first_with_verdict_and_counts(panel: EvaluationPanel) -> None:
    said = said_by(panel)

    assert "How does it go for candidates with priority?" in said
    assert "Gallery flat: workable with help" in said
    assert "11 of 12" in said


def test_a_type_has_its_verdict_in_a_chip(panel: EvaluationPanel) -> None:
    assert [chip.text() for chip in panel.findChildren(Chip)] == ["workable with help"]


def test_intervals_are_drawn_and_a_screen_reader_hears_them(panel: EvaluationPanel) -> None:
    charts = panel.findChildren(Chart)

    assert len(charts) == 4
    assert "Kadeflat: 11 of 12" in charts[0].accessibleDescription()


def test_limits_and_planner_stand_on_the_screen(panel: EvaluationPanel) -> None:
    said = said_by(panel)

    assert "The staff of a pilot are keen." in said
    assert "With this turnover you know this in" in said


def test_nothing_is_cut_off_on_the_smallest_screen(panel: EvaluationPanel) -> None:
    assert cut_off(panel) == []


def test_a_figure_opens_the_dwellings_behind_it(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    table = figures(panel, "In which").table
    table.setCurrentIndex(table.model().index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_Return)

    [dialog] = panel.findChildren(CasesDialog)
    counted = [
        dialog.table.model().index(row, 2).data() for row in range(dialog.table.model().rowCount())
    ]
    assert (counted.count("yes"), counted.count("no")) == (11, 1)


def test_a_dwelling_behind_a_figure_opens_in_its_place(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    table = figures(panel, "In which").table
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    [dialog] = panel.findChildren(CasesDialog)
    first = dialog.table.ids[0]
    dialog.table.choose(first)

    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert asked.args == [Place("viewings", "vacancy", first)]


def test_a_figure_without_dwellings_says_so(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    table = figures(panel, "In which").table
    table.setCurrentIndex(table.model().index(0, 2))

    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert said.args == ["There are no dwellings behind this figure."]


def test_the_report_is_made_from_what_is_on_the_screen(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.paper_ready, timeout=20_000) as ready:
        qtbot.mouseClick(button(panel, "Report"), Qt.MouseButton.LeftButton)

    [paper] = ready.args
    assert "Gallery flat: workable with help" in words_of(paper)


def test_what_changes_meanwhile_is_counted_again(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    before = panel.found

    with desk.store.act(desk.who, "test.more") as act:
        PilotWorld(act.session).complex("Sluisflat")

    qtbot.waitUntil(lambda: panel.found is not before)
    assert panel.found is not None
    assert "Sluisflat" in [column.name for column in panel.found.columns]


# Kept ----------------------------------------------------------------------------------------


def test_r14_before_anything_was_kept_the_screen_says_so(panel: EvaluationPanel) -> None:
    assert "Nothing was kept yet" in said_by(panel)


def test_r14_what_is_kept_is_listed_with_its_day_and_opens(
    panel: EvaluationPanel, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(panel, "Keep as it stands"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept_list(panel) is not None)
    table = kept_list(panel)
    assert table is not None
    shown_row = [table.model().index(0, column).data() for column in range(4)]
    assert shown_row[0] == day_plain(desk.today())
    assert shown_row[2:] == ["Kadeflat, Parkflat", desk.who.name]

    table.choose(table.ids[0])
    qtbot.keyClick(table, Qt.Key.Key_Return)

    [dialog] = panel.findChildren(KeptDialog)
    model = dialog.table.model()
    cells = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(30)}
    assert cells["Dwellings for which two hosts were found in time"].startswith("11 of 12")
    assert cut_off(panel) == []


def kept_list(panel: EvaluationPanel) -> Table | None:
    return next(
        (t for t in panel.findChildren(Table) if t.accessibleName() == "Kept earlier"), None
    )


def test_q2_another_trait_shows_its_types_with_their_figures(
    desk: Desk, store: Store, who: Actor, qtbot: QtBot
) -> None:
    with store.act(who, "test.pilot") as act:
        make_organisations(act.session)
        pilot = PilotWorld(act.session)
        for name, facts in (
            ("Kadeflat", {"shared_rooms": "tuin"}),
            ("Sluisflat", {"shared_rooms": "wasruimte"}),
            ("Toren", {}),
        ):
            complex_ = pilot.complex(name, **facts)
            for _letting in range(6):
                pilot.let(complex_)
    panel = shown(desk, qtbot)
    qtbot.waitUntil(lambda: panel.found is not None)
    card = panel.findChild(TypesCard)
    qtbot.waitUntil(lambda: "All complexes are of one type here." in said_by(card))

    card.which.set_value(Trait.SHARED_ROOMS)

    assert "with shared rooms" in said_by(card)
    assert "Kadeflat, Sluisflat" in said_by(card)
    table = card.findChildren(FiguresTable)[-1].table
    headings = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert headings[1:] == ["with shared rooms", "without shared rooms"]
    assert cut_off(panel) == []
    desk.changed.emit(None)
    qtbot.waitUntil(lambda: panel.findChild(TypesCard) is not card)
    assert panel.findChild(TypesCard).which.value() is Trait.SHARED_ROOMS
