"""Appointments and whole days for other people's calendars: iCalendar files (RFC 5545, RFC 5546).

A calendar knows an appointment by its UID and takes the message with the highest SEQUENCE. So a
change keeps the UID and counts on, and a cancellation does the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import (
    Alarm,
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


@dataclass(frozen=True)
class Appointment:
    """An appointment as it stands in somebody's calendar. The times are aware; calendars show them
    on Dutch clocks. `description` says what it is, or why it is called off; `place` and
    `organiser_email` may be empty. Among others in one file, `cancelled` takes it out again."""

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    description: str = ""
    organiser_email: str = ""
    cancelled: bool = False


@dataclass(frozen=True)
class WholeDay:
    """A day on which something is due, as it stands in somebody's calendar. The calendar warns so
    many days before as `reminders` say; `cancelled` takes the day out again."""

    uid: str
    sequence: int
    title: str
    day: date
    description: str = ""
    reminders: tuple[int, ...] = ()
    cancelled: bool = False


def day_list(days: Iterable[WholeDay], now: datetime) -> bytes:
    """The file that puts days in a calendar, or brings those up to date that it has by their
    `uid`. The days take no time: who is busy on them is not shown as such."""
    calendar = _calendar("PUBLISH")
    for day in days:
        calendar.add_component(_whole_day(day, now))
    return bytes(calendar.to_ical())


def collection(
    appointments: Iterable[Appointment], days: Iterable[WholeDay], now: datetime
) -> bytes:
    """One file with appointments and days, to follow all of something in a calendar. Each is
    brought up to date by its `uid`, and taken out when it is cancelled."""
    calendar = _calendar("PUBLISH")
    calendar.add_component(_dutch_clock())
    for one in appointments:
        calendar.add_component(_event("CANCELLED" if one.cancelled else "CONFIRMED", one, now))
    for day in days:
        calendar.add_component(_whole_day(day, now))
    return bytes(calendar.to_ical())


def invitation(appointment: Appointment, now: datetime) -> bytes:
    """The file that puts an appointment in a calendar.

    Its method is PUBLISH: the answer comes by letter or phone, so no calendar is to ask for one."""
    return _file("PUBLISH", "CONFIRMED", appointment, now)


def cancellation(appointment: Appointment, now: datetime) -> bytes:
    """The file that takes the appointment out of a calendar; its `sequence` is higher than that
    of the invitation."""
    return _file("CANCEL", "CANCELLED", appointment, now)


def _file(method: str, status: str, appointment: Appointment, now: datetime) -> bytes:
    calendar = _calendar(method)
    calendar.add_component(_dutch_clock())
    calendar.add_component(_event(status, appointment, now))
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _whole_day(day: WholeDay, now: datetime) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("sequence", day.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.title)
    if day.description:
        event.add("description", day.description)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if day.cancelled else "CONFIRMED")
    for before in () if day.cancelled else day.reminders:
        event.add_component(_reminder(day.title, before))
    return event


def _reminder(title: str, days_before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days_before))
    return alarm


def _event(status: str, appointment: Appointment, now: datetime) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", local(appointment.starts_at))
    event.add("dtend", local(appointment.ends_at))
    event.add("summary", appointment.title)
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.description:
        event.add("description", appointment.description)
    if appointment.organiser_email:
        event.add("organizer", vCalAddress(f"mailto:{appointment.organiser_email}"))
    event.add("status", status)
    return event


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
