"""A new host, and the data of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from babel import Locale
from PySide6.QtWidgets import QWidget

from desktop.estate.queries import complexes
from desktop.language import _, language
from desktop.viewings.actions.hosts import add_host
from desktop.viewings.actions.hosts import change_host as change
from desktop.viewings.queries.hosts import HostLine, HouseholdRow, households
from desktop.viewings.rules.mirror import AGE_BANDS
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.form import Form

# What hosts in Dutch complexes speak most; a host who speaks another one still gets it listed.
SPOKEN = ("nl", "en", "tr", "ar", "pap", "pl", "uk", "ti")


def language_name(code: str) -> str:
    """`Turks` for "tr"; what is no code stays as it is."""
    names = Locale(language()).languages
    name = str(names.get(code, code))
    return name[:1].upper() + name[1:]


def new_host(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask who wants to be host and where they live; tells `made` the new host."""
    with desk.reading() as session:
        homes = complexes(session)
    if not homes:
        desk.said.emit(_("Add the complex first, in the settings."))
        return
    form = Form()
    form.choice("complex", _("Complex"), [(c.id, c.facts.name) for c in homes], homes[0].id)
    _fields(desk, form)

    def work() -> None:
        values = form.values()
        complex_id = values.pop("complex")
        made(add_host(desk.store, desk.who, complex_id, values))

    Dialog(
        desk,
        _("New host"),
        form,
        _("Add"),
        work,
        parent,
        explanation=_("After the instruction and the secrecy statement a host can receive."),
    ).open()


def change_host(desk: Desk, host: HostLine, parent: QWidget) -> None:
    """Change who a host is and how to reach them."""
    form = Form()
    _fields(desk, form, host)

    def work(seen: int | None = host.version) -> None:
        change(desk.store, desk.who, host.id, form.values(), seen)

    Dialog(
        desk,
        _("Change {name}").format(name=host.name),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()


class HouseholdInput(ChoiceInput):
    """The households of the complex that the form is about; choosing one fills in its address."""

    def __init__(self, desk: Desk, form: Form, host: HostLine | None) -> None:
        super().__init__([])
        self._desk, self._form, self._host = desk, form, host
        self._rows: dict[int, HouseholdRow] = {}
        self._complex: int | None = None
        self._chosen = host.household_id if host is not None else None
        self._offer()
        form.changed.connect(self._follow)

    @property
    def _complex_now(self) -> int:
        if self._host is not None:
            return self._host.complex_id
        chosen: int = self._form.value("complex")
        return chosen

    def _offer(self) -> None:
        self._complex = self._complex_now
        with self._desk.reading() as session:
            self._rows = {row.id: row for row in households(session, self._complex)}
        words = [(row.id, self._words(row)) for row in self._rows.values()]
        if self._host is not None and self._chosen is not None and self._chosen not in self._rows:
            # A household that moved out stays known with its host.
            words.append((self._chosen, self._host.address))
        self.set_options([(None, _("Not known")), *words], self._chosen)

    def _words(self, row: HouseholdRow) -> str:
        own = self._host.name if self._host is not None else ""
        others = ", ".join(name for name in row.hosts if name != own)
        parts = [row.address, row.name]
        if others:
            parts.append(_("host already: {name}").format(name=others))
        return " · ".join(parts)

    def _follow(self) -> None:
        if self._complex_now != self._complex:
            self._offer()
        elif self.value() != self._chosen:
            self._chosen = self.value()
            row = self._rows.get(self._chosen) if self._chosen is not None else None
            if row is not None:
                self._form.set_value("address", row.address)
                self._form.set_value("stairwell", row.stairwell)


def _fields(desk: Desk, form: Form, host: HostLine | None = None) -> None:
    form.field(
        "household_id",
        _("Household"),
        HouseholdInput(desk, form, host),
        _("So that two of one household never receive together."),
    )

    def known(key: str) -> str:
        return str(getattr(host, key)) if host is not None else ""

    form.row()
    form.text("first_name", _("First name"), known("first_name"))
    form.text("last_name", _("Last name"), known("last_name"))
    form.end_row()
    form.row()
    form.text("address", _("Address"), known("address"))
    form.text("stairwell", _("Stairwell"), known("stairwell"))
    form.end_row()
    form.row()
    form.text("phone", _("Phone"), known("phone"))
    form.text("email", _("E-mail"), known("email"))
    form.end_row()
    told = known("age_band")
    spoken = host.languages if host is not None else ("nl",)
    languages = [(code, language_name(code)) for code in _with(SPOKEN, spoken)]
    form.field("languages", _("Languages"), ChecksInput(languages, spoken, 4))
    form.row()
    form.choice(
        "age_band",
        _("Age, if the host wants to tell it"),
        [("", _("not told")), *((band, band) for band in _with(AGE_BANDS, [told]))],
        told,
    )
    form.number(
        "max_per_month",
        _("At most this many times a month"),
        host.max_per_month if host is not None else 4,
        1,
        31,
    )
    form.end_row()


def _with(offered: Sequence[str], known: Sequence[str]) -> list[str]:
    """The choices that are offered, and what is known of this host already."""
    return [*offered, *(value for value in known if value and value not in offered)]
