"""The days of a year in other people's calendars (agreements, property 10)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from icalendar import Calendar, Component

from desktop.agreements.actions.advices import ask_advice
from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.actions.disputes import open_dispute
from desktop.agreements.exchange.calendars import export_calendar, write_calendar
from desktop.agreements.queries.deadlines import deadlines
from desktop.agreements.states import DisputeKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import POLICY_ON, SENT_ON, Talks, begin_talks

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


def file(talks: Talks, now: datetime = NOW) -> bytes:
    with TemporaryDirectory() as folder, talks.store.reading() as session:
        path = Path(folder) / "termijnen.ics"
        write_calendar(session, path, [talks.cycle], now)
        return path.read_bytes()


def events(talks: Talks, now: datetime = NOW) -> dict[str, Component]:
    found = Calendar.from_ical(file(talks, now)).walk("VEVENT")
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def event(talks: Talks, code: str, now: datetime = NOW) -> Component:
    return events(talks, now)[f"{talks.cycle}-{code}@samenspraak"]


def reminders(talks: Talks, code: str, now: datetime = NOW) -> list[timedelta]:
    return [alarm["trigger"].dt for alarm in event(talks, code, now).walk("VALARM")]


def test_the_file_gives_the_same_days_back(talks: Talks) -> None:
    ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, "Woonlasten", "Daarom.", "Geen.",
        date(2026, 9, 1),
    )  # fmt: skip
    with talks.store.reading() as session:
        expected = {
            f"{talks.cycle}-{one.code}@samenspraak": one.day
            for one in deadlines(session, talks.cycle, NOW.date())
            if one.day is not None
        }
    assert {uid: one["dtstart"].dt for uid, one in events(talks).items()} == expected
    assert len(expected) > 15


def test_a_day_takes_a_whole_day_and_no_time(talks: Talks) -> None:
    papers = event(talks, "year-papers")
    assert papers["dtend"].dt - papers["dtstart"].dt == timedelta(days=1)
    assert papers["transp"] == "TRANSPARENT"


def test_a_day_says_what_and_by_which_article(talks: Talks) -> None:
    bid = event(talks, "bid")
    assert bid["summary"] == "Bod bij gemeente en huurders (Woningwet, art. 44 lid 1)"
    assert "Controleer de geldende tekst" in bid["description"]


def test_it_warns_a_month_and_a_week_before(talks: Talks) -> None:
    assert reminders(talks, "year-papers") == [timedelta(days=-30), timedelta(days=-7)]


def test_of_what_is_done_or_over_it_no_longer_warns(talks: Talks) -> None:
    talks.sent_bid(received=dict.fromkeys(talks.receivers, SENT_ON))
    assert reminders(talks, "bid") == []
    assert reminders(talks, "plan-wishes") == []
    assert event(talks, "bid")["status"] == "CONFIRMED"


def test_the_same_year_gives_the_same_numbers_again(talks: Talks) -> None:
    before, after = events(talks), events(talks, NOW + timedelta(days=3))
    assert before.keys() == after.keys()
    assert {u: e["sequence"] for u, e in before.items()} == {
        u: e["sequence"] for u, e in after.items()
    }


def test_each_change_of_a_day_counts_on_also_when_it_is_undone(talks: Talks) -> None:
    first = event(talks, "dispute")
    open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 10, 5), "De huur."
    )
    second = event(talks, "dispute")
    talks.store.undo(talks.who)
    third = event(talks, "dispute")
    assert [e["dtstart"].dt for e in (first, second, third)] == [
        date(2027, 1, 29),
        date(2026, 11, 2),
        date(2027, 1, 29),
    ]
    assert second["sequence"] == first["sequence"] + 1
    assert third["sequence"] == second["sequence"] + 1


def test_what_lapses_is_taken_out_of_the_calendar(talks: Talks) -> None:
    policy_received(talks.store, talks.who, talks.cycle, None)
    lapsed = event(talks, "invitation")
    assert lapsed["status"] == "CANCELLED"
    assert reminders(talks, "invitation") == []
    assert event(talks, "bid")["status"] == "CONFIRMED"
    assert event(talks, "plan-wishes")["status"] == "CONFIRMED"  # over, and was never called off


def test_lines_are_as_the_standard_asks(talks: Talks) -> None:
    content = file(talks)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.count(b"\n") == content.count(b"\r\n")
    assert Calendar.from_ical(content)["method"] == "PUBLISH"


def test_a_subject_that_a_calendar_could_misread_stays_whole(talks: Talks) -> None:
    subject = "Stookkosten, service; én\\ketels 🏠 " + "heel lang " * 8
    advice = ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, subject, "Daarom.", "Geen.",
        date(2026, 9, 1),
    )  # fmt: skip
    assert subject.strip() in event(talks, f"advice-{advice}")["summary"]


def test_who_writes_it_hears_how_many_days_it_has(talks: Talks, tmp_path: Path) -> None:
    path = tmp_path / "termijnen.ics"
    with talks.store.reading() as session:
        assert write_calendar(session, path, [talks.cycle], NOW) == len(events(talks))


def test_without_a_year_all_talks_go_out(
    store: Store, who: Actor, clock: Clock, tmp_path: Path
) -> None:
    talks = begin_talks(store, who, clock, 2016, POLICY_ON)
    path = tmp_path / "termijnen.ics"
    with talks.store.reading() as session:
        count = export_calendar(session, path, [], NOW)
        assert export_calendar(session, path, ["2016"], NOW) == count > 15
        with pytest.raises(Refused, match="2031"):
            export_calendar(session, path, ["2016", "2031"], NOW)
