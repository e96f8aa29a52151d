"""The advice of the tenants' organisation about a project (Overlegwet, art. 4 to 5a): drafted,
asked, given, answered. What a step does and refuses is in `desktop.advice.steps`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from desktop.advice import steps
from desktop.advice.rules import advice_term, topic_letter
from desktop.advice.states import AdviceDecision, AdviceState
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.projects.model import AdvicePoint, AdviceRequest, Project
from desktop.projects.rules.advice_points import Point, decision_over
from desktop.projects.rules.lifecycle import check_at_work
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class AdviceFacts(TypedDict, total=False):
    """What is asked. `topic` is a letter of Overlegwet, art. 3(2); `consent_required` art. 5a."""

    asked_of: str
    subject: str
    topic: str
    reasons: str
    consequences: str
    weeks: int
    consent_required: bool


def draft_advice(store: Store, who: Actor, project_id: int, **facts: Unpack[AdviceFacts]) -> int:
    """A request that is being written. Refuses one without a subject or without who is asked, and
    fewer weeks than the law gives."""
    with store.act(who, "projects.advice.draft", undo=_("Ask for advice")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        asked = AdviceRequest(project_id=project_id, reasons="", consequences="", weeks=6)
        _fill(store, asked, facts)
        session.add(asked)
        session.flush()
        return asked.id


def change_advice(
    store: Store,
    who: Actor,
    request_id: int,
    version: int | None = None,
    **facts: Unpack[AdviceFacts],
) -> None:
    """Change a draft. Refuses what went out: ask again instead."""
    with store.act(who, "projects.advice.change", undo=_("Change the request")) as act:
        asked = _draft(act.session, request_id)
        stale(asked, version, dict(facts))
        _fill(store, asked, facts)


def remove_advice(store: Store, who: Actor, request_id: int) -> None:
    """Throw a draft away. Refuses what went out."""
    with store.act(who, "projects.advice.remove", undo=_("Remove the request")) as act:
        act.session.delete(_draft(act.session, request_id))


def send_advice(store: Store, who: Actor, request_id: int, on: date | None = None) -> None:
    """The request went to the tenants' organisation, with the reasons and the consequences of the
    plan (art. 4): its term begins. Refuses one without these, and fewer weeks than the law
    gives."""
    with store.act(who, "projects.advice.send", undo=_("Send the request")) as act:
        asked = _draft(act.session, request_id)
        day = day_of(store, on)
        steps.grounds(AdviceRequest, "reasons", asked.reasons)
        steps.grounds(AdviceRequest, "consequences", asked.consequences)
        advice_term(day, asked.weeks)
        asked.sent_on, asked.state = day, AdviceState.SENT


def advice_received(
    store: Store, who: Actor, request_id: int, on: date | None = None, text: str = ""
) -> None:
    """The written advice came."""
    with store.act(who, "projects.advice.received", undo=_("Advice received")) as act:
        words = written(AdviceRequest, "advice", text)
        steps.received(_request(act.session, request_id), day_of(store, on), words)


def no_objection(store: Store, who: Actor, request_id: int, on: date | None = None) -> None:
    """The tenants wrote that they have no objection, or give their consent."""
    with store.act(who, "projects.advice.no_objection", undo=_("No objection")) as act:
        steps.no_objection(_request(act.session, request_id), day_of(store, on))


def decide_advice(
    store: Store,
    who: Actor,
    request_id: int,
    decision: AdviceDecision | None = None,
    reasons: str = "",
    points: Sequence[Point] = (),
    on: date | None = None,
) -> None:
    """The landlord decides. With `points` the decision follows from them: each is followed, partly
    or not, with its reason. Refuses what `steps.decide` does, and a point that is not wholly
    followed without a reason."""
    with store.act(who, "projects.advice.decide", undo=_("Decide about advice")) as act:
        session = act.session
        asked = _request(session, request_id)
        if points:
            decision = decision_over(points)
            asked.points = [
                AdvicePoint(
                    position=place,
                    text=written(AdvicePoint, "text", point.text),
                    decision=point.decision,
                    reason=written(AdvicePoint, "reason", point.reason),
                )
                for place, point in enumerate(points, start=1)
            ]
        why = written(AdviceRequest, "decision_reasons", reasons)
        steps.decide(asked, day_of(store, on), decision, why)


def send_reasons(store: Store, who: Actor, request_id: int, on: date | None = None) -> None:
    """The answer with its reasons went to the tenants (art. 5(2)). Refuses a day before the
    decision."""
    with store.act(who, "projects.advice.send_reasons", undo=_("Send the reasons")) as act:
        asked = _request(act.session, request_id)
        steps.reasons_sent(asked)
        assert asked.decided_on is not None, "reasons follow a decision"
        asked.reasons_sent_on = steps.since(asked.decided_on, day_of(store, on))


def reasons_received(store: Store, who: Actor, request_id: int, on: date | None = None) -> None:
    """The tenants have the reasons since a day: three days later the plan may start (art. 5(3)c).
    Refuses a day before they went out."""
    with store.act(who, "projects.advice.reasons", undo=_("Reasons received")) as act:
        asked = _request(act.session, request_id)
        day = day_of(store, on)
        if asked.reasons_sent_on is not None:
            steps.since(asked.reasons_sent_on, day)
        steps.reasons_received(asked, day)


def _request(session: Session, request_id: int) -> AdviceRequest:
    asked = found(session, AdviceRequest, request_id)
    check_at_work(asked.project.state)
    return asked


def _draft(session: Session, request_id: int) -> AdviceRequest:
    asked = _request(session, request_id)
    if asked.sent_on is not None:
        sentence = _("This was sent on {day}. Ask for advice again when the plan changed.")
        raise Refused(sentence.format(day=day_plain(asked.sent_on)), "advice")
    return asked


def _fill(store: Store, asked: AdviceRequest, facts: AdviceFacts) -> None:
    values = dict(facts)
    if "topic" in facts:
        values["topic"] = topic_letter(facts["topic"])
    fill(asked, values, AdviceFacts.__annotations__)
    for field in ("asked_of", "subject"):
        written(AdviceRequest, field, getattr(asked, field) or "", needed=True)
    advice_term(local(store.now()).date(), asked.weeks)
