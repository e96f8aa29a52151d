"""A walk through the neighbourhood: what is found, who solves it, and what came of it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from desktop.projects.actions.findings import (
    Handed,
    add_finding_photo,
    change_finding,
    check_finding,
    hand_out_findings,
    hand_over_finding,
    note_finding,
    refer_finding,
    refuse_finding,
    remove_finding,
    remove_finding_photo,
    solve_finding,
    take_up_finding,
    tell_reporter,
)
from desktop.projects.actions.inspections import (
    add_map,
    finish_inspection,
    start_inspection,
    use_map,
)
from desktop.projects.actions.photos import forget_loose_photos
from desktop.projects.model import Finding, FindingStep, Photo
from desktop.projects.queries.inspections import (
    FindingLine,
    alike,
    finding_line,
    findings_of,
    inspections_of,
    kinds_over_time,
    small_photo,
    whole_photo,
)
from desktop.projects.rules.findings import NEXT, WHOLE, Spot, perhaps_the_same
from desktop.projects.states import FindingKind, FindingState, PhotoMoment, Severity
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.audit import ErasableValue
from tests.support import pictures
from tests.support.clock import Clock
from tests.support.undoing import nothing_to_undo

S, K = FindingState, FindingKind
TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 4)


@pytest.fixture
def walk(store: Store, who: Actor, renovation: int) -> int:
    """A walk today, with a map of 300 by 225 metres."""
    map_id = add_map(store, who, renovation, "Noord", pictures.photo("white"), 300)
    return start_inspection(store, who, renovation, "Rondje Noord", map_id=map_id)


@pytest.fixture
def lamp(store: Store, who: Actor, walk: int) -> int:
    return note_finding(
        store, who, walk, pictures.photo("black"), kind=K.LIGHTING, x=5000, y=5000,
        what="Lamp kapot", reporter="mw. Bakker",
    )  # fmt: skip


def seen(store: Store, finding_id: int, today: date = TODAY) -> FindingLine:
    with store.reading() as session:
        return finding_line(session, finding_id, today)


def in_the_trail(store: Store, name: str) -> bool:
    with store.reading() as session:
        return any(name in values for values in session.scalars(select(ErasableValue.values)))


def brought_to(store: Store, who: Actor, id: int, state: FindingState) -> None:
    """Along the way that people take."""
    if state in (S.TAKEN_UP, S.SOLVED, S.CHECKED):
        take_up_finding(store, who, id, "Wijkbeheer", LATER)
    if state in (S.SOLVED, S.CHECKED):
        solve_finding(store, who, id, note="Nieuwe lamp")
    if state is S.CHECKED:
        check_finding(store, who, id)
    if state is S.REFERRED:
        refer_finding(store, who, id, "Gemeente")
    if state is S.NOT_DONE:
        refuse_finding(store, who, id, "De lamp is niet van ons.")


STEPS = {
    S.TAKEN_UP: lambda store, who, id: take_up_finding(store, who, id, "Groen", LATER),
    S.SOLVED: lambda store, who, id: solve_finding(store, who, id, pictures.photo("yellow")),
    S.CHECKED: check_finding,
    S.NOT_DONE: lambda store, who, id: refuse_finding(store, who, id, "Te duur voor nu."),
}


@pytest.mark.parametrize("now", FindingState)
@pytest.mark.parametrize("then", STEPS)
def test_a_finding_takes_the_steps_that_follow_and_no_others(
    store: Store, who: Actor, lamp: int, now: FindingState, then: FindingState
) -> None:
    brought_to(store, who, lamp, now)
    if then in NEXT[now]:
        STEPS[then](store, who, lamp)
        assert seen(store, lamp).state is then
    else:
        with pytest.raises(Refused):
            STEPS[then](store, who, lamp)
        assert seen(store, lamp).state is now


def test_every_step_is_kept_with_its_day(store: Store, who: Actor, clock: Clock, lamp: int) -> None:
    clock.move_on(days=1)
    take_up_finding(store, who, lamp, "Wijkbeheer", LATER)
    clock.move_on(days=2)
    solve_finding(store, who, lamp, pictures.photo("yellow"), on=date(2026, 11, 25))
    line = seen(store, lamp)
    assert (len(line.before), len(line.after)) == (1, 1)
    assert line.solved_on == date(2026, 11, 25)
    with store.reading() as session:
        steps = session.execute(select(FindingStep.state, FindingStep.taken_on)).all()
    assert [tuple(step) for step in steps] == [
        (S.REPORTED, TODAY),
        (S.TAKEN_UP, date(2026, 11, 24)),
        (S.SOLVED, date(2026, 11, 26)),
    ]


def test_who_takes_a_finding_up_and_when_must_be_known(store: Store, who: Actor, lamp: int) -> None:
    for owner, day, field in (("", LATER, "owner"), ("Groen", None, "due_on")):
        with pytest.raises(Refused, match="Wie doet dit, en wanneer is het klaar") as refused:
            take_up_finding(store, who, lamp, owner, day)
        assert refused.value.field == field
    with pytest.raises(Refused, match="23 november 2026"):
        take_up_finding(store, who, lamp, "Groen", date(2026, 11, 22))


def test_solving_asks_for_a_photo_or_a_word(store: Store, who: Actor, lamp: int) -> None:
    take_up_finding(store, who, lamp, "Groen", LATER)
    with pytest.raises(Refused) as refused:
        solve_finding(store, who, lamp)
    assert refused.value.field == "note"
    add_finding_photo(store, who, lamp, pictures.photo("yellow"), PhotoMoment.AFTER)
    solve_finding(store, who, lamp)
    assert seen(store, lamp).state is S.SOLVED


def test_what_is_not_done_says_why_to_tenants(store: Store, who: Actor, lamp: int) -> None:
    with pytest.raises(Refused, match="Leg uit waarom niet"):
        refuse_finding(store, who, lamp, " ")


def test_another_organisation_may_answer_later(store: Store, who: Actor, lamp: int) -> None:
    refer_finding(store, who, lamp, "Gemeente")
    refer_finding(store, who, lamp, "Gemeente", "Wij komen in week 50.")
    line = seen(store, lamp)
    assert (line.referred_on, line.their_answer) == (TODAY, "Wij komen in week 50.")


def test_a_finding_is_late_the_day_after_until_it_is_solved(
    store: Store, who: Actor, lamp: int
) -> None:
    take_up_finding(store, who, lamp, "Groen", LATER)
    assert not seen(store, lamp, LATER).late
    assert seen(store, lamp, date(2026, 12, 5)).late
    solve_finding(store, who, lamp, note="Klaar")
    assert not seen(store, lamp, date(2026, 12, 5)).late


def test_who_reported_it_is_told_and_then_forgotten(store: Store, who: Actor, lamp: int) -> None:
    with pytest.raises(Refused, match="Beslis eerst"):
        tell_reporter(store, who, lamp)
    refer_finding(store, who, lamp, "Gemeente")
    assert in_the_trail(store, "Bakker")
    tell_reporter(store, who, lamp)
    line = seen(store, lamp)
    assert (line.has_reporter, line.reporter_told_on) == (False, TODAY)
    assert not in_the_trail(store, "Bakker")
    assert nothing_to_undo(store, who)
    with pytest.raises(Refused, match="Niemand wacht"):
        tell_reporter(store, who, lamp)


def test_a_finding_without_a_place_or_a_kind_is_refused(
    store: Store, who: Actor, walk: int
) -> None:
    with pytest.raises(Refused) as refused:
        note_finding(store, who, walk, kind=K.LITTER, place=" ")
    assert refused.value.field == "place"
    with pytest.raises(Refused, match="naast de kaart"):
        note_finding(store, who, walk, kind=K.LITTER, x=WHOLE + 1, y=0)
    with pytest.raises(Refused) as refused:
        note_finding(store, who, walk, place="Noordpad 12")
    assert refused.value.field == "kind"


def test_findings_are_numbered_within_their_walk(
    store: Store, who: Actor, renovation: int, walk: int
) -> None:
    other = start_inspection(store, who, renovation, "Rondje Zuid")
    for id in (walk, walk, other):
        note_finding(store, who, id, kind=K.GREEN, place="Plein")
    with store.reading() as session:
        numbers = session.execute(select(Finding.inspection_id, Finding.number)).all()
    assert [tuple(one) for one in numbers] == [(walk, 1), (walk, 2), (other, 1)]


def test_fifteen_metres_apart_is_perhaps_the_same_and_further_is_not() -> None:
    # A map of 1,000 by 500 metres: a ten-thousandth is 10 cm across and 5 cm down.
    here = Spot(K.LITTER, 5000, 5000)
    assert perhaps_the_same(here, Spot(K.LITTER, 5150, 5000), 1000, 500)
    assert not perhaps_the_same(here, Spot(K.LITTER, 5151, 5000), 1000, 500)
    assert perhaps_the_same(here, Spot(K.LITTER, 5000, 4700), 1000, 500)
    assert not perhaps_the_same(here, Spot(K.LITTER, 5000, 4699), 1000, 500)
    assert not perhaps_the_same(here, Spot(K.GREEN, 5000, 5000), 1000, 500)


def test_the_walk_says_which_findings_are_near(
    store: Store, who: Actor, walk: int, lamp: int
) -> None:
    note_finding(store, who, walk, kind=K.LIGHTING, place="Noordpad 12")  # no point on the map
    with store.reading() as session:
        near = alike(session, walk, Spot(K.LIGHTING, 5400, 5000))  # 12 metres of 300
        assert near == [lamp]
        assert alike(session, walk, Spot(K.LIGHTING, 5600, 5000)) == []


def test_the_same_photo_is_kept_once(store: Store, who: Actor, walk: int, lamp: int) -> None:
    add_finding_photo(store, who, lamp, pictures.photo("black"), PhotoMoment.AFTER)
    line = seen(store, lamp)
    assert line.before == line.after
    with store.reading() as session:
        assert session.scalar(select(func.count(Photo.id))) == 2  # with the map
        assert len(small_photo(session, line.before[0])) <= len(
            whole_photo(session, line.before[0])
        )


def test_all_new_findings_are_handed_out_at_once_or_none(
    store: Store, who: Actor, walk: int
) -> None:
    ids = [note_finding(store, who, walk, kind=K.LITTER, place=f"Plein {n}") for n in range(3)]
    work = [Handed(id, "Schoonmaak", LATER) for id in ids]
    with pytest.raises(Refused, match="Nummer 3: Wie doet dit"):
        hand_out_findings(store, who, [*work[:2], Handed(ids[2], "", LATER)])
    assert seen(store, ids[0]).state is S.REPORTED
    hand_out_findings(store, who, work)
    assert {seen(store, id).state for id in ids} == {S.TAKEN_UP}
    store.undo(who)
    assert {seen(store, id).state for id in ids} == {S.REPORTED}


def test_what_was_noted_wrong_is_put_right_and_two_people_both_know(
    store: Store, who: Actor, lamp: int
) -> None:
    version = seen(store, lamp).version
    change_finding(store, who, lamp, version, place="Noordpad 14", severity=Severity.HIGH)
    assert (seen(store, lamp).place, seen(store, lamp).severity) == ("Noordpad 14", Severity.HIGH)
    with pytest.raises(Conflict):
        change_finding(store, who, lamp, version, place="Noordpad 16")


def test_only_a_finding_that_nobody_took_up_is_removed(
    store: Store, who: Actor, walk: int, lamp: int
) -> None:
    take_up_finding(store, who, lamp, "Groen", LATER)
    with pytest.raises(Refused):
        remove_finding(store, who, lamp)
    mistake = note_finding(store, who, walk, pictures.photo(), kind=K.OTHER, place="Plein")
    remove_finding(store, who, mistake)
    store.undo(who)
    assert len(seen(store, mistake).before) == 1


def test_the_counts_of_a_walk_add_up(store: Store, who: Actor, renovation: int, walk: int) -> None:
    for state in FindingState:
        id = note_finding(store, who, walk, kind=K.LITTER, place=f"Plein {state.value}")
        brought_to(store, who, id, state)
    hand_over_finding(store, who, id, "Buurtbeheer Noord")
    with store.reading() as session:
        [line] = inspections_of(session, renovation)
        findings = findings_of(session, renovation, TODAY)
        [(_day, _route, kinds)] = kinds_over_time(session, renovation)
    assert line.findings == len(findings) == sum(kinds.values()) == len(FindingState)
    assert dict(line.states) == dict.fromkeys(FindingState, 1)


def test_a_route_is_walked_once_a_day(store: Store, who: Actor, renovation: int, walk: int) -> None:
    with pytest.raises(Refused) as refused:
        start_inspection(store, who, renovation, "Rondje Noord")
    assert refused.value.field == "route"
    finish_inspection(store, who, walk, 4)
    with store.reading() as session:
        [line] = inspections_of(session, renovation)
    assert (line.walkers, line.finished_at is not None) == (4, True)


def test_another_map_comes_only_while_no_point_is_on_the_first(
    store: Store, who: Actor, renovation: int, walk: int
) -> None:
    other = add_map(store, who, renovation, "Zuid", pictures.photo("grey"), None)
    use_map(store, who, walk, other)
    note_finding(store, who, walk, kind=K.GREEN, x=1, y=1)
    with pytest.raises(Refused, match="nieuwe schouw"):
        use_map(store, who, walk, other)


@pytest.mark.parametrize("width", [0, -3, 20_001])
def test_a_map_is_as_wide_as_a_neighbourhood(
    store: Store, who: Actor, renovation: int, width: int
) -> None:
    with pytest.raises(Refused) as refused:
        add_map(store, who, renovation, "Noord", pictures.photo(), width)
    assert refused.value.field == "width_m"


def test_a_photo_that_nothing_tells_of_goes_after_a_day(
    store: Store, who: Actor, clock: Clock, walk: int, lamp: int
) -> None:
    mistake = note_finding(store, who, walk, pictures.photo("red"), kind=K.OTHER, place="Plein")
    remove_finding(store, who, mistake)
    assert forget_loose_photos(store) == 0
    store.undo(who)  # it can still come back
    assert len(seen(store, mistake).before) == 1
    store.redo(who)
    clock.move_on(days=2)
    assert forget_loose_photos(store) == 1
    with store.reading() as session:
        assert session.scalar(select(func.count(Photo.id))) == 2  # the map and the lamp
    assert forget_loose_photos(store) == 0


def test_a_photo_is_taken_away_and_comes_back_by_undoing(
    store: Store, who: Actor, lamp: int
) -> None:
    [photo_id] = seen(store, lamp).before
    remove_finding_photo(store, who, lamp, photo_id)
    assert seen(store, lamp).before == ()
    store.undo(who)
    assert seen(store, lamp).before == (photo_id,)
