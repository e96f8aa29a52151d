"""Reading in 20,000 measurements, against python-calamine and plain inserts."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import Column, MetaData, Table, create_engine, func, insert, select

from desktop.agreements.actions.imports import take_in
from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.plan import RowState
from desktop.agreements.exchange.sheets import MEASUREMENTS, Key
from desktop.agreements.model import Indicator, Measurement
from desktop.agreements.states import Direction
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from tests.benchmarks.table import show
from tests.support.measured import Year, morgenveld

ROWS = 20_000
INDICATORS = 200
RUNS = 5
MOST_TIMES_PLAIN = 3.0
NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)


def write_file(path: Path, days: int = ROWS // INDICATORS) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Metingen")
    sheet.append([column.name for column in MEASUREMENTS.columns])
    for n in range(INDICATORS):
        for day in range(days):
            measured = date(2026, 1, 1) + timedelta(days=day)
            value = round(day * 1.7 + n / 10, 1)
            remark = "voorlopige stand" if day % 3 == 0 else None
            provisional = "ja" if day % 3 == 0 else "nee"
            code = f"BNC-{n:03}"
            sheet.append([code, measured, value, "kwartaalbericht", measured, provisional, remark])
    book.save(path)


def plain(path: Path, data: Path) -> float:
    """The yardstick: python-calamine, dicts, one transaction."""
    from python_calamine import CalamineWorkbook

    table = _without_keys(Measurement.__table__)  # type: ignore[arg-type]
    engine = create_engine(f"sqlite:///{data}")
    table.create(engine)
    started = time.perf_counter()
    _headings, *given = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    rows = [
        {
            "indicator_id": 1,
            "measured_on": measured_on,
            "value": Decimal(str(value)),
            "source": source,
            "source_date": source_date,
            "provisional": provisional == "ja",
            "remark": remark,
            "entered_at": NOW,
            "staff_id": None,
            "meeting_id": None,
            "supersedes_id": None,
        }
        for _code, measured_on, value, source, source_date, provisional, remark in given
    ]
    with engine.begin() as connection:
        connection.execute(insert(table), rows)
    took = time.perf_counter() - started
    engine.dispose()
    return took


def year_in(store: Store) -> Year:
    """A year with as many indicators as the file measures."""
    store.now = lambda: NOW
    year = morgenveld(store)
    with store.act(PROGRAM, "test.indicators") as act:
        act.session.add_all(
            Indicator(
                agreement_id=year.agreements["BES-01"],
                code=f"BNC-{n:03}",
                name="iets",
                unit="aantal",
                direction=Direction.UP,
                goal=Decimal(100),
                goal_on=date(2026, 12, 31),
                source="kwartaalbericht",
            )
            for n in range(INDICATORS)
        )
    return year


def ours(store: Store, who: Actor, year: Year, path: Path) -> float:
    """Reading, checking, comparing, inserting, the entry in the trail and what undoes it."""
    started = time.perf_counter()
    plan = take_in(store, who, read_given(path, Key.MEASUREMENTS), year.cycle)
    took = time.perf_counter() - started
    assert plan.sheets[0].counts == {RowState.NEW: ROWS}
    return took


def test_import_of_20_000_measurements(who: Actor, tmp_path: Path) -> None:
    path = tmp_path / "metingen.xlsx"
    write_file(path)
    plains, own, again, undone, ratios = [], [], [], [], []
    for run in range(RUNS):
        plains.append(plain(path, tmp_path / f"plain{run}.db"))
        store = Store.open(tmp_path / f"ours{run}.db")
        year = year_in(store)
        own.append(ours(store, PROGRAM, year, path))
        ratios.append(own[-1] / plains[-1])
        started = time.perf_counter()
        assert not take_in(store, PROGRAM, read_given(path), year.cycle).brings
        again.append(time.perf_counter() - started)
        started = time.perf_counter()
        store.undo(PROGRAM)
        undone.append(time.perf_counter() - started)
        with store.reading() as session:
            assert session.scalar(select(func.count()).select_from(Measurement)) == 16
        store.close()
    ratio = statistics.median(ratios)
    show(
        f"Import of {ROWS:,} measurements from a workbook",
        [
            ("python-calamine and plain inserts", f"{statistics.median(plains):.2f} s", ""),
            ("Samenspraak", f"{statistics.median(own):.2f} s", ""),
            ("the same file once more", f"{statistics.median(again):.2f} s", ""),
            ("undo", f"{statistics.median(undone):.2f} s", ""),
        ],
        [("ratio", f"{ratio:.2f} ×", f"at most {MOST_TIMES_PLAIN:.0f} ×")],
    )
    assert ratio <= MOST_TIMES_PLAIN


def _without_keys(table: Table) -> Table:
    """The same columns on their own: the yardstick needs no other tables."""
    columns = (Column(c.name, c.type, primary_key=c.primary_key) for c in table.columns)
    return Table(table.name, MetaData(), *columns)
