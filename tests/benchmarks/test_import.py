"""Reading in 100,000 candidates, against csv and plain inserts with SQLAlchemy Core."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Table, create_engine, func, insert, select

from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.imports import take_candidates
from desktop.viewings.exchange.candidates import read_candidates
from desktop.viewings.model import Candidate, Vacancy
from desktop.widgets.job import Stopped
from tests.benchmarks.table import show
from tests.support import world

ROWS = 100_000
RUNS = 3
MOST_TIMES_PLAIN = 3.0
HEADINGS = (
    "Volgorde",
    "Kandidaatnummer",
    "Voorletters",
    "Voornaam",
    "Tussenvoegsel",
    "Achternaam",
    "E-mail",
    "Telefoon",
    "Straat",
    "Postcode",
    "Woonplaats",
    "Inschrijfdatum",
    "Voorrang",
    "Aantal personen",
)


def write_list(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEADINGS)
        for n in range(1, ROWS + 1):
            out.writerow(
                (
                    n,
                    f"K-{n:06}",
                    "A.",
                    f"Anna{n % 977}",
                    "van der" if n % 3 == 0 else "",
                    f"Jansen{n % 4999}",
                    f"k{n}@zoekt.voorbeeld",
                    f"0500 – {n % 100:02} {n % 97:02}",
                    f"Weg {n % 200}",
                    "1234 AB",
                    "Morgenveld",
                    f"{1 + n % 28}-{1 + n % 12}-{2005 + n % 20}",
                    "ja" if n % 4 == 0 else "nee",
                    1 + n % 5,
                )
            )


def plain(path: Path, table: Table, data: Path) -> float:
    """The yardstick: csv, dicts, one transaction, with the same settings of SQLite."""
    engine = create_engine(f"sqlite:///{data}")
    table.create(engine)
    started = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            {
                "version": 1,
                "vacancy_id": 1,
                "number": row["Kandidaatnummer"],
                "rank": int(row["Volgorde"]),
                "external_ref": "",
                "initials": row["Voorletters"],
                "first_name": row["Voornaam"],
                "prefix": row["Tussenvoegsel"],
                "last_name": row["Achternaam"],
                "email": row["E-mail"],
                "phone": row["Telefoon"],
                "street": row["Straat"],
                "postcode": row["Postcode"],
                "city": row["Woonplaats"],
                "language": "nl",
                "visit_need": "",
                "registered_on": None,
                "priority": row["Voorrang"] == "ja",
                "protected": False,
                "persons": int(row["Aantal personen"]),
                "state": "selected",
                "want_reason": "",
            }
            for row in csv.DictReader(file, delimiter=";")
        ]
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.execute(insert(table), rows)
    took = time.perf_counter() - started
    engine.dispose()
    return took


def vacancy_in(store: Store) -> int:
    """A vacancy without a list."""
    with store.act(PROGRAM, "test.ground") as act:
        session = act.session
        kadeflat, _other = world.make_complexes(session)
        dwelling = world.make_dwelling(session, kadeflat, "214")
        row = Vacancy(code="PUB-1", dwelling=dwelling, created_on=store.now().date())
        session.add(row)
        session.flush()
        return row.id


def ours(store: Store, who: Actor, vacancy: int, path: Path) -> float:
    """Reading, checking, inserting, indexing and the entry in the trail."""
    started = time.perf_counter()
    take_candidates(store, who, vacancy, read_candidates(path))
    return time.perf_counter() - started


def test_import_of_100_000_candidates(who: Actor, tmp_path: Path) -> None:
    first, other = tmp_path / "kandidaten.csv", tmp_path / "andere.csv"
    write_list(first)
    other.write_bytes(first.read_bytes() + b"\r\n")
    table = Candidate.__table__
    assert isinstance(table, Table)
    plains, own, ratios, in_place = [], [], [], []
    for run in range(RUNS):
        plains.append(plain(first, _without_keys(table), tmp_path / f"plain{run}.db"))
        store = Store.open(tmp_path / f"ours{run}.db")
        vacancy = vacancy_in(store)
        own.append(ours(store, who, vacancy, first))
        ratios.append(own[-1] / plains[-1])
        in_place.append(ours(store, who, vacancy, other))
        store.close()
    ratio = statistics.median(ratios)
    show(
        f"Import of {ROWS:,} candidates",
        [
            ("csv and Core inserts", f"{statistics.median(plains):.2f} s", ""),
            ("Samenspraak", f"{statistics.median(own):.2f} s", ""),
            ("in the place of as many others", f"{statistics.median(in_place):.2f} s", ""),
        ],
        [("ratio", f"{ratio:.2f} ×", f"at most {MOST_TIMES_PLAIN:.0f} ×")],
    )
    assert ratio <= MOST_TIMES_PLAIN


def _without_keys(table: Table) -> Table:
    """The same columns on their own: the yardstick needs no other tables."""
    from sqlalchemy import Column, MetaData

    return Table(
        "candidate",
        MetaData(),
        *(Column(c.name, c.type, primary_key=c.primary_key) for c in table.columns),
    )


def test_stopping_leaves_nothing_behind(store: Store, who: Actor, tmp_path: Path) -> None:
    vacancy = vacancy_in(store)
    path = tmp_path / "kandidaten.csv"
    write_list(path)
    listed = read_candidates(path)
    stop: Callable[[int, int], None]

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Stopped

    with pytest.raises(Stopped):
        take_candidates(store, who, vacancy, listed, stop)
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Candidate)) == 0
