"""The corporation of the test world: its staff, complexes, ways of working and hosts."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.estate.model import (
    BuildingKind,
    Complex,
    Dwelling,
    Household,
    Organisation,
    OrganisationKind,
    Role,
    StaffUser,
)
from desktop.store import Actor, Store
from desktop.viewings.model import (
    Host,
    HostRelation,
    Pilot,
    PolicyVersion,
    PriorityConsequence,
)
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.states import (
    HostState,
    PilotRole,
    RelationKind,
)
from tests.support.remembered import remembered

POINTS = (
    ("welcome", "welkom en wie wij zijn", "welcome and who we are"),
    ("rules", "huisregels", "house rules"),
    ("bins", "afval en containers", "waste and bins"),
    ("noise", "geluid en rust", "noise and quiet hours"),
    ("heating", "verwarming en ventileren", "heating and fresh air"),
    ("activities", "koffie en activiteiten", "coffee and activities"),
    ("safety", "brandveiligheid en sleutels", "fire safety and keys"),
    ("repairs", "reparaties melden", "how to report repairs"),
)


def make_organisations(session: Session) -> None:
    session.add_all(
        [
            Organisation(
                kind=OrganisationKind.CORPORATION,
                name="Woonstichting Morgenwonen",
                department="Verhuur",
                street="Kade 1",
                postcode="1234 AB",
                city="Morgenveld",
                phone="0500 – 00 00 00",
                email="verhuur@morgenwonen.voorbeeld",
                website="morgenwonen.voorbeeld",
                signature="Sanne Postma",
            ),
            Organisation(kind=OrganisationKind.MUNICIPALITY, name="gemeente Morgenveld"),
            Organisation(kind=OrganisationKind.TENANTS, name="Huurdersvereniging Samen Morgenveld"),
        ]
    )


@remembered
def make_corporation(store: Store, who: Actor) -> None:
    """Whose letterhead papers have. What is made after it can be a copy too."""
    with store.act(who, "test.corporation") as act:
        make_organisations(act.session)


def make_staff(session: Session) -> list[StaffUser]:
    staff = [
        StaffUser(login="sanne", name="Sanne Postma"),
        StaffUser(login="karim", name="Karim Haddad", role=Role.MANAGER),
        StaffUser(login="els", name="Els Brouwer", role=Role.AUDITOR),
    ]
    session.add_all(staff)
    session.flush()
    return staff


def make_complexes(session: Session) -> tuple[Complex, Complex]:
    kadeflat = Complex(
        code="KADE",
        name="Kadeflat",
        city="Morgenveld",
        addresses="Kadeflat 1 tot en met 140",
        dwelling_count=140,
        meeting_point="ingang Kadeflat 200, bij de koffiehoek",
        shared_rooms="koffiehoek",
    )
    havenflat = Complex(
        code="HAVEN",
        name="Havenflat",
        city="Morgenveld",
        addresses="Havenflat 1 tot en met 96",
        dwelling_count=96,
        building=BuildingKind.STAIRWELL,
        living_form="SEN",
        target_group="SEN",
        meeting_point="hal van de Havenflat",
        shared_rooms="koffiehoek, tuin",
    )
    session.add_all([kadeflat, havenflat])
    session.flush()
    return kadeflat, havenflat


def make_pilots(session: Session, kadeflat: Complex, havenflat: Complex, today: date) -> None:
    start = today.replace(day=1) - timedelta(days=365)
    thresholds = {key: asdict(threshold) for key, threshold in USUAL_THRESHOLDS.items()}
    for complex_, role in ((kadeflat, PilotRole.PILOT), (havenflat, PilotRole.COMPARISON)):
        session.add(
            Pilot(
                complex_id=complex_.id,
                role=role,
                starts_on=start,
                ends_on=start + timedelta(days=730),
                thresholds=thresholds,
                fixed_on=start - timedelta(days=30),
            )
        )


def make_policy(session: Session, complex_: Complex, today: date) -> PolicyVersion:
    """A published policy version of level A that is fixed."""
    consequence = PriorityConsequence(
        region="Morgenveld",
        text_nl=(
            "U heeft voorrang van de gemeente. Weigert u deze woning na een aanbieding, dan kan "
            "de gemeente uw voorrang beëindigen."
        ),
        text_en=(
            "You have priority from the municipality. If you refuse this home after an offer, "
            "the municipality can end your priority."
        ),
        refusals_allowed=1,
        source="Huisvestingsverordening Morgenveld 2026",
        read_on=today - timedelta(days=60),
    )
    session.add(consequence)
    session.flush()
    agreed = today - timedelta(days=400)
    policy = PolicyVersion(
        complex_id=complex_.id,
        number=3,
        consequence_id=consequence.id,
        points=[{"key": k, "text_nl": nl, "text_en": en} for k, nl, en in POINTS],
        advert_nl=(
            "Bewoners van dit complex laten u de woning zien. U kiest daarna zelf of u de woning "
            "wilt. De volgorde van de lijst verandert niet."
        ),
        advert_en=(
            "Residents show you this home. You then decide whether you want it. The order of the "
            "list stays the same."
        ),
        alternatives=["individual", "phone", "other day"],
        corporation_agreed_on=agreed,
        tenants_agreed_on=agreed,
        valid_from=agreed,
        fixed_on=agreed,
    )
    session.add(policy)
    session.flush()
    return policy


def make_hosts(session: Session, complex_: Complex, today: date) -> list[Host]:
    """Four active hosts in four stairwells; the first declared somebody she knows."""
    started = today - timedelta(days=300)
    hosts = []
    for first, last, house in (
        ("Ria", "Smit", "12"),
        ("Ahmed", "Yilmaz", "56"),
        ("Truus", "van Dam", "88"),
        ("Kees", "Mulder", "131"),
    ):
        home = make_dwelling(session, complex_, house)
        household = Household(dwelling_id=home.id, name=f"Fam. {last}", since=started)
        session.add(household)
        session.flush()
        hosts.append(
            Host(
                complex_id=complex_.id,
                household_id=household.id,
                first_name=first,
                last_name=last,
                address=home.address,
                stairwell="ABCD"[len(hosts)],
                phone="0500 – 00 00 01",
                email=f"{first.lower()}@bewoners.voorbeeld",
                languages=["nl"],
                state=HostState.ACTIVE,
                applied_on=started,
                instructed_on=started,
                secrecy_on=started,
                active_from=started,
            )
        )
    session.add_all(hosts)
    session.flush()
    session.add(
        HostRelation(
            host_id=hosts[0].id,
            kind=RelationKind.FRIEND,
            person="Berend Hoekstra",
            declared_on=today - timedelta(days=12),
        )
    )
    session.flush()
    return hosts


def make_dwelling(session: Session, complex_: Complex, house_number: str) -> Dwelling:
    home = Dwelling(
        complex_id=complex_.id,
        code=f"{complex_.code}-{house_number}",
        street=complex_.name,
        house_number=house_number,
        postcode="1234 CD",
        city="Morgenveld",
        floor=2,
        rooms=3,
        area_m2=67,
        rent_cents=64_120,
        energy_label="B",
        stairwell="B",
    )
    session.add(home)
    session.flush()
    return home
