"""Appointments for other people's calendars: iCalendar files (RFC 5545, RFC 5546).

A calendar knows an appointment by its UID and takes the message with the highest SEQUENCE. So a
change keeps the UID and counts on, and a cancellation does the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
)

from desktop.language.format import local

PRODUCT = "-//Samenspraak//Samenspraak//NL"
WINTER = timedelta(hours=1)
SUMMER = timedelta(hours=2)


def appointment(
    uid: str,
    sequence: int,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    description: str,
    organiser_email: str,
    now: datetime,
) -> bytes:
    """The file that puts an appointment in a calendar. The times are aware; they are shown on
    Dutch clocks.

    Its method is PUBLISH: the answer comes by letter or phone, so no calendar is to ask for one."""
    event = _event(
        uid, sequence, title, starts_at, ends_at, place, description, organiser_email, now
    )
    event.add("status", "CONFIRMED")
    return _file("PUBLISH", event)


def cancellation(
    uid: str,
    sequence: int,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    description: str,
    organiser_email: str,
    now: datetime,
) -> bytes:
    """The file that takes the appointment `uid` out of a calendar; `sequence` is higher than that
    of the appointment, `description` says why."""
    event = _event(
        uid, sequence, title, starts_at, ends_at, place, description, organiser_email, now
    )
    event.add("status", "CANCELLED")
    return _file("CANCEL", event)


def _event(
    uid: str,
    sequence: int,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    description: str,
    organiser_email: str,
    now: datetime,
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", now)
    event.add("dtstart", local(starts_at))
    event.add("dtend", local(ends_at))
    event.add("summary", title)
    if place:
        event.add("location", place)
    if description:
        event.add("description", description)
    if organiser_email:
        event.add("organizer", vCalAddress(f"mailto:{organiser_email}"))
    return event


def _file(method: str, event: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_dutch_clock())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _dutch_clock() -> Timezone:
    """The rule of the European clocks (directive 2000/84/EC), for calendars that do not know
    Europe/Amsterdam by name. A start is on the clock as it was before the change."""
    clock = Timezone()
    clock.add("tzid", "Europe/Amsterdam")
    for part, name, begins, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), WINTER, SUMMER),  # noqa: DTZ001
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER),  # noqa: DTZ001
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        clock.add_component(part)
    return clock
