"""A dispute about the agreements: when it can arise, and by when it goes to the minister."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.disputes import (
    change_dispute,
    decide_dispute,
    end_dispute,
    expect_decision,
    extend_dispute,
    file_dispute,
    open_dispute,
)
from desktop.agreements.queries.disputes import DisputeLine, disputes, requirements
from desktop.agreements.states import DisputeKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import POLICY_ON, Talks, begin_talks

TODAY = date(2026, 11, 23)
ARISEN = date(2026, 10, 5)
AGREEMENTS, CONSULTATION = DisputeKind.HOUSING_ACT, DisputeKind.CONSULTATION_ACT


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


def open_one(talks: Talks, arisen_on: date = ARISEN, kind: DisputeKind = AGREEMENTS) -> int:
    return open_dispute(talks.store, talks.who, talks.cycle, kind, arisen_on, "De huur.")


def line(talks: Talks) -> DisputeLine:
    with talks.store.reading() as session:
        (one,) = disputes(session, talks.cycle)
        return one


def test_it_goes_to_the_minister_within_four_weeks(talks: Talks) -> None:
    open_one(talks)
    assert line(talks).file_by == date(2026, 11, 2)
    assert not line(talks).is_late(date(2026, 11, 2))
    assert line(talks).is_late(date(2026, 11, 3))


def test_filed_in_time_it_is_never_late(talks: Talks) -> None:
    file_dispute(talks.store, talks.who, open_one(talks), date(2026, 11, 2))
    assert not line(talks).is_late(date(2027, 3, 1))


def test_filed_too_late_it_is_kept_as_it_was_and_called_late(talks: Talks) -> None:
    file_dispute(talks.store, talks.who, open_one(talks), date(2026, 11, 3))
    assert line(talks).filed_on == date(2026, 11, 3)
    assert line(talks).is_late(date(2026, 11, 3))


def test_with_signed_agreements_there_is_none(talks: Talks) -> None:
    talks.sign()
    with pytest.raises(Refused) as refused:
        open_one(talks)
    assert refused.value.field == "kind"


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 11, 24)])
def test_it_does_not_arise_before_july_or_tomorrow(talks: Talks, day: date) -> None:
    with pytest.raises(Refused) as refused:
        open_one(talks, day)
    assert refused.value.field == "arisen_on"


def test_in_2015_there_was_no_such_dispute(store: Store, who: Actor, clock: Clock) -> None:
    early = begin_talks(store, who, clock, 2015, POLICY_ON)
    with pytest.raises(Refused):
        open_one(early, date(2015, 12, 1))


def test_under_the_overlegwet_no_article_sets_a_day(talks: Talks) -> None:
    talks.sign()
    open_one(talks, date(2026, 2, 1), CONSULTATION)
    assert line(talks).file_by is None
    assert not line(talks).is_late(date(2027, 3, 1))


def test_without_points_it_is_not_filed(talks: Talks) -> None:
    dispute = open_one(talks)
    change_dispute(talks.store, talks.who, dispute, "", "Gesprek met een bemiddelaar.")
    with pytest.raises(Refused) as refused:
        file_dispute(talks.store, talks.who, dispute)
    assert refused.value.field == "points"


@pytest.mark.parametrize("day", [date(2026, 10, 4), date(2026, 11, 24)])
def test_it_is_filed_after_it_arose_and_not_tomorrow(talks: Talks, day: date) -> None:
    with pytest.raises(Refused):
        file_dispute(talks.store, talks.who, open_one(talks), day)


def test_it_is_filed_once(talks: Talks) -> None:
    dispute = open_one(talks)
    file_dispute(talks.store, talks.who, dispute)
    with pytest.raises(Refused):
        file_dispute(talks.store, talks.who, dispute)


def test_once_it_has_ended_nothing_changes(talks: Talks) -> None:
    dispute = open_one(talks)
    end_dispute(talks.store, talks.who, dispute, "De partijen zijn het toch eens.")
    for change in (
        lambda: change_dispute(talks.store, talks.who, dispute, "Anders", ""),
        lambda: file_dispute(talks.store, talks.who, dispute),
        lambda: end_dispute(talks.store, talks.who, dispute, "Nog eens"),
    ):
        with pytest.raises(Refused, match="afgelopen"):
            change()


def test_of_two_desks_the_second_one_sees_what_the_first_wrote(talks: Talks) -> None:
    dispute = open_one(talks)
    seen = line(talks).version
    change_dispute(talks.store, talks.who, dispute, "De huur en de bouw.", "", seen)
    with pytest.raises(Conflict):
        change_dispute(talks.store, talks.who, dispute, "De huren.", "", seen)


def test_the_request_says_what_it_still_needs(talks: Talks) -> None:
    dispute = open_one(talks)
    with talks.store.reading() as session:
        lacking = [one.what for one in requirements(session, dispute) if not one.is_here]
    assert lacking == [
        "de dag van het verzoek",
        "de adressen van de partijen",
        "wat elke partij ervan vindt",
        "het bod",
        "wat er is geprobeerd om tot afspraken te komen",
    ]


# The minister decides ---------------------------------------------------------------------------


def with_minister(talks: Talks) -> int:
    dispute = open_one(talks)
    file_dispute(talks.store, talks.who, dispute, date(2026, 10, 12))
    return dispute


def test_until_when_the_minister_decides_is_in_the_first_letter(talks: Talks) -> None:
    dispute = with_minister(talks)
    assert line(talks).decided_by is None
    expect_decision(talks.store, talks.who, dispute, date(2026, 11, 20))
    assert line(talks).decided_by == date(2026, 11, 20)


def test_the_minister_takes_longer_more_than_once(talks: Talks) -> None:
    dispute = with_minister(talks)
    expect_decision(talks.store, talks.who, dispute, date(2026, 11, 9))
    extend_dispute(talks.store, talks.who, dispute, 1, date(2026, 11, 2))
    extend_dispute(talks.store, talks.who, dispute, 4, date(2026, 11, 16))
    assert line(talks).decided_by == date(2026, 12, 14)
    assert line(talks).times_extended == 2


def test_a_letter_after_the_term_lengthens_nothing(talks: Talks) -> None:
    dispute = with_minister(talks)
    expect_decision(talks.store, talks.who, dispute, date(2026, 11, 9))
    with pytest.raises(Refused) as refused:
        extend_dispute(talks.store, talks.who, dispute, 1, date(2026, 11, 10))
    assert refused.value.field == "told_on"


def test_without_the_first_letter_nothing_is_lengthened(talks: Talks) -> None:
    with pytest.raises(Refused, match="Vul eerst in"):
        extend_dispute(talks.store, talks.who, with_minister(talks), 1, date(2026, 11, 2))


def test_what_was_not_filed_waits_for_nobody(talks: Talks) -> None:
    dispute = open_one(talks)
    with pytest.raises(Refused, match="niet ingediend"):
        expect_decision(talks.store, talks.who, dispute, date(2026, 12, 1))
    with pytest.raises(Refused, match="niet ingediend"):
        decide_dispute(talks.store, talks.who, dispute, "Er komen 40 woningen.")


def test_a_dispute_under_the_overlegwet_does_not_go_to_the_minister(talks: Talks) -> None:
    dispute = open_one(talks, date(2026, 2, 1), CONSULTATION)
    file_dispute(talks.store, talks.who, dispute, date(2026, 2, 9))
    with pytest.raises(Refused, match="minister"):
        expect_decision(talks.store, talks.who, dispute, date(2026, 12, 1))
    decide_dispute(talks.store, talks.who, dispute, "De huurcommissie geeft de huurders gelijk.")
    assert line(talks).decided_on == TODAY


def test_with_the_decision_the_dispute_has_ended(talks: Talks) -> None:
    dispute = with_minister(talks)
    with pytest.raises(Refused) as refused:
        decide_dispute(talks.store, talks.who, dispute, "Er komen 40 woningen.", date(2026, 10, 11))
    assert refused.value.field == "on"
    decide_dispute(talks.store, talks.who, dispute, "Er komen 40 woningen.", date(2026, 11, 20))
    assert (line(talks).decided_on, line(talks).outcome) == (
        date(2026, 11, 20),
        "Er komen 40 woningen.",
    )
    with pytest.raises(Refused, match="afgelopen"):
        decide_dispute(talks.store, talks.who, dispute, "Er komen er 50.")
