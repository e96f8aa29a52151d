"""What a pilot begins with: complexes, thresholds, ways of working and hosts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.demo import read
from desktop.estate.demo_days import at, months_from, standing_at
from desktop.estate.login import actor_of
from desktop.estate.model import Complex, Dwelling, Household, Role, StaffUser
from desktop.store import Actor, Store
from desktop.viewings.model import Host, HostRelation, Pilot, PolicyVersion, PriorityConsequence
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.states import HostState, Level, PilotRole, RelationKind

MONTHS = 24


@dataclass(frozen=True)
class PilotPlan:
    """A complex in the pilot as the demo file describes it, with the rows made for it. `author`
    and `reader` are the two colleagues."""

    code: str
    complex_id: int
    role: PilotRole
    starts_on: date
    values: Mapping[str, Any]
    author: Actor
    reader: Actor


def begin_pilots(store: Store, who: Actor, today: date) -> dict[str, PilotPlan]:
    """The pilots by the code of their complex."""
    world = read("viewings")
    starts_on = months_from(today, -MONTHS)
    fixed_at = at(starts_on - timedelta(days=21), 9)
    with standing_at(store, fixed_at), store.act(who, "viewings.demo.ground") as act:
        session = act.session
        complexes = {c.code: c for c in session.scalars(select(Complex))}
        for values in world["policy"]:
            session.add(_policy(complexes[values["complex"]], values, today))
        for values in world["pilot"]:
            session.add(_pilot(complexes[values["complex"]], values, starts_on))
        for number, values in enumerate(world["host"], start=1):
            _add_host(session, complexes[values["complex"]], values, number, starts_on)
        reader, author = _colleagues(session)
    return {
        values["complex"]: PilotPlan(
            values["complex"],
            complexes[values["complex"]].id,
            PilotRole(values["role"]),
            starts_on,
            values,
            author,
            reader,
        )
        for values in world["pilot"]
    }


def _colleagues(session: Session) -> Sequence[Actor]:
    """The one who sits here reads along; the other one prepares."""
    staff = session.scalars(select(StaffUser).order_by(StaffUser.id)).all()
    first = next(user for user in staff if user.role is Role.MANAGER)
    second = next(user for user in staff if user.role is Role.CONSULTANT)
    return actor_of(first), actor_of(second)


def _policy(complex_: Complex, values: Mapping[str, Any], today: date) -> PolicyVersion:
    world = read("viewings")
    role = next(p["role"] for p in world["pilot"] if p["complex"] == complex_.code)
    valid_from = months_from(today, -values["from"])
    agreed_on = min(valid_from - timedelta(days=14), today - timedelta(days=45))
    level = Level(values.get("level", Level.A.value))
    return PolicyVersion(
        complex=complex_,
        number=values["number"],
        level=level,
        criteria=values.get("criteria", []),
        top_n=values.get("top_n"),
        sharing_ground=values.get("sharing_ground", ""),
        jurist_name=values.get("jurist_name", ""),
        jurist_on=agreed_on if level is not Level.A else None,
        buddy=values.get("buddy", False),
        consequence=PriorityConsequence(**world["consequence"], read_on=agreed_on),
        points=world["points"],
        advert_nl=values.get("advert_nl", world["advert"][role]["nl"]),
        advert_en=values.get("advert_en", world["advert"][role]["en"]),
        participation_required=True,
        alternatives=["individual", "phone", "other day"],
        group_max=6,
        hosts_trained_on=agreed_on,
        corporation_agreed_on=agreed_on,
        tenants_agreed_on=agreed_on,
        valid_from=valid_from,
        valid_to=months_from(today, -values["until"]) if "until" in values else None,
        fixed_on=agreed_on,
    )


def _pilot(complex_: Complex, values: Mapping[str, Any], starts_on: date) -> Pilot:
    return Pilot(
        complex=complex_,
        role=PilotRole(values["role"]),
        starts_on=starts_on,
        ends_on=months_from(starts_on, MONTHS + 6),
        turnover_percent=values["turnover_percent"],
        thresholds={key: asdict(threshold) for key, threshold in USUAL_THRESHOLDS.items()},
        fixed_on=starts_on - timedelta(days=21),
    )


def _add_host(
    session: Session, complex_: Complex, values: Mapping[str, Any], number: int, starts_on: date
) -> None:
    home = session.scalars(
        select(Dwelling).where(
            Dwelling.complex_id == complex_.id, Dwelling.house_number == values["house_number"]
        )
    ).one()
    household = session.scalars(select(Household).where(Household.dwelling_id == home.id)).one()
    household.name = f"Fam. {values['last_name']}"
    active_from = months_from(starts_on, values["from"])
    until = months_from(starts_on, values["until"]) if "until" in values else None
    host = Host(
        complex=complex_,
        household=household,
        first_name=values["first_name"],
        last_name=values["last_name"],
        address=home.address,
        stairwell=home.stairwell,
        phone=f"0500 – 00 00 {30 + number}",
        email=f"{values['first_name'].lower()}@bewoners.voorbeeld",
        languages=values.get("languages", ["nl"]),
        age_band=values["age_band"],
        state=HostState.STOPPED if until else HostState.ACTIVE,
        applied_on=active_from - timedelta(days=40),
        instructed_on=active_from - timedelta(days=10),
        secrecy_on=active_from - timedelta(days=10),
        active_from=active_from,
        active_to=until,
    )
    session.add(host)
    if "knows" in values:
        session.add(
            HostRelation(
                host=host,
                kind=RelationKind.FRIEND,
                person=values["knows"],
                declared_on=active_from,
            )
        )
    session.flush()
