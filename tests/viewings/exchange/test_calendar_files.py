"""Calendar files of a viewing: one for each invited candidate, nothing of anybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar

from desktop.store import Store
from desktop.viewings.actions.invitations import take_back_invitation
from desktop.viewings.actions.viewings import move_viewing
from desktop.viewings.exchange.calendars import CalendarFile, calendar_files
from desktop.viewings.exchange.candidates import CandidateRow
from tests.support import steps
from tests.support.clock import Clock

PEOPLE = (
    CandidateRow(
        41,
        "Boer",
        number="K-1",
        first_name="Johan",
        email="johan@zoekt.voorbeeld",
        phone="0600 – 00 00 41",
        street="Parkweg 36",
        priority=True,
    ),
    CandidateRow(42, "Santos", number="K-2", first_name="Maria", language="en"),
)


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    letting = steps.begin(store, clock, PEOPLE)
    steps.bring(letting, steps.invite)
    return letting


def files(letting: steps.Letting) -> list[CalendarFile]:
    with letting.store.reading() as session:
        return calendar_files(session, letting.viewing, letting.clock())


def event(file: CalendarFile) -> dict:
    return Calendar.from_ical(file.content).walk("VEVENT")[0]


def test_each_candidate_has_a_file_at_their_own_time(letting: steps.Letting) -> None:
    found = files(letting)
    starts = [event(file)["DTSTART"].dt for file in found]
    assert len(found) == 2
    assert starts[1] - starts[0] == timedelta(minutes=20)
    assert len({str(event(file)["UID"]) for file in found}) == 2


def test_R5_a_file_tells_nothing_of_rank_priority_phone_or_address(
    letting: steps.Letting,
) -> None:
    for file in files(letting):
        text = file.content.decode() + file.name
        for secret in ("Boer", "Johan", "Parkweg", "0600", "zoekt", "oorrang", "riority", "41"):
            assert secret not in text.replace(str(event(file)["UID"]), "")


def test_a_file_is_in_the_language_of_the_candidate(letting: steps.Letting) -> None:
    dutch, english = files(letting)
    assert "Viewing" in str(event(english)["SUMMARY"])
    assert "Viewing" not in str(event(dutch)["SUMMARY"])


def test_moving_the_viewing_raises_the_sequence_under_the_same_uid(
    letting: steps.Letting,
) -> None:
    before = event(files(letting)[0])
    move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, days=4))
    after = event(files(letting)[0])
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt > before["DTSTART"].dt


def test_an_invitation_taken_back_becomes_a_cancellation(letting: steps.Letting) -> None:
    take_back_invitation(letting.store, letting.author, letting.invitations[42])
    cancelled = next(f for f in files(letting) if "K-2" in f.name)
    assert Calendar.from_ical(cancelled.content)["METHOD"] == "CANCEL"
    assert event(cancelled)["STATUS"] == "CANCELLED"
