"""Vacancies of the test world: candidates, viewings, offers and a decision."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from enum import Enum

from sqlalchemy.orm import Session

from desktop.estate.model import (
    Dwelling,
    StaffUser,
)
from desktop.language.format import AMSTERDAM, local
from desktop.viewings.model import (
    Candidate,
    Decision,
    Defect,
    Host,
    Invitation,
    Offer,
    PolicyVersion,
    Shift,
    Skip,
    TourQuestion,
    TourReport,
    TourVisit,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries import facts
from desktop.viewings.rules.order_table import OrderRow, order_table
from desktop.viewings.states import (
    Answer,
    CandidateState,
    DecisionState,
    DefectPlace,
    OfferAnswer,
    Presence,
    ShiftRole,
    ShiftState,
    SkipCode,
    VacancyState,
    ViewingKind,
    ViewingState,
    Want,
)
from tests.support.estate import POINTS

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


def at(today: date, days: int, hour: int, minute: int) -> datetime:
    """A moment on the Dutch clock, days from today."""
    return datetime.combine(today + timedelta(days=days), time(hour, minute), AMSTERDAM)


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
