"""Writing down what tenants ask, answering it, and telling them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.voices import (
    PersonalFound,
    add_input,
    change_input,
    discuss_input,
    reply_to,
    rewrite_input,
    told,
)
from desktop.agreements.panels.several import SeveralInput
from desktop.agreements.queries.choices import agreement_choices
from desktop.agreements.queries.cycles import own_seat, seats_of
from desktop.agreements.queries.meetings import meetings
from desktop.agreements.queries.overview import themes
from desktop.agreements.queries.voices import InputLine
from desktop.agreements.states import InputChannel, ReplyDecision
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_short
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

Made = TypeVar("Made")


def ask_question(desk: Desk, cycle_id: int, parent: QWidget, done: Callable[[int], object]) -> None:
    """Ask what tenants ask, how and where; `done` gets the number of the new question."""
    form = Form()
    form.lines("text", _("What do tenants ask?"), hint=_("No names, addresses or phone numbers."))
    _ask_to_confirm(form)
    form.text("place", _("Where"))
    _ask_facts(desk, form, cycle_id, None)

    def work() -> None:
        values = _facts(form)
        done(_confirming(form, lambda: add_input(desk.store, desk.who, cycle_id, **values)))

    Dialog(desk, _("New question"), form, _("Save"), work, parent, width=640).open()


def change(desk: Desk, line: InputLine, parent: QWidget) -> None:
    """Ask the same of a question that is there, but for its words."""
    form = Form()
    form.note(line.text)
    _ask_facts(desk, form, line.cycle_id, line)

    def work(seen: int | None = line.version) -> None:
        change_input(desk.store, desk.who, line.id, seen, **_facts(form))

    Dialog(
        desk,
        _("Change {code}").format(code=line.code),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=640,
    ).open()


def rewrite(desk: Desk, line: InputLine, parent: QWidget) -> None:
    """Ask for other words, such as without a name that slipped in."""
    form = Form()
    form.lines("text", _("What do tenants ask?"), line.text)
    form.text("place", _("Where"), line.place)
    _ask_to_confirm(form)

    def work() -> None:
        values = form.values()
        _confirming(form, lambda: rewrite_input(desk.store, desk.who, line.id, **values))

    Dialog(
        desk,
        _("Other words for {code}").format(code=line.code),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("The words that stand here now are erased. That cannot be undone."),
    ).open()


def answer(desk: Desk, line: InputLine, parent: QWidget) -> None:
    """Ask what becomes of a question, why, and who says so."""
    with desk.reading() as session:
        seats = seats_of(session, line.cycle_id)
        about = agreement_choices(session, line.cycle_id)
    reply = line.reply
    form = Form()
    form.note(line.text)
    form.choice(
        "decision",
        _("What becomes of it?"),
        [(one, word(one)) for one in ReplyDecision],
        reply.decision if reply is not None else None,
    )
    form.lines(
        "reason",
        _("Why?"),
        reply.reason if reply is not None else "",
        hint=_("Short and plain: tenants read this."),
    )
    form.row()
    form.choice(
        "party_id",
        _("Answered by"),
        [(seat.party_id, seat.called) for seat in seats],
        reply.party_id if reply is not None else own_seat(seats),
    )
    form.date("on", _("Answered on"), reply.replied_on if reply is not None else desk.today())
    form.end_row()
    form.field(
        "agreement_ids",
        _("It led to these agreements"),
        _agreements(about, [id for id, _code in line.agreements]),
    )

    def work() -> None:
        reply_to(desk.store, desk.who, line.id, **form.values())

    Dialog(
        desk, _("Answer {code}").format(code=line.code), form, _("Save"), work, parent, width=640
    ).open()


def tell(desk: Desk, line: InputLine, parent: QWidget) -> None:
    """Ask when and how tenants heard the answer."""
    form = Form()
    form.date("on", _("Told on"), desk.today())
    form.text("told_via", _("How"), hint=_("For example: letter, residents’ evening, website."))

    def work() -> None:
        told(desk.store, desk.who, line.id, form.value("on"), form.value("told_via"))

    Dialog(
        desk, _("Tell the answer to {code}").format(code=line.code), form, _("Told"), work, parent
    ).open()


def discussed(desk: Desk, line: InputLine, parent: QWidget) -> None:
    """Ask at which meeting the parties talked about a question."""
    with desk.reading() as session:
        held = [
            (one.id, f"{day_short(one.held_on)}  {word(one.kind)}")
            for one in meetings(session, line.cycle_id, desk.today())
        ]
    form = Form()
    form.choice("meeting_id", _("At"), [(None, _("outside a meeting")), *held], line.meeting_id)

    def work() -> None:
        discuss_input(desk.store, desk.who, line.id, form.value("meeting_id"))

    Dialog(
        desk, _("{code} was discussed").format(code=line.code), form, _("Save"), work, parent
    ).open()


def _ask_facts(desk: Desk, form: Form, cycle_id: int, line: InputLine | None) -> None:
    """How and when a question came, by whom, and what it is about."""
    with desk.reading() as session:
        chapters = [(one.id, one.name) for one in themes(session)]
        about = agreement_choices(session, cycle_id)
    form.row()
    channels = [(one, word(one)) for one in InputChannel]
    form.choice("channel", _("How"), channels, line.channel if line else None)
    form.date("received_on", _("Asked on"), line.received_on if line else desk.today())
    form.end_row()
    form.row()
    none_yet = (None, _("none yet"))
    form.choice("theme_id", _("Theme"), [none_yet, *chapters], line.theme_id if line else None)
    people = str(line.group_size) if line and line.group_size is not None else ""
    hint = _("Leave empty if nobody counted.")
    form.text("group_size", _("By how many people"), people, hint)
    form.end_row()
    linked = [agreement_id for agreement_id, _code in line.agreements] if line else []
    form.field("agreement_ids", _("About the agreements"), _agreements(about, linked))
    form.check("may_quote", _("These words may be quoted"), bool(line and line.may_quote))
    form.check(
        "is_written_advice",
        _("This is a written advice: answer within 14 days"),
        bool(line and line.is_written_advice),
    )


def _facts(form: Form) -> dict[str, Any]:
    values = form.values()
    values["group_size"] = _count(values["group_size"])
    return values


def _agreements(about: Sequence[tuple[int, str]], chosen: Sequence[int] = ()) -> SeveralInput:
    return SeveralInput(about, chosen, _("Code or a part of the title"))


def _ask_to_confirm(form: Form) -> None:
    """The box that is there only once a text seems to tell who somebody is."""
    form.check("confirmed", _("I looked at it: nobody can be recognised in these words")).hide()


def _confirming(form: Form, work: Callable[[], Made]) -> Made:
    try:
        return work()
    except PersonalFound:
        form.fields["confirmed"].show()
        raise


def _count(typed: str) -> int | None:
    """How many people, when it was filled in. Refuses what is no number."""
    if not typed:
        return None
    if not typed.isdecimal():
        raise Refused(_("Fill in a number, such as 12."), "group_size")
    return int(typed)
