"""Findings go out as a list and come back; what changed in the list is taken over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.projects.actions.finding_rows import Brought, take_in_findings
from desktop.projects.actions.findings import (
    hand_over_finding,
    note_finding,
    refer_finding,
    solve_finding,
    take_up_finding,
)
from desktop.projects.actions.inspections import start_inspection
from desktop.projects.exchange.finding_rows import finding_rows
from desktop.projects.exchange.records import FindingRow, read_project, write_findings
from desktop.projects.queries.inspections import findings_of, inspections_of
from desktop.projects.states import FindingKind, FindingState, Severity
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.undoing import nothing_to_undo

TODAY = date(2026, 11, 23)
WALKED = date(2026, 11, 3)


@pytest.fixture
def rows(store: Store, who: Actor, renovation: int) -> list[FindingRow]:
    """Four findings of two walks, one of them with no more than a point on a map."""
    first = start_inspection(store, who, renovation, "Rondje Noord")
    second = start_inspection(store, who, renovation, "Rondje Zuid", on=WALKED)
    ids = [
        note_finding(store, who, first, kind=FindingKind.LITTER, place="Plein", what="=vuil\nzak"),
        note_finding(store, who, first, kind=FindingKind.GREEN, x=12, y=13, reporter="de heer Ali"),
        note_finding(store, who, second, kind=FindingKind.UNSAFE, place="Steeg 3"),
        note_finding(
            store, who, second, kind=FindingKind.DAMAGE, place="Hek", severity=Severity.HIGH
        ),
    ]
    take_up_finding(store, who, ids[0], "Groen", date(2026, 12, 4))
    solve_finding(store, who, ids[0], note="Geveegd")
    refer_finding(store, who, ids[2], "Gemeente", "Volgende week")
    hand_over_finding(store, who, ids[3], "Team Zuid")
    with store.reading() as session:
        return finding_rows(session, renovation)


def test_what_goes_out_and_comes_back_changes_nothing(
    store: Store, who: Actor, renovation: int, rows: list[FindingRow], tmp_path: Path
) -> None:
    path = tmp_path / "bevindingen.xlsx"
    assert write_findings(path, rows) == len(rows) == 4
    assert b"Ali" not in path.read_bytes()
    read = read_project(path).findings
    assert read == tuple(rows)
    assert read is not None
    store.forget_undo()
    assert take_in_findings(store, who, renovation, read) == Brought(0, 0, 4)
    assert nothing_to_undo(store, who)


def test_as_many_go_out_in_each_state_as_the_screen_counts(
    store: Store, renovation: int, rows: list[FindingRow], tmp_path: Path
) -> None:
    path = tmp_path / "bevindingen.xlsx"
    write_findings(path, rows)
    written = Counter((row.route, row.state) for row in read_project(path).findings or ())
    with store.reading() as session:
        walks = inspections_of(session, renovation)
    assert written == {(w.route, state): count for w in walks for state, count in w.states}
    assert written.total() == sum(walk.findings for walk in walks) == 4


def test_new_and_changed_findings_come_in_at_once(
    store: Store, who: Actor, renovation: int, rows: list[FindingRow]
) -> None:
    changed = replace(
        rows[-1], state=FindingState.TAKEN_UP, owner="Aannemer", due_on=date(2026, 12, 1)
    )
    new = FindingRow("Rondje West", WALKED, 7, FindingKind.LIGHTING, place="Westplein 1")
    assert take_in_findings(store, who, renovation, [rows[0], changed, new]) == Brought(1, 1, 1)
    with store.reading() as session:
        assert sum(walk.findings for walk in inspections_of(session, renovation)) == 5
        assert set(finding_rows(session, renovation)) >= {changed, new}
    store.undo(who)
    with store.reading() as session:
        assert finding_rows(session, renovation) == rows
        assert len(findings_of(session, renovation, TODAY)) == 4


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"place": " "}, "Waar is het"),
        ({"state": FindingState.TAKEN_UP}, "Wie doet dit"),
        ({"state": FindingState.SOLVED}, "welke dag is het opgelost"),
        ({"state": FindingState.CHECKED, "solved_on": date(2026, 11, 2)}, "voordat het is"),
        ({"state": FindingState.REFERRED}, "doorverwezen"),
        ({"state": FindingState.NOT_DONE}, "Leg uit waarom niet"),
        ({"number": 0}, "begint bij 1"),
        ({"held_on": date(2026, 12, 1)}, "nog komen|komt nog"),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_nothing_comes_in(
    store: Store,
    who: Actor,
    renovation: int,
    wrong: dict[str, object],
    why: str,
) -> None:
    fine = FindingRow("Rondje West", WALKED, 1, FindingKind.LIGHTING, place="Westplein 1")
    row = replace(fine, **{"number": 2, **wrong})  # type: ignore[arg-type]
    with pytest.raises(Refused, match=f"Rij 3: .*({why}).* Er is niets ingelezen"):
        take_in_findings(store, who, renovation, [fine, row])
    with pytest.raises(Refused, match=r"Rij 3: .*twee keer"):
        take_in_findings(store, who, renovation, [fine, fine])
    with store.reading() as session:
        assert inspections_of(session, renovation) == []
