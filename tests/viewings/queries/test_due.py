"""What Vandaag shows of Buren: every term with what it rests on and the place of its action."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.feature import Due, Place, Urgency
from desktop.language import _
from desktop.store import Store
from desktop.today.queries import when_in_words
from desktop.viewings.actions.decisions import add_complaint
from desktop.viewings.actions.reports import record_list_back, save_visit
from desktop.viewings.exchange.candidates import CandidateRow
from desktop.viewings.queries.due import due, figures, week
from desktop.viewings.rules.visits import another_by
from desktop.viewings.states import ComplaintAbout, Want
from tests.support import steps
from tests.support.clock import Clock

PRIORITY_FIRST = (
    CandidateRow(1, "Boer", first_name="Johan", priority=True),
    CandidateRow(2, "Santos", first_name="Maria"),
)


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    return steps.begin(store, clock)


def dues(letting: steps.Letting) -> list[Due]:
    with letting.store.reading() as session:
        return due(session, letting.clock())


def actions(letting: steps.Letting) -> list[str]:
    return [one.action for one in dues(letting)]


@pytest.mark.parametrize(
    ("last", "action"),
    [
        (steps.announce, "Choose"),
        (steps.choose_policy, "Publish"),
        (steps.take_list, "Plan"),
        (steps.plan, "Choose host"),
        (steps.hosts_say_yes, "Invite"),
        (steps.submit, "Read along"),
        (steps.settle, "Letters"),
    ],
)
def test_each_step_says_what_comes_next(
    letting: steps.Letting, last: steps.Step, action: str
) -> None:
    steps.bring(letting, last)
    found = [one for one in dues(letting) if one.action == _(action)]
    assert len(found) == 1
    assert found[0].place in (
        Place("viewings", "viewing", letting.viewing),
        *(Place("viewings", "vacancy", letting.vacancy, part) for part in ("", "decision")),
    )


def test_an_offer_counts_its_hours_and_is_late_afterwards(letting: steps.Letting) -> None:
    steps.bring(letting, steps.offer)
    running = next(one for one in dues(letting) if one.action == _("Record answer"))
    assert running.urgency is not Urgency.LATE
    assert running.when is not None
    assert running.article
    letting.clock.move_to(running.when + timedelta(minutes=1))
    late = next(one for one in dues(letting) if one.action == _("Record answer"))
    assert late.urgency is Urgency.LATE


def test_a_report_stays_due_until_everybody_is_recorded(letting: steps.Letting) -> None:
    steps.bring(letting, steps.remind)
    letting.clock.move_to(letting.view().viewings[0].ends_at)
    first, *others = letting.invitations.values()

    def left() -> list[str]:
        return [one.detail for one in dues(letting) if one.action == _("Enter")]

    assert len(left()) == 1
    steps.save_report(letting, steps.came(first))
    assert left()[0].endswith(f"nog {len(others)} bezoekers")
    letting.clock.move_on(days=2)
    steps.save_report(letting, *(steps.came(invitation) for invitation in others))
    assert left() == []


def test_r5_lists_that_are_not_back_are_asked_for_a_day_after_the_viewing(
    letting: steps.Letting,
) -> None:
    steps.bring(letting, steps.report)

    def waiting() -> list[str]:
        place = Place("viewings", "viewing", letting.viewing)
        return [o.badge for o in dues(letting) if (o.action, o.place) == (_("Record"), place)]

    letting.clock.move_to(letting.shown().ends_at + timedelta(hours=23))
    assert waiting() == []
    letting.clock.move_on(hours=1)
    assert waiting() == ["2"]
    for left, shift in zip((["1"], []), letting.shifts.values(), strict=True):
        record_list_back(letting.store, letting.author, shift)
        assert waiting() == left


def test_r5_after_a_tablet_at_the_door_no_list_is_asked_for(letting: steps.Letting) -> None:
    steps.bring(letting, steps.remind)
    letting.clock.move_to(letting.shown().starts_at)
    for invitation in letting.invitations.values():
        save_visit(letting.store, letting.author, letting.viewing, steps.came(invitation))
    letting.clock.move_to(letting.shown().ends_at + timedelta(hours=30))
    assert letting.shown().tablet_used
    assert [one for one in dues(letting) if one.action == _("Record")] == []


def test_a_no_with_priority_asks_a_colleague_the_same_day(store: Store, clock: Clock) -> None:
    letting = steps.begin(store, clock, PRIORITY_FIRST)
    steps.bring(letting, steps.remind)
    clock.move_to(letting.view().viewings[0].ends_at)
    steps.save_report(letting, steps.came(letting.invitations[1], Want.NO, caused_by_tour=False))
    guard = next(one for one in dues(letting) if one.action == _("Read along"))
    assert guard.urgency is Urgency.TODAY
    assert "Huisvestingswet" in guard.article


def test_u2_who_missed_the_visit_with_priority_gets_another_within_two_working_days(
    store: Store, clock: Clock
) -> None:
    letting = steps.begin(store, clock, PRIORITY_FIRST)
    steps.bring(letting, steps.remind)
    clock.move_to(letting.view().viewings[0].ends_at)
    missed = [steps.did_not_come(one, caused_by_tour=False) for one in letting.invitations.values()]
    steps.save_report(letting, *missed)

    (again,) = [one for one in dues(letting) if one.badge == "↻"]
    assert "Boer" in again.title  # the other one has no priority
    assert again.when is not None
    assert again.when.date() == another_by(letting.today)

    steps.appointment(letting, 1)
    assert [one for one in dues(letting) if one.badge == "↻"] == []


def test_somebody_who_was_asked_for_money_is_called_today(letting: steps.Letting) -> None:
    steps.bring(letting, steps.remind)
    letting.clock.move_to(letting.view().viewings[0].ends_at)
    rank, invitation = next(iter(letting.invitations.items()))
    steps.save_report(letting, steps.came(invitation, money_asked=True))
    alarm = next(one for one in dues(letting) if one.badge == "€")
    assert alarm.urgency is Urgency.TODAY
    assert alarm.place == Place("viewings", "candidate", letting.candidates[rank])
    assert alarm.when == min(one.when for one in dues(letting) if one.when is not None)
    assert when_in_words(alarm, letting.clock()) == "vandaag"


def test_a_complaint_shows_its_term(letting: steps.Letting) -> None:
    steps.bring(letting, steps.letters)
    add_complaint(
        letting.store,
        letting.author,
        letting.vacancy,
        None,
        ComplaintAbout.ORDER,
        letting.today,
        "De volgorde klopt niet.",
    )
    complaint = next(one for one in dues(letting) if one.action == _("Answer"))
    assert complaint.when is not None
    assert complaint.when > letting.clock() + timedelta(weeks=5)


def test_the_week_holds_its_viewings_until_they_are_called_off(letting: steps.Letting) -> None:
    steps.bring(letting, steps.plan)
    day = letting.view().viewings[0].starts_at.date()
    with letting.store.reading() as session:
        assert len(week(session, day, day)) == 1
        assert not week(session, day + timedelta(days=1), day + timedelta(days=7))


def test_figures_wait_until_there_is_something_to_count(letting: steps.Letting) -> None:
    with letting.store.reading() as session:
        assert not figures(session, letting.clock())
    steps.bring(letting, steps.report)
    with letting.store.reading() as session:
        assert figures(session, letting.clock())
