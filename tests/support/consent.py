"""A renovation with dwellings, and a consent round that runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.estate.model import BuildingKind, Complex, Dwelling, Household
from desktop.projects.actions.answers import note_answer
from desktop.projects.actions.consent import send_proposal, start_round
from desktop.projects.actions.projects import start_project
from desktop.projects.queries.consent import RoundView, round_view
from desktop.projects.states import AnswerMeans, ConsentAnswer, Participation, ProjectKind
from desktop.store import Actor, Store
from tests.support.remembered import remembered

SENT = date(2026, 11, 2)
TODAY = date(2026, 11, 23)
PROPOSAL = "Wij maken uw woning warmer: dak, gevel en ramen. De huur blijft gelijk."


@dataclass(frozen=True)
class Asking:
    """A project with its dwellings by house number, and the round that asks them."""

    store: Store
    who: Actor
    project: int
    dwellings: dict[str, int]
    round: int

    def view(self) -> RoundView:
        with self.store.reading() as session:
            return round_view(session, self.round, TODAY)

    def tenancy(self, number: str) -> int:
        return next(home.id for home in self.view().homes if home.number == number)

    def say(self, number: str, answer: ConsentAnswer, on: date = TODAY) -> None:
        note_answer(self.store, self.who, self.tenancy(number), answer, AnswerMeans.CARD, on)

    def say_all(self, numbers: Sequence[str], answer: ConsentAnswer) -> None:
        ids = {home.number: home.id for home in self.view().homes}
        for number in numbers:
            note_answer(self.store, self.who, ids[number], answer, AnswerMeans.CARD, TODAY)


def make_homes(
    store: Store, who: Actor, numbers: Sequence[str], vacant: Sequence[str] = ()
) -> tuple[int, dict[str, int]]:
    """A complex Zonneveld with these house numbers, four to a staircase; who lives there is named
    after the number."""
    with store.act(who, "test.homes") as act:
        session = act.session
        complex_ = Complex(code="ZON", name="Zonneveld", building=BuildingKind.STAIRWELL)
        session.add(complex_)
        session.flush()
        made = {}
        for place, number in enumerate(numbers):
            home = Dwelling(
                complex_id=complex_.id,
                code=f"ZON-{number}",
                street="Zonneveld",
                house_number=number,
                postcode="9873 ZA",
                city="Morgenveld",
                stairwell="ABCDEFGHIJKLM"[place // 4],
            )
            session.add(home)
            session.flush()
            made[number] = home.id
            if number not in vacant:
                session.add(
                    Household(dwelling_id=home.id, name=f"Bewoner {number}", since=date(2020, 1, 1))
                )
        return complex_.id, made


@remembered
def begin_asking(
    store: Store, who: Actor, homes: int = 12, vacant: Sequence[str] = (), sent: bool = True
) -> Asking:
    """A renovation of homes 1, 2, 3… with a round to all of them, sent on 2 November 2026."""
    complex_id, dwellings = make_homes(store, who, [str(n + 1) for n in range(homes)], vacant)
    project = start_project(
        store,
        who,
        "Renovatie Zonneveld",
        ProjectKind.RENOVATION,
        Participation.ADVISE,
        date(2026, 9, 1),
        complex_ids=(complex_id,),
    )
    round_id = start_round(store, who, project, list(dwellings.values()), PROPOSAL, "Blok A en B")
    if sent:
        send_proposal(store, who, round_id, SENT, date(2026, 12, 1))
    return Asking(store, who, project, dwellings, round_id)
