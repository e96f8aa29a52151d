"""Advice and consent on Vandaag: terms of tenants and of the landlord, doors that nobody went to,
and eight weeks that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advice.rules import ADVICE, REASONS, START
from desktop.advice.states import WITH_REASONS, AdviceState
from desktop.estate.checked_rules import rule_in_force
from desktop.feature import Due, Place, Urgency, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.projects.model import AdviceRequest, ConsentRound, Project
from desktop.projects.queries.advice import AdviceView, advice_view
from desktop.projects.queries.consent import RoundView, round_view
from desktop.projects.rules.consent import COURT, PRESUMPTION
from desktop.projects.states import ConsentState, ProjectState
from desktop.urgency import begin_of, end_of, urgency

TAB = "projects"
RESTING = (ProjectState.CLOSED, ProjectState.HALTED)
AHEAD = timedelta(days=14)
RECEIVED_WITHIN = timedelta(days=7)  # a working agreement: a letter arrives within the week


def due(session: Session, now: datetime) -> list[Due]:
    """What is to be done for advice and consent, in no order."""
    today = local(now).date()
    found = [
        *(one for view in _requests(session, today) for one in _of_advice(session, view, now)),
        *(one for view in _rounds(session, today) for one in _of_round(session, view, now)),
    ]
    return [one for one in found if one.when is None or one.when <= end_of(today + AHEAD)]


def week(session: Session, first: date, last: date) -> list[WeekItem]:
    """The terms that end in these days."""
    return [
        WeekItem(begin_of(day), title, place)
        for day, title, place in _days(session, last)
        if first <= day <= last
    ]


def _requests(session: Session, today: date) -> Iterator[AdviceView]:
    """The requests for which something is still to be done."""
    ids = session.scalars(
        select(AdviceRequest.id)
        .join(Project, Project.id == AdviceRequest.project_id)
        .where(
            AdviceRequest.sent_on.is_not(None),
            AdviceRequest.reasons_received_on.is_(None),
            Project.state.not_in(RESTING),
        )
    ).all()
    for id in ids:
        view = advice_view(session, id, today)
        if view.decided_on is None or view.decision in WITH_REASONS:
            yield view


def _explained(session: Session, today: date) -> Iterator[AdviceView]:
    """The requests of which tenants have the reasons: days later the plan may be carried out."""
    ids = session.scalars(
        select(AdviceRequest.id)
        .join(Project, Project.id == AdviceRequest.project_id)
        .where(AdviceRequest.reasons_received_on.is_not(None), Project.state.not_in(RESTING))
    ).all()
    return (advice_view(session, id, today) for id in ids)


def _rounds(session: Session, today: date) -> Iterator[RoundView]:
    ids = session.scalars(
        select(ConsentRound.id)
        .join(Project, Project.id == ConsentRound.project_id)
        .where(
            ConsentRound.state.in_((ConsentState.RUNNING, ConsentState.NOTICES_SENT)),
            Project.state.not_in(RESTING),
        )
    ).all()
    for id in ids:
        yield round_view(session, id, today)


def _of_advice(session: Session, view: AdviceView, now: datetime) -> Iterator[Due]:
    assert view.sent_on is not None, "drafts are not among them"
    assert view.due_on is not None, "it was sent"
    place = Place(TAB, "project_advice", view.id)
    detail = f"{view.project} · {view.subject}"
    if view.reasons_by is not None and view.received_on is not None:
        if view.reasons_sent_on is not None:
            yield _received(session, view, now, detail, place)
            return
        last = end_of(view.reasons_by)
        article = rule_in_force(session, REASONS, view.received_on).article
        title = _("Decide about the advice, with reasons")
        action = _("Decide")
        if view.decided_on is not None:
            title, action = _("Send tenants the reasons of your decision"), _("Open the request")
        yield Due("!", title, detail, urgency(last, now), action, place, last, article)
        return
    last = end_of(view.due_on)
    article = rule_in_force(session, ADVICE, view.sent_on).article
    if view.state is AdviceState.SENT:
        title = _("The term of the tenants to advise ends")
        yield Due("?", title, detail, urgency(last, now), _("Open the request"), place, last,
                  article)  # fmt: skip
    elif view.decided_on is None:
        title = _("Decide: tenants have no objection")
        if view.state is AdviceState.TERM_PASSED:
            title = _("Decide: no advice came in time")
        yield Due("!", title, detail, urgency(last, now), _("Decide"), place, last, article)


def _received(session: Session, view: AdviceView, now: datetime, detail: str, place: Place) -> Due:
    """The plan waits until three days after tenants received the reasons: on which day was that?"""
    assert view.reasons_sent_on is not None, "the reasons went out"
    last = end_of(view.reasons_sent_on + RECEIVED_WITHIN)
    title = _("Write down when tenants received the reasons")
    article = rule_in_force(session, START, view.reasons_sent_on).article
    return Due("?", title, detail, urgency(last, now), _("Open the request"), place, last, article)


def _of_round(session: Session, view: RoundView, now: datetime) -> Iterator[Due]:
    assert view.sent_on is not None, "drafts are not among them"
    place = Place(TAB, "consent_round", view.id)
    detail = " · ".join(part for part in (view.project, view.unit) if part)
    if view.state is ConsentState.NOTICES_SENT:
        yield from _court(session, view, detail, place, now)
        return
    article = rule_in_force(session, PRESUMPTION, view.sent_on).article
    last = end_of(view.answer_by) if view.answer_by is not None else None
    stands = view.stands
    settled = stands is not None and (
        stands.reached or not stands.unanswered or _is_impossible(view)
    )
    if settled or (last is not None and last < now):
        when = last or begin_of(local(now).date())
        yield Due("=", _("Send the result of the consent round"), detail, urgency(when, now),
                  _("Open the round"), place, when, article)  # fmt: skip
    elif view.not_visited:
        title = ngettext(
            "Visit {n} household that did not answer",
            "Visit {n} households that did not answer",
            view.not_visited,
        ).format(n=view.not_visited)
        badge = str(view.not_visited) if view.not_visited < 100 else "99+"
        soon = urgency(last, now) if last is not None else Urgency.LATER
        yield Due(badge, title, detail, soon, _("Open the round"), place, last, article)


def _is_impossible(view: RoundView) -> bool:
    stands = view.stands
    return stands is not None and stands.presumption_applies and not stands.still_possible


def _court(
    session: Session, view: RoundView, detail: str, place: Place, now: datetime
) -> Iterator[Due]:
    assert view.result_sent_on is not None, "the result was sent"
    article = rule_in_force(session, COURT, view.result_sent_on).article
    until = view.court_until
    if until is None:
        return
    last = end_of(until)
    running = sum(
        home.court_until is not None and end_of(home.court_until) >= now for home in view.homes
    )
    if running:
        title = ngettext(
            "The eight weeks of {n} tenant end", "The eight weeks of {n} tenants end", running
        ).format(n=running)
        yield Due("8", title, detail, urgency(last, now), _("Open the round"), place, last, article)
    else:
        title = _("Finish the consent round: all eight weeks are over")
        yield Due("=", title, detail, urgency(last, now), _("Open the round"), place, last, article)


def _days(session: Session, today: date) -> Iterator[tuple[date, str, Place]]:
    for view in _requests(session, today):
        place = Place(TAB, "project_advice", view.id)
        if view.due_on is not None and view.received_on is None and view.decided_on is None:
            title = _("Last day for advice: {subject}").format(subject=view.subject)
            yield view.due_on, title, place
        if view.reasons_by is not None and view.reasons_sent_on is None:
            title = _("Last day for reasons: {subject}").format(subject=view.subject)
            yield view.reasons_by, title, place
    for view in _explained(session, today):
        if view.starts_on is not None:
            title = _("May be carried out: {subject}").format(subject=view.subject)
            yield view.starts_on, title, Place(TAB, "project_advice", view.id)
    for round_ in _rounds(session, today):
        place = Place(TAB, "consent_round", round_.id)
        if round_.state is ConsentState.RUNNING and round_.answer_by is not None:
            title = _("Last day to answer: {project}").format(project=round_.project)
            yield round_.answer_by, title, place
        if round_.state is ConsentState.NOTICES_SENT and round_.court_until is not None:
            title = _("Last day to go to court: {project}").format(project=round_.project)
            yield round_.court_until, title, place
