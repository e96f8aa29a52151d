"""Themes of the corporation's own, and the priorities of a later period."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.themes import (
    add_priority,
    add_theme,
    change_theme,
    remove_theme,
)
from desktop.agreements.documents.tiles import TONES
from desktop.agreements.model import NationalPriority, Theme
from desktop.agreements.states import THEME_COLOURS
from desktop.refused import Conflict, Refused
from tests.support.beleid import Table


def theme_of(table: Table, id: int) -> Theme:
    with table.store.reading() as session:
        theme = session.get_one(Theme, id)
        session.expunge_all()
        return theme


def test_a_new_theme_comes_after_the_others(table: Table) -> None:
    id = add_theme(table.store, table.who, "stu", "Studenten", plain_name="Wonen en leren")
    theme = theme_of(table, id)
    assert (theme.code, theme.name, theme.position) == ("STU", "Studenten", 7)
    new = table.add("50 studentenwoningen", "STU")
    assert new


@pytest.mark.parametrize(
    ("code", "name", "field"),
    [
        ("BES", "Dubbel", "code"),
        ("B-S", "Geen code", "code"),
        ("", "Geen code", "code"),
        ("TEVEELTEKENS", "Te lang", "code"),
        ("STU", " ", "name"),
    ],
)
def test_what_cannot_be_a_theme_is_refused(table: Table, code: str, name: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        add_theme(table.store, table.who, code, name)
    assert refused.value.field == field


def test_a_theme_may_get_other_words(table: Table) -> None:
    id = table.theme("PAR")
    seen = theme_of(table, id).version
    change_theme(table.store, table.who, id, seen, plain_name="Meedoen", position=1)
    assert theme_of(table, id).plain_name == "Meedoen"
    with pytest.raises(Conflict):
        change_theme(table.store, table.who, id, seen, plain_name="Meepraten")


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"bid_letters": "ag"}, "bid_letters"), ({"consultation_topic": "m"}, "consultation_topic")],
)
def test_a_letter_is_one_of_the_article(table: Table, facts: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        change_theme(table.store, table.who, table.theme("PAR"), **facts)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_theme_has_a_colour_that_papers_know(table: Table) -> None:
    for colour in THEME_COLOURS:
        change_theme(table.store, table.who, table.theme("PAR"), colour=colour)
    with pytest.raises(Refused) as refused:
        change_theme(table.store, table.who, table.theme("PAR"), colour="roze")
    assert refused.value.field == "colour"
    assert set(TONES) == set(THEME_COLOURS)


def test_a_theme_in_use_stays(table: Table) -> None:
    with pytest.raises(Refused, match="Beschikbaarheid"):
        remove_theme(table.store, table.who, table.theme("BES"))


def test_a_theme_that_is_not_in_use_may_go_and_come_back(table: Table) -> None:
    id = table.theme("ZOR")
    remove_theme(table.store, table.who, id)
    with table.store.reading() as session:
        assert session.get(Theme, id) is None
    table.store.undo(table.who)
    assert theme_of(table, id).code == "ZOR"


def test_a_priority_of_a_later_period_is_entered(table: Table) -> None:
    id = add_priority(
        table.store, table.who, "2021-1", "Nieuwbouw", date(2021, 1, 1), date(2025, 12, 31)
    )
    with table.store.reading() as session:
        assert session.get_one(NationalPriority, id).name == "Nieuwbouw"


def test_a_priority_has_a_code_of_its_own_and_years_in_order(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_priority(table.store, table.who, "2016-1", "Dubbel", date(2021, 1, 1))
    assert refused.value.field == "code"
    with pytest.raises(Refused) as refused:
        add_priority(table.store, table.who, "2021-1", "Om", date(2021, 1, 1), date(2020, 1, 1))
    assert refused.value.field == "valid_to"
