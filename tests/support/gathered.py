"""A renovation whose tenants came together, said something and were promised something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.projects.actions.projects import start_project
from desktop.projects.actions.promises import make_promise
from desktop.projects.actions.proposals import answer_proposals, raise_proposal
from desktop.projects.actions.sessions import change_session, plan_session
from desktop.projects.states import Participation, ProjectKind, ProposalAnswer, SessionKind
from desktop.store import Actor, Store
from tests.support.consent import make_homes
from tests.support.remembered import remembered

TODAY = date(2026, 11, 23)  # of the clock of a test
HELD = date(2026, 11, 10)
SECRET = "Logeerwoning voor het gezin op nummer 3"


@dataclass(frozen=True)
class Gathered:
    store: Store
    who: Actor
    project: int
    dwellings: dict[str, int]
    held: int  # the gathering that was held, with two proposals: 1 was answered, 2 was not
    tonight: int  # the one of today
    proposals: tuple[int, int]


@remembered
def gather(store: Store, who: Actor, homes: int = 4) -> Gathered:
    """Homes 1, 2, 3… of which number 4 is empty."""
    complex_id, dwellings = make_homes(store, who, [str(n + 1) for n in range(homes)], ["4"])
    project = start_project(
        store, who, "Renovatie Zonneveld", ProjectKind.RENOVATION, Participation.ADVISE,
        date(2026, 9, 1), complex_ids=(complex_id,), leader="Onderhoud",
        contact="Team Onderhoud, 0500 – 00 00 05", budget_cents=100_000_00,
        may_decide="Welke keuken u kiest.", may_not_decide="Dat het dak wordt geïsoleerd.",
    )  # fmt: skip
    held = plan_session(
        store, who, project, kind=SessionKind.CONSULTATION, title="Eerste bewonersavond",
        held_on=HELD, starts="19:30", ends="21:30", place="Buurthuis De Zon",
        question="Wat wilt u houden?",
    )  # fmt: skip
    change_session(store, who, held, present=31, notes="Veel vragen over geluid.")
    first = raise_proposal(store, who, project, "Kies uit drie keukens.", held, "Keuken", 17, HELD)
    second = raise_proposal(store, who, project, "Boor niet vóór acht uur.", held, "", 21, HELD)
    answer_proposals(store, who, [first], ProposalAnswer.DO, "U kiest zelf.", "Onderhoud", HELD)
    make_promise(store, who, project, "Uitleg op papier", "Verhuur", date(2026, 12, 1),
                 "iedereen", on=HELD)  # fmt: skip
    make_promise(store, who, project, SECRET, "Wijkbeheer", date(2026, 12, 1),
                 dwelling_id=dwellings["3"], on=HELD)  # fmt: skip
    tonight = plan_session(
        store, who, project, kind=SessionKind.CONSULTATION, title="Tweede bewonersavond",
        held_on=TODAY, starts="19:30", place="Buurthuis De Zon", question="Wat mist u nog?",
    )  # fmt: skip
    return Gathered(store, who, project, dwellings, held, tonight, (first, second))
