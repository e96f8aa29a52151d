"""Policy versions (werkwijzen), and the pilot with its thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desktop.estate.model import Complex
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.model import Pilot, PolicyVersion, Vacancy
from desktop.viewings.queries.facts import policy_facts
from desktop.viewings.rules.evaluation import Threshold, check_thresholds
from desktop.viewings.rules.policy import check_fixable
from desktop.viewings.states import PilotRole

EDITABLE = frozenset(
    {
        "level",
        "urgency",
        "buddy",
        "share_percent",
        "share_window",
        "municipality_agreed_on",
        "consequence_id",
        "criteria",
        "points",
        "advert_nl",
        "advert_en",
        "participation_required",
        "alternatives",
        "permit_needed",
        "min_hosts",
        "group_max",
        "slot_minutes",
        "day_budget",
        "answer_hours",
        "letters_working_days",
        "complaint_weeks",
        "retention_weeks",
        "top_n",
        "sharing_ground",
        "hosts_trained_on",
        "corporation_agreed_on",
        "tenants_agreed_on",
        "jurist_name",
        "jurist_on",
        "valid_from",
        "valid_to",
    }
)


def begin_policy(store: Store, who: Actor, complex_id: int) -> int:
    """A new version for a complex, to be edited; a copy of the newest one when there is one."""
    with store.act(who, "viewings.policy.begin", undo=_("New way of working")) as act:
        session = act.session
        home = found(session, Complex, complex_id)
        newest = session.scalar(
            select(PolicyVersion)
            .where(PolicyVersion.complex_id == home.id)
            .order_by(PolicyVersion.number.desc())
            .limit(1)
        )
        if newest is not None and newest.fixed_on is None:
            raise Refused(
                _("Version {number} is not fixed yet. Change that one.").format(
                    number=newest.number
                ),
                "policy",
            )
        copied = {} if newest is None else {key: getattr(newest, key) for key in EDITABLE}
        # Agreements are about one text, and so is its time: each version needs its own.
        for key in (
            "corporation_agreed_on",
            "tenants_agreed_on",
            "jurist_on",
            "valid_from",
            "valid_to",
        ):
            copied.pop(key, None)
        number = 1 if newest is None else newest.number + 1
        version = PolicyVersion(complex_id=home.id, number=number, **copied)
        session.add(version)
        session.flush()
        return version.id


def change_policy(
    store: Store, who: Actor, policy_id: int, values: Mapping[str, Any], seen: int | None = None
) -> None:
    """Change a version that is not fixed. `values` by column, of `EDITABLE` only; `seen` is the
    row version that the screen showed. Refuses a fixed version: it stays as it was published."""
    unknown = set(values) - EDITABLE
    if unknown:
        raise ValueError(f"not for editing: {sorted(unknown)}")
    with store.act(who, "viewings.policy.change", undo=_("Change way of working")) as act:
        version = found(act.session, PolicyVersion, policy_id)
        if version.fixed_on is not None:
            raise Refused(
                _(
                    "This version is fixed and stays as it was published. Make a new version to "
                    "change something."
                ),
                "policy",
            )
        stale(version, seen, dict(values))
        for key, value in values.items():
            setattr(version, key, value)


def fix_policy(store: Store, who: Actor, policy_id: int) -> None:
    """Fix a version: from now on it can be used and no longer changed. Refuses one that misses a
    condition (levels B and C: criteria, legal check, host training, urgency policy)."""
    with store.act(who, "viewings.policy.fix") as act:
        session = act.session
        version = found(session, PolicyVersion, policy_id)
        if version.fixed_on is not None:
            raise Refused(_("This version is fixed already."), "policy")
        check_fixable(policy_facts(version))
        today = local(store.now()).date()
        version.fixed_on = today
        version.valid_from = version.valid_from or today
        for older in session.scalars(
            select(PolicyVersion).where(
                PolicyVersion.complex_id == version.complex_id,
                PolicyVersion.number < version.number,
                PolicyVersion.valid_to.is_(None),
            )
        ):
            older.valid_to = version.valid_from


def discard_policy(store: Store, who: Actor, policy_id: int) -> None:
    """Remove a version that was never fixed."""
    with store.act(who, "viewings.policy.discard", undo=_("Discard version")) as act:
        version = found(act.session, PolicyVersion, policy_id)
        used = act.session.scalar(
            select(func.count()).select_from(Vacancy).where(Vacancy.policy_id == policy_id)
        )
        if version.fixed_on is not None or used:
            raise Refused(_("This version is fixed. It stays, so that old decisions can be read."))
        act.session.delete(version)


def set_pilot(
    store: Store,
    who: Actor,
    complex_id: int,
    role: PilotRole,
    starts_on: date,
    ends_on: date | None,
    turnover_percent: float,
) -> int:
    """Make a complex take part in the pilot, or be compared with it."""
    if ends_on is not None and ends_on <= starts_on:
        raise Refused(_("The end comes after the start. Choose a later end."), "ends_on")
    if not 0 < turnover_percent <= 100:
        raise Refused(_("Turnover is a percentage between 0 and 100."), "turnover_percent")
    with store.act(who, "viewings.pilot.set", undo=_("Pilot")) as act:
        session = act.session
        found(session, Complex, complex_id)
        pilot = session.scalar(select(Pilot).where(Pilot.complex_id == complex_id))
        if pilot is None:
            pilot = Pilot(complex_id=complex_id, role=role, starts_on=starts_on, thresholds={})
            session.add(pilot)
        elif pilot.fixed_on is not None and (pilot.role, pilot.starts_on) != (role, starts_on):
            raise Refused(
                _("The thresholds are fixed, so the start and the part in the pilot stay."),
                "starts_on",
            )
        pilot.role, pilot.starts_on, pilot.ends_on = role, starts_on, ends_on
        pilot.turnover_percent = turnover_percent
        session.flush()
        return pilot.id


def fix_thresholds(
    store: Store, who: Actor, pilot_id: int, chosen: Mapping[str, Threshold]
) -> None:
    """Fix what counts as workable, by measure, before the pilot starts. Refuses afterwards: a
    threshold that is chosen when the results are known proves nothing (section 6)."""
    with store.act(who, "viewings.pilot.thresholds") as act:
        pilot = found(act.session, Pilot, pilot_id)
        today = local(store.now()).date()
        if pilot.fixed_on is not None:
            raise Refused(
                _("The thresholds were fixed on {day} and stay.").format(
                    day=day_plain(pilot.fixed_on)
                ),
                "thresholds",
            )
        if today >= pilot.starts_on:
            raise Refused(
                _("The pilot has started. Thresholds can be fixed only before the start."),
                "thresholds",
            )
        check_thresholds(chosen, pilot.starts_on, today)
        pilot.thresholds = {key: asdict(threshold) for key, threshold in chosen.items()}
        pilot.fixed_on = today
