"""The lights that people decided on, and who objects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Date, Integer, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.agreements.model import Agreement, Objection, Override, Party
from desktop.agreements.rules.light import ByHand, in_force
from desktop.agreements.states import Light

Thing = TypeVar("Thing")

# Statements are made once: which agreements they are about and the day are filled in.
Which = InstrumentedAttribute[int]
THIS = bindparam("id", type_=Integer)
DAY = bindparam("on", type_=Date)


@dataclass(frozen=True, slots=True)
class OverrideLine:
    """A light that people decided on, who did and until when, and who objects with which words."""

    id: int
    light: Light
    reason: str
    party: str
    decided_on: date
    valid_until: date
    objections: tuple[tuple[str, str], ...]


@cache
def _holding(which: Which) -> Any:
    return (
        select(Override, Party.name)
        .join(Party, Override.party_id == Party.id)
        .join(Agreement, Override.agreement_id == Agreement.id)
        .where(which == THIS, Override.decided_on <= DAY, Override.valid_until >= DAY)
    )


def overrides_of(
    session: Session, which: Which, asked: Mapping[str, Any]
) -> dict[tuple[int, int | None], OverrideLine]:
    """What people decided and holds on the day, by agreement and indicator (None: the whole)."""
    rows = session.execute(_holding(which), asked).all()
    by_subject: dict[tuple[int, int | None], list[tuple[Override, str]]] = defaultdict(list)
    for override, party in rows:
        by_subject[override.agreement_id, override.indicator_id].append((override, party))
    objections = _objections(session, [override.id for override, _party in rows])
    return {
        subject: _last_decided(several, objections, asked["on"])
        for subject, several in by_subject.items()
    }


def _last_decided(
    several: Iterable[tuple[Override, str]],
    objections: Mapping[int, tuple[tuple[str, str], ...]],
    on: date,
) -> OverrideLine:
    by_id = {override.id: (override, party) for override, party in several}
    holding = in_force(
        (ByHand(o.id, o.light, o.decided_on, o.valid_until) for o, _party in by_id.values()), on
    )
    assert holding is not None, "only what holds on the day was read"
    override, party = by_id[holding.id]
    return OverrideLine(
        id=override.id,
        light=override.light,
        reason=override.reason,
        party=party,
        decided_on=override.decided_on,
        valid_until=override.valid_until,
        objections=objections.get(override.id, ()),
    )


def _objections(
    session: Session, override_ids: list[int]
) -> dict[int, tuple[tuple[str, str], ...]]:
    rows = session.execute(
        select(Objection.override_id, Party.name, Objection.text)
        .join(Party, Objection.party_id == Party.id)
        .where(Objection.override_id.in_(override_ids))
        .order_by(Objection.id)
    )
    return by_first((override_id, (party, text)) for override_id, party, text in rows)


def by_first(pairs: Iterable[tuple[int, Thing]]) -> dict[int, tuple[Thing, ...]]:
    """The second of each pair, together by the first, in the order in which they came."""
    found: dict[int, list[Thing]] = defaultdict(list)
    for id, thing in pairs:
        found[id].append(thing)
    return {id: tuple(of_id) for id, of_id in found.items()}
