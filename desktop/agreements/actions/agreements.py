"""An agreement: its place in the chapters, how far it is, and what each party does for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.actions.clauses import check_agreed
from desktop.agreements.actions.steps import step_agreement
from desktop.agreements.model import (
    OF_AN_AGREEMENT,
    Agreement,
    Cycle,
    NationalPriority,
    PolicyGoal,
    Theme,
    signed_stays,
)
from desktop.agreements.rules.codes import next_code, tidy_code
from desktop.agreements.rules.lifecycle import check_joining, check_open
from desktop.agreements.rules.period import check_own_period
from desktop.agreements.rules.postcodes import four_figures
from desktop.agreements.states import AgreementState
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale

A = AgreementState


class AgreementFacts(TypedDict, total=False):
    """What else is known of an agreement. Its own days only where they differ from its year's."""

    applies_from: date | None
    applies_to: date | None
    district: str
    postcode: str
    goal_id: int | None
    priority_id: int | None


class AgreementChange(AgreementFacts, total=False):
    """What can change of an agreement."""

    code: str
    title: str
    short_title: str
    theme_id: int


def add_agreement(
    store: Store,
    who: Actor,
    cycle_id: int,
    theme_id: int,
    title: str,
    code: str = "",
    short_title: str = "",
    **facts: Unpack[AgreementFacts],
) -> int:
    """A new agreement in a year. Without a code it gets the next one of its chapter; with the
    code of an agreement of another year it goes on with that one.

    Refuses a code in use, days of its own that are less than the year (Woningwet, art. 44(2)), and
    a year that was signed."""
    named = {"title": title, "short_title": short_title, "theme_id": theme_id}
    with store.act(who, "agreements.agreement.add", undo=_("New agreement")) as act:
        session = act.session
        cycle = held(session, Cycle, cycle_id)
        check_joining(cycle.state)
        theme = found(session, Theme, theme_id)
        agreement = Agreement(cycle_id=cycle.id, lineage=str(uuid4()))
        if code.strip():
            _give_code(session, agreement, cycle, code)
        else:
            agreement.code = next_code(theme.code, _codes(session, cycle))
        _fill(session, agreement, cycle, {**named, **facts})
        session.add(agreement)
        session.flush()
        return agreement.id


def change_agreement(
    store: Store,
    who: Actor,
    agreement_id: int,
    version: int | None = None,
    **facts: Unpack[AgreementChange],
) -> None:
    """Change what is known of an agreement; `version` is the row version that the screen showed.

    Refuses another code, title, chapter or period once the parties signed, and another code for
    what has the same code in other years."""
    with store.act(who, "agreements.agreement.change", undo=_("Change agreement")) as act:
        session = act.session
        agreement = found(session, Agreement, agreement_id)
        check_open(agreement.cycle.state)
        stale(agreement, version, dict(facts))
        values: dict[str, Any] = dict(facts)
        _check_signed(agreement, values)
        code = values.pop("code", None)
        if code is not None and tidy_code(code) != agreement.code:
            if _in_other_years(session, agreement):
                raise Refused(
                    _("This agreement has the same code in other years, so it stays."), "code"
                )
            _give_code(session, agreement, agreement.cycle, code)
        _fill(session, agreement, agreement.cycle, values)


def move_agreement(
    store: Store,
    who: Actor,
    agreement_id: int,
    state: AgreementState,
    reason: str = "",
    on: date | None = None,
) -> None:
    """Bring an agreement to another state. To "agreed" only when every signing party agrees to
    the newest version and tenants can read it in plain words; to "adopted" only by signing."""
    with store.act(who, "agreements.agreement.move", undo=_("Change state")) as act:
        session = act.session
        agreement = found(session, Agreement, agreement_id)
        check_open(agreement.cycle.state)
        if state is A.ADOPTED:
            raise Refused(_("An agreement is adopted when all parties have signed."), "state")
        if state is A.AGREED:
            check_agreed(session, agreement)
        if state is A.RUNNING and agreement.in_force is None:
            raise Refused(_("An agreement runs after all parties have signed it."), "state")
        step_agreement(session, agreement, state, day_of(store, on), reason.strip())


def _check_signed(agreement: Agreement, values: Mapping[str, Any]) -> None:
    changed = [
        name
        for name, value in values.items()
        if name in OF_AN_AGREEMENT and value != getattr(agreement, name)
    ]
    if changed and agreement.in_force is not None:
        raise Refused(signed_stays().sentence, changed[0])


def _fill(session: Session, agreement: Agreement, cycle: Cycle, values: Mapping[str, Any]) -> None:
    for name, kind in (("theme_id", Theme), ("goal_id", PolicyGoal)):
        if values.get(name) is not None:
            found(session, kind, values[name])
    if values.get("priority_id") is not None:
        found(session, NationalPriority, values["priority_id"])
    if "title" in values:
        written(Agreement, "title", values["title"], needed=True)
    four_figures(values.get("postcode", ""))
    fill(agreement, values, AgreementChange.__annotations__)
    whole = cycle.applies_from, cycle.applies_to
    own = agreement.applies_from or whole[0], agreement.applies_to or whole[1]
    check_own_period(cycle.year, own, whole)


def _give_code(session: Session, agreement: Agreement, cycle: Cycle, code: str) -> None:
    """Give an agreement a code of its own, or that of the one in other years it goes on with."""
    tidied = tidy_code(code)
    known = session.execute(
        select(Agreement.cycle_id, Agreement.lineage)
        .join(Cycle)
        .where(Agreement.code == tidied, Cycle.municipality_id == cycle.municipality_id)
        .order_by(Cycle.year.desc())
    ).all()
    if any(cycle_id == cycle.id for cycle_id, _lineage in known):
        raise Refused(
            _("There is an agreement with code {code} already.").format(code=tidied), "code"
        )
    agreement.code = tidied
    if known:
        agreement.lineage = known[0].lineage


def _codes(session: Session, cycle: Cycle) -> list[str]:
    """Every code that this municipality's agreements ever had."""
    return list(
        session.scalars(
            select(Agreement.code).join(Cycle).where(Cycle.municipality_id == cycle.municipality_id)
        )
    )


def _in_other_years(session: Session, agreement: Agreement) -> bool:
    return (
        session.scalar(
            select(Agreement.id)
            .where(Agreement.lineage == agreement.lineage, Agreement.id != agreement.id)
            .limit(1)
        )
        is not None
    )
