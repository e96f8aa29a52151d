"""The demo world: everything that people who try the program should meet, and nobody real."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import String, Text, func, select
from sqlalchemy.orm import Session

from desktop.estate import feature as estate
from desktop.estate import pins
from desktop.estate.demo import demo_pin, welcome
from desktop.estate.model import Complex, Dwelling, Household, Organisation, StaffUser
from desktop.language import in_language
from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.store.engine import without_waiting
from desktop.store.tables import metadata
from desktop.store.verify import verify
from desktop.viewings import feature as viewings
from desktop.viewings.actions.vacancies import announce, choose_policy
from desktop.viewings.model import (
    Candidate,
    CandidateSurvey,
    CohesionSurvey,
    Complaint,
    Decision,
    Host,
    Invitation,
    Pilot,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.due import due
from desktop.viewings.queries.vacancy import vacancy_view
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    HostState,
    OfferAnswer,
    PilotRole,
    Presence,
    Route,
    VacancyState,
    ViewingState,
)
from tests.support.demo_world import opened

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)


def fill_demo(store: Store, day: date) -> None:
    """What Buren has of the demo world; the other tabs make their own part."""
    for feature in (estate.feature(), viewings.feature()):
        assert feature.demo is not None
        feature.demo(store, PROGRAM, day)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    """The demo as it stands on Monday 23 November 2026, read by every test and changed by none."""
    path = shutil.copy(demo_file, tmp_path_factory.mktemp("demo"))
    with opened(Path(path), lambda: NOW.astimezone(UTC)) as store:
        yield store


@pytest.fixture
def session(demo: Store) -> Iterator[Session]:
    with demo.reading() as session:
        yield session


def _lettings(session: Session, code: str) -> list[Vacancy]:
    """What was let in a complex before the live vacancies."""
    return list(
        session.scalars(
            select(Vacancy)
            .join(Dwelling)
            .join(Complex)
            .where(Complex.code == code, Vacancy.completed_on < TODAY - timedelta(days=60))
        )
    )


def test_the_estate_is_two_pilot_flats_and_two_to_compare_with(session: Session) -> None:
    found = session.execute(
        select(Complex.name, Complex.dwelling_count, Pilot.role).join(Pilot).order_by(Pilot.id)
    ).all()

    assert [tuple(row) for row in found] == [
        ("Havenflat", 96, PilotRole.PILOT),
        ("Kadeflat", 140, PilotRole.PILOT),
        ("Parkflat", 120, PilotRole.COMPARISON),
        ("Torenflat", 132, PilotRole.COMPARISON),
    ]


def test_every_dwelling_has_one_household_at_a_time(session: Session) -> None:
    current = Counter(
        session.scalars(select(Household.dwelling_id).where(Household.until.is_(None)))
    )

    assert set(current) == set(session.scalars(select(Dwelling.id)))
    assert set(current.values()) == {1}


def test_the_thresholds_were_fixed_before_the_start(session: Session) -> None:
    for pilot in session.scalars(select(Pilot)):
        assert pilot.fixed_on is not None
        assert pilot.fixed_on < pilot.starts_on
        assert pilot.starts_on == date(2024, 11, 1)


def test_kadeflat_214_can_be_tried_with_a_publication(session: Session) -> None:
    home = session.scalars(select(Dwelling).where(Dwelling.code == "VHE-10214")).one()

    assert home.address == "Kadeflat 214"
    assert (home.floor, home.rooms, home.area_m2, home.rent_cents) == (4, 3, 68, 64120)
    assert session.scalar(select(Vacancy.id).where(Vacancy.dwelling_id == home.id)) is None


def test_a_vacancy_of_kadeflat_214_has_a_way_of_working_at_once(
    tmp_path: Path, demo_file: Path
) -> None:
    with opened(Path(shutil.copy(demo_file, tmp_path))) as store:
        with store.reading() as session:
            home = session.scalars(select(Dwelling.id).where(Dwelling.code == "VHE-10214")).one()
            who = pins.actor_of(session.scalars(select(StaffUser)).first())

        vacancy = announce(store, who, home, "PUB-2026-0214")
        choose_policy(store, who, vacancy)

        with store.reading() as session:
            assert session.get_one(Vacancy, vacancy).state is VacancyState.PREPARED


@pytest.mark.parametrize("code", ["HAVEN", "KADE", "PARK", "TOREN"])
def test_six_to_nine_dwellings_a_year_were_let_in_each_complex(session: Session, code: str) -> None:
    assert 12 <= len(_lettings(session, code)) <= 18


def test_ten_were_invited_for_each_dwelling_that_was_let(session: Session) -> None:
    for vacancy in _lettings(session, "HAVEN"):
        assert sum(bool(c.invitations) for c in vacancy.candidates) == 10


def test_a_quarter_to_a_half_did_not_appear(session: Session) -> None:
    for code in ("HAVEN", "KADE", "PARK", "TOREN"):
        seen = Counter(
            invitation.presence
            for vacancy in _lettings(session, code)
            for candidate in vacancy.candidates
            for invitation in candidate.invitations
        )
        assert 0.25 <= seen[Presence.NO_SHOW] / seen.total() <= 0.5


def test_about_one_letting_in_four_went_to_somebody_with_priority(session: Session) -> None:
    lettings = [v for code in ("HAVEN", "KADE", "PARK", "TOREN") for v in _lettings(session, code)]
    with_priority = sum(v.decision.chosen.priority for v in lettings if v.decision)

    assert with_priority / len(lettings) == pytest.approx(0.23, abs=0.02)


def test_nobody_was_passed_over_without_a_code(session: Session) -> None:
    for decision in session.scalars(select(Decision).where(Decision.order_table != "[]")):
        for row in decision.order_table:
            assert row["chosen"] or PassCode[row["code"]]


def test_havenflat_has_six_hosts_and_kadeflat_went_from_three_to_one(session: Session) -> None:
    states = Counter((host.complex.name, host.state) for host in session.scalars(select(Host)))

    assert states == {
        ("Havenflat", HostState.ACTIVE): 6,
        ("Kadeflat", HostState.ACTIVE): 1,
        ("Kadeflat", HostState.STOPPED): 2,
    }


def test_hosts_live_in_their_complex(session: Session) -> None:
    for host in session.scalars(select(Host)):
        assert host.household is not None
        assert host.household.dwelling.complex_id == host.complex_id
        assert host.household.name.endswith(host.last_name)


def test_one_is_protected_one_was_asked_for_money_one_complained(session: Session) -> None:
    assert session.scalar(select(func.count(Candidate.id)).where(Candidate.protected)) == 1
    assert session.scalar(select(func.count(Candidate.id)).where(Candidate.money_asked)) == 1
    assert session.scalar(select(func.count(Complaint.id))) == 1


def test_one_viewing_was_called_off(session: Session) -> None:
    off = session.scalars(select(Viewing).where(Viewing.state == ViewingState.CANCELLED)).one()

    assert off.cancel_reason
    assert off.vacancy.route is Route.TENANT_LED


def test_a_dwelling_stands_at_every_step(session: Session) -> None:
    vacancies = session.scalars(
        select(Vacancy.id).where(Vacancy.created_on > TODAY - timedelta(days=120))
    )
    steps = {vacancy_view(session, vacancy, NOW).next for vacancy in vacancies}

    assert steps >= {
        NextStep.CHOOSE_POLICY,
        NextStep.PUBLISH,
        NextStep.IMPORT_CANDIDATES,
        NextStep.PLAN_VIEWING,
        NextStep.CHOOSE_HOSTS,
        NextStep.HOSTS_ANSWER,
        NextStep.REMIND,
        NextStep.REPORT,
        NextStep.OFFER_ANSWER,
        NextStep.READ_DECISION,
        NextStep.LETTERS,
        NextStep.LEASE,
        NextStep.COMPLETE,
        NextStep.WAIT_FOR_COMPLAINTS,
        NextStep.WIPE,
    }


def test_the_offer_that_runs_is_to_somebody_with_priority_and_ends_today(session: Session) -> None:
    [running] = [
        offer
        for vacancy in session.scalars(
            select(Vacancy).where(Vacancy.state == VacancyState.OFFERING)
        )
        for offer in vacancy.offers
        if offer.answer is OfferAnswer.OPEN
    ]

    assert running.candidate.priority
    assert local(running.deadline_at).date() == TODAY


def test_vandaag_has_something_of_each_kind(session: Session) -> None:
    assert len({one.action for one in due(session, NOW)}) >= 10


def test_the_demo_is_an_office_that_keeps_up(session: Session) -> None:
    """Something is late, as everywhere, but nothing by more than a week."""
    late = [row for row in due(session, NOW) if row.when is not None and row.when < NOW]
    assert late
    assert all(NOW - row.when <= timedelta(days=7) for row in late if row.when is not None)


def test_both_colleagues_have_the_pin(demo: Store, session: Session) -> None:
    colleagues = session.scalars(select(StaffUser).order_by(StaffUser.id)).all()

    assert [c.name for c in colleagues] == ["Sanne Postma", "Karim Haddad"]
    for colleague in colleagues:
        assert pins.prove(demo, colleague.id, demo_pin()).id == colleague.id


def test_the_first_sentence_says_who_you_are_and_which_pin_reads_along(session: Session) -> None:
    for colleague in session.scalars(select(StaffUser)):
        assert colleague.name in welcome()
    assert demo_pin() in welcome()


def test_surveys_were_held_at_the_start_after_one_year_and_after_two(session: Session) -> None:
    waves = session.execute(select(CohesionSurvey.complex_id, CohesionSurvey.wave).distinct()).all()

    assert {wave for _complex, wave in waves} == {0, 12, 24}
    assert len(waves) == 4 * 3
    assert session.scalar(select(func.count(CandidateSurvey.id)))


def _texts(session: Session) -> Iterator[str]:
    """Every text of every row."""
    for table in metadata.sorted_tables:
        columns = [c for c in table.columns if isinstance(c.type, String | Text)]
        for row in session.execute(select(*columns)) if columns else ():
            yield from (value for value in row if isinstance(value, str))


def test_every_mail_address_ends_in_voorbeeld(session: Session) -> None:
    addresses = {
        address
        for text in _texts(session)
        for address in re.findall(r"[\w.+-]+@[\w.-]+\w", text)
        if not address.endswith("@samenspraak")  # the UID of a calendar entry
    }

    assert len(addresses) > 100
    assert {address.rpartition(".")[2] for address in addresses} == {"voorbeeld"}


def test_every_phone_number_is_one_that_no_network_has(session: Session) -> None:
    numbers = [
        *session.scalars(select(Candidate.phone).where(Candidate.phone != "")),
        *session.scalars(select(Host.phone)),
        *session.scalars(select(Organisation.phone)),
    ]

    assert numbers
    for number in numbers:
        assert re.fullmatch(r"0500 – 00 00 \d\d", number)


def test_what_was_let_long_ago_is_wiped(session: Session) -> None:
    for vacancy in _lettings(session, "KADE"):
        for candidate in vacancy.candidates:
            assert candidate.wiped_on is not None
            assert candidate.name == candidate.number


def test_the_chain_verifies(session: Session) -> None:
    assert verify(session).whole


def test_the_same_day_gives_the_same_world(
    demo: Store, tmp_path: Path, migrated_file: Path
) -> None:
    path = tmp_path / "again.db"
    path.write_bytes(migrated_file.read_bytes())
    again = Store.open(path)
    without_waiting(again.engine)
    fill_demo(again, day=TODAY)
    everybody = select(Candidate.number, Candidate.last_name, Candidate.state, Candidate.want)
    slots = select(Invitation.slot_at, Invitation.presence, Invitation.answer)

    with demo.reading() as one, again.reading() as other:
        for question in (everybody, slots):
            assert one.execute(question).all() == other.execute(question).all()
    again.close()


@pytest.mark.parametrize(
    "day",
    [date(2026, 12, 27), date(2026, 11, 28), date(2027, 5, 6)],
)
@pytest.mark.long
def test_the_demo_can_be_made_on_a_day_off_and_around_holidays(
    tmp_path: Path, migrated_file: Path, day: date
) -> None:
    path = tmp_path / "day off.db"
    path.write_bytes(migrated_file.read_bytes())
    store = Store.open(path)

    fill_demo(store, day=day)

    with store.reading() as session:
        latest = session.scalar(select(func.max(Decision.drafted_at)))
        assert latest is not None
        assert local(latest).date() < day
    store.close()


def test_a_database_with_complexes_is_refused(demo: Store) -> None:
    with in_language("en"), pytest.raises(Refused, match="new file"):
        fill_demo(demo, day=TODAY)
