"""The files of Beleid on the command line: reports, the file to fill in, which year is meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.offered import (
    export_template,
    export_year,
    exportables,
    import_file,
    importables,
)
from desktop.agreements.exchange.sheets import SHEETS, Key
from desktop.agreements.model import Cycle
from desktop.agreements.states import PartyKind
from desktop.feature import ImportWish
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.measured import Year, morgenveld
from tests.support.workbooks import MEASURED, write_book

NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)
JULY = date(2026, 7, 1)


@pytest.fixture
def year(store: Store) -> Year:
    store.now = lambda: NOW
    return morgenveld(store)


def test_what_is_offered_has_words_of_its_own() -> None:
    assert [one.key for one in importables()] == ["agreements", "measurements"]
    offered = {one.key: one.title() for one in exportables()}
    assert {"agreements", "measurements", "agreements-template"} <= set(offered)
    assert all(offered.values())


def test_a_report_counts_each_sheet_and_tells_every_row_that_changes(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    rows = [MEASURED, ("VER-01", JULY, 605, "telling"), ("VER-02", JULY, 66, "halfjaarbericht")]
    path = write_book(tmp_path / "m.xlsx", {"Metingen": rows})
    report = import_file(store, who, path, ImportWish(dry_run=True), Key.MEASUREMENTS)
    assert report.trouble == ""
    assert report.sentences == (
        "m.xlsx: jaarronde 2025, afspraken voor 2026.",
        "Dit is een proef: er is niets veranderd.",
        "Metingen: 1 gewijzigd, 1 ongewijzigd",
    )
    sheet = report.values["sheets"]["Metingen"]
    assert (sheet["new"], sheet["changed"], sheet["unchanged"], sheet["error"]) == (0, 1, 1, "")
    (row,) = sheet["rows"]
    assert row["changes"] == {"waarde": ["610", "605"], "bron": ["halfjaarbericht", "telling"]}


def test_the_trouble_of_a_file_says_where_and_that_nothing_was_read_in(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    rows = [MEASURED, *[("BES-01", date(2026, 2, n), n, "x") for n in range(1, 13)]]
    path = write_book(tmp_path / "m.xlsx", {"Metingen": [*rows, ("VER-1", JULY, 1, "telling")]})
    report = import_file(store, who, path, ImportWish())
    assert report.trouble == (
        "Blad Metingen, rij 14: indicator ‘VER-1’ bestaat niet. Bedoelt u ‘VER-01’? "
        "Er is niets ingelezen."
    )


def test_a_sheet_that_is_right_is_read_in_beside_one_that_is_not(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    path = write_book(
        tmp_path / "m.xlsx",
        {
            "Metingen": [MEASURED, ("VER-1", JULY, 1, "telling")],
            "Tussendoelen": [("indicator_code", "datum", "waarde"), ("BES-01", JULY, 20)],
        },
    )
    report = import_file(store, who, path, ImportWish())
    assert report.trouble.endswith("Niet ingelezen is: Metingen.")
    assert report.values["sheets"]["Tussendoelen"]["read_in"]
    assert store.undo(who) == "Bestand inlezen"


def test_many_mistakes_are_not_all_put_on_the_error_stream(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    rows = [MEASURED, *[(f"X-{n}", JULY, 1, "telling") for n in range(30)]]
    report = import_file(
        store, who, write_book(tmp_path / "m.xlsx", {"Metingen": rows}), ImportWish()
    )
    assert "En nog 10." in report.trouble
    assert len(report.values["errors"]) == 30


def add_year(store: Store, year: Year, talks: int) -> int:
    with store.act(Actor(None, "test"), "test.year") as act:
        cycle = Cycle(
            year=talks,
            municipality_id=year.municipality,
            applies_from=date(talks + 1, 1, 1),
            applies_to=date(talks + 1, 12, 31),
        )
        act.session.add(cycle)
        act.session.flush()
        return cycle.id


def test_a_file_without_a_year_goes_to_the_one_that_knows_its_codes(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    add_year(store, year, 2026)
    path = write_book(tmp_path / "m.xlsx", {"Metingen": [MEASURED, ("VER-01", JULY, 605, "x")]})
    report = import_file(store, who, path, ImportWish(dry_run=True))
    assert report.values["cycle"] == 2025


def test_the_codes_of_another_year_are_refused_in_the_year_that_is_asked(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    add_year(store, year, 2026)
    path = write_book(tmp_path / "m.xlsx", {"Metingen": [MEASURED, ("VER-01", JULY, 605, "x")]})
    report = import_file(store, who, path, ImportWish(into="2026"))
    assert "indicator ‘VER-01’ bestaat niet" in report.trouble


def test_a_file_that_says_its_year_goes_there(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    add_year(store, year, 2026)
    path = tmp_path / "uit.xlsx"
    with store.reading() as session:
        export_year(session, path, ["2025"], NOW)
    assert import_file(store, who, path, ImportWish()).values["cycle"] == 2025


def test_a_year_that_is_not_there_is_refused_with_those_that_are(
    store: Store, year: Year, tmp_path: Path
) -> None:
    with store.reading() as session, pytest.raises(Refused) as refused:
        export_year(session, tmp_path / "x.xlsx", ["1999"], NOW)
    assert refused.value.sentence == "Er is geen jaarronde 1999. Er zijn: 2025."


def test_without_any_year_a_file_cannot_come_in(store: Store, who: Actor, tmp_path: Path) -> None:
    path = write_book(tmp_path / "m.xlsx", {"Metingen": [MEASURED, ("VER-01", JULY, 605, "x")]})
    with pytest.raises(Refused, match="nog geen jaarronde"):
        import_file(store, who, path, ImportWish())


NEW = {
    "Afspraken": [
        ("afspraak_code", "thema_code", "titel", "tekst", "looptijd_van"),
        ("BES-01", "BES", "Woningen", "De corporatie bouwt.", date(2016, 1, 1)),
    ],
    "Inzet": [
        ("afspraak_code", "partij", "wat"),
        ("BES-01", "Gemeente Morgenveld", "maakt de grond bouwrijp"),
        ("BES-01", "Huurdersvereniging Samen Morgenveld", "denkt mee"),
    ],
}


def test_a_database_without_years_begins_one_with_the_parties_of_the_file(
    store: Store, who: Actor, tmp_path: Path
) -> None:
    path = write_book(tmp_path / "2016.xlsx", NEW)
    tried = import_file(store, who, path, ImportWish(dry_run=True))
    assert (tried.trouble, tried.values["cycle"]) == ("", 2015)
    with store.reading() as session:
        assert session.scalar(select(Cycle.id)) is None
    report = import_file(store, who, path, ImportWish())
    assert report.sentences[1] == (
        "Met dit bestand begint de jaarronde. Kijk of naam en soort kloppen van: Gemeente "
        "Morgenveld, Huurdersvereniging Samen Morgenveld, Woningcorporatie."
    )
    with store.reading() as session:
        cycle = session.scalars(select(Cycle)).one()
        assert (cycle.year, cycle.municipality.name) == (2015, "Gemeente Morgenveld")
        assert [seat.party.kind for seat in cycle.seats] == [
            PartyKind.MUNICIPALITY,
            PartyKind.TENANTS,
            PartyKind.CORPORATION,
        ]
    assert import_file(store, who, path, ImportWish()).values["fine"]
    store.undo(who)
    with store.reading() as session:
        assert session.scalar(select(Cycle.id)) is None


def test_new_agreements_go_to_the_year_that_is_not_signed_yet(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    add_year(store, year, 2026)
    rows = [("afspraak_code", "thema_code", "titel"), ("NEW-01", "VER", "Nieuw")]
    path = write_book(tmp_path / "a.xlsx", {"Afspraken": rows})
    assert import_file(store, who, path, ImportWish(dry_run=True)).values["cycle"] == 2026


def test_a_csv_file_holds_one_sheet(store: Store, year: Year, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with store.reading() as session:
        assert export_year(session, path, ["2025", "Tussendoelen"], NOW) == 1
    assert path.read_text("utf-8-sig").splitlines() == [
        "indicator_code;datum;waarde",
        "BES-01;2026-07-01;18",
    ]


def test_a_sheet_that_does_not_exist_is_refused(store: Store, year: Year, tmp_path: Path) -> None:
    with store.reading() as session, pytest.raises(Refused, match="Afspraken, Inzet"):
        export_year(session, tmp_path / "x.csv", ["Kas"], NOW)


def test_the_file_to_fill_in_explains_itself_and_can_be_read(
    store: Store, who: Actor, year: Year, tmp_path: Path
) -> None:
    path = tmp_path / "leeg.xlsx"
    with store.reading() as session:
        assert export_template(session, path, [], NOW) == 0
    book = load_workbook(path)
    assert book.sheetnames == [*(kind.name for kind in SHEETS), "Lees mij"]
    for kind in SHEETS:
        headings = book[kind.name][1]
        assert [cell.value for cell in headings] == [column.name for column in kind.columns]
        assert all(cell.comment.text for cell in headings)
    words = {cell for row in book["Lees mij"].values for cell in row if isinstance(cell, str)}
    assert "omhoog, omlaag, tussen, ja-nee" in words
    assert import_file(store, who, path, ImportWish()).values["fine"]
    assert set(read_given(path).sheets) == set(Key)


def test_a_number_is_a_number_and_a_day_a_day(store: Store, year: Year, tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    with store.reading() as session:
        export_year(session, path, [], NOW)
    row = next(
        r for r in load_workbook(path)["Metingen"].iter_rows(min_row=2) if r[0].value == "BET-01"
    )
    assert (row[1].value.date(), row[1].is_date, row[2].value) == (JULY, True, 97.2)
