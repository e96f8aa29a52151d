"""R8: that somebody did not appear can be taken back, with the reason (VERA: INS)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.refused import Refused
from desktop.viewings.actions.guards import read_guard
from desktop.viewings.actions.no_shows import take_back_no_show
from desktop.viewings.model import ConsequenceGuard, Invitation
from desktop.viewings.queries.exporting import exportables
from desktop.viewings.states import CandidateState, Excuse, Presence
from tests.support import steps
from tests.support.steps import Letting, bring


def with_a_no_show(letting: Letting, rank: int = 1, **values: object) -> int:
    """Everybody came but one."""
    bring(letting, steps.remind)
    letting.clock.move_to(letting.shown().ends_at)
    steps.save_report(
        letting,
        *(
            steps.did_not_come(invitation, **values) if at == rank else steps.came(invitation)
            for at, invitation in letting.invitations.items()
        ),
    )
    return letting.invitations[rank]


def events(letting: Letting, path: Path) -> list[dict[str, object]]:
    kind = next(one for one in exportables() if one.key == "no-shows")
    with letting.store.reading() as session:
        kind.write(session, path, (), letting.clock())
    found: list[dict[str, object]] = json.loads(path.read_text())
    return found


def test_r8_a_no_show_is_taken_back_with_its_reason_also_after_the_report_is_closed(
    any_letting: Letting,
) -> None:
    letting = any_letting
    invitation = with_a_no_show(letting)
    letting.clock.move_on(days=3)
    take_back_no_show(letting.store, letting.author, invitation, Excuse.OUR_MISTAKE)
    with letting.store.reading() as session:
        kept = session.get_one(Invitation, invitation)
        assert (kept.presence, kept.excuse) == (Presence.CANCELLED, Excuse.OUR_MISTAKE)
        assert kept.excused_at == letting.clock()
    assert letting.view().candidates[0].state is CandidateState.CANCELLED


def test_r8_who_had_a_reason_can_come_another_time(letting: Letting) -> None:
    take_back_no_show(
        letting.store, letting.author, with_a_no_show(letting), Excuse.COULD_NOT_HELP_IT
    )
    steps.appointment(letting, 1)
    assert letting.view().candidates[0].state is CandidateState.INVITED


def test_r8_without_a_reason_or_a_no_show_nothing_is_taken_back(letting: Letting) -> None:
    invitation = with_a_no_show(letting)
    with pytest.raises(Refused) as refused:
        take_back_no_show(letting.store, letting.author, invitation, None)
    assert refused.value.field == "excuse"
    with pytest.raises(Refused):
        take_back_no_show(letting.store, letting.author, letting.invitations[2], Excuse.OUR_MISTAKE)


def test_r8_the_allocation_system_hears_that_it_was_taken_back(
    letting: Letting, tmp_path: Path
) -> None:
    invitation = with_a_no_show(letting)
    [first] = events(letting, tmp_path / "before.json")
    take_back_no_show(letting.store, letting.author, invitation, Excuse.TOLD_BEFORE)
    no_show, taken_back = events(letting, tmp_path / "after.json")
    assert no_show == first
    assert taken_back["soort"] == {"code": "INS", "naam": "‘Niet verschenen’ teruggenomen"}
    assert taken_back["gerelateerdeGebeurtenis"] == {"id": first["id"]}
    assert {"naam": "reden", "waarde": "De kandidaat had het ons gemeld"} in taken_back[
        "extra-attributen"
    ]  # type: ignore[operator]


def test_c3_with_priority_it_no_longer_counts(letting: Letting) -> None:
    letting.people = steps.people(3, priority=[1])
    invitation = with_a_no_show(letting, caused_by_tour=False)
    guard = letting.view().guards[0].id
    read_guard(letting.store, letting.reader, guard, agrees=True, does_count=True)
    take_back_no_show(letting.store, letting.author, invitation, Excuse.OUR_MISTAKE)
    with letting.store.reading() as session:
        assert session.get_one(ConsequenceGuard, guard).counts is False


def test_taking_it_back_can_be_undone(letting: Letting) -> None:
    invitation = with_a_no_show(letting)
    take_back_no_show(letting.store, letting.author, invitation, Excuse.OUR_MISTAKE)
    letting.store.undo(letting.author)
    with letting.store.reading() as session:
        assert session.get_one(Invitation, invitation).presence is Presence.NO_SHOW
