"""A new vacancy, and the dates of one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import dwellings
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.vacancies import VacancyDates, announce
from desktop.viewings.actions.vacancies import change_dates as change
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.search_choice import SearchChoice


def new_vacancy(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask which dwelling becomes free and when; tells `made` the new vacancy."""
    with desk.reading() as session:
        homes = dwellings(session)
    if not homes:
        desk.said.emit(_("Import the dwellings first, in the settings."))
        return
    form = Form()
    form.field(
        "dwelling",
        _("Dwelling"),
        SearchChoice(
            [(d.id, f"{d.address} ({d.facts.code})") for d in homes],
            _("Type a part of the address or the code"),
        ),
    )
    form.text("code", _("Code"), hint=_("Leave empty for a code of year and dwelling."))
    _dates(form, VacancyDates(notice_on=desk.today()))

    def work() -> None:
        values = form.values()
        if values["dwelling"] is None:
            raise Refused(_("Choose a dwelling from the list."), "dwelling")
        made_id = announce(desk.store, desk.who, values["dwelling"], values["code"], _read(values))
        made(made_id)

    Dialog(desk, _("New vacancy"), form, _("Add"), work, parent).open()


def change_dates(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Change the dates of a vacancy."""
    form = Form()
    _dates(
        form,
        VacancyDates(
            view.notice_on,
            view.old_lease_ends_on,
            view.pre_inspection_on,
            view.final_inspection_on,
            view.available_on,
            view.baseline_viewing_on,
        ),
    )

    def work(seen: int | None = view.version) -> None:
        change(desk.store, desk.who, view.id, _read(form.values()), seen)

    Dialog(desk, _("Change dates"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def _dates(form: Form, dates: VacancyDates) -> None:
    form.row()
    form.date("notice_on", _("Notice"), dates.notice_on)
    form.date("old_lease_ends_on", _("Old lease ends"), dates.old_lease_ends_on)
    form.end_row()
    form.row()
    form.date("pre_inspection_on", _("First inspection"), dates.pre_inspection_on)
    form.date("final_inspection_on", _("Final inspection"), dates.final_inspection_on)
    form.end_row()
    form.row()
    form.date("available_on", _("Available"), dates.available_on)
    form.date(
        "baseline_viewing_on",
        _("Staff could show it on"),
        dates.baseline_viewing_on,
        hint=_("The extra days of the viewing count from here."),
    )
    form.end_row()


def _read(values: dict[str, object]) -> VacancyDates:
    names = VacancyDates.__dataclass_fields__
    return VacancyDates(**{name: values[name] for name in names})  # type: ignore[arg-type]
