"""What changed is told in words of people, never in names of columns."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest
from sqlalchemy import Column, Table
from sqlalchemy import Enum as SqlEnum

from desktop.agreements import model as agreements_model
from desktop.agreements.field_words import WORDING as AGREEMENTS
from desktop.estate import model as estate_model
from desktop.estate.field_words import WORDING as ESTATE
from desktop.floorplans import model as floorplans_model
from desktop.floorplans.field_words import WORDING as FLOORPLANS
from desktop.language import in_language
from desktop.language.format import day_year
from desktop.projects import model as projects_model
from desktop.projects.field_words import WORDING as PROJECTS
from desktop.store import Base
from desktop.viewings import model as viewings_model
from desktop.viewings.field_words import WORDING as VIEWINGS
from desktop.viewings.states import CandidateState
from desktop.wording import LONGEST, Wording

# What the program keeps for itself: nobody types it, and no screen shows it.
OF_THE_PROGRAM = {
    "version",
    "list_digest",
    "text_digest",
    "sequence",
    "ics_uid",
    "ics_sequence",
    "pin_hash",
    "row_id",
    "headings",
    "home",  # the drawing itself
    "at_step",
    "cursor",
    "forward",
    "back",
    "digest",
    "content",
    "columns",
    "small",  # a photo for a list
}
OF_THE_PROGRAM_TOO = {
    ("word_override", "place"),  # the name of a table
    ("sketch_step", "number"),
    ("sketch_step", "name"),  # what undo says, in the language of who drew
    ("agreement", "lineage"),
    ("report_snapshot", "payload"),
    ("report_snapshot", "lights"),
    ("signature", "scan"),
    ("extra_power", "document"),
    ("project_sketch", "sketch_id"),
    ("budget_round", "result"),
    ("project_evaluation", "shown"),
}


def tables_of(module: object) -> list[Table]:
    kinds = [thing for thing in vars(module).values() if isinstance(thing, type)]
    return [
        kind.__table__  # type: ignore[misc]
        for kind in kinds
        if issubclass(kind, Base) and kind is not Base and hasattr(kind, "__table__")
    ]


BY_MODEL = (
    (viewings_model, VIEWINGS),
    (estate_model, ESTATE),
    (floorplans_model, FLOORPLANS),
    (agreements_model, AGREEMENTS),
    (projects_model, PROJECTS),
)
EVERY_TABLE = {
    table.name: (table, wording)
    for module, wording in BY_MODEL
    for table in tables_of(module)
    if table.name in wording.fields or module is estate_model or table.name not in ESTATE.fields
}


def for_people(table: Table) -> list[Column[object]]:
    return [
        column
        for column in table.columns
        if not column.primary_key
        and not column.foreign_keys
        and column.name not in OF_THE_PROGRAM
        and (table.name, column.name) not in OF_THE_PROGRAM_TOO
    ]


@pytest.mark.parametrize("name", EVERY_TABLE)
def test_every_field_that_somebody_can_see_has_a_word(name: str) -> None:
    table, wording = EVERY_TABLE[name]
    assert [c.name for c in for_people(table) if not wording.names(name, c.name)] == []


@pytest.mark.parametrize("name", EVERY_TABLE)
def test_no_word_is_left_of_a_field_that_is_gone(name: str) -> None:
    table, wording = EVERY_TABLE[name]
    assert set(wording.fields.get(name, {})) <= {column.name for column in table.columns}


@pytest.mark.parametrize("name", EVERY_TABLE)
def test_every_choice_has_a_word(name: str) -> None:
    table, wording = EVERY_TABLE[name]
    kinds = [c.type.enum_class for c in table.columns if isinstance(c.type, SqlEnum)]
    members: list[Enum] = [member for kind in kinds if kind for member in kind]
    assert [member for member in members if member not in wording.values] == []


@pytest.mark.parametrize(
    ("wording", "english"),
    [
        (VIEWINGS, "phone number"),
        (ESTATE, "phone number"),
        (FLOORPLANS, "type of home"),
        (AGREEMENTS, "fixed margin"),
        (PROJECTS, "promise to tenants"),
    ],
)
def test_every_word_is_there_in_dutch(wording: Wording, english: str) -> None:
    def words() -> list[str]:
        return [
            *(wording.thing(table) for table in wording.things),
            *(wording.field(t, f"{f}") for t, fields in wording.fields.items() for f in fields),
        ]

    assert all(words())
    with in_language("en"):
        assert english in words()
    assert english not in words()


def test_words_of_several_features_are_one() -> None:
    together = Wording.together([VIEWINGS, ESTATE])
    assert together.field("candidate", "phone") == together.field("organisation", "phone")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Kadeflat", "Kadeflat"),
        ("", "–"),
        (None, "–"),
        ([], "–"),
        (0, "0"),
        (True, "ja"),
        (False, "nee"),
        (Decimal("25.50"), "25,50"),
        (date(2026, 11, 23), day_year(date(2026, 11, 23))),
        (["nl", "en"], "nl, en"),
        ({"mark": 7}, "mark: 7"),
    ],
)
def test_a_value_reads_as_people_write_it(value: object, words: str) -> None:
    assert VIEWINGS.value(value) == words


def test_a_choice_reads_as_its_word() -> None:
    assert VIEWINGS.value(CandidateState.INVITED) == "Uitgenodigd"


def test_a_moment_is_on_the_dutch_clock() -> None:
    assert "10:00" in VIEWINGS.value(datetime(2026, 11, 23, 9, tzinfo=UTC))


def test_a_long_text_is_cut() -> None:
    assert len(VIEWINGS.value("woord " * 200)) <= LONGEST + 1
