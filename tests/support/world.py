"""A small world to test in: Woonstichting Morgenwonen in Morgenveld, two complexes, a dwelling
that is shown tomorrow and a dwelling that was let last week. Everybody in it is made up."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

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
from desktop.language.format import AMSTERDAM, local
from desktop.store import Actor, Store
from desktop.viewings.model import (
    Candidate,
    Complaint,
    Decision,
    Defect,
    Host,
    HostRelation,
    Invitation,
    Offer,
    Pilot,
    PolicyVersion,
    PriorityConsequence,
    Shift,
    Skip,
    TourQuestion,
    TourReport,
    TourVisit,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries import facts
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.rules.order import OrderRow, order_table
from desktop.viewings.states import (
    Answer,
    CandidateState,
    ComplaintAbout,
    DecisionState,
    DefectPlace,
    HostState,
    OfferAnswer,
    PilotRole,
    Presence,
    RelationKind,
    ShiftRole,
    ShiftState,
    SkipCode,
    VacancyState,
    ViewingKind,
    ViewingState,
    Want,
)

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

# initials, first name, prefix, last name, language, priority, protected, persons, visit need
PEOPLE = (
    ("F.", "Fatima", "el", "Bakkali", "nl", True, False, 3, ""),
    ("J.", "Johan", "de", "Boer", "nl", False, False, 2, ""),
    ("M.", "Maria", "", "Santos", "en", False, False, 1, ""),
    ("P.", "Petra", "", "Jansen", "nl", True, True, 2, ""),
    ("W.", "Willem", "van der", "Meer", "nl", False, False, 1, "een stoel onderweg"),
    ("S.", "Sanne", "", "Visser", "nl", False, False, 2, ""),
    ("Y.", "Yusuf", "", "Demir", "nl", False, False, 4, ""),
    ("O.", "Olena", "", "Kovalenko", "en", False, False, 2, ""),
    ("H.", "Henk", "", "Bakker", "nl", False, False, 1, ""),
    ("C.", "Chantal", "", "de Wit", "nl", False, False, 2, ""),
)


@dataclass(frozen=True)
class World:
    """The rows of the world, by what they are. `viewing` is tomorrow; `held_viewing` was at the
    dwelling that is decided. `candidates` and `decided_candidates` are in order of rank."""

    now: datetime
    consultant: int
    reader: int
    kadeflat: int
    havenflat: int
    policy: int
    hosts: tuple[int, ...]
    vacancy: int
    vacancy_code: str
    candidates: tuple[int, ...]
    viewing: int
    invitations: tuple[int, ...]
    decided_vacancy: int
    decided_code: str
    decided_candidates: tuple[int, ...]
    held_viewing: int
    refused_offer: int
    accepted_offer: int
    decision: int
    complaint: int


def make_world(store: Store, who: Actor) -> World:
    """Fill an empty store with the world as it stands on the store's clock."""
    now = store.now()
    today = local(now).date()
    with store.act(who, "test.world") as act:
        session = act.session
        make_organisations(session)
        staff = make_staff(session)
        kadeflat, havenflat = make_complexes(session)
        make_pilots(session, kadeflat, havenflat, today)
        policy = make_policy(session, kadeflat, today)
        make_policy(session, havenflat, today)
        hosts = make_hosts(session, kadeflat, today)
        vacancy = make_vacancy(session, policy, make_dwelling(session, kadeflat, "214"), today)
        candidates = make_candidates(session, vacancy)
        viewing = make_viewing(session, vacancy, hosts[:2], staff[0], at(today, 1, 13, 20))
        invitations = invite(session, viewing, in_the_group(candidates), today)
        decided = make_vacancy(session, policy, make_dwelling(session, kadeflat, "118"), today)
        past = make_candidates(session, decided)
        held = make_viewing(session, decided, hosts[2:4], staff[0], at(today, -14, 13, 20))
        hold(session, held, invite(session, held, in_the_group(past), today - timedelta(days=21)))
        shown_alone(past)
        refused, accepted = make_offers(session, decided, past, today)
        decision = make_decision(session, decided, past, staff, today)
        complaint = Complaint(
            vacancy_id=decided.id,
            candidate_id=past[5].id,
            about=ComplaintAbout.VIEWING,
            received_on=today - timedelta(days=2),
            answer_by=today + timedelta(weeks=6),
            summary="De afspraak begon te laat.",
        )
        session.add(complaint)
        session.flush()
        return World(
            now=now,
            consultant=staff[0].id,
            reader=staff[1].id,
            kadeflat=kadeflat.id,
            havenflat=havenflat.id,
            policy=policy.id,
            hosts=tuple(h.id for h in hosts),
            vacancy=vacancy.id,
            vacancy_code=vacancy.code,
            candidates=tuple(c.id for c in candidates),
            viewing=viewing.id,
            invitations=tuple(i.id for i in invitations),
            decided_vacancy=decided.id,
            decided_code=decided.code,
            decided_candidates=tuple(c.id for c in past),
            held_viewing=held.id,
            refused_offer=refused.id,
            accepted_offer=accepted.id,
            decision=decision.id,
            complaint=complaint.id,
        )


def at(today: date, days: int, hour: int, minute: int) -> datetime:
    """A moment on the Dutch clock, days from today."""
    return datetime.combine(today + timedelta(days=days), time(hour, minute), AMSTERDAM)


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


def make_vacancy(session: Session, policy: PolicyVersion, home: Dwelling, today: date) -> Vacancy:
    """A vacancy whose advert has closed and whose candidates can be shown the dwelling."""
    vacancy = Vacancy(
        code=f"2026-{home.house_number}",
        dwelling_id=home.id,
        policy_id=policy.id,
        state=VacancyState.VIEWING,
        notice_on=today - timedelta(days=40),
        old_lease_ends_on=today + timedelta(days=10),
        available_on=today + timedelta(days=14),
        advert_from=today - timedelta(days=20),
        advert_until=today - timedelta(days=10),
        closed_on=today - timedelta(days=10),
        baseline_viewing_on=today,
        reactions=143,
        created_on=today - timedelta(days=40),
    )
    session.add(vacancy)
    session.flush()
    return vacancy


def make_candidates(session: Session, vacancy: Vacancy) -> list[Candidate]:
    """The ten of `PEOPLE` in order of rank: priority at rank 1 and 4, number 4 protected."""
    candidates = []
    for rank, person in enumerate(PEOPLE, start=1):
        initials, first, prefix, last, language, priority, protected, persons, need = person
        candidates.append(
            Candidate(
                vacancy_id=vacancy.id,
                number=f"{vacancy.code}-K{rank:02d}",
                rank=rank,
                external_ref=f"WZ-{rank:05d}",
                initials=initials,
                first_name=first,
                prefix=prefix,
                last_name=last,
                email=f"{first.lower()}@zoekt.voorbeeld",
                phone=f"0600 – 00 00 {rank:02d}",
                street=f"Parkweg {rank * 12}",
                postcode="1234 EF",
                city="Morgenveld",
                language=language,
                visit_need=need,
                registered_on=date(2015 + rank % 6, 3, rank),
                priority=priority,
                protected=protected,
                persons=persons,
            )
        )
    session.add_all(candidates)
    session.flush()
    for place, code in ((3, SkipCode.PROTECTED), (4, SkipCode.ASSISTANCE)):
        session.add(
            Skip(
                candidate_id=candidates[place].id,
                code=code,
                at=at(vacancy.created_on, 35, 9, 0),
            )
        )
    session.flush()
    return candidates


def in_the_group(candidates: list[Candidate]) -> list[Candidate]:
    """The first six whom neighbours receive: not the protected one, nor who comes adapted."""
    return [candidates[place] for place in (0, 1, 2, 5, 6, 7)]


def shown_alone(candidates: list[Candidate]) -> None:
    """The protected candidate saw the dwelling with staff and does not want it; the one with an
    adapted appointment does."""
    protected, adapted = candidates[3], candidates[4]
    protected.want, protected.state = Want.NO, CandidateState.WANTS_NOT
    adapted.want, adapted.state = Want.YES, CandidateState.WANTS


def make_viewing(
    session: Session,
    vacancy: Vacancy,
    hosts: list[Host],
    on_call: StaffUser,
    starts_at: datetime,
) -> Viewing:
    """A group viewing of two hours in slots of 20 minutes with these hosts."""
    viewing = Viewing(
        vacancy_id=vacancy.id,
        kind=ViewingKind.GROUP,
        state=ViewingState.INVITED,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place=vacancy.dwelling.complex.meeting_point,
        staff_on_call_id=on_call.id,
    )
    session.add(viewing)
    session.flush()
    for role, host in zip((ShiftRole.LEAD, ShiftRole.SECOND), hosts, strict=True):
        session.add(
            Shift(
                viewing_id=viewing.id,
                host_id=host.id,
                role=role,
                state=ShiftState.CONFIRMED,
                asked_on=local(starts_at).date() - timedelta(days=10),
                answered_on=local(starts_at).date() - timedelta(days=9),
                minutes=150,
            )
        )
    session.flush()
    return viewing


def invite(
    session: Session, viewing: Viewing, candidates: list[Candidate], sent_on: date
) -> list[Invitation]:
    """Each candidate to the next slot; the first three said that they come."""
    invitations = []
    for place, candidate in enumerate(candidates):
        candidate.state = CandidateState.CONFIRMED if place < 3 else CandidateState.INVITED
        invitations.append(
            Invitation(
                viewing_id=viewing.id,
                candidate_id=candidate.id,
                slot_at=viewing.starts_at + timedelta(minutes=viewing.slot_minutes * place),
                sent_on=sent_on,
                answer=Answer.COMING if place < 3 else Answer.NONE,
                answer_until=viewing.starts_at - timedelta(hours=25, minutes=20),
                ics_uid=f"{viewing.id}-{candidate.number}@morgenwonen.voorbeeld",
            )
        )
    session.add_all(invitations)
    session.flush()
    return invitations


def hold(session: Session, viewing: Viewing, invitations: list[Invitation]) -> None:
    """The viewing took place: five came, the sixth did not; a question and a defect."""
    viewing.state = ViewingState.CLOSED
    lead = viewing.shifts[0].host_id
    report = TourReport(viewing_id=viewing.id, entered_at=viewing.ends_at)
    session.add(report)
    session.flush()
    for place, invitation in enumerate(invitations):
        came = place < 5
        invitation.presence = Presence.PRESENT if came else Presence.NO_SHOW
        invitation.answer = Answer.COMING
        invitation.reminders = [local(viewing.starts_at - timedelta(days=1)).date().isoformat()]
        candidate = invitation.candidate
        if not came:
            candidate.state = CandidateState.NO_SHOW
            continue
        invitation.received_by_id = lead
        session.add(TourVisit(invitation_id=invitation.id, points=[p[0] for p in POINTS]))
        wants = place in (0, 1, 4)
        candidate.want = Want.YES if wants else Want.NO
        candidate.want_at = viewing.ends_at + timedelta(hours=3)
        candidate.state = CandidateState.WANTS if wants else CandidateState.WANTS_NOT
    session.add_all(
        [
            TourQuestion(
                report_id=report.id,
                candidate_id=invitations[1].candidate_id,
                question="Mag ik een kast in de gang zetten?",
            ),
            Defect(report_id=report.id, place=DefectPlace.KITCHEN, note="kraan lekt"),
        ]
    )
    session.flush()


def make_offers(
    session: Session, vacancy: Vacancy, candidates: list[Candidate], today: date
) -> tuple[Offer, Offer]:
    """The first in order refused, the second accepted."""
    offers = []
    for place, answer in ((0, OfferAnswer.REFUSED), (1, OfferAnswer.ACCEPTED)):
        made = at(today, -12 + place * 2, 10, 0)
        offers.append(
            Offer(
                vacancy_id=vacancy.id,
                candidate_id=candidates[place].id,
                number=place + 1,
                made_at=made,
                deadline_at=made + timedelta(hours=31),
                answer=answer,
                answered_at=made + timedelta(hours=20),
                reason="WBN" if answer is OfferAnswer.REFUSED else "",
                letter_on=local(made).date(),
            )
        )
    session.add_all(offers)
    candidates[0].state = CandidateState.REFUSED
    candidates[1].state = CandidateState.ALLOCATED
    session.flush()
    return offers[0], offers[1]


def make_decision(
    session: Session,
    vacancy: Vacancy,
    candidates: list[Candidate],
    staff: list[StaffUser],
    today: date,
) -> Decision:
    """Settled with a second reader; the second of the list gets the dwelling."""
    vacancy.state = VacancyState.DECIDED
    session.expire_all()
    rows = order_table(
        facts.standings(session, vacancy.id),
        candidates[1].id,
        False,
        [candidates[0].id, candidates[1].id],
        facts.came(session, vacancy.id),
    )
    decision = Decision(
        vacancy_id=vacancy.id,
        chosen_id=candidates[1].id,
        policy_id=vacancy.policy_id,
        state=DecisionState.SETTLED,
        motivation="De eerste op de lijst weigerde. De volgende in de volgorde wil de woning.",
        author_id=staff[0].id,
        reader_id=staff[1].id,
        drafted_at=at(today, -8, 10, 0),
        submitted_at=at(today, -8, 11, 0),
        read_at=at(today, -7, 9, 30),
        order_table=[order_row(row) for row in rows],
        complaint_until=today + timedelta(weeks=6),
        wipe_on=today + timedelta(weeks=7),
    )
    session.add(decision)
    session.flush()
    return decision


def order_row(row: OrderRow) -> dict[str, object]:
    """A line of the order table as a settled decision keeps it: codes by name."""
    return {
        key: value.name if isinstance(value, Enum) else value for key, value in asdict(row).items()
    }
