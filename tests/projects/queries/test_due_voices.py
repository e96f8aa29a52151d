"""What tenants wait for is on Vandaag, and goes when it is done."""

from __future__ import annotations

from datetime import date, datetime

from desktop.feature import Place, Urgency
from desktop.language.format import AMSTERDAM
from desktop.projects.actions.projects import halt_project
from desktop.projects.actions.promises import keep_promise, make_promise
from desktop.projects.actions.proposals import answer_proposals, raise_proposal, tell_answers
from desktop.projects.actions.sessions import (
    change_session,
    invitations_sent,
    minutes_sent,
    plan_session,
)
from desktop.projects.queries.due import voices
from desktop.projects.queries.places import EVENING
from desktop.projects.states import ProposalAnswer
from desktop.store import Actor, Store
from tests.support.clock import Clock

Found = list[tuple[str, Urgency]]


def due(store: Store) -> Found:
    with store.reading() as session:
        return [(one.title, one.urgency) for one in voices.due(session, store.now())]


def test_answers_within_four_weeks(store: Store, who: Actor, clock: Clock, renovation: int) -> None:
    first = raise_proposal(store, who, renovation, "Glas", on=date(2026, 11, 2))
    raise_proposal(store, who, renovation, "Groen")
    assert due(store) == [("2 voorstellen beantwoorden", Urgency.LATER)]
    clock.move_to(datetime(2026, 12, 1, 9, tzinfo=AMSTERDAM))
    assert due(store) == [("2 voorstellen beantwoorden", Urgency.LATE)]
    answer_proposals(store, who, [first], ProposalAnswer.NOT, "Te duur", "Beheer")
    answer, tell = due(store)
    assert answer == ("1 voorstel beantwoorden", Urgency.LATER)
    assert tell == ("1 antwoord aan bewoners vertellen", Urgency.LATER)  # within two weeks
    clock.move_on(days=15)
    assert ("1 antwoord aan bewoners vertellen", Urgency.LATE) in due(store)
    tell_answers(store, who, [first], "Nieuwsbrief")
    assert [title for title, _urgency in due(store)] == ["1 voorstel beantwoorden"]


def test_promises_from_two_weeks_before_their_day(
    store: Store, who: Actor, clock: Clock, renovation: int
) -> None:
    bell = make_promise(store, who, renovation, "Nieuwe bel", "Beheer", date(2026, 12, 14))
    assert due(store) == []
    clock.move_on(days=7)
    assert due(store) == [("Belofte nakomen: Nieuwe bel", Urgency.LATER)]
    clock.move_on(days=15)
    with store.reading() as session:
        [figure] = voices.figures(session, store.now())
    assert (figure.value, figure.tone) == ("1", "red")
    keep_promise(store, who, bell, "Foto")
    assert due(store) == []


def test_a_gathering_asks_for_invitations_then_for_itself_then_how_it_was_then_a_report(
    store: Store, who: Actor, clock: Clock, renovation: int
) -> None:
    id = plan_session(store, who, renovation, held_on=date(2026, 12, 16), place="Buurthuis")
    assert due(store) == [("Uitnodigingen versturen", Urgency.SOON)]  # three weeks before
    with store.reading() as session:
        [item] = voices.week(session, date(2026, 12, 14), date(2026, 12, 20))
    assert "Renovatie Zonneveld" in item.title
    invitations_sent(store, who, id)
    assert due(store) == []
    clock.move_to(datetime(2026, 12, 16, 18, 45, tzinfo=AMSTERDAM))
    with store.reading() as session:
        [tonight] = voices.due(session, store.now())
    assert (tonight.title, tonight.urgency) == ("De bijeenkomst van vandaag houden", Urgency.TODAY)
    assert tonight.place == Place("projects", "project_session", id, EVENING)
    clock.move_to(datetime(2026, 12, 17, 9, tzinfo=AMSTERDAM))
    assert due(store) == [("Opschrijven hoe de bijeenkomst was", Urgency.LATE)]
    change_session(store, who, id, present=24)
    assert due(store) == [("Bewoners het verslag sturen", Urgency.LATER)]
    minutes_sent(store, who, id)
    assert due(store) == []


def test_a_project_that_rests_asks_for_nothing(store: Store, who: Actor, renovation: int) -> None:
    raise_proposal(store, who, renovation, "Glas")
    halt_project(store, who, renovation, "Geen geld")
    assert due(store) == []
