"""The list of agreements of a year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import event

from desktop.agreements.queries.overview import agreement_rows, themes
from tests.support.beleid import Table

TODAY = date(2026, 11, 23)


def test_the_list_is_by_theme_and_code_and_knows_who_agrees(table: Table) -> None:
    table.add("Buurtkamer", "LEE")
    table.add("Korter zoeken", "BES")
    table.agree(table.clause)
    with table.store.reading() as session:
        rows = agreement_rows(session, table.cycle, TODAY)
        counts = {t.code: t.agreements for t in themes(session, table.cycle)}
    assert [(row.code, row.agreed) for row in rows] == [
        ("BES-01", True),
        ("BES-02", False),
        ("LEE-01", False),
    ]
    assert (counts["BES"], counts["LEE"], counts["PAR"]) == (2, 1, 0)


def test_a_newer_text_is_not_agreed_yet(table: Table) -> None:
    table.agree(table.clause)
    table.write(table.agreement, "Een andere tekst.")
    with table.store.reading() as session:
        [row] = agreement_rows(session, table.cycle, TODAY)
    assert not row.agreed


def test_before_anything_is_measured_its_light_says_nothing(table: Table) -> None:
    with table.store.reading() as session:
        [row] = agreement_rows(session, table.cycle, TODAY)
    assert not row.is_measured


def test_more_agreements_take_no_more_statements(table: Table) -> None:
    counted: list[str] = []

    def count(*arguments: object) -> None:
        counted.append(str(arguments[2]))

    def statements() -> int:
        counted.clear()
        with table.store.reading() as session:
            agreement_rows(session, table.cycle, TODAY)
        return len(counted)

    event.listen(table.store.engine, "before_cursor_execute", count)
    one = statements()
    for place in range(8):
        table.agree(table.write(table.add(f"Afspraak {place}", "LEE"), f"Tekst {place}"))
    assert statements() <= one + 1  # the parties of the first are read with those of the others
