"""Questions of tenants on screen: writing them down, answering and telling."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.voices import add_input, reply_to, told
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.voices.panel import VoicesPanel
from desktop.agreements.panels.voices.rows import Which
from desktop.agreements.queries.voices import InputLine, input_line, inputs
from desktop.agreements.states import InputChannel, InputState, ReplyDecision
from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.form import Field
from tests.support.beleid import Table
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.screens import cut_off, said_by

QUESTION = "Wanneer is de lift klaar?"


@pytest.fixture
def panel(desk: Desk, table: Table, qtbot: QtBot) -> VoicesPanel:
    cycle = ChosenCycle(desk)
    panel = VoicesPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 620)
    panel.show()
    return panel


def ask(store: Store, who: Actor, table: Table, days_ago: int = 10, text: str = QUESTION) -> int:
    day = store.now().date() - timedelta(days=days_ago)
    return add_input(store, who, table.cycle, text, InputChannel.MEETING, day)


def line_of(desk: Desk, input_id: int) -> InputLine:
    with desk.reading() as session:
        line = input_line(session, input_id, desk.today())
    assert line is not None
    return line


def test_without_questions_the_first_step_is_offered(panel: VoicesPanel) -> None:
    assert "Nog geen inbreng" in said_by(panel)


def test_a_question_is_written_down_and_shown(
    panel: VoicesPanel, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    panel.list.findChildren(Button)[-1].click()
    dialog = opened(panel)
    fill(
        dialog,
        {
            "text": QUESTION,
            "channel": InputChannel.WALK,
            "place": "Havenflat",
            "group_size": "12",
            "agreement_ids": [table.agreement],
        },
    )
    dialog.do()
    with desk.reading() as session:
        [line] = inputs(session, table.cycle, desk.today()).lines
    assert (line.text, line.place, line.group_size) == (QUESTION, "Havenflat", 12)
    assert line.agreements == ((table.agreement, "BES-01"),)
    assert panel.list.chosen_id == line.id
    assert f"{line.code}  {QUESTION}" in said_by(panel)


def test_words_that_tell_who_somebody_is_are_kept_only_after_a_second_look(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    ask(store, who, table)
    press(panel, "Nieuwe inbreng…", qtbot)
    dialog = opened(panel)
    box = dialog.findChild(Field, "confirmed")
    assert box is not None
    assert box.isHidden()
    fill(dialog, {"text": "Bel mij op 06 12345678 over de lift."})
    dialog.do()
    assert refusal_at(dialog, "text")
    assert not box.isHidden()
    fill(dialog, {"confirmed": True})
    dialog.do()
    assert not is_open(panel)
    assert len(panel.voices.lines) == 2


def test_how_many_people_is_a_number(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, qtbot: QtBot
) -> None:
    ask(store, who, table)
    dialog = asked(panel, "Nieuwe inbreng…", qtbot, {"text": QUESTION, "group_size": "veel"})
    assert refusal_at(dialog, "group_size")


def test_the_theme_of_a_question_is_changed_from_its_menu(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    asked_id = ask(store, who, table)
    press(panel, "Meer", qtbot)
    menu = next(b.menu() for b in panel.findChildren(Button) if b.menu() and b.text() == "Meer")
    next(a for a in menu.actions() if a.text() == "Veranderen…").trigger()
    menu.close()
    dialog = opened(panel)
    fill(dialog, {"theme_id": table.theme("VER"), "group_size": "12"})
    dialog.do()
    line = line_of(desk, asked_id)
    assert (line.theme, line.group_size, line.channel) == (
        "Verduurzaming",
        12,
        InputChannel.MEETING,
    )
    assert "Verduurzaming · 12 mensen" in said_by(panel)


def test_the_days_left_and_the_rule_stand_with_the_question(
    panel: VoicesPanel, store: Store, who: Actor, table: Table
) -> None:
    ask(store, who, table)
    assert "Nog niemand heeft geantwoord." in said_by(panel)
    assert "nog 32 dagen" in said_by(panel)
    assert panel.list.rows[0].right_text == "nog 32 dagen"


def test_the_corporation_answers_unless_another_party_is_chosen(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, qtbot: QtBot
) -> None:
    ask(store, who, table)
    press(panel, "Beantwoorden…", qtbot)
    answered_by = opened(panel).findChild(Field, "party_id")
    assert answered_by is not None
    assert answered_by.input.value() == table.corporation


def test_an_answer_needs_its_reason(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, qtbot: QtBot
) -> None:
    ask(store, who, table)
    dialog = asked(panel, "Beantwoorden…", qtbot, {"decision": ReplyDecision.NOT, "reason": ""})
    assert refusal_at(dialog, "reason")


def test_a_question_is_answered_and_then_told(
    panel: VoicesPanel, store: Store, who: Actor, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    question = ask(store, who, table)
    asked(
        panel,
        "Beantwoorden…",
        qtbot,
        {"decision": ReplyDecision.PARTLY, "reason": "Er komt een bank.",
         "party_id": table.corporation},
    )  # fmt: skip
    assert line_of(desk, question).state is InputState.ANSWERED
    assert "Er komt een bank." in said_by(panel)
    assert panel.question.answer.isHidden()
    dialog = asked(panel, "Aan huurders vertellen…", qtbot, {"told_via": ""})
    assert refusal_at(dialog, "told_via")
    fill(dialog, {"told_via": "bewonersbrief"})
    dialog.do()
    assert line_of(desk, question).state is InputState.REPORTED_BACK
    assert "bewonersbrief" in said_by(panel)
    assert panel.question.tell.isHidden()


def test_the_list_can_be_limited_to_what_waits(
    panel: VoicesPanel, store: Store, who: Actor, table: Table
) -> None:
    waits = ask(store, who, table, text="Deze wacht.")
    done = ask(store, who, table, text="Deze is klaar.")
    reply_to(store, who, done, ReplyDecision.TAKEN, "", table.corporation)
    told(store, who, done, None, "brief")
    late = ask(store, who, table, days_ago=60, text="Deze is te laat.")
    panel.show_only.set_value(Which.WAITING)
    assert [row.id for row in panel.list.rows] == [waits, late]
    panel.show_only.set_value(Which.LATE)
    assert [row.id for row in panel.list.rows] == [late]
    panel.show_only.set_value(Which.TOLD)
    assert [row.id for row in panel.list.rows] == [done]


def test_typing_finds_a_question(
    panel: VoicesPanel, store: Store, who: Actor, table: Table
) -> None:
    lift = ask(store, who, table)
    ask(store, who, table, text="Meer groen in de straat.")
    panel.list.filter.setText("lift")
    assert [row.id for row in panel.list.rows] == [lift]


def test_a_place_shows_its_question(
    panel: VoicesPanel, store: Store, who: Actor, table: Table
) -> None:
    first = ask(store, who, table)
    ask(store, who, table, text="Een andere vraag.")
    panel.show_place(Place("agreements", "tenant_input", first))
    assert panel.place_on_view() == Place("agreements", "tenant_input", first)
    assert QUESTION in said_by(panel)


def test_nothing_is_cut_off(panel: VoicesPanel, store: Store, who: Actor, table: Table) -> None:
    ask(store, who, table, text="Een lange vraag over heel veel dingen in de straat. " * 5)
    assert cut_off(panel) == []


def test_a_question_of_long_ago_has_its_day(
    panel: VoicesPanel, store: Store, who: Actor, table: Table
) -> None:
    add_input(store, who, table.cycle, QUESTION, InputChannel.LETTER, date(2025, 3, 1))
    assert "1 maart 2025" in said_by(panel)
