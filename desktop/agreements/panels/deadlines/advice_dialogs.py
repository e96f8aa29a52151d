"""A request for advice, from the plan to the day on which it may be carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.advice.rules import TOPICS, least_weeks
from desktop.advice.states import AdviceDecision
from desktop.advice.topics import topic_choice
from desktop.advice.wording import least_words
from desktop.agreements.actions.advices import (
    ADVISING,
    advice_received,
    ask_advice,
    decide_advice,
    no_objection,
    reasons_received,
)
from desktop.agreements.queries.advices import AdviceLine
from desktop.agreements.queries.cycles import seats_of
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


@dataclass(frozen=True)
class Plan:
    """The plan of an agreement, as far as it is known when advice about it is asked."""

    agreement_id: int
    subject: str
    topic: str
    needs_consent: bool


def ask(desk: Desk, cycle_id: int, parent: QWidget, plan: Plan | None = None) -> None:
    """Ask the plan with its reasons and consequences, to whom it was sent, and the term; `plan` is
    of the agreement that it is about."""
    with desk.reading() as session:
        seats = seats_of(session, cycle_id)
    advising = [(seat.party_id, seat.name) for seat in seats if seat.kind in ADVISING]
    form = Form()
    form.choice("party_id", _("Advice of"), advising)
    form.text("subject", _("About which plan?"), plan.subject if plan else "")
    form.lines("reasons", _("Why this plan?"))
    form.lines("consequences", _("What does it mean for tenants?"))
    form.row()
    form.date("sent_on", _("Sent on"), desk.today())
    form.number(
        "weeks",
        _("Weeks to advise"),
        least_weeks(desk.today()),
        1,
        99,
        hint=least_words(desk.today()),
    )
    form.end_row()
    form.choice(
        "topic",
        _("Subject, art. 3(2)"),
        [("", _("not chosen")), *((letter, topic_choice(letter)) for letter in TOPICS)],
        plan.topic if plan else "",
    )
    form.check(
        "consent_required",
        _("This plan needs their consent (Overlegwet, art. 5a)"),
        plan is not None and plan.needs_consent,
    )

    def work() -> None:
        values = form.values()
        if values["party_id"] is None:
            raise Refused(_("First add a tenants’ organisation to this year."), "party_id")
        about = plan.agreement_id if plan is not None else None
        ask_advice(desk.store, desk.who, cycle_id, agreement_id=about, **values)

    Dialog(
        desk,
        _("Ask for advice"),
        form,
        _("Sent"),
        work,
        parent,
        explanation=_(
            "Tenants get the plan with its reasons and consequences (Overlegwet, art. 4)."
        ),
        width=640,
    ).open()


def came(desk: Desk, line: AdviceLine, parent: QWidget) -> None:
    """Ask on which day the advice came, and what it says."""
    form = Form()
    form.date("on", _("Received on"), line.received_on or desk.today())
    form.lines("advice", _("What does the advice say?"), line.advice)

    def work() -> None:
        advice_received(desk.store, desk.who, line.id, form.value("on"), form.value("advice"))

    _open(desk, _("Advice received"), line, form, work, parent)


def not_against(desk: Desk, line: AdviceLine, parent: QWidget) -> None:
    """Ask on which day the tenants had no objection, or consented."""
    form = Form()
    form.date("on", _("Written on"), desk.today())

    def work() -> None:
        no_objection(desk.store, desk.who, line.id, form.value("on"))

    title = _("Consent") if line.consent_required else _("No objection")
    _open(desk, title, line, form, work, parent)


def decide(desk: Desk, line: AdviceLine, parent: QWidget) -> None:
    """Ask what the landlord decides, and the reasons when the advice is not followed wholly."""
    form = Form()
    form.date("on", _("Decided on"), desk.today())
    if line.received_on is not None:
        form.choice(
            "decision",
            _("Is the advice followed?"),
            [(one, word(one)) for one in AdviceDecision],
        )
        form.lines(
            "reasons",
            _("Why is it not followed, or not wholly?"),
            hint=_("Within 14 days after the advice (Overlegwet, art. 5(2))."),
        )

    def work() -> None:
        values = form.values()
        decide_advice(
            desk.store,
            desk.who,
            line.id,
            values.get("decision"),
            values.get("reasons", ""),
            values["on"],
        )

    _open(desk, _("Decide"), line, form, work, parent)


def have_reasons(desk: Desk, line: AdviceLine, parent: QWidget) -> None:
    """Ask since which day the tenants have the reasons."""
    form = Form()
    form.date(
        "on",
        _("They have them since"),
        line.reasons_received_on or desk.today(),
        hint=_("The plan may start three days later (Overlegwet, art. 5(3)c)."),
    )
    work = partial(_have_reasons, desk, line, form)
    _open(desk, _("Tenants have the reasons"), line, form, work, parent)


def _have_reasons(desk: Desk, line: AdviceLine, form: Form) -> None:
    reasons_received(desk.store, desk.who, line.id, form.value("on"))


def _open(
    desk: Desk,
    title: str,
    line: AdviceLine,
    form: Form,
    work: Callable[[], object],
    parent: QWidget,
) -> None:
    about = _("{subject}. Sent on {day}.").format(subject=line.subject, day=day_plain(line.sent_on))
    Dialog(desk, title, form, _("Save"), work, parent, explanation=about).open()
