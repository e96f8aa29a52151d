"""What waits for somebody after a walk is on Vandaag."""

from __future__ import annotations

from datetime import date

from desktop.feature import Urgency
from desktop.projects.actions.findings import (
    check_finding,
    note_finding,
    refuse_finding,
    solve_finding,
    take_up_finding,
    tell_reporter,
)
from desktop.projects.actions.inspections import finish_inspection, start_inspection
from desktop.projects.actions.projects import halt_project, move_project
from desktop.projects.queries.due import inspections
from desktop.projects.states import FindingKind, ProjectState
from desktop.store import Actor, Store
from tests.support.clock import Clock


def test_findings_wait_to_be_handed_out_solved_checked_and_told(
    store: Store, who: Actor, clock: Clock, renovation: int
) -> None:
    def found() -> list[tuple[str, Urgency]]:
        with store.reading() as session:
            lines = inspections.due(session, store.now())
        return sorted((one.title, one.urgency) for one in lines)

    walk = start_inspection(store, who, renovation, "Rondje Noord")
    lamp = note_finding(
        store, who, walk, kind=FindingKind.LIGHTING, place="Plein 1", reporter="de heer Ali"
    )
    bin_ = note_finding(store, who, walk, kind=FindingKind.LITTER, place="Plein 2")
    told = ("Vertel de melder wat ermee gebeurt (1 bevinding)", Urgency.LATER)
    assert found() == [told]  # the walk goes on
    finish_inspection(store, who, walk)
    assert found() == [("Verdeel 2 nieuwe bevindingen", Urgency.LATER), told]

    take_up_finding(store, who, lamp, "Onderhoud", date(2026, 11, 25))
    refuse_finding(store, who, bin_, "Niet van ons.")
    assert found() == [("Oplossen: verlichting, Plein 1", Urgency.SOON), told]
    clock.move_on(days=3)
    assert ("Oplossen: verlichting, Plein 1", Urgency.LATE) in found()
    with store.reading() as session:
        [figure] = inspections.figures(session, store.now())
    assert (figure.value, figure.meaning) == ("1", "bevinding is te laat")

    solve_finding(store, who, lamp, note="Nieuwe lamp")
    tell_reporter(store, who, lamp)
    assert found() == [("Kijk of 1 bevinding is opgelost", Urgency.LATER)]
    check_finding(store, who, lamp)
    assert found() == []


def test_a_project_that_rests_asks_nothing(store: Store, who: Actor, renovation: int) -> None:
    walk = start_inspection(store, who, renovation, "Rondje Noord")
    note_finding(store, who, walk, kind=FindingKind.GREEN, place="Plein", reporter="x")
    move_project(store, who, renovation, ProjectState.PREPARING)
    halt_project(store, who, renovation, "Geen geld")
    with store.reading() as session:
        assert inspections.due(session, store.now()) == []
