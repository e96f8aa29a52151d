"""R15: every action leaves one entry; and what can be undone comes back in every column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.store import Changed, audit
from desktop.store.audit import AuditEntry, FieldChange
from desktop.store.verify import verify
from desktop.viewings.actions import (
    decisions,
    hosts,
    invitations,
    offers,
    policies,
    reports,
    vacancies,
    viewings,
)
from desktop.viewings.model import Candidate, Complaint, HostRelation, TourQuestion
from desktop.viewings.rules.hosts import Turn
from desktop.viewings.states import (
    Answer,
    CandidateState,
    ComplaintAbout,
    CriterionAnswer,
    DefectPlace,
    HostState,
    Level,
    PilotRole,
    RelationKind,
    SkipCode,
    Want,
)
from tests.support import steps
from tests.support.steps import Letting, Step, bring, came

Do = Callable[[Letting], object]


def entries(letting: Letting) -> list[tuple[str, str]]:
    with letting.store.reading() as session:
        rows = session.query(AuditEntry).order_by(AuditEntry.seq)
        return [(row.action, row.actor) for row in rows]


# What is not a step of `steps.STEPS`, with the step that comes before it.
ASIDE: dict[str, tuple[Step, Do]] = {
    "change dates": (
        steps.announce,
        lambda x: vacancies.change_dates(
            x.store, x.author, x.vacancy, vacancies.VacancyDates(notice_on=x.today)
        ),
    ),
    "staff take over": (
        steps.ask_hosts,
        lambda x: vacancies.to_staff(x.store, x.author, x.vacancy, "Geen gastheren."),
    ),
    "withdraw the dwelling": (
        steps.offer,
        lambda x: vacancies.withdraw_vacancy(x.store, x.author, x.vacancy, "AND"),
    ),
    "replace a host": (
        steps.hosts_say_yes,
        lambda x: viewings.replace_host(
            x.store, x.author, x.shifts[x.hosts[0]], x.hosts[2], Turn(1, "B")
        ),
    ),
    "staff receive": (
        steps.ask_hosts,
        lambda x: viewings.staff_receive(x.store, x.author, x.viewing),
    ),
    "move": (
        steps.answers,
        lambda x: viewings.move_viewing(x.store, x.author, x.viewing, steps.usual_plan(x, 4)),
    ),
    "call off": (
        steps.answers,
        lambda x: viewings.cancel_viewing(x.store, x.author, x.viewing, "De lift is stuk."),
    ),
    "host absent": (
        steps.report,
        lambda x: viewings.record_host_absent(x.store, x.author, x.shifts[x.hosts[0]]),
    ),
    "take back": (
        steps.answers,
        lambda x: invitations.take_back_invitation(x.store, x.author, x.invitations[2]),
    ),
    "not coming": (
        steps.answers,
        lambda x: invitations.record_answer(x.store, x.author, x.invitations[1], Answer.NOT_COMING),
    ),
    "withdraws": (
        steps.answers,
        lambda x: invitations.candidate_withdraws(
            x.store, x.author, x.candidates[1], SkipCode.HOUSED
        ),
    ),
    "protect": (
        steps.answers,
        lambda x: invitations.protect(x.store, x.author, x.candidates[1], True),
    ),
    "need": (
        steps.take_list,
        lambda x: invitations.note_need(x.store, x.author, x.candidates[1], "stoel", "en", 3),
    ),
    "report again": (
        steps.report,
        lambda x: steps.save_report(
            x,
            came(x.invitations[1], Want.NO, want_reason="WBN", money_asked=True),
            defects=((DefectPlace.KITCHEN, "Kraan lekt"),),
            questions=((x.candidates[1], "Wanneer is de sleutel er?"),),
        ),
    ),
    "want": (
        steps.report,
        lambda x: reports.record_want(x.store, x.author, x.candidates[1], Want.NO, "WBN"),
    ),
    "criteria": (
        steps.report,
        lambda x: reports.record_criteria(
            x.store, x.author, x.invitations[1], x.hosts[0], {"rules": CriterionAnswer.YES}
        ),
    ),
    "money handled": (
        steps.report,
        lambda x: reports.handle_money(x.store, x.author, x.candidates[1]),
    ),
    "refuse": (
        steps.offer,
        lambda x: offers.refuse_offer(x.store, x.author, x.offer, "WBN"),
    ),
    "take the offer back": (
        steps.offer,
        lambda x: offers.withdraw_offer(x.store, x.author, x.offer, "DON"),
    ),
    "complaint": (
        steps.letters,
        lambda x: decisions.add_complaint(
            x.store, x.author, x.vacancy, None, ComplaintAbout.ORDER, x.today, "Te laat begonnen."
        ),
    ),
    "declare a relation": (
        steps.fix_policy,
        lambda x: hosts.declare_relation(
            x.store, x.author, x.hosts[0], RelationKind.FRIEND, "Berend Hoekstra", x.today
        ),
    ),
    "host away": (
        steps.fix_policy,
        lambda x: hosts.set_away(
            x.store, x.author, x.hosts[0], [(x.today, x.today + timedelta(days=3))]
        ),
    ),
    "change a host": (
        steps.fix_policy,
        lambda x: hosts.change_host(
            x.store, x.author, x.hosts[0], {"last_name": "Smid", "availability": ["wed-morning"]}
        ),
    ),
    "pause a host": (
        steps.fix_policy,
        lambda x: hosts.set_host_state(x.store, x.author, x.hosts[0], HostState.PAUSED),
    ),
    "new version": (
        steps.fix_policy,
        lambda x: policies.begin_policy(x.store, x.author, x.complex),
    ),
    "pilot": (
        steps.fix_policy,
        lambda x: policies.set_pilot(
            x.store, x.author, x.complex, PilotRole.PILOT, x.today, None, 5.9
        ),
    ),
}
# These go one way: what was fixed, read, told or wiped stays so.
FOR_GOOD = {"fix_policy", "take_list", "settle", "wipe"}
# Steps of several actions: a version begun, changed and fixed; two hosts; four candidates.
SEVERAL = {"fix_policy": 3, "hosts_say_yes": 2, "answers": 4}

undoable = [
    pytest.param(step, id=step.__name__) for step in steps.STEPS if step.__name__ not in FOR_GOOD
] + [pytest.param(name, id=name) for name in ASIDE]


def how_many(what: Step | str) -> int:
    """How many actions a step is."""
    return 1 if isinstance(what, str) else SEVERAL.get(what.__name__, 1)


def begin(letting: Letting, what: Step | str) -> Do:
    """Bring a letting to just before; gives what is to be done."""
    letting.policy_values = {"level": Level.B}
    if isinstance(what, str):
        before, do = ASIDE[what]
        bring(letting, before)
        return do
    place = steps.STEPS.index(what)
    if place:
        bring(letting, steps.STEPS[place - 1])
    return what


@pytest.mark.parametrize("what", undoable)
def test_undoing_brings_every_column_back_and_redoing_does_it_again(
    letting: Letting, what: Step | str
) -> None:
    do = begin(letting, what)
    before = steps.everything(letting.store)
    do(letting)
    after = steps.everything(letting.store)
    assert after != before
    times = how_many(what)
    for _time in range(times):
        letting.store.undo(letting.author)
    assert steps.everything(letting.store) == before
    for _time in range(times):
        letting.store.redo(letting.author)
    assert steps.everything(letting.store) == after
    with letting.store.reading() as session:
        assert verify(session).whole


@pytest.mark.parametrize("what", undoable)
def test_r15_every_action_leaves_exactly_one_entry_with_who_and_when(
    letting: Letting, what: Step | str
) -> None:
    do = begin(letting, what)
    before = entries(letting)
    do(letting)
    added = entries(letting)[len(before) :]
    assert len(added) == how_many(what)
    assert {actor for _action, actor in added} == {letting.author.name}
    assert all(action.startswith("viewings.") for action, _actor in added)
    with letting.store.reading() as session:
        newest = session.query(AuditEntry).order_by(AuditEntry.seq.desc()).first()
        assert newest is not None
        assert newest.at == letting.clock().isoformat()


@pytest.mark.parametrize("name", sorted(FOR_GOOD))
def test_r15_what_cannot_be_undone_is_in_the_trail_too(letting: Letting, name: str) -> None:
    step = next(s for s in steps.STEPS if s.__name__ == name)
    do = begin(letting, step)
    before = len(entries(letting))
    told: list[Changed] = []
    letting.store.listeners.append(told.append)
    do(letting)
    assert len(entries(letting)) - before == how_many(step)
    if name not in ("fix_policy", "wipe"):
        assert {changed.undo for changed in told} == {None}


def test_r15_an_entry_holds_the_old_and_the_new_value(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.invite)
    invitations.record_answer(letting.store, letting.author, letting.invitations[1], Answer.COMING)
    with letting.store.reading() as session:
        newest = audit.history(session, {"candidate": [letting.candidates[1]]})[-1]
    invited, confirmed = CandidateState.INVITED, CandidateState.CONFIRMED
    change = FieldChange("candidate", letting.candidates[1], "state", invited, confirmed)
    assert change in newest.changes
    assert newest.actor == letting.author.name


def test_r15_an_action_that_is_refused_leaves_nothing(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.offer)
    before, trail = steps.everything(letting.store), entries(letting)
    with pytest.raises(Refused):
        steps.offer(letting)
    with pytest.raises(Refused):
        offers.refuse_offer(letting.store, letting.author, letting.offer, "")
    assert (steps.everything(letting.store), entries(letting)) == (before, trail)


def test_r15_the_whole_way_of_a_letting_can_be_verified(any_letting: Letting) -> None:
    bring(any_letting, steps.wipe)
    with any_letting.store.reading() as session:
        assert verify(session).whole


def test_undoing_the_whole_round_goes_back_to_the_list(letting: Letting) -> None:
    bring(letting, steps.take_list)
    before = steps.everything(letting.store)
    told: list[Changed] = []
    letting.store.listeners.append(told.append)
    bring(letting, steps.submit, after=steps.take_list)
    for _undoable in [changed for changed in told if changed.undo]:
        letting.store.undo(letting.author)
    assert steps.everything(letting.store) == before
    with letting.store.reading() as session:
        assert session.query(Candidate).count() == 4
        for kind in (Complaint, HostRelation, TourQuestion):
            assert session.query(kind).count() == 0
