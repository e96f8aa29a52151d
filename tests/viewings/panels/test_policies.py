"""Werkwijzen as staff use it: what residents do in a complex, version by version."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.viewings.actions.policies import change_policy
from desktop.viewings.panels.policies.editor import Editor
from desktop.viewings.panels.policies.panel import PoliciesPanel
from desktop.viewings.panels.policies.rows_input import RowsInput
from desktop.viewings.queries.policies import PilotRow, PolicyView, pilot_of, policy_view
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.states import Level, PilotRole, UrgencyPolicy
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.screens import button, cut_off, said_by
from tests.support.world import World, make_world


@pytest.fixture
def world(store: Store, who: Actor) -> World:
    return make_world(store, who)


@pytest.fixture
def panel(desk: Desk, world: World, qtbot: QtBot) -> PoliciesPanel:
    """On view: the fixed version of Kadeflat."""
    panel = PoliciesPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1334, 660)
    panel.show()
    panel.list.choose(world.kadeflat)
    return panel


@pytest.fixture
def draft(panel: PoliciesPanel, qtbot: QtBot) -> Editor:
    """A new version of Kadeflat, on view."""
    press(panel, "Nieuwe versie", qtbot)
    assert panel.version.editor is not None
    return panel.version.editor


def press(screen: QWidget, words: str, qtbot: QtBot) -> None:
    """Press a button; what was just made is on view first."""
    QApplication.processEvents()
    qtbot.mouseClick(button(screen, words), Qt.MouseButton.LeftButton)


def fill(screen: QWidget, **values: object) -> Dialog:
    """Fill in the fields of the newest dialog and press its button."""
    asked = screen.findChildren(Dialog)[-1]
    form = asked.findChild(Form)
    assert form is not None
    for key, value in values.items():
        form.set_value(key, value)
    asked.do()
    return asked


def kept(panel: PoliciesPanel, desk: Desk) -> PolicyView:
    """The version on view as it is written down."""
    assert panel.version.policy_id is not None
    with desk.reading() as session:
        return policy_view(session, panel.version.policy_id)


def write(editor: Editor, **values: Any) -> None:
    """Fill in fields, as typed, and wait no longer than needed until they are kept."""
    for key, value in values.items():
        editor.fields[key].input.set_value(value)
    editor.keep()


def agreed(day: date) -> dict[str, Any]:
    return {"corporation_agreed_on": day, "tenants_agreed_on": day}


def test_the_list_says_which_way_of_working_counts(panel: PoliciesPanel) -> None:
    rows = {row.title: row for row in panel.list.rows}
    assert rows["Kadeflat"].chip_text == "Geldt nu"
    assert rows["Kadeflat"].right_text == "versie 3"


def test_a_fixed_version_is_only_to_read(panel: PoliciesPanel) -> None:
    words = said_by(panel.version)
    assert "De kandidaat beslist, de volgorde blijft." in words
    assert "1. welkom en wie wij zijn" in words
    assert panel.version.editor is None
    assert panel.version.findChildren(QLineEdit) == []


def test_a_new_version_begins_as_a_copy_without_the_agreements(
    panel: PoliciesPanel, desk: Desk, draft: Editor
) -> None:
    view = kept(panel, desk)
    assert view.row.number == 4
    assert len(view.values["points"]) == 8
    assert view.values["corporation_agreed_on"] is None


def test_what_is_typed_is_kept_by_itself(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    draft.fields["advert_nl"].input.set_value("Bewoners laten u de woning zien.")
    qtbot.waitUntil(
        lambda: kept(panel, desk).values["advert_nl"] == "Bewoners laten u de woning zien."
    )


def test_going_to_another_complex_keeps_what_was_just_typed(
    panel: PoliciesPanel, desk: Desk, draft: Editor, world: World
) -> None:
    policy_id = panel.version.policy_id
    assert policy_id is not None
    draft.fields["day_budget"].input.set_value(5)
    panel.list.choose(world.havenflat)
    with desk.reading() as session:
        assert policy_view(session, policy_id).values["day_budget"] == 5
    assert panel.version.policy_id != policy_id


def test_going_to_another_part_of_the_tab_keeps_what_was_just_typed(
    panel: PoliciesPanel, desk: Desk, draft: Editor
) -> None:
    draft.fields["day_budget"].input.set_value(5)
    panel.hide()
    assert kept(panel, desk).values["day_budget"] == 5


def test_a_day_that_cannot_be_read_holds_up_fixing(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    write(draft, corporation_agreed_on=desk.today())
    typed = draft.fields["tenants_agreed_on"].findChild(QLineEdit)
    assert typed is not None
    qtbot.keyClicks(typed, "31-31-2026")
    press(panel, "Vastleggen…", qtbot)
    assert panel.findChildren(Dialog) == []
    assert (
        draft.fields["tenants_agreed_on"].refusal == "Dit is geen dag. Typ de dag zo: 26-11-2026."
    )
    assert kept(panel, desk).row.fixed_on is None


def test_what_another_desk_writes_appears_and_what_is_being_typed_stays(
    panel: PoliciesPanel, desk: Desk, draft: Editor
) -> None:
    draft.fields["advert_nl"].input.set_value("Nog niet af")
    assert panel.version.policy_id is not None
    change_policy(desk.store, desk.who, panel.version.policy_id, {"group_max": 3})
    assert draft.fields["group_max"].input.value() == 3
    assert draft.fields["advert_nl"].input.value() == "Nog niet af"


def test_the_level_explains_itself_and_shows_its_criteria(
    panel: PoliciesPanel, draft: Editor
) -> None:
    assert not draft.fields["criteria"].isVisible()
    write(draft, level=Level.B)
    QApplication.processEvents()
    assert draft.fields["criteria"].isVisible()
    assert "medewerkers hebben een objectieve reden en een tweede lezer nodig" in said_by(panel)


def test_a_share_for_priority_asks_the_agreement_of_the_municipality(
    panel: PoliciesPanel, draft: Editor
) -> None:
    write(draft, urgency=UrgencyPolicy.U3)
    assert "Gemeente akkoord op" in said_by(panel)
    needed = "Een aandeel voor voorrang kan alleen met akkoord van de gemeente, met de datum."
    assert button(panel.version.missing, needed).isEnabled()


def test_fixing_is_off_with_the_reason_in_words(panel: PoliciesPanel, draft: Editor) -> None:
    QApplication.processEvents()
    fix = button(panel, "Vastleggen…")
    assert not fix.isEnabled()
    assert fix.toolTip() == "Vul in wanneer de corporatie akkoord ging."
    assert "Vastleggen…: Vul in wanneer de corporatie akkoord ging." in said_by(panel.version)


def test_what_is_missing_jumps_to_its_field(
    panel: PoliciesPanel, draft: Editor, qtbot: QtBot
) -> None:
    panel.activateWindow()
    press(panel.version.missing, "Vul in wanneer de corporatie akkoord ging.", qtbot)
    field = draft.fields["corporation_agreed_on"]
    assert field.isAncestorOf(QApplication.focusWidget())
    assert not field.visibleRegion().isEmpty()


def test_a_complete_version_is_fixed_and_replaces_the_one_before(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    write(draft, corporation_agreed_on=desk.today())
    press(panel, "Vastleggen…", qtbot)
    fill(panel)
    assert kept(panel, desk).row.fixed_on == desk.today()
    assert panel.version.editor is None
    home = next(h for h in panel._homes if h.name == "Kadeflat")
    assert home.versions[1].valid_to == desk.today()


def test_level_c_waits_for_jurist_criteria_number_and_ground(
    panel: PoliciesPanel, draft: Editor, desk: Desk
) -> None:
    write(draft, level=Level.C, **agreed(desk.today()))
    assert {key for key, _sentence in kept(panel, desk).missing} == {
        "criteria",
        "hosts_trained_on",
        "jurist_on",
        "top_n",
        "sharing_ground",
    }
    write(
        draft,
        criteria=[
            {
                "key": "c-1",
                "text_nl": "las de huisregels",
                "text_en": "",
                "fact_nl": "",
                "fact_en": "",
            }
        ],
        hosts_trained_on=desk.today(),
        jurist_name="mr. J. Recht",
        jurist_on=desk.today(),
        top_n=5,
        sharing_ground="samen koken",
    )
    assert kept(panel, desk).missing == ()


def test_points_are_added_moved_and_removed(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    rows = draft.fields["points"].input
    assert isinstance(rows, RowsInput)
    press(rows, "Punt toevoegen", qtbot)
    added = next(
        e for e in rows.findChildren(QLineEdit) if e.accessibleName() == "in het Nederlands, rij 9"
    )
    qtbot.keyClicks(added, "fietsen stallen")
    press(rows, "Omhoog, rij 9", qtbot)
    press(rows, "Weghalen, rij 1", qtbot)
    draft.keep()
    points = [row["text_nl"] for row in kept(panel, desk).values["points"]]
    assert points[-2:] == ["fietsen stallen", "reparaties melden"]
    assert points[0] == "huisregels"
    assert len(points) == 8
    keys = [row["key"] for row in kept(panel, desk).values["points"]]
    assert len(set(keys)) == 8


def test_an_empty_point_is_not_kept(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    rows = draft.fields["points"].input
    press(rows, "Punt toevoegen", qtbot)
    write(draft, group_max=4)
    assert len(kept(panel, desk).values["points"]) == 8


def test_a_new_region_is_added_with_its_source_and_chosen(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    press(draft, "Regio toevoegen…", qtbot)
    fill(
        panel,
        region="Waterstad",
        text_nl="Na één weigering vervalt uw voorrang.",
        source="Huisvestingsverordening Waterstad",
    )
    draft.keep()
    assert "Na één weigering vervalt uw voorrang." in said_by(draft)
    assert kept(panel, desk).values["consequence_id"] is not None


def test_a_region_without_source_is_refused(
    panel: PoliciesPanel, draft: Editor, qtbot: QtBot
) -> None:
    press(draft, "Regio toevoegen…", qtbot)
    asked = fill(panel, region="Waterstad", text_nl="Na één weigering vervalt uw voorrang.")
    assert "Vul in waar u dit las." in said_by(asked)


def test_a_draft_can_be_discarded_and_brought_back(
    panel: PoliciesPanel, desk: Desk, draft: Editor, qtbot: QtBot
) -> None:
    press(panel, "Weggooien", qtbot)
    assert kept(panel, desk).row.number == 3
    desk.store.undo(desk.who)
    assert [row.number for row in panel._home(panel.list.chosen_id or 0).versions] == [4, 3]


def test_a_place_opens_an_older_version(
    panel: PoliciesPanel, draft: Editor, world: World, desk: Desk
) -> None:
    panel.list.choose(world.havenflat)
    panel.show_place(Place("viewings", "policy_version", world.policy))
    assert kept(panel, desk).row.number == 3
    assert panel.list.chosen_id == world.kadeflat


def pilot(desk: Desk, complex_id: int) -> PilotRow:
    with desk.reading() as session:
        found = pilot_of(session, complex_id)
    assert found is not None
    return found


@pytest.fixture
def without_pilot(panel: PoliciesPanel, desk: Desk, qtbot: QtBot) -> int:
    """A complex that does not take part, on view."""
    from desktop.estate.actions import add_complex
    from desktop.estate.facts import ComplexFacts

    complex_id = add_complex(desk.store, desk.who, ComplexFacts(code="PARK", name="Parkflat"))
    panel.list.choose(complex_id)
    return complex_id


def test_a_complex_without_versions_offers_the_first_step(
    panel: PoliciesPanel, desk: Desk, without_pilot: int, qtbot: QtBot
) -> None:
    press(panel, "Eerste versie maken", qtbot)
    assert kept(panel, desk).row.number == 1
    assert panel.version.editor is not None


def test_thresholds_are_fixed_before_the_start_and_stay(
    panel: PoliciesPanel, desk: Desk, without_pilot: int, qtbot: QtBot
) -> None:
    press(panel, "Meedoen…", qtbot)
    fill(panel, starts_on=desk.today() + timedelta(days=30), turnover_percent="7,5")
    assert pilot(desk, without_pilot).role is PilotRole.PILOT
    assert pilot(desk, without_pilot).turnover_percent == 7.5
    press(panel, "Grenzen vastleggen…", qtbot)
    fill(panel)
    assert pilot(desk, without_pilot).thresholds == USUAL_THRESHOLDS
    assert pilot(desk, without_pilot).fixed_on == desk.today()
    assert "Grenzen vastgelegd op" in said_by(panel.version.pilot)


def test_thresholds_that_ask_more_with_help_are_refused_at_the_measure(
    panel: PoliciesPanel, desk: Desk, without_pilot: int, qtbot: QtBot
) -> None:
    press(panel, "Meedoen…", qtbot)
    fill(panel, starts_on=desk.today() + timedelta(days=30))
    press(panel, "Grenzen vastleggen…", qtbot)
    asked = fill(panel, **{"pair_in_time": 40, "pair_in_time.with_help": 60})
    assert asked.isVisible()
    assert pilot(desk, without_pilot).fixed_on is None


def test_thresholds_cannot_be_fixed_once_the_pilot_has_started(
    panel: PoliciesPanel, desk: Desk, without_pilot: int, qtbot: QtBot
) -> None:
    press(panel, "Meedoen…", qtbot)
    fill(panel, starts_on=desk.today())
    QApplication.processEvents()
    fix = button(panel, "Grenzen vastleggen…")
    assert not fix.isEnabled()
    assert "De proef is begonnen." in fix.toolTip()


def test_a_turnover_that_is_no_number_is_refused(
    panel: PoliciesPanel, desk: Desk, without_pilot: int, qtbot: QtBot
) -> None:
    press(panel, "Meedoen…", qtbot)
    asked = fill(panel, starts_on=desk.today() + timedelta(days=30), turnover_percent="veel")
    assert "Dit is geen getal." in said_by(asked)


def test_nothing_is_cut_off_on_the_smallest_screen(panel: PoliciesPanel, draft: Editor) -> None:
    write(draft, level=Level.C, urgency=UrgencyPolicy.U3, participation_required=True)
    QApplication.processEvents()
    assert cut_off(panel) == []


def test_in_large_print_the_editor_keeps_within_the_screen(
    desk: Desk, world: World, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    panel = PoliciesPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1334, 660)
    panel.show()
    press(panel, "Nieuwe versie", qtbot)
    assert panel.version.editor is not None
    write(panel.version.editor, level=Level.C, urgency=UrgencyPolicy.U3)
    QApplication.processEvents()
    assert panel.version.editor.width() <= panel.version.width()
    assert cut_off(panel) == []
