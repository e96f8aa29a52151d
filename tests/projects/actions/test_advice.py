"""Asking the tenants for advice about a project, until it may start (Overlegwet, art. 4 to 5a)."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.projects.actions.advice import (
    advice_received,
    change_advice,
    decide_advice,
    draft_advice,
    no_objection,
    reasons_received,
    remove_advice,
    send_advice,
    send_reasons,
)
from desktop.projects.queries.advice import AdviceView, advices
from desktop.projects.rules.advice_points import Point
from desktop.refused import Refused
from desktop.store import Actor, Store

D, S = AdviceDecision, AdviceState
SENT = date(2026, 9, 1)
ADVISED = date(2026, 10, 6)
DECIDED = date(2026, 10, 16)
POINTS = (
    Point("Houd de huur gelijk.", D.FOLLOWED),
    Point("Begin na de winter.", D.NOT, "De aannemer kan alleen in januari."),
)


@pytest.fixture
def draft(store: Store, who: Actor, renovation: int) -> int:
    return draft_advice(
        store,
        who,
        renovation,
        asked_of="Huurdersvereniging Samen Morgenveld",
        subject="Renovatie Zonneveld",
        topic="b",
        reasons="De huizen zijn koud.",
        consequences="Zes weken overlast per woning.",
    )


@pytest.fixture
def advised(store: Store, who: Actor, draft: int) -> int:
    send_advice(store, who, draft, SENT)
    advice_received(store, who, draft, ADVISED, "Begin na de winter en houd de huur gelijk.")
    return draft


def view(store: Store, project: int, today: date = date(2026, 11, 23)) -> AdviceView:
    with store.reading() as session:
        [one] = advices(session, project, today)
    return one


def test_a_draft_has_no_term_until_it_goes_out(
    store: Store, who: Actor, renovation: int, draft: int
) -> None:
    assert (view(store, renovation).state, view(store, renovation).due_on) == (None, None)
    send_advice(store, who, draft, SENT)
    sent = view(store, renovation, SENT)
    assert (sent.state, sent.due_on) == (S.SENT, date(2026, 10, 13))
    assert view(store, renovation, date(2026, 10, 14)).state is S.TERM_PASSED
    for late in (change_advice, remove_advice, send_advice):
        with pytest.raises(Refused, match="1 september 2026"):
            late(store, who, draft)


def test_four_weeks_are_refused_with_the_first_day_that_is_possible(
    store: Store, who: Actor, draft: int
) -> None:
    with pytest.raises(Refused, match="4 januari 2027") as refused:
        change_advice(store, who, draft, weeks=4)
    assert refused.value.field == "weeks"


@pytest.mark.parametrize("field", ["reasons", "consequences"])
def test_a_plan_goes_out_with_its_reasons_and_consequences(
    store: Store, who: Actor, draft: int, field: str
) -> None:
    change_advice(store, who, draft, **{field: ""})  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        send_advice(store, who, draft)
    assert refused.value.field == field


def test_what_was_not_sent_gets_no_advice(store: Store, who: Actor, draft: int) -> None:
    with pytest.raises(Refused, match="nog niet verstuurd"):
        advice_received(store, who, draft)


def test_an_advice_goes_its_whole_way_point_by_point(
    store: Store, who: Actor, renovation: int, advised: int
) -> None:
    assert view(store, renovation).reasons_by == date(2026, 10, 20)
    decide_advice(store, who, advised, points=POINTS, on=DECIDED)
    decided = view(store, renovation)
    assert (decided.state, decided.decision, decided.points) == (S.DECIDED, D.PARTLY, POINTS)
    with pytest.raises(Refused, match="geen redenen verstuurd"):
        reasons_received(store, who, advised, DECIDED)
    send_reasons(store, who, advised, date(2026, 10, 19))
    assert view(store, renovation).state is S.REASONS_SENT
    with pytest.raises(Refused, match="19 oktober 2026"):
        reasons_received(store, who, advised, DECIDED)
    reasons_received(store, who, advised, date(2026, 10, 20))
    assert view(store, renovation).starts_on == date(2026, 10, 23)
    assert view(store, renovation).state is S.EXECUTABLE


@pytest.mark.parametrize(
    "point", [Point("Wacht.", D.NOT, " "), Point("Wacht.", D.PARTLY), Point("Wacht.", None)]
)
def test_a_point_that_is_not_followed_has_its_reason(
    store: Store, who: Actor, advised: int, point: Point
) -> None:
    with pytest.raises(Refused) as refused:
        decide_advice(store, who, advised, points=[*POINTS, point], on=DECIDED)
    assert refused.value.field == "points"


def test_an_advice_that_is_followed_needs_no_reasons(
    store: Store, who: Actor, renovation: int, advised: int
) -> None:
    decide_advice(store, who, advised, points=POINTS[:1], on=DECIDED)
    assert view(store, renovation).decision is D.FOLLOWED
    assert view(store, renovation).starts_on == date(2026, 10, 14)
    with pytest.raises(Refused):
        send_reasons(store, who, advised)


def test_without_objection_the_plan_may_start_at_once(
    store: Store, who: Actor, renovation: int, draft: int
) -> None:
    send_advice(store, who, draft, SENT)
    no_objection(store, who, draft, ADVISED)
    assert view(store, renovation).starts_on == ADVISED


def test_tenants_who_wait_too_long_for_reasons_are_told_of(
    store: Store, who: Actor, renovation: int, advised: int
) -> None:
    assert not view(store, renovation, date(2026, 10, 20)).reasons_late
    assert view(store, renovation, date(2026, 10, 21)).reasons_late
    decide_advice(store, who, advised, points=POINTS, on=DECIDED)
    assert view(store, renovation, date(2026, 10, 21)).reasons_late
    send_reasons(store, who, advised, date(2026, 10, 19))
    assert not view(store, renovation, date(2026, 10, 21)).reasons_late
