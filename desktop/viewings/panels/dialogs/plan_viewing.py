"""Planning a viewing, and moving one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import staff
from desktop.language import _, ngettext
from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.terms.holidays import add_working_days
from desktop.viewings.actions.viewings import ViewingPlan
from desktop.viewings.actions.viewings import move_viewing as move
from desktop.viewings.actions.viewings import plan_viewing as plan
from desktop.viewings.queries.vacancy import VacancyView, ViewingLine
from desktop.viewings.states import Route, ViewingKind
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words

USUAL_TIME = time(14, 0)
USUAL_LENGTH = timedelta(hours=2)


def plan_viewing(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask when and for how many; then the rota proposes hosts."""
    start = datetime.combine(add_working_days(desk.today(), 3), USUAL_TIME, tzinfo=AMSTERDAM)
    if view.baseline_viewing_on is not None and view.baseline_viewing_on > desk.today():
        start = datetime.combine(view.baseline_viewing_on, USUAL_TIME, tzinfo=AMSTERDAM)
    slot = view.policy.slot_minutes if view.policy is not None else 20
    usual = ViewingPlan(start, start + USUAL_LENGTH, slot, 1, _usual_kind(view))
    form = _form(desk, view, usual)

    def work() -> None:
        plan(desk.store, desk.who, view.id, _read(form))

    Dialog(
        desk,
        _("Plan viewing of {address}").format(address=view.address),
        form,
        _("Plan"),
        work,
        parent,
    ).open()


def move_viewing(desk: Desk, view: VacancyView, line: ViewingLine, parent: QWidget) -> None:
    """Another time or place; hosts and candidates keep their turn."""
    form = _form(
        desk,
        view,
        ViewingPlan(
            local(line.starts_at),
            local(line.ends_at),
            line.slot_minutes,
            line.capacity,
            line.kind,
            line.companions,
            line.place,
            line.staff_on_call_id,
        ),
    )

    def work(seen: int | None = line.version) -> None:
        move(desk.store, desk.who, line.id, _read(form), seen)

    Dialog(
        desk,
        _("Move viewing"),
        form,
        _("Move"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("Print the invitations again: they get the new time."),
    ).open()


def _usual_kind(view: VacancyView) -> ViewingKind:
    return ViewingKind.GROUP if view.route is Route.TENANT_LED else ViewingKind.STAFF


def _form(desk: Desk, view: VacancyView, plan: ViewingPlan) -> Form:
    with desk.reading() as session:
        colleagues = [(s.id, s.facts.name) for s in staff(session) if s.facts.active]
    form = Form()
    form.row()
    form.date("starts_at", _("Day"), plan.starts_at.date())
    form.time("from", _("From"), plan.starts_at.time())
    form.time("ends_at", _("Until"), plan.ends_at.time())
    form.end_row()
    form.row()
    form.number("slot_minutes", _("Minutes a visit"), plan.slot_minutes, least=5, most=120)
    form.number("capacity", _("Households at a time"), plan.capacity, least=1, most=30)
    form.number("companions", _("People who may come along"), plan.companions, least=0, most=10)
    form.end_row()
    form.choice(
        "kind",
        _("Kind"),
        [(kind, word(kind)) for kind in ViewingKind],
        plan.kind,
        hint=_("Residents receive a group. When no pair can come, a member of staff does.")
        if view.route is Route.TENANT_LED
        else "",
    )
    form.text("place", _("Where people are received"), plan.place or view.meeting_point)
    form.choice(
        "staff_on_call_id",
        _("Staff who can be called"),
        [(None, _("Nobody yet")), *colleagues],
        plan.staff_on_call_id,
    )
    places = Words("", "soft", wraps=True)
    form.add(places)

    def count() -> None:
        places.setText(_places(form))

    form.changed.connect(count)
    count()
    return form


def _places(form: Form) -> str:
    values = form.values()
    minutes = (values["ends_at"].hour * 60 + values["ends_at"].minute) - (
        values["from"].hour * 60 + values["from"].minute
    )
    visits = max(0, minutes // values["slot_minutes"])
    room = visits * values["capacity"]
    return ngettext("Room for {n} candidate.", "Room for {n} candidates.", room).format(n=room)


def _read(form: Form) -> ViewingPlan:
    values = form.values()
    day: date | None = values["starts_at"]
    if day is None:
        raise Refused(_("Fill in the day."), "starts_at")
    return ViewingPlan(
        datetime.combine(day, values["from"], tzinfo=AMSTERDAM),
        datetime.combine(day, values["ends_at"], tzinfo=AMSTERDAM),
        values["slot_minutes"],
        values["capacity"],
        values["kind"],
        values["companions"],
        values["place"],
        values["staff_on_call_id"],
    )
