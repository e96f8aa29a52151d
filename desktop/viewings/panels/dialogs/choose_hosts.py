"""Choosing the hosts of a viewing: the rota proposes two with the reason, staff decide."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.viewings import assign_hosts, replace_host, staff_receive
from desktop.viewings.panels.dialogs.plan_viewing import move_viewing
from desktop.viewings.queries.hosts import HostChoice, proposal_for
from desktop.viewings.queries.vacancy import ShiftLine, VacancyView, ViewingLine
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def choose_hosts(
    desk: Desk,
    view: VacancyView,
    line: ViewingLine,
    parent: QWidget,
    replaces: ShiftLine | None = None,
) -> None:
    """Ask for the lead and the second host; or for one host in the place of `replaces`."""
    if replaces is not None:
        _replace(desk, line, replaces, parent)
        return
    passed_by: set[int] = set()
    with desk.reading() as session:
        found = proposal_for(session, line.id)
    form = Form()
    options = _options(found.hosts)
    if found.lead is None:
        form.note("\n".join(h.words for h in found.hosts if h.hindrance is not None))
    form.choice("lead", _("Leads the viewing"), options, found.lead)
    lead_reason = form.note("")
    form.choice("hosts", _("Second host"), options, found.second)
    second_reason = form.note("")
    by_id = {h.id: h for h in found.hosts}

    def explain() -> None:
        for key, words in (("lead", lead_reason), ("hosts", second_reason)):
            host = by_id.get(form.value(key))
            words.setText("" if host is None else host.why)

    def other() -> None:
        passed_by.update(i for i in (form.value("lead"), form.value("hosts")) if i is not None)
        with desk.reading() as session:
            another = proposal_for(session, line.id, passed_by)
        if another.lead is None:
            passed_by.clear()
            desk.said.emit(_("There is no other pair. Here is the first proposal again."))
            with desk.reading() as session:
                another = proposal_for(session, line.id)
        form.set_value("lead", another.lead)
        form.set_value("hosts", another.second)

    def work() -> None:
        lead, second = form.value("lead"), form.value("hosts")
        if lead is None or second is None or lead == second:
            raise Refused(_("Choose two different hosts."), "hosts")
        assign_hosts(
            desk.store,
            desk.who,
            line.id,
            lead,
            [second],
            {i: by_id[i].turn for i in (lead, second)},
        )

    def let_staff_receive() -> None:
        if desk.did(lambda: staff_receive(desk.store, desk.who, line.id), dialog):
            dialog.reject()

    def choose_another_time() -> None:
        dialog.reject()
        move_viewing(desk, view, line, parent)

    form.changed.connect(explain)
    explain()
    if found.lead is not None:
        explanation = _(
            "Who received least in the last 90 days comes first. Two hosts never come from one "
            "household."
        )
        others = [secondary(_("Another proposal"), other)]
    else:
        explanation = _("No pair can come at this time. Choose another time, or let staff receive.")
        others = [
            secondary(_("Staff receive"), let_staff_receive),
            secondary(_("Other time…"), choose_another_time),
        ]
    dialog = Dialog(
        desk,
        _("Choose hosts"),
        form,
        _("Choose"),
        work,
        parent,
        others=others,
        explanation=explanation,
    )
    dialog.open()


def _options(hosts: tuple[HostChoice, ...]) -> list[tuple[int | None, str]]:
    """Who can come first, then the others with the reason."""
    can_first = sorted(hosts, key=lambda h: h.hindrance is not None)
    return [(None, _("Choose")), *((h.id, h.words) for h in can_first)]


def _replace(desk: Desk, line: ViewingLine, shift: ShiftLine, parent: QWidget) -> None:
    stay = {s.host_id for s in line.shifts}
    with desk.reading() as session:
        found = proposal_for(session, line.id, stay)
    others = tuple(h for h in found.hosts if h.id not in stay)
    by_id = {h.id: h for h in others}
    form = Form()
    able = next((h.id for h in others if h.hindrance is None), None)
    form.choice("hosts", _("Host"), _options(others), able)
    reason = form.note("")

    def explain() -> None:
        host = by_id.get(form.value("hosts"))
        reason.setText("" if host is None else host.why)

    def work() -> None:
        chosen = form.value("hosts")
        if chosen is None:
            raise Refused(_("Choose a host."), "hosts")
        replace_host(desk.store, desk.who, shift.id, chosen, by_id[chosen].turn)

    form.changed.connect(explain)
    explain()
    Dialog(
        desk,
        _("Another host in place of {name}").format(name=shift.name),
        form,
        _("Replace"),
        work,
        parent,
    ).open()
