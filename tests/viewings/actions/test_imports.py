"""A list of candidates and a publication that come in: once, and all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.refused import Refused
from desktop.store import search
from desktop.store.audit import AuditEntry, ErasableValue
from desktop.viewings.actions.imports import remember_mapping, take_candidates, take_publication
from desktop.viewings.actions.invitations import candidate_withdraws
from desktop.viewings.exchange.candidates import CandidateList
from desktop.viewings.exchange.vera_in import DwellingRow, PublicationRow
from desktop.viewings.model import Candidate, Vacancy
from desktop.viewings.queries.mappings import remembered_mapping
from desktop.viewings.states import SkipCode, VacancyState
from tests.support import steps
from tests.support.steps import PEOPLE, Letting, bring, people

DWELLING = DwellingRow(code="KADE-214", street="Kadeflat", number="214", city="Morgenveld")
PUBLICATION = PublicationRow(
    code="2026-0412",
    dwelling=DWELLING,
    model="AAN",
    advert_from=date(2026, 11, 16),
    advert_until=date(2026, 11, 22),
)


class StoppedError(Exception):
    """The user pressed "Stop"."""


def take(letting: Letting, listed: CandidateList) -> bool:
    """Read a list in; whether it changed anything."""
    return take_candidates(letting.store, letting.author, letting.vacancy, listed).changed


def names(letting: Letting) -> list[str]:
    return sorted(line.name for line in letting.view().candidates)


def found(letting: Letting, words: str) -> list[str]:
    with letting.store.reading() as session:
        return [hit.title for hit in search.find(session, words, ["candidate"], 50)]


def entries(letting: Letting) -> int:
    with letting.store.reading() as session:
        return session.query(AuditEntry).count()


@pytest.fixture
def published(letting: Letting) -> Letting:
    return bring(letting, steps.publish)


# Lists -------------------------------------------------------------------------------------


def test_a_list_comes_in_with_every_value_and_can_be_found(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.take_list)
    assert names(letting) == [
        "Fatima el Bakkali",
        "Johan de Boer",
        "Maria Santos",
        "Yusuf Demir",
    ]
    assert letting.view().state is VacancyState.CLOSED
    assert found(letting, "bakkali") == ["Fatima el Bakkali"]
    assert letting.view().candidates[0].number == "2026-0412-1"


def test_the_same_list_twice_changes_nothing(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.take_list)
    before, trail = steps.everything(letting.store), entries(letting)
    assert not take(letting, CandidateList(letting.people, (), "list 1"))
    assert (steps.everything(letting.store), entries(letting)) == (before, trail)


def test_another_list_takes_the_place_of_one_that_nobody_touched(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.take_list)
    assert take(letting, CandidateList(people(2), (), "list 2"))
    assert names(letting) == ["Voornaam1 Zoeker1", "Voornaam2 Zoeker2"]
    assert found(letting, "bakkali") == []
    assert found(letting, "zoeker") == ["Voornaam1 Zoeker1", "Voornaam2 Zoeker2"]


def _invited(letting: Letting) -> None:
    bring(letting, steps.invite, after=steps.take_list)


def _skipped(letting: Letting) -> None:
    candidate_withdraws(letting.store, letting.author, letting.candidates[1], SkipCode.HOUSED)


def _offered(letting: Letting) -> None:
    bring(letting, steps.offer, after=steps.take_list)


def _settled(letting: Letting) -> None:
    bring(letting, steps.settle, after=steps.take_list)


@pytest.mark.parametrize("touch", [_invited, _skipped, _offered, _settled])
def test_a_list_on_which_somebody_was_touched_stays(
    letting: Letting, touch: Callable[[Letting], None]
) -> None:
    bring(letting, steps.take_list)
    touch(letting)
    before = steps.everything(letting.store)
    with pytest.raises(Refused) as refused:
        take(letting, CandidateList(people(2), (), "list 2"))
    assert refused.value.field == "vacancy"
    assert steps.everything(letting.store) == before


@pytest.mark.parametrize("calls", [1, 2])
def test_stopping_halfway_leaves_nothing_behind(any_letting: Letting, calls: int) -> None:
    letting = bring(any_letting, steps.publish)
    before, trail = steps.everything(letting.store), entries(letting)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == calls:
            raise StoppedError

    with pytest.raises(StoppedError):
        take_candidates(
            letting.store,
            letting.author,
            letting.vacancy,
            CandidateList(PEOPLE, (), "list 1"),
            stop,
        )
    assert (steps.everything(letting.store), entries(letting)) == (before, trail)


def test_a_list_that_breaks_halfway_leaves_the_old_one(published: Letting) -> None:
    steps.take_list(published)
    doubled = (*people(2), people(1)[0]._replace(last_name="Dubbel"))
    before = steps.everything(published.store)
    with pytest.raises(Exception, match="UNIQUE"):
        take(published, CandidateList(doubled, (), "list 2"))
    assert steps.everything(published.store) == before


def test_r15_the_trail_of_a_list_holds_its_digest_and_nobodys_values(published: Letting) -> None:
    steps.take_list(published)
    with published.store.reading() as session:
        newest = session.query(AuditEntry).order_by(AuditEntry.seq.desc()).first()
        assert newest is not None
        assert '"list":"list 1"' in newest.changes
        assert "Bakkali" not in newest.changes
        of_people = session.query(ErasableValue).filter_by(table="candidate")
        assert of_people.count() == 0


def test_progress_counts_to_the_end(published: Letting) -> None:
    seen: list[tuple[int, int]] = []
    take_candidates(
        published.store,
        published.author,
        published.vacancy,
        CandidateList(PEOPLE, (), "list 1"),
        lambda done, total: seen.append((done, total)),
    )
    assert seen[-1] == (8, 8)
    assert seen == sorted(seen)


def test_a_list_before_the_advert_waits_for_it(letting: Letting) -> None:
    bring(letting, steps.announce)
    steps.take_list(letting)
    assert letting.view().state is VacancyState.ANNOUNCED
    steps.choose_policy(letting)
    steps.publish(letting)
    assert letting.view().state is VacancyState.CLOSED


# Publications ------------------------------------------------------------------------------


def test_a_publication_makes_the_vacancy_under_its_code(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.fix_policy)
    letting.clock.move_to(steps.at(letting, 0, 11))
    taken = take_publication(letting.store, letting.author, PUBLICATION)
    letting.vacancy = taken.vacancy_id
    assert (taken.created, taken.changed, taken.new_complex) == (True, True, None)
    view = letting.view()
    assert (view.code, view.address) == ("2026-0412", "Kadeflat 214")
    assert (view.advert_from, view.advert_until) == (date(2026, 11, 16), date(2026, 11, 22))


def test_a_publication_takes_the_way_of_working_in_force_when_its_advert_began(
    letting: Letting,
) -> None:
    bring(letting, steps.fix_policy)
    later = replace(PUBLICATION, advert_from=letting.today, advert_until=letting.today)
    letting.vacancy = take_publication(letting.store, letting.author, later).vacancy_id
    policy = letting.view().policy
    assert policy is not None
    assert policy.id == letting.policy
    assert letting.view().state is VacancyState.PUBLISHED


def test_the_same_publication_twice_changes_nothing(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.fix_policy)
    take_publication(letting.store, letting.author, PUBLICATION)
    before, trail = steps.everything(letting.store), entries(letting)
    again = take_publication(letting.store, letting.author, PUBLICATION)
    assert (again.created, again.changed) == (False, False)
    assert (steps.everything(letting.store), entries(letting)) == (before, trail)


def test_a_publication_brings_what_is_known_up_to_date(letting: Letting) -> None:
    first = take_publication(letting.store, letting.author, PUBLICATION)
    more = replace(
        PUBLICATION,
        advert_until=date(2026, 11, 29),
        dwelling=replace(DWELLING, rooms=4, rent_cents=70_000),
    )
    again = take_publication(letting.store, letting.author, more)
    letting.vacancy = again.vacancy_id
    assert (again.vacancy_id, again.created, again.changed) == (first.vacancy_id, False, True)
    assert (letting.view().rooms, letting.view().rent_cents) == (4, 70_000)
    assert letting.view().advert_until == date(2026, 11, 29)


def test_an_unknown_dwelling_comes_in_the_complex_of_its_street_or_a_new_one(
    letting: Letting,
) -> None:
    same_street = replace(DWELLING, code="KADE-300", number="300")
    taken = take_publication(
        letting.store, letting.author, PublicationRow(code="A", dwelling=same_street)
    )
    assert taken.new_complex is None
    elsewhere = replace(DWELLING, code="WEG-1", street="Verreweg", number="1")
    taken = take_publication(
        letting.store, letting.author, PublicationRow(code="B", dwelling=elsewhere)
    )
    assert taken.new_complex == "Verreweg"


def test_a_code_that_is_known_for_another_dwelling_is_refused(any_letting: Letting) -> None:
    letting = any_letting
    take_publication(letting.store, letting.author, PUBLICATION)
    before = steps.everything(letting.store)
    other = replace(PUBLICATION, dwelling=replace(DWELLING, code="KADE-12", number="12"))
    with pytest.raises(Refused, match="2026-0412") as refused:
        take_publication(letting.store, letting.author, other)
    assert refused.value.field == "code"
    assert steps.everything(letting.store) == before


def test_reading_in_a_publication_can_be_undone(letting: Letting) -> None:
    bring(letting, steps.fix_policy)
    before = steps.everything(letting.store)
    take_publication(letting.store, letting.author, PUBLICATION)
    letting.store.undo(letting.author)
    assert steps.everything(letting.store) == before
    with letting.store.reading() as session:
        assert session.query(Vacancy).count() == session.query(Candidate).count() == 0


def test_what_columns_mean_is_remembered_for_the_same_headings(letting: Letting) -> None:
    headings = ("Plek", "Naam")
    remember_mapping(letting.store, letting.author, headings, {"rank": "Plek"})
    remember_mapping(letting.store, letting.author, headings, {"rank": "Plek", "last_name": "Naam"})
    with letting.store.reading() as session:
        assert remembered_mapping(session, headings) == {"rank": "Plek", "last_name": "Naam"}
        assert remembered_mapping(session, ("Naam", "Plek")) is None
