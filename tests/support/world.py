"""A small world to test in: Woonstichting Morgenwonen in Morgenveld, two complexes, a dwelling
that is shown tomorrow and a dwelling that was let last week. Everybody in it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.language.format import local
from desktop.store import Actor, Store
from desktop.viewings.model import (
    Complaint,
)
from desktop.viewings.states import (
    ComplaintAbout,
)
from tests.support.estate import (
    POINTS,
    make_complexes,
    make_dwelling,
    make_hosts,
    make_organisations,
    make_pilots,
    make_policy,
    make_staff,
)
from tests.support.lettings import (
    at,
    hold,
    in_the_group,
    invite,
    make_candidates,
    make_decision,
    make_offers,
    make_vacancy,
    make_viewing,
    shown_alone,
)
from tests.support.remembered import remembered

__all__ = ["POINTS", "World", "make_world"]


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


@remembered
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
