"""The dates of a project in other people's calendars."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from desktop.language.format import AMSTERDAM
from desktop.projects.actions.ballots import fix_result
from desktop.projects.actions.budgets import carry_out_idea
from desktop.projects.actions.consent import send_result
from desktop.projects.actions.inspections import start_inspection
from desktop.projects.actions.projects import halt_project
from desktop.projects.actions.sessions import call_off_session, change_session, plan_session
from desktop.projects.actions.tasks import add_task
from desktop.projects.exchange.calendars import gathering_file, project_file
from desktop.projects.exchange.offered import exportables
from desktop.projects.states import ConsentAnswer
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.consent import begin_asking
from tests.support.dividing import begin_dividing
from tests.support.gathered import SECRET, Gathered, gather

NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def gathered(store: Store, who: Actor) -> Gathered:
    return gather(store, who)


def event(gathered: Gathered, session_id: int) -> tuple[str, Component]:
    with gathered.store.reading() as session:
        calendar = Calendar.from_ical(gathering_file(session, session_id, NOW))
    [found] = calendar.walk("VEVENT")
    return str(calendar["method"]), found


def events(gathered: Gathered) -> dict[str, Component]:
    with gathered.store.reading() as session:
        content, _count = project_file(session, [gathered.project], NOW)
    return {str(one["uid"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def test_a_gathering_says_when_where_and_what_is_asked(gathered: Gathered) -> None:
    method, found = event(gathered, gathered.held)
    assert method == "PUBLISH"
    assert found["dtstart"].dt == datetime(2026, 11, 10, 19, 30, tzinfo=AMSTERDAM)
    assert found["dtend"].dt == datetime(2026, 11, 10, 21, 30, tzinfo=AMSTERDAM)
    assert str(found["location"]) == "Buurthuis De Zon"
    assert str(found["description"]) == "Wat wilt u houden?"


def test_a_change_keeps_the_uid_and_counts_on_and_calling_off_takes_it_out(
    gathered: Gathered,
) -> None:
    store, who, tonight = gathered.store, gathered.who, gathered.tonight
    _method, first = event(gathered, tonight)
    change_session(store, who, tonight, held_on=date(2026, 11, 30))
    _method, moved = event(gathered, tonight)
    call_off_session(store, who, tonight)
    method, gone = event(gathered, tonight)
    assert first["uid"] == moved["uid"] == gone["uid"]
    assert [one["sequence"] for one in (first, moved, gone)] == [0, 1, 2]
    assert (method, str(gone["status"])) == ("CANCEL", "CANCELLED")


def test_a_change_that_is_undone_counts_on_too(gathered: Gathered) -> None:
    store, who, tonight = gathered.store, gathered.who, gathered.tonight
    change_session(store, who, tonight, held_on=date(2026, 11, 30))
    store.undo(who)
    _method, back = event(gathered, tonight)
    assert (back["dtstart"].dt.day, back["sequence"]) == (23, 2)


def test_a_gathering_without_a_time_takes_its_day(gathered: Gathered) -> None:
    day = date(2026, 12, 7)
    made = plan_session(gathered.store, gathered.who, gathered.project, held_on=day, place="Hal")
    _method, found = event(gathered, made)
    assert found["dtstart"].dt == day


def test_the_file_of_a_project_has_gatherings_milestones_and_promises(gathered: Gathered) -> None:
    found = events(gathered)
    said = {str(one["summary"]) for one in found.values()}
    assert "Eerste bewonersavond · Renovatie Zonneveld" in said
    assert "Besluit · Renovatie Zonneveld" in said
    assert "Belofte: Uitleg op papier · Renovatie Zonneveld" in said
    assert "Het project is klaar · Renovatie Zonneveld" in said


def test_tasks_walks_votes_and_what_got_money_have_their_day_too(store: Store, who: Actor) -> None:
    voting = begin_dividing(store, who)
    add_task(store, who, voting.project, name="Bollen planten")
    start_inspection(store, who, voting.project, "Rondje Noord", on=date(2026, 11, 20))
    voting.vote_all()
    fix_result(store, who, voting.round)
    day = date(2027, 3, 1)
    carry_out_idea(store, who, voting.ideas["Bankjes"], "Groen", day, False)
    halt_project(store, who, voting.project, "Wacht op geld", date(2026, 12, 31))
    with store.reading() as session:
        content, _count = project_file(session, [voting.project], NOW)
    found = {
        str(one["summary"]): one["dtstart"].dt for one in Calendar.from_ical(content).walk("VEVENT")
    }
    assert found["Klaar: Bollen planten · Wijkbeheer Noord"] == date(2026, 9, 1)
    assert found["Wijkschouw: Rondje Noord · Wijkbeheer Noord"] == date(2026, 11, 20)
    assert found["Laatste dag om te stemmen: Geld voor Noord · Wijkbeheer Noord"] == date(
        2026, 12, 4
    )
    assert found["Uitvoeren: Bankjes · Wijkbeheer Noord"] == day
    assert found["Het project kan verder · Wijkbeheer Noord"] == date(2026, 12, 31)


def test_what_one_dwelling_was_promised_stays_in_the_program(gathered: Gathered) -> None:
    with gathered.store.reading() as session:
        content, _count = project_file(session, [gathered.project], NOW)
    words = content.decode().replace("\r\n ", "")
    assert SECRET not in words
    assert "Zonneveld 3" not in words
    assert "Belofte aan één woning" in words


def test_a_gathering_that_was_called_off_is_called_off_among_the_others(
    gathered: Gathered,
) -> None:
    call_off_session(gathered.store, gathered.who, gathered.tonight)
    found = events(gathered)[f"project-gathering-{gathered.tonight}@samenspraak"]
    assert str(found["status"]) == "CANCELLED"


def test_the_command_line_writes_the_dates_of_the_projects_that_are_asked(
    gathered: Gathered, tmp_path: Path
) -> None:
    export = next(one for one in exportables() if one.key == "project-calendar")
    path = tmp_path / "dagen.ics"
    with gathered.store.reading() as session:
        written = export.write(session, path, ["P26-1"], NOW)
        every = export.write(session, path, [], NOW)
        with pytest.raises(Refused):
            export.write(session, path, ["P26-9"], NOW)
    assert written == every == len(list(Calendar.from_ical(path.read_bytes()).walk("VEVENT")))


def test_the_last_day_to_answer_and_the_last_one_to_go_to_court_are_days(
    store: Store, who: Actor
) -> None:
    asking = begin_asking(store, who)
    asking.say_all([str(n) for n in range(1, 10)], ConsentAnswer.YES)
    send_result(store, who, asking.round)
    with store.reading() as session:
        content, _count = project_file(session, [asking.project], NOW)
    found = [
        (str(one["summary"]), one["dtstart"].dt)
        for one in Calendar.from_ical(content).walk("VEVENT")
        if "consent" in str(one["uid"])
    ]
    assert [day for _words, day in found] == [date(2026, 12, 1), date(2027, 1, 18)]
    assert "Laatste dag om naar de rechter te gaan" in found[1][0]
