"""Looking at what a file would bring, and doing it in one step that can be undone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from desktop.agreements.actions.imports.agreements import take_agreement, take_commitment
from desktop.agreements.actions.imports.beginning import begin
from desktop.agreements.actions.imports.indicators import take_indicators
from desktop.agreements.actions.imports.inputs import take_input
from desktop.agreements.actions.imports.measurements import take_measurements
from desktop.agreements.actions.imports.taking import Progress, Taking, take_sheet
from desktop.agreements.exchange.given import GivenFile, GivenSheet
from desktop.agreements.exchange.held import held_of
from desktop.agreements.exchange.new_year import NewYear
from desktop.agreements.exchange.plan import Plan, SheetPlan
from desktop.agreements.exchange.sheets import Key
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.within import Within, trying


def look_at(
    store: Store,
    who: Actor,
    given: GivenFile,
    into: int | NewYear,
    progress: Progress = lambda done, total: None,
) -> Plan:
    """What a file would bring to a cycle, or to a year that it begins. Each row is tried by the
    action that it would be taken in with, so what is shown here is what happens; then all of it
    is thrown away. Where nothing is wrong no row has to be tried apart."""
    if all(_readable(sheet) for sheet in given.sheets.values()):
        with suppress(Refused), trying(store) as trial:
            plan = _taken(trial, who, given, into, False, progress)
            if plan.fine:
                return plan
    with trying(store) as trial:
        return _taken(trial, who, given, into, True, progress)


def take_in(
    store: Store,
    who: Actor,
    given: GivenFile,
    into: int | NewYear,
    progress: Progress = lambda done, total: None,
) -> Plan:
    """Read a file in: all of a sheet, or nothing of it when something in it is wrong. Nothing is
    removed, and the same file again changes nothing. One "Undo" undoes all of it.

    Refused when somebody changed the year between looking and taking."""
    if all(_readable(sheet) for sheet in given.sheets.values()):
        try:
            return _in_one_act(store, who, given, into, progress)
        except Refused:
            pass  # nothing of it stayed; below is found what is wrong, and what can be read in
    plan = look_at(store, who, given, into, progress)
    if plan.brings:
        good = {sheet.key for sheet in plan.sheets if sheet.fine}
        given = replace(given, sheets={k: s for k, s in given.sheets.items() if k in good})
        _in_one_act(store, who, given, into, progress)
    return plan


def _readable(sheet: GivenSheet) -> bool:
    return not sheet.error and not any(row.errors for row in sheet.rows)


def _in_one_act(
    store: Store, who: Actor, given: GivenFile, into: int | NewYear, progress: Progress
) -> Plan:
    """Take every row in. Refused, with nothing left behind, when one is wrong; and when there is
    nothing to begin a new year with."""
    with store.act(who, "agreements.import", undo=_("Read in a file")) as act:
        done = _taken(Within(store, act), who, given, into, False, progress)
        if not done.fine or (done.begun and not done.brings):
            raise Refused(
                _("Somebody changed this year just now. Look at the file once more."), "file"
            )
        if done.brings:
            act.facts.update({"file": given.digest, "year": done.year})
    return done


def _taken(
    store: Within,
    who: Actor,
    given: GivenFile,
    into: int | NewYear,
    tried: bool,
    progress: Progress,
) -> Plan:
    """Every sheet of the file, in the year that is there or begins with it."""
    new = into if isinstance(into, NewYear) else None
    cycle_id = begin(store, who, into) if isinstance(into, NewYear) else into
    held = held_of(store.running.session, cycle_id, Key.MEASUREMENTS in given.sheets)
    taking = Taking(store, who, given, held, tried, progress)
    return Plan(
        given.name,
        cycle_id,
        held.year,
        held.period[0].year,
        tuple(_sheets(taking)),
        given.unread,
        tuple(name for name, _kind in new.parties) if new is not None else (),
    )


def _sheets(taking: Taking) -> list[SheetPlan]:
    """The sheets in the order in which they name each other."""
    sheets = taking.given.sheets
    plans: list[SheetPlan] = []
    if Key.AGREEMENTS in sheets:
        plans.append(take_sheet(taking, sheets[Key.AGREEMENTS], take_agreement))
    if Key.COMMITMENTS in sheets:
        plans.append(take_sheet(taking, sheets[Key.COMMITMENTS], take_commitment))
    if Key.INDICATORS in sheets or Key.STEPS in sheets:
        plans += take_indicators(taking, sheets.get(Key.INDICATORS), sheets.get(Key.STEPS))
    if Key.MEASUREMENTS in sheets:
        plans.append(take_measurements(taking, sheets[Key.MEASUREMENTS]))
    if Key.INPUTS in sheets:
        plans.append(take_sheet(taking, sheets[Key.INPUTS], take_input))
    return plans
