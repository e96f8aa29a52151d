"""A request for advice about a project, from its draft to the day on which the plan may start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.advice.rules import ADVICE, REASONS, START, TOPICS, advice_term, least_weeks
from desktop.advice.states import AdviceDecision
from desktop.advice.topics import topic_choice
from desktop.advice.wording import least_words
from desktop.estate.model import OrganisationKind
from desktop.estate.queries import organisations
from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.actions.advice import (
    advice_received,
    change_advice,
    decide_advice,
    draft_advice,
    no_objection,
    reasons_received,
    send_advice,
    send_reasons,
)
from desktop.projects.panels.consulting.points import PointsInput
from desktop.projects.queries.advice import AdviceView
from desktop.projects.queries.projects import project_view
from desktop.projects.wording import word
from desktop.terms.statutory import rule
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def new_advice(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask for the plan with its reasons and consequences, and whom it is asked of."""
    with desk.reading() as session:
        known = [one.facts for one in organisations(session)]
        name = project_view(session, project_id, desk.today()).name
    named = [one.name for one in known if one.kind is OrganisationKind.TENANTS]
    form = _form(name, named[0] if named else "", desk.today())

    def work() -> None:
        draft_advice(desk.store, desk.who, project_id, **form.values())

    Dialog(
        desk,
        _("Ask for advice"),
        form,
        _("Make the draft"),
        work,
        parent,
        explanation=_(
            "Tenants get the plan with its reasons and consequences (Overlegwet, art. 4)."
        ),
        width=680,
    ).open()


def change_draft(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Change a draft."""
    form = _form(view.subject, view.asked_of, desk.today(), view)

    def work(seen: int | None = view.version) -> None:
        change_advice(desk.store, desk.who, view.id, seen, **form.values())

    Dialog(
        desk,
        _("Change the request"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=680,
    ).open()


def ask_send(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask on which day the request goes out; its term begins then."""
    form = Form()
    form.date("on", _("Sent on"), desk.today(), hint=_article(ADVICE, desk.today()))
    last = advice_term(desk.today(), view.weeks).last

    def work() -> None:
        send_advice(desk.store, desk.who, view.id, form.value("on"))

    sentence = _("Sent today, {who} has until {day} to advise.")
    _open(desk, _("Send the request"), view, form, work, parent,
          sentence.format(who=view.asked_of, day=day_plain(last)))  # fmt: skip


def ask_received(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask on which day the advice came, and what it says."""
    form = Form()
    form.date("on", _("Received on"), view.received_on or desk.today())
    form.lines("text", _("What does the advice say?"), view.advice)

    def work() -> None:
        advice_received(desk.store, desk.who, view.id, **form.values())

    _open(desk, _("Advice received"), view, form, work, parent)


def ask_no_objection(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask on which day the tenants had no objection, or consented."""
    form = Form()
    form.date("on", _("Written on"), desk.today())

    def work() -> None:
        no_objection(desk.store, desk.who, view.id, form.value("on"))

    title = _("Consent") if view.consent_required else _("No objection")
    _open(desk, title, view, form, work, parent)


def ask_decision(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask what the landlord decides: point by point, or about the whole advice at once."""
    form = Form()
    form.date("on", _("Decided on"), desk.today())
    if view.received_on is not None:
        form.field(
            "points",
            _("Point by point"),
            PointsInput(),
            _("Without points, choose below what is done with the whole advice."),
        )
        form.choice(
            "decision",
            _("The whole advice"),
            [(None, _("follows from the points")), *((one, word(one)) for one in AdviceDecision)],
        )
        form.lines(
            "reasons",
            _("Why is it not followed, or not wholly?"),
            hint=_article(REASONS, view.received_on),
        )

    def work() -> None:
        decide_advice(desk.store, desk.who, view.id, **form.values())

    _open(desk, _("Decide"), view, form, work, parent, view.advice, width=760)


def ask_reasons_sent(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask on which day the answer with its reasons goes out."""
    form = Form()
    hint = _article(REASONS, view.received_on) if view.received_on is not None else ""
    form.date("on", _("Sent on"), desk.today(), hint=hint)

    def work() -> None:
        send_reasons(desk.store, desk.who, view.id, form.value("on"))

    _open(desk, _("Send the reasons"), view, form, work, parent)


def ask_reasons_received(desk: Desk, view: AdviceView, parent: QWidget) -> None:
    """Ask since which day the tenants have the reasons."""
    form = Form()
    form.date(
        "on",
        _("They have them since"),
        desk.today(),
        hint=_article(START, view.reasons_sent_on or desk.today()),
    )

    def work() -> None:
        reasons_received(desk.store, desk.who, view.id, form.value("on"))

    _open(desk, _("Tenants have the reasons"), view, form, work, parent)


def _form(subject: str, asked_of: str, today: date, view: AdviceView | None = None) -> Form:
    form = Form()
    form.row()
    form.text("subject", _("About which plan?"), subject)
    form.text("asked_of", _("Advice of"), asked_of)
    form.end_row()
    form.lines("reasons", _("Why this plan?"), view.reasons if view is not None else "")
    form.lines(
        "consequences",
        _("What does it mean for tenants?"),
        view.consequences if view is not None else "",
    )
    form.row()
    form.number(
        "weeks",
        _("Weeks to advise"),
        view.weeks if view is not None else least_weeks(today),
        1,
        99,
        hint=least_words(today),
    )
    form.choice(
        "topic",
        _("Subject, art. 3(2)"),
        [("", _("not chosen")), *((letter, topic_choice(letter)) for letter in TOPICS)],
        view.topic if view is not None else "b",
    )
    form.end_row()
    form.check(
        "consent_required",
        _("This plan needs their consent (Overlegwet, art. 5a)"),
        view is not None and view.consent_required,
    )
    return form


def _article(id: str, on: date) -> str:
    """What a rule says, with its article."""
    row = rule(id, on)
    return f"{row.words} ({row.article})"


def _open(
    desk: Desk,
    title: str,
    view: AdviceView,
    form: Form,
    work: Callable[[], object],
    parent: QWidget,
    explanation: str = "",
    width: int = 520,
) -> None:
    about = explanation or view.subject
    Dialog(desk, title, form, _("Save"), work, parent, explanation=about, width=width).open()
