"""Appointments that people can put in their calendar, and take out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component

from desktop.exchange.calendars import (
    Appointment,
    WholeDay,
    cancellation,
    day_list,
    invitation,
)
from desktop.language.format import AMSTERDAM

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STARTS = datetime(2026, 11, 26, 14, 20, tzinfo=AMSTERDAM)
WHAT = Appointment(
    uid="12-K03@morgenwonen.voorbeeld",
    sequence=0,
    title="Kennismaking Kadeflat 214; é",
    starts_at=STARTS,
    ends_at=STARTS + timedelta(minutes=20),
    place="ingang Kadeflat 200, bij de koffiehoek",
    description="U hoeft niets mee te nemen.\nTot dan!",
    organiser_email="verhuur@morgenwonen.voorbeeld",
)


def event_of(file: bytes) -> Component:
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return event


def test_an_appointment_reads_back_as_it_was_written() -> None:
    event = event_of(invitation(WHAT, NOW))
    assert event["summary"] == WHAT.title
    assert event["location"] == WHAT.place
    assert event["description"] == WHAT.description
    assert event["dtstart"].dt == STARTS
    assert event["dtend"].dt == STARTS + timedelta(minutes=20)
    assert event["dtstamp"].dt == NOW
    assert event["organizer"] == "mailto:verhuur@morgenwonen.voorbeeld"


def test_times_stand_on_the_dutch_clock() -> None:
    file = invitation(WHAT, NOW)
    assert b"DTSTART;TZID=Europe/Amsterdam:20261126T142000" in file
    assert file.index(b"BEGIN:VTIMEZONE") < file.index(b"BEGIN:VEVENT")


def test_a_moment_in_utc_is_shown_on_the_summer_clock() -> None:
    starts = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    what = replace(WHAT, starts_at=starts, ends_at=starts + timedelta(hours=1))
    assert b"DTSTART;TZID=Europe/Amsterdam:20260701T140000" in invitation(what, NOW)


def test_the_clock_that_is_sent_along_changes_when_the_european_clocks_do() -> None:
    (clock,) = Calendar.from_ical(invitation(WHAT, NOW)).walk("VTIMEZONE")
    zone = clock.to_tz(lookup_tzid=False)
    changes = [
        datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 59, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
    ]
    assert [m.astimezone(zone).hour for m in changes] == [1, 3, 2, 2]
    assert [m.astimezone(zone).utcoffset() for m in changes] == [
        m.astimezone(AMSTERDAM).utcoffset() for m in changes
    ]


def test_a_change_keeps_the_uid_and_counts_on() -> None:
    first = event_of(invitation(WHAT, NOW))
    second = event_of(invitation(replace(WHAT, sequence=1), NOW))
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)


def test_a_cancellation_says_so_to_calendars() -> None:
    file = cancellation(replace(WHAT, sequence=2), NOW)
    assert Calendar.from_ical(file)["method"] == "CANCEL"
    event = event_of(file)
    assert event["status"] == "CANCELLED"
    assert event["uid"] == WHAT.uid
    assert event["sequence"] == 2


def test_an_appointment_asks_no_calendar_for_an_answer() -> None:
    file = invitation(WHAT, NOW)
    assert Calendar.from_ical(file)["method"] == "PUBLISH"
    assert b"ATTENDEE" not in file


def test_lines_are_not_longer_than_the_standard_allows() -> None:
    what = replace(WHAT, description="lang " * 100)
    lines = invitation(what, NOW).split(b"\r\n")
    assert max(map(len, lines)) <= 75


PAPERS = WholeDay(
    uid="3-year-papers@samenspraak",
    sequence=4,
    title="Stukken bij minister, gemeente en huurders (Woningwet, art. 44a lid 1)",
    day=date(2026, 12, 14),
    description="Vóór 15 december.",
    reminders=(30, 7),
)


def test_a_whole_day_reads_back_as_it_was_written() -> None:
    event = event_of(day_list([PAPERS], NOW))
    assert (event["uid"], event["sequence"]) == (PAPERS.uid, 4)
    assert event["summary"] == PAPERS.title
    assert event["dtstart"].dt == PAPERS.day
    assert event["dtend"].dt == date(2026, 12, 15)
    assert [alarm["trigger"].dt.days for alarm in event.walk("VALARM")] == [-30, -7]


def test_a_day_that_lapses_is_called_off_and_warns_of_nothing() -> None:
    event = event_of(day_list([replace(PAPERS, cancelled=True)], NOW))
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_several_days_go_in_one_file() -> None:
    other = replace(PAPERS, uid="3-bid@samenspraak")
    found = Calendar.from_ical(day_list([PAPERS, other], NOW)).walk("VEVENT")
    assert [event["uid"] for event in found] == [PAPERS.uid, other.uid]
