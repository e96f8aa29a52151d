"""Residents' budgets and looking back on Vandaag."""

from __future__ import annotations

from datetime import date, datetime

from desktop.feature import Place, Urgency
from desktop.language.format import AMSTERDAM
from desktop.projects.actions.ballots import fix_result
from desktop.projects.actions.budgets import carry_out_idea
from desktop.projects.actions.looking_back import look_back
from desktop.projects.model import Project, ProjectStep
from desktop.projects.queries.due import sharing
from desktop.projects.states import ProjectState
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.dividing import begin_dividing


def due(store: Store) -> list[tuple[str, Urgency]]:
    with store.reading() as session:
        return [(one.title, one.urgency) for one in sharing.due(session, store.now())]


def test_a_budget_from_the_end_of_the_voting_to_the_last_idea(
    store: Store, who: Actor, clock: Clock
) -> None:
    voting = begin_dividing(store, who)
    assert due(store) == [("Het stemmen eindigt: Geld voor Noord", Urgency.LATER)]  # 4 December
    clock.move_to(datetime(2026, 12, 5, 9, tzinfo=AMSTERDAM))
    assert due(store) == [("Uitslag vaststellen: Geld voor Noord", Urgency.LATE)]
    voting.vote_all()
    fix_result(store, who, voting.round)
    funded = [("Uitvoeren: Bankjes", Urgency.TODAY), ("Uitvoeren: Groene gevel", Urgency.TODAY),
              ("Uitvoeren: Verlichting", Urgency.TODAY)]  # fmt: skip
    assert due(store) == funded  # nobody does them yet
    day = date(2027, 3, 1)
    for name in ("Bankjes", "Verlichting"):
        carry_out_idea(store, who, voting.ideas[name], "Wijkbeheer", day, False)
    assert due(store) == funded[1:2]
    carry_out_idea(store, who, voting.ideas["Groene gevel"], "Groen", day, True)
    clock.move_to(datetime(2027, 3, 2, 9, tzinfo=AMSTERDAM))
    late = [(title, Urgency.LATE) for title, _urgency in (funded[0], funded[2])]
    assert due(store) == late
    # Residents wait on when the project is closed, until it is done or somebody else does it.
    for state, still in ((ProjectState.HALTED, []), (ProjectState.CLOSED, late)):
        with store.act(who, "test.state") as act:
            act.session.get_one(Project, voting.project).state = state
        assert due(store) == still
    carry_out_idea(store, who, voting.ideas["Bankjes"], "Gemeente", date(2027, 6, 1), False)
    carry_out_idea(store, who, voting.ideas["Verlichting"], "Wijkbeheer", day, True)
    assert due(store) == []


def test_people_look_back_within_four_weeks_of_the_work(
    store: Store, who: Actor, clock: Clock, renovation: int
) -> None:
    with store.act(who, "test.done") as act:
        act.session.get_one(Project, renovation).state = ProjectState.AFTERCARE
        act.session.add(
            ProjectStep(
                project_id=renovation, state=ProjectState.AFTERCARE, taken_on=date(2026, 11, 23)
            )
        )
    assert due(store) == [("Terugkijken met huurders", Urgency.LATER)]
    clock.move_on(days=29)
    with store.reading() as session:
        [one] = sharing.due(session, store.now())
    assert one.urgency is Urgency.LATE
    assert one.place == Place("projects", "project", renovation, "looking-back")
    look_back(store, who, renovation, "", "Eerder beginnen")
    assert due(store) == []
