"""A publication and a list of candidates that come in: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.orm import Session

from desktop.estate.model import Complex, Dwelling
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store, search
from desktop.store.found import found
from desktop.viewings.actions.vacancies import advance, attach_policy, new_vacancy
from desktop.viewings.exchange.candidates import CandidateList, CandidateRow
from desktop.viewings.exchange.vera_in import DwellingRow, PublicationRow
from desktop.viewings.model import (
    Candidate,
    ImportMapping,
    Invitation,
    Offer,
    Skip,
    Vacancy,
    called,
    candidate_entry,
)
from desktop.viewings.queries.facts import policy_in_force
from desktop.viewings.queries.mappings import headings_digest
from desktop.viewings.rules.lifecycle import advert_runs
from desktop.viewings.states import CandidateState, VacancyState

BATCH = 5_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ListTaken:
    """What reading in a list did: `changed` is false when this very list was there already;
    `closed_early` is the day until which the advert would have run."""

    candidates: int
    changed: bool
    closed_early: date | None = None


def take_candidates(
    store: Store,
    who: Actor,
    vacancy_id: int,
    listed: CandidateList,
    progress: Progress = lambda done, total: None,
) -> ListTaken:
    """Put a list of candidates under a vacancy. The same list twice changes nothing; another list
    takes its place as long as nobody on it was invited, skipped or offered the dwelling.

    The trail holds the digest of the list and the number of rows: the values of each person stand
    in one place only. `progress` may raise to stop: then nothing is left behind."""
    with store.act(who, "viewings.candidates.import") as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        if vacancy.list_digest == listed.digest:
            return ListTaken(len(listed.rows), changed=False)
        check_replaceable(session, vacancy)
        _remove_list(session, vacancy)
        total = len(listed.rows)
        for start in range(0, total, BATCH):
            some = listed.rows[start : start + BATCH]
            session.execute(
                insert(cast(Table, Candidate.__table__)), [_values(vacancy, row) for row in some]
            )
            progress(start + len(some), 2 * total)
        session.expire_all()
        _index(session, vacancy, listed.rows, progress)
        vacancy.list_digest = listed.digest
        today = local(store.now()).date()
        runs = advert_runs(vacancy.state, vacancy.advert_until, today)
        closed_early = vacancy.advert_until if runs else None
        vacancy.closed_on = vacancy.closed_on or today
        advance(vacancy)
        act.tables.add(Candidate.__tablename__)
        act.facts.update({"vacancy": vacancy.code, "candidates": total, "list": listed.digest})
    return ListTaken(total, changed=True, closed_early=closed_early)


def check_replaceable(session: Session, vacancy: Vacancy) -> None:
    """Refuses another list once somebody on the old one was invited, skipped or offered the
    dwelling, and for a dwelling that has been let."""
    if vacancy.state in (
        VacancyState.DECIDED,
        VacancyState.CONTRACT,
        VacancyState.COMPLETED,
        VacancyState.WITHDRAWN,
    ):
        raise Refused(
            _("The dwelling has been let or withdrawn: a list no longer fits."), "vacancy"
        )
    for trace in (Invitation, Offer, Skip):
        touched = session.scalar(
            select(func.count())
            .select_from(trace)
            .join(Candidate, trace.candidate_id == Candidate.id)
            .where(Candidate.vacancy_id == vacancy.id)
        )
        if touched:
            raise Refused(
                _(
                    "Somebody on the list of {address} has been invited or skipped already. The "
                    "list stays as it is."
                ).format(address=vacancy.dwelling.address),
                "vacancy",
            )


def _remove_list(session: Session, vacancy: Vacancy) -> None:
    ids = session.scalars(select(Candidate.id).where(Candidate.vacancy_id == vacancy.id)).all()
    search.remove(session, Candidate.__tablename__, ids)
    session.execute(delete(Candidate).where(Candidate.vacancy_id == vacancy.id))


def _values(vacancy: Vacancy, row: CandidateRow) -> dict[str, Any]:
    return row._asdict() | {
        "version": 1,
        "vacancy_id": vacancy.id,
        "number": row.number or f"{vacancy.code}-{row.rank}",
        "state": CandidateState.SELECTED,
        "want_reason": "",
    }


def _index(
    session: Session, vacancy: Vacancy, rows: Sequence[CandidateRow], progress: Progress
) -> None:
    """Make the new candidates findable, in the same transaction."""
    address = vacancy.dwelling.address
    with_rank = select(Candidate.rank, Candidate.id).where(Candidate.vacancy_id == vacancy.id)
    ids = {row.rank: row.id for row in session.execute(with_rank)}
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        search.add(session, [_entry(ids[row.rank], row, address) for row in some])
        progress(len(rows) + start + len(some), 2 * len(rows))


def _entry(id: int, row: CandidateRow, address: str) -> search.SearchEntry:
    name = called(row.initials, row.first_name, row.prefix, row.last_name)
    return candidate_entry(id, name, row.first_name, address)


def remember_mapping(
    store: Store, who: Actor, headings: Sequence[str], mapping: Mapping[str, str]
) -> None:
    """Keep which column means what for tables with these headings."""
    digest = headings_digest(headings)
    with store.act(who, "viewings.mapping.remember") as act:
        known = act.session.scalar(select(ImportMapping).where(ImportMapping.headings == digest))
        if known is None:
            act.session.add(ImportMapping(headings=digest, columns=dict(mapping)))
        else:
            known.columns = dict(mapping)


@dataclass(frozen=True)
class PublicationTaken:
    """What reading in a publication did. `new_complex` is the name of a complex that had to be
    made for the dwelling, for staff to check."""

    vacancy_id: int
    created: bool
    changed: bool
    new_complex: str | None


def take_publication(store: Store, who: Actor, row: PublicationRow) -> PublicationTaken:
    """Make or update the vacancy under the publication's code. An unknown dwelling is added, in
    the complex of its cluster or else the one named after its street. The policy version in force
    on the first day of the advert counts. The same publication twice changes nothing."""
    with store.act(who, "viewings.publication.import", undo=_("Import publication")) as act:
        session = act.session
        today = local(store.now()).date()
        dwelling, new_complex = _dwelling(session, row.dwelling)
        vacancy = session.scalar(select(Vacancy).where(Vacancy.code == row.code))
        created = vacancy is None
        if vacancy is None:
            vacancy = new_vacancy(session, dwelling, row.code, today)
        elif vacancy.dwelling_id != dwelling.id:
            raise Refused(
                _("{code} is known for another dwelling: {address}.").format(
                    code=row.code, address=vacancy.dwelling.address
                ),
                "code",
            )
        vacancy.model = row.model or vacancy.model
        vacancy.advert_from = row.advert_from or vacancy.advert_from
        vacancy.advert_until = row.advert_until or vacancy.advert_until
        vacancy.available_on = row.available_on or vacancy.available_on
        if row.viewing is not None and vacancy.baseline_viewing_on is None:
            vacancy.baseline_viewing_on = local(row.viewing).date()
        if vacancy.policy is None:
            policy = policy_in_force(session, dwelling.complex_id, vacancy.advert_from or today)
            if policy is not None:
                attach_policy(session, vacancy, policy)
        advance(vacancy)
        session.flush()
        taken = (vacancy.id, created, bool(act.changes), new_complex)
    return PublicationTaken(*taken)


def _dwelling(session: Session, row: DwellingRow) -> tuple[Dwelling, str | None]:
    """The dwelling of a publication, brought up to date; and the complex made for it, if any."""
    known = session.scalar(select(Dwelling).where(Dwelling.code == row.code))
    new_complex = None
    if known is None:
        name = row.cluster_name or row.street
        home = _complex(session, row)
        if home is None:
            home = Complex(
                code=row.cluster_code or f"{row.street} {row.city}".strip()[:40],
                name=name,
                city=row.city,
                vera_cluster=row.cluster_code,
            )
            session.add(home)
            new_complex = name
        known = Dwelling(code=row.code, complex=home, street=row.street, house_number=row.number)
        session.add(known)
    for field, value in (
        ("kind", row.kind),
        ("postcode", row.postcode),
        ("city", row.city),
        ("floor", row.floor),
        ("rooms", row.rooms),
        ("area_m2", row.area_m2),
        ("rent_cents", row.rent_cents),
    ):
        if value not in (None, "") and getattr(known, field) != value:
            setattr(known, field, value)
    session.flush()
    return known, new_complex


def _complex(session: Session, row: DwellingRow) -> Complex | None:
    if row.cluster_code:
        return session.scalar(
            select(Complex).where(
                (Complex.vera_cluster == row.cluster_code) | (Complex.code == row.cluster_code)
            )
        )
    return session.scalar(
        select(Complex)
        .join(Dwelling)
        .where(Dwelling.street == row.street, Dwelling.city == row.city)
        .limit(1)
    )
