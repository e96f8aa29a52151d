"""A vacancy from notice to new lease: its dates, its policy version, its list of candidates."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling, Household
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.actions.texts import checked
from desktop.viewings.actions.viewings import PLANNED, call_off, hand_to_staff
from desktop.viewings.model import Pilot, PolicyVersion, Vacancy
from desktop.viewings.queries.facts import (
    decision_that_stands,
    follow_up_day,
    past_lettings,
    policy_in_force,
    welcome_due,
    wipe_day_of,
)
from desktop.viewings.rules.lifecycle import check_vacancy
from desktop.viewings.rules.priority import reserved, route_for
from desktop.viewings.states import PilotRole, Route, UrgencyPolicy, VacancyState

V = VacancyState


@dataclass(frozen=True)
class VacancyDates:
    """The dates of a vacancy that staff fill in."""

    notice_on: date | None = None
    old_lease_ends_on: date | None = None
    pre_inspection_on: date | None = None
    final_inspection_on: date | None = None
    available_on: date | None = None
    baseline_viewing_on: date | None = None

    def check(self) -> None:
        """Refuses dates that cannot follow each other."""
        order = (
            ("notice_on", self.notice_on),
            ("old_lease_ends_on", self.old_lease_ends_on),
            ("available_on", self.available_on),
        )
        known = [(name, day) for name, day in order if day is not None]
        for (_earlier, before), (name, after) in pairwise(known):
            if after < before:
                raise Refused(
                    _("This day is before the step that comes first. Choose a later day."), name
                )


def announce(
    store: Store, who: Actor, dwelling_id: int, code: str, dates: VacancyDates | None = None
) -> int:
    """A dwelling becomes free. `code` may be empty: then it is made of the year and dwelling.

    Refuses a code in use, and a dwelling that is being let already."""
    dates = dates or VacancyDates()
    dates.check()
    with store.act(who, "viewings.vacancy.announce", undo=_("New vacancy")) as act:
        session = act.session
        dwelling = found(session, Dwelling, dwelling_id)
        today = local(store.now()).date()
        vacancy = new_vacancy(session, dwelling, code.strip(), today)
        _fill(vacancy, dates)
        session.flush()
        return vacancy.id


def new_vacancy(session: Session, dwelling: Dwelling, code: str, today: date) -> Vacancy:
    """Add a vacancy; refuses a code in use and a dwelling that is being let already."""
    code = code or f"{today.year}-{dwelling.code}"
    if session.scalar(select(Vacancy.id).where(Vacancy.code == code)):
        raise Refused(_("There is a vacancy with code {code} already.").format(code=code), "code")
    running = session.scalar(
        select(Vacancy.code).where(
            Vacancy.dwelling_id == dwelling.id,
            Vacancy.state.not_in((V.COMPLETED, V.WITHDRAWN)),
        )
    )
    if running:
        raise Refused(
            _("{address} is being let already, under {code}. Open that one.").format(
                address=dwelling.address, code=running
            ),
            "dwelling",
        )
    departing = session.scalar(
        select(Household.id)
        .where(Household.dwelling_id == dwelling.id)
        .order_by(Household.since.desc().nulls_last())
        .limit(1)
    )
    vacancy = Vacancy(
        code=code, dwelling=dwelling, departing_household_id=departing, created_on=today
    )
    session.add(vacancy)
    return vacancy


def change_dates(
    store: Store, who: Actor, vacancy_id: int, dates: VacancyDates, seen: int | None = None
) -> None:
    """Change the dates of a vacancy; `seen` is the row version that the screen showed."""
    dates.check()
    with store.act(who, "viewings.vacancy.dates", undo=_("Change dates")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        stale(vacancy, seen, {f.name: getattr(dates, f.name) for f in fields(dates)})
        _fill(vacancy, dates)


def _fill(vacancy: Vacancy, dates: VacancyDates) -> None:
    for field in fields(dates):
        setattr(vacancy, field.name, getattr(dates, field.name))


def choose_policy(store: Store, who: Actor, vacancy_id: int, policy_id: int | None = None) -> None:
    """Choose the way of working, by default the one in force for the complex. From then on the
    advert may go out (R1). U4 and U3 may send the dwelling past the residents.

    Refuses a version that is not fixed, and a change after the advert went out."""
    with store.act(who, "viewings.vacancy.policy", undo=_("Choose way of working")) as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        today = local(store.now()).date()
        if policy_id is None:
            policy = policy_in_force(session, vacancy.dwelling.complex_id, today)
        else:
            policy = found(session, PolicyVersion, policy_id)
        if policy is None or policy.fixed_on is None:
            raise Refused(
                _("{complex} has no fixed way of working yet. Make one and fix it first.").format(
                    complex=vacancy.dwelling.complex.name
                ),
                "policy",
            )
        if policy.complex_id != vacancy.dwelling.complex_id:
            raise Refused(_("This way of working is of another complex."), "policy")
        if vacancy.policy_id is not None and vacancy.state is not V.PREPARED:
            raise Refused(
                _("The way of working was published with the advert and stays."), "policy"
            )
        attach_policy(session, vacancy, policy)


def attach_policy(session: Session, vacancy: Vacancy, policy: PolicyVersion) -> None:
    """Give a vacancy its policy version and the route that follows from it, and bring its state
    as far as its other facts allow."""
    vacancy.policy = policy
    vacancy.for_priority = policy.urgency is UrgencyPolicy.U3 and reserved(
        past_lettings(session, policy), policy.share_percent, policy.share_window
    )
    if vacancy.route is not Route.STAFF_ONLY:
        vacancy.route, vacancy.route_code = route_for(
            policy.urgency,
            vacancy.dwelling.reserved_for_priority,
            vacancy.model == "DIS",
            _is_compared_with(session, policy.complex_id),
        )
    advance(vacancy)


def _is_compared_with(session: Session, complex_id: int) -> bool:
    role = session.scalar(select(Pilot.role).where(Pilot.complex_id == complex_id))
    return role is PilotRole.COMPARISON


def advance(vacancy: Vacancy) -> None:
    """Bring a vacancy forward through its first states as far as its facts allow: policy chosen,
    advert out, list there. An imported vacancy may have later facts before earlier ones."""
    if vacancy.state is V.ANNOUNCED and vacancy.policy is not None:
        vacancy.state = V.PREPARED
    if vacancy.state is V.PREPARED and vacancy.advert_from is not None:
        vacancy.state = V.PUBLISHED
    if vacancy.state is V.PUBLISHED and vacancy.list_digest:
        vacancy.state = V.CLOSED


def publish(
    store: Store, who: Actor, vacancy_id: int, advert_from: date, advert_until: date
) -> None:
    """The advert goes out, with the text of the policy version."""
    if advert_until < advert_from:
        raise Refused(_("The advert ends before it starts. Choose a later end."), "advert_until")
    with store.act(who, "viewings.vacancy.publish", undo=_("Publish")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if vacancy.policy is None:
            raise Refused(
                _(
                    "Choose the way of working first. Candidates must know beforehand what "
                    "residents do and do not do."
                ),
                "policy",
            )
        check_vacancy(vacancy.state, V.PUBLISHED)
        vacancy.advert_from, vacancy.advert_until = advert_from, advert_until
        advance(vacancy)


def to_staff(store: Store, who: Actor, vacancy_id: int, reason: str) -> None:
    """From here staff show the dwelling (R12), with the reason; also at the viewings that are
    planned."""
    text = checked(reason, "reason")
    if not text:
        raise Refused(_("Write in a few words why staff take over."), "reason")
    with store.act(who, "viewings.vacancy.to_staff", undo=_("Staff take over")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if vacancy.state in (V.COMPLETED, V.WITHDRAWN, V.CONTRACT, V.DECIDED):
            raise Refused(_("The dwelling has been let or withdrawn: no viewing follows."), "state")
        vacancy.route, vacancy.route_code = Route.STAFF_ONLY, None
        vacancy.route_reason = text[:200]
        for viewing in vacancy.viewings:
            if viewing.state in PLANNED:
                hand_to_staff(viewing)


def withdraw_vacancy(store: Store, who: Actor, vacancy_id: int, code: str) -> None:
    """The dwelling is not let after all; `code` is a VERA reason of withdrawal. Viewings that are
    planned are called off, so that nobody comes for nothing."""
    if not code:
        raise Refused(_("Choose why the dwelling is withdrawn."), "code")
    with store.act(who, "viewings.vacancy.withdraw", undo=_("Withdraw dwelling")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        check_vacancy(vacancy.state, V.WITHDRAWN)
        vacancy.state, vacancy.withdrawn_code = V.WITHDRAWN, code
        for viewing in vacancy.viewings:
            if viewing.state in PLANNED:
                call_off(viewing, "", store.now())  # the reason is that of the dwelling
        vacancy.completed_on = local(store.now()).date()


def sign_lease(
    store: Store, who: Actor, vacancy_id: int, contract_on: date, keys_on: date | None
) -> None:
    """The chosen candidate signed; the time until personal data go starts (R14)."""
    if keys_on is not None and keys_on < contract_on:
        raise Refused(_("Keys are handed over after the lease is signed."), "keys_on")
    with store.act(who, "viewings.vacancy.lease", undo=_("Record lease")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if vacancy.state is not V.CONTRACT:  # the day of the keys may be filled in later
            check_vacancy(vacancy.state, V.CONTRACT)
        decision = decision_that_stands(vacancy)
        if decision is None:
            raise Refused(_("The decision has not been settled yet."), "decision")
        vacancy.state = V.CONTRACT
        vacancy.contract_on, vacancy.keys_on = contract_on, keys_on
        decision.wipe_on = wipe_day_of(act.session, decision)


def followed_up(store: Store, who: Actor, vacancy_id: int) -> None:
    """A host visited the new tenant who had priority (U5). Nothing of the visit is kept but the
    day. Refuses where the way of working asks no such visit."""
    with store.act(who, "viewings.vacancy.follow_up", undo=_("Visit after moving in")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if follow_up_day(vacancy) is None:
            raise Refused(_("Here no host visits after moving in."), "state")
        vacancy.followed_up_on = local(store.now()).date()


def welcomed(store: Store, who: Actor, vacancy_id: int) -> None:
    """Hosts gave the new tenant a welcome tour (U1). Nothing of it is kept but the day. Refuses
    where the way of working asks none, and before the decision was settled."""
    with store.act(who, "viewings.vacancy.welcome", undo=_("Welcome tour")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if not welcome_due(vacancy):
            raise Refused(_("Here hosts give no welcome tour now."), "state")
        vacancy.welcomed_on = local(store.now()).date()


def complete(store: Store, who: Actor, vacancy_id: int) -> None:
    """The keys are over: nothing is left to do but the complaint term and wiping."""
    with store.act(who, "viewings.vacancy.complete", undo=_("Complete")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        check_vacancy(vacancy.state, V.COMPLETED)
        if vacancy.keys_on is None:
            raise Refused(_("Fill in when the keys were handed over."), "keys_on")
        vacancy.state = V.COMPLETED
        vacancy.completed_on = local(store.now()).date()
