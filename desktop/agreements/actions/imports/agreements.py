"""Rows of the sheets Afspraken and Inzet: what was agreed, and what each party does."""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import Any, cast

from sqlalchemy import select

from desktop.agreements.actions.agreements import (
    AgreementFacts,
    add_agreement,
    change_agreement,
    move_agreement,
)
from desktop.agreements.actions.clauses import write_clause
from desktop.agreements.actions.commitments import (
    CommitmentChange,
    add_commitment,
    change_commitment,
    commitment_done,
)
from desktop.agreements.actions.imports.taking import Changed, Taking, not_there
from desktop.agreements.exchange.given import GivenRow
from desktop.agreements.exchange.held import HeldRow
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.exchange.vocabulary import STATES
from desktop.agreements.model import Agreement, Party, Seat
from desktop.agreements.rules.lifecycle import AGREEMENT
from desktop.agreements.rules.period import check_own_period
from desktop.agreements.states import AgreementState, CommitmentKind, PartyKind
from desktop.language import _
from desktop.language.fold import fold
from desktop.store.found import found

# Reached by the positions of the parties and by signing, which no file can do for them.
BY_ALL_PARTIES = frozenset({AgreementState.AGREED, AgreementState.ADOPTED})


def take_agreement(taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed) -> int:
    """Make or change an agreement; another text is a new version, by the corporation."""
    facts = _facts(taking, row, known, changed)
    if known is None:
        id = add_agreement(
            taking.store,
            taking.who,
            taking.held.cycle_id,
            _theme(taking, row.values["thema_code"]),
            row.values["titel"],
            row.values["afspraak_code"],
            **cast(AgreementFacts, facts),
        )
    else:
        id = known.id
        if "thema_code" in changed:
            facts["theme_id"] = _theme(taking, changed["thema_code"])
        if "titel" in changed:
            facts["title"] = changed["titel"]
        if facts:
            change_agreement(taking.store, taking.who, id, **facts)
    if "tekst" in changed or "tekst_b1" in changed:
        _write_text(taking, id, changed)
    if "status" in changed:
        _move(taking, id, changed["status"])
    return id


def _facts(
    taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed
) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if "wijk" in changed:
        facts["district"] = changed["wijk"]
    if "postcode4" in changed:
        facts["postcode"] = changed["postcode4"]
    if "woonvisie_doel" in changed:
        goal_id = _goal(taking, changed["woonvisie_doel"])
        if known is None or goal_id != _held_goal(taking, known):
            facts["goal_id"] = goal_id
    if "rijksprioriteit" in changed:
        facts["priority_id"] = _priority(taking, changed["rijksprioriteit"])
    if "looptijd_van" in changed or "looptijd_tot" in changed:
        facts |= _days(taking, row, known)
    return facts


def _days(taking: Taking, row: GivenRow, known: HeldRow | None) -> dict[str, date | None]:
    """The days of an agreement, where they differ from those of the year. Refuses a period that
    is shorter than the year it is about (Woningwet, art. 44(2); E10)."""
    held = known.values if known is not None else {}
    first, last = (
        row.values.get(name) or held.get(name) for name in ("looptijd_van", "looptijd_tot")
    )
    whole_first, whole_last = taking.held.period
    first, last = first or whole_first, last or whole_last
    check_own_period(taking.held.year, (first, last), taking.held.period)
    return {
        "applies_from": None if first == whole_first else first,
        "applies_to": None if last == whole_last else last,
    }


def _theme(taking: Taking, code: str) -> int:
    known = taking.held.themes.get(fold(code))
    if known is None:
        raise not_there(_("theme"), code, [one.upper() for one in taking.held.themes])
    return known


def _priority(taking: Taking, code: str) -> int:
    known = taking.held.priorities.get(fold(code))
    if known is None:
        raise not_there(_("national priority"), code, taking.held.priorities)
    return known


def _goal(taking: Taking, text: str) -> int:
    """A goal of the housing vision, by its words or by its number in the list."""
    goals = taking.held.goals
    for place, (id, words) in enumerate(goals, start=1):
        if fold(words) == fold(text) or text == str(place):
            return id
    raise not_there(_("goal of the housing vision"), text, [words for _id, words in goals])


def _held_goal(taking: Taking, known: HeldRow) -> int | None:
    words = known.values.get("woonvisie_doel")
    return next((id for id, held in taking.held.goals if held == words), None)


def _write_text(taking: Taking, id: int, changed: Changed) -> None:
    newest = found(taking.store.running.session, Agreement, id).newest
    write_clause(
        taking.store,
        taking.who,
        id,
        changed.get("tekst", newest.text if newest is not None else ""),
        changed.get("tekst_b1", newest.plain_text if newest is not None else ""),
        author_id=corporation_of(taking),
        reason=taking.reason,
    )


def corporation_of(taking: Taking) -> int:
    """The party that works with this program, and so says what a file says."""
    session = taking.store.running.session
    seated = select(Party.id).join(Seat).where(Seat.cycle_id == taking.held.cycle_id)
    first = session.scalar(seated.where(Party.kind == PartyKind.CORPORATION).order_by(Party.id))
    return first if first is not None else session.scalars(seated.order_by(Party.id)).first() or 0


def _move(taking: Taking, id: int, wanted: AgreementState) -> None:
    """Bring an agreement to the state of the file, step by step. That parties agree or signed is
    theirs to say: such a state stays as it is, and the preview tells."""
    session = taking.store.running.session
    steps = _way(found(session, Agreement, id).state, wanted)
    if steps is None:
        sentence = _(
            "The status stays “{now}”. That parties agree, and that they signed, is recorded in "
            "the program."
        )
        taking.note = sentence.format(now=STATES[found(session, Agreement, id).state])
        return
    for state in steps:
        move_agreement(taking.store, taking.who, id, state, taking.reason)


def _way(now: AgreementState, wanted: AgreementState) -> tuple[AgreementState, ...] | None:
    """The shortest way to a state that passes no decision of the parties; None without one."""
    ways: deque[tuple[AgreementState, tuple[AgreementState, ...]]] = deque([(now, ())])
    seen = {now}
    while ways:
        here, way = ways.popleft()
        if here is wanted:
            return way
        for then in sorted(AGREEMENT[here] - BY_ALL_PARTIES - seen, key=lambda s: s.value):
            seen.add(then)
            ways.append((then, (*way, then)))
    return None


def take_commitment(taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed) -> int:
    """Make or change what a party does."""
    if known is None:
        id = add_commitment(
            taking.store,
            taking.who,
            taking.named(Key.AGREEMENTS, row.values["afspraak_code"], _("agreement")),
            _party(taking, row.values["partij"]),
            row.values["wat"],
            row.values.get("soort", CommitmentKind.EFFORT),
            row.values.get("voor_datum"),
        )
    else:
        id = known.id
        names = {"soort": "kind", "voor_datum": "due_on"}
        facts = {names[name]: value for name, value in changed.items() if name in names}
        if facts:
            change_commitment(taking.store, taking.who, id, **cast(CommitmentChange, facts))
    if "klaar_op" in changed:
        commitment_done(taking.store, taking.who, id, changed["klaar_op"])
    return id


def _party(taking: Taking, name: str) -> int:
    known = taking.held.parties.get(fold(name))
    if known is None:
        raise not_there(_("party"), name, taking.held.party_names)
    return known
