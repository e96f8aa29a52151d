"""Meetings: papers in time, the topics of tenants, and what was agreed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.agreements.actions.agenda import (
    accept_item,
    add_item,
    change_item,
    place_item,
    refuse_item,
    take_off,
)
from desktop.agreements.actions.meetings import (
    call_off,
    change_meeting,
    papers_sent,
    plan_meeting,
    write_minutes,
)
from desktop.agreements.actions.proceedings import (
    AttendanceChange,
    action_done,
    add_action,
    add_decision,
    change_action,
    change_attendance,
    change_decision,
    note_attendance,
    remove_action,
    remove_attendance,
    remove_decision,
)
from desktop.agreements.model import ActionPoint, AgendaItem, Meeting, Party
from desktop.agreements.queries.meetings import MeetingView, meeting_view
from desktop.agreements.states import MeetingKind, PartyKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from tests.support.agreed import Year, make_year

TODAY = date(2026, 11, 23)
HELD_ON = date(2026, 11, 30)


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


@pytest.fixture
def meeting(year: Year, who: Actor) -> int:
    return plan_meeting(
        year.store, who, year.cycle, HELD_ON, MeetingKind.TRIPARTITE, "Stadhuis", "19:30"
    )


def item(store: Store, item_id: int) -> AgendaItem:
    with store.reading() as session:
        kept = session.get_one(AgendaItem, item_id)
        session.expunge_all()
        return kept


def test_a_meeting_is_planned(store: Store, meeting: int) -> None:
    with store.reading() as session:
        kept = session.get_one(Meeting, meeting)
        assert (kept.held_on, kept.place, kept.starts) == (HELD_ON, "Stadhuis", "19:30")


@pytest.mark.parametrize("starts", ["24:00", "7:30", "half acht", "19.30", "19:3٠"])
def test_a_time_that_is_none_is_refused(year: Year, who: Actor, starts: str) -> None:
    with pytest.raises(Refused) as refused:
        plan_meeting(year.store, who, year.cycle, HELD_ON, MeetingKind.EVENING, starts=starts)
    assert refused.value.field == "starts"


def test_a_meeting_moves_but_not_to_before_its_papers(
    store: Store, who: Actor, meeting: int
) -> None:
    papers_sent(store, who, meeting)
    change_meeting(store, who, meeting, held_on=TODAY, place="Buurthuis")
    with pytest.raises(Refused) as refused:
        change_meeting(store, who, meeting, held_on=TODAY - timedelta(days=1))
    assert refused.value.field == "held_on"


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), HELD_ON + timedelta(days=1)])
def test_papers_never_went_out_on_a_day_to_come(
    store: Store, who: Actor, meeting: int, on: date
) -> None:
    with pytest.raises(Refused) as refused:
        papers_sent(store, who, meeting, on)
    assert refused.value.field == "on"


def test_papers_after_the_meeting_are_no_papers_for_it(
    year: Year, store: Store, who: Actor
) -> None:
    held = plan_meeting(store, who, year.cycle, date(2026, 11, 9), MeetingKind.TRIPARTITE)
    with pytest.raises(Refused, match="9 november 2026"):
        papers_sent(store, who, held, date(2026, 11, 10))


def test_a_topic_of_the_organiser_stands_and_one_of_a_party_waits(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    own = item(store, add_item(store, who, meeting, "Opening"))
    theirs = item(store, add_item(store, who, meeting, "De hal is donker", year.tenants))
    assert (own.position, own.accepted) == (1, True)
    assert (theirs.position, theirs.accepted) == (2, None)


@pytest.mark.parametrize("kind", [PartyKind.TENANTS, PartyKind.RESIDENTS])
def test_e9_a_topic_of_tenants_is_refused_only_with_a_reason(
    store: Store, who: Actor, meeting: int, kind: PartyKind
) -> None:
    with store.act(PROGRAM, "test.party") as act:
        party = Party(name="Bewoners", kind=kind)
        act.session.add(party)
    topic = add_item(store, who, meeting, "Servicekosten", party.id)
    with pytest.raises(Refused) as refused:
        refuse_item(store, who, topic, "  ")
    assert refused.value.sentence == (
        "U kunt dit onderwerp alleen weigeren met een reden (Wohv artikel 5b, lid 4). "
        "Vul de reden in."
    )
    assert item(store, topic).accepted is None
    refuse_item(store, who, topic, "Dit komt in het overleg van mei.")
    assert item(store, topic).refusal_reason == "Dit komt in het overleg van mei."


def test_a_topic_of_the_municipality_may_go_without_a_reason(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    topic = add_item(store, who, meeting, "Grondprijs", year.municipality)
    refuse_item(store, who, topic, "")
    assert item(store, topic).accepted is False


def test_a_topic_that_is_accepted_after_all_has_no_reason_left(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    topic = add_item(store, who, meeting, "Servicekosten", year.tenants)
    refuse_item(store, who, topic, "Geen tijd.")
    accept_item(store, who, topic)
    assert (item(store, topic).accepted, item(store, topic).refusal_reason) == (True, "")


def test_what_happened_at_a_meeting_is_kept(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    agreement = year.agreements["BES-01"]
    note_attendance(store, who, meeting, year.tenants, "voorzitter")
    note_attendance(
        store, who, meeting, year.tenants, "bouwkundige", expert=True, notified_on=TODAY
    )
    add_decision(store, who, meeting, "We nemen de tekst over.", agreement)
    action = add_action(
        store, who, meeting, "Stuurt de kaart", year.municipality, HELD_ON, agreement
    )
    write_minutes(store, who, meeting, "Het was een goed gesprek.")
    action_done(store, who, action, TODAY)
    with store.reading() as session:
        kept = session.get_one(Meeting, meeting)
        assert [(a.function, a.expert) for a in kept.attendance] == [
            ("voorzitter", False),
            ("bouwkundige", True),
        ]
        assert [d.text for d in kept.decisions] == ["We nemen de tekst over."]
        assert session.get_one(ActionPoint, action).done_on == TODAY
        assert kept.minutes == "Het was een goed gesprek."


@pytest.mark.parametrize("words", ["", " \n"])
def test_what_has_no_words_is_refused(
    year: Year, store: Store, who: Actor, meeting: int, words: str
) -> None:
    refusals: tuple[Callable[[], object], ...] = (
        lambda: add_item(store, who, meeting, words),
        lambda: add_decision(store, who, meeting, words),
        lambda: add_action(store, who, meeting, words, year.tenants),
        lambda: note_attendance(store, who, meeting, year.tenants, words),
    )
    for act in refusals:
        with pytest.raises(Refused):
            act()


def test_an_action_is_due_on_the_day_of_the_meeting_at_the_earliest(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    with pytest.raises(Refused) as refused:
        add_action(store, who, meeting, "Belt", year.tenants, HELD_ON - timedelta(days=1))
    assert refused.value.field == "due_on"


def test_the_second_writer_of_the_minutes_sees_what_the_first_wrote(
    store: Store, who: Actor, meeting: int
) -> None:
    write_minutes(store, who, meeting, "Het eerste verslag.", version=1)
    with pytest.raises(Conflict) as refused:
        write_minutes(store, who, meeting, "Het tweede verslag.", version=1)
    assert refused.value.theirs == {"minutes": "Het eerste verslag."}


def test_a_field_that_no_form_has_is_a_mistake_of_ours(
    store: Store, who: Actor, meeting: int
) -> None:
    facts: dict[str, Any] = {"cycle_id": 2}
    with pytest.raises(ValueError, match="cycle_id"):
        change_meeting(store, who, meeting, **facts)


def proceedings(store: Store, meeting_id: int) -> MeetingView:
    with store.reading() as session:
        return meeting_view(session, meeting_id, TODAY)


def test_what_was_written_down_wrongly_is_put_right(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    there = note_attendance(store, who, meeting, year.tenants, "voorzitter")
    decision = add_decision(store, who, meeting, "Het mag.")
    action = add_action(store, who, meeting, "Belt", year.tenants)
    change_attendance(store, who, there, party_id=year.municipality, function="wethouder")
    agreement = year.agreements["BES-01"]
    change_decision(store, who, decision, 1, text="Het mag niet.", agreement_id=agreement)
    change_action(store, who, action, 1, party_id=year.corporation, due_on=HELD_ON)
    view = proceedings(store, meeting)
    assert [(one.party, one.function) for one in view.attendance] == [
        ("Gemeente Morgenveld", "wethouder")
    ]
    assert [(one.agreement, one.text) for one in view.decisions] == [("BES-01", "Het mag niet.")]
    assert [(one.text, one.party_id, one.due_on) for one in view.actions] == [
        ("Belt", year.corporation, HELD_ON)
    ]


def test_what_does_not_belong_there_goes_and_comes_back_with_undo(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    take_away = (
        (remove_attendance, note_attendance(store, who, meeting, year.tenants, "voorzitter")),
        (remove_decision, add_decision(store, who, meeting, "Het mag.")),
        (remove_action, add_action(store, who, meeting, "Belt", year.tenants)),
        (take_off, add_item(store, who, meeting, "Opening")),
    )
    before = proceedings(store, meeting)
    for remove, row in take_away:
        remove(store, who, row)
    gone = proceedings(store, meeting)
    assert (gone.topics, gone.attendance, gone.decisions, gone.actions) == ((), (), (), ())
    for _row in take_away:
        store.undo(who)
    assert proceedings(store, meeting) == before


def test_two_who_change_the_same_row_see_both_values(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    there = note_attendance(store, who, meeting, year.tenants, "voorzitter")
    shown: AttendanceChange = {"function": "voorzitter", "present": True}
    change_attendance(store, who, there, shown, function="secretaris")
    change_attendance(store, who, there, shown, function="secretaris")  # the same is no conflict
    with pytest.raises(Conflict) as refused:
        change_attendance(store, who, there, shown, function="penningmeester")
    assert refused.value.theirs == {"function": "secretaris"}
    decision = add_decision(store, who, meeting, "Het mag.")
    change_decision(store, who, decision, 1, text="Het mag niet.")
    with pytest.raises(Conflict):
        change_decision(store, who, decision, 1, text="Het mag toch.")


def test_an_action_that_is_not_done_after_all_is_open_again(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    action = add_action(store, who, meeting, "Belt", year.tenants)
    action_done(store, who, action, TODAY)
    action_done(store, who, action, None)
    [line] = proceedings(store, meeting).actions
    assert line.done_on is None


def test_a_topic_of_tenants_does_not_just_go(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    topic = add_item(store, who, meeting, "Servicekosten", year.tenants)
    with pytest.raises(Refused, match="5b"):
        take_off(store, who, topic)
    own = add_item(store, who, meeting, "Grondprijs", year.municipality)
    refuse_item(store, who, own, "")
    with pytest.raises(Refused, match="5b"):
        change_item(store, who, own, proposed_by_id=year.tenants)


def test_a_topic_of_the_organiser_after_all_waits_no_longer(
    year: Year, store: Store, who: Actor, meeting: int
) -> None:
    topic = add_item(store, who, meeting, "Opnening", year.municipality)
    change_item(store, who, topic, 1, title="Opening", proposed_by_id=None)
    assert (item(store, topic).title, item(store, topic).accepted) == ("Opening", True)


@pytest.mark.parametrize(
    ("place", "order"),
    [(1, "cab"), (0, "cab"), (2, "acb"), (3, "abc"), (9, "abc")],
)
def test_topics_stand_in_the_order_that_was_chosen(
    store: Store, who: Actor, meeting: int, place: int, order: str
) -> None:
    _a, _b, last = [add_item(store, who, meeting, title) for title in "abc"]
    place_item(store, who, last, place)
    topics = proceedings(store, meeting).topics
    assert "".join(topic.title for topic in topics) == order
    assert [topic.position for topic in topics] == [1, 2, 3]


def test_a_meeting_is_called_off_while_nothing_belongs_to_it(
    store: Store, who: Actor, meeting: int
) -> None:
    topic = add_item(store, who, meeting, "Opening")
    with pytest.raises(Refused, match="onderwerpen"):
        call_off(store, who, meeting)
    take_off(store, who, topic)
    call_off(store, who, meeting)
    with pytest.raises(Refused):
        proceedings(store, meeting)
