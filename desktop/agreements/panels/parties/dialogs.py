"""A party, and who speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.contacts import (
    add_contact,
    change_contact,
    contact_left,
    forget_contact,
)
from desktop.agreements.actions.parties import add_party, change_party
from desktop.agreements.queries.complexes import ComplexLine
from desktop.agreements.queries.parties import ContactLine, PartyCard
from desktop.agreements.rules.parties import asked_of
from desktop.agreements.states import PartyKind, PartyRole
from desktop.agreements.wording import word
from desktop.estate.queries import complexes
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def new_party(desk: Desk, parent: QWidget, done: Callable[[int], object]) -> None:
    """Ask the name and the kind of a party; `done` gets its number."""
    form = Form()
    _ask_name(form, None)

    def work() -> None:
        values = form.values()
        done(add_party(desk.store, desk.who, values.pop("name"), values.pop("kind"), **values))

    Dialog(desk, _("New party"), form, _("Save"), work, parent).open()


def new_committee(desk: Desk, line: ComplexLine, parent: QWidget) -> None:
    """Ask the name of a committee of a complex. It advises at the table; that can be changed."""
    form = Form()
    form.text("name", _("Name"), _("Residents’ committee {complex}").format(complex=line.name))

    def work() -> None:
        name, kind, role = form.value("name"), PartyKind.RESIDENTS, PartyRole.ADVISER
        add_party(desk.store, desk.who, name, kind, role=role, complex_id=line.id)

    Dialog(
        desk,
        _("New residents’ committee"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_(
            "{complex}: {n} dwellings. Give it a place at the table under Parties."
        ).format(complex=line.name, n=line.dwellings),
    ).open()


def change(desk: Desk, party: PartyCard, parent: QWidget) -> None:
    """Ask what is known of a party; what the Overlegwet asks only of who speaks for
    tenants."""
    form = Form()
    _ask_name(form, party)
    if party.is_of_tenants:
        _ask_checks(desk, form, party)
    if party.kind is PartyKind.CORPORATION:
        form.date("visited_on", _("Report of the last visitation"), party.visited_on)

    def work(seen: int | None = party.version) -> None:
        change_party(desk.store, desk.who, party.id, seen, **_facts(form))

    Dialog(
        desk,
        _("Change {party}").format(party=party.name),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=640,
    ).open()


def new_contact(desk: Desk, party: PartyCard, parent: QWidget) -> None:
    """Ask by which function somebody speaks for a party; a name is not needed."""
    form = _contact_form(None)

    def work() -> None:
        add_contact(desk.store, desk.who, party.id, **form.values())

    Dialog(
        desk,
        _("New contact of {party}").format(party=party.name),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("The name and address go two years after somebody left."),
    ).open()


def correct_contact(desk: Desk, line: ContactLine, parent: QWidget) -> None:
    """Ask the same of a contact that is there."""
    form = _contact_form(line)

    def work(seen: int | None = line.version) -> None:
        change_contact(desk.store, desk.who, line.id, **form.values(), version=seen)

    Dialog(
        desk, _("Change contact"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def left(desk: Desk, line: ContactLine, parent: QWidget) -> None:
    """Ask since which day somebody no longer speaks for their party."""
    form = Form()
    form.date("on", _("Left on"), line.left_on or desk.today())

    def work() -> None:
        day = form.value("on")
        if day is None:
            raise Refused(_("Fill in a day."), "on")
        contact_left(desk.store, desk.who, line.id, day)

    Dialog(
        desk,
        _("{function} left").format(function=line.function),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Two years later the name and address go. The function stays."),
    ).open()


def forget(desk: Desk, line: ContactLine, parent: QWidget) -> None:
    """Ask whether the name may go at once."""

    def work() -> None:
        forget_contact(desk.store, desk.who, line.id)

    Dialog(
        desk,
        _("Erase the name of {function}").format(function=line.function),
        Form(),
        _("Erase"),
        work,
        parent,
        explanation=_(
            "The name and address go at once, also from the history. Nothing that was done before "
            "can be undone after that."
        ),
    ).open()


def _ask_name(form: Form, party: PartyCard | None) -> None:
    form.text("name", _("Name"), party.name if party else "")
    form.row()
    form.text(
        "short_name",
        _("Short name"),
        party.short_name if party else "",
        hint=_("For narrow places."),
    )
    form.text("phone", _("Phone"), party.phone if party else "", hint=_("Of the office."))
    form.end_row()
    form.row()
    form.choice(
        "kind",
        _("Kind"),
        [(kind, word(kind)) for kind in PartyKind],
        party.kind if party else PartyKind.OTHER,
    )
    form.choice(
        "role",
        _("Role at the table"),
        [(role, word(role)) for role in PartyRole],
        party.role if party else PartyRole.MEMBER,
    )
    form.end_row()


def complex_choices(desk: Desk) -> list[tuple[int | None, str]]:
    """The complexes that a committee can be of, with how many dwellings each has."""
    with desk.reading() as session:
        known = complexes(session)
    listed: list[tuple[int | None, str]] = [(None, _("not chosen"))]
    for one in known:
        words = ngettext("{name}, {n} dwelling", "{name}, {n} dwellings", one.dwellings)
        listed.append((one.id, words.format(name=one.facts.name, n=one.dwellings)))
    return listed


def _ask_checks(desk: Desk, form: Form, party: PartyCard) -> None:
    form.section(_("What the Overlegwet asks (art. 1(1)f and g)"))
    for key, words, value in check_words(party):
        form.check(key, words, value)
    if party.kind is PartyKind.TENANTS:
        form.check("is_umbrella", _("This is an umbrella organisation"), party.is_umbrella)
    form.row()
    form.date(
        "last_annual_meeting_on", _("Last meeting with tenants"), party.last_annual_meeting_on
    )
    if party.kind is PartyKind.TENANTS:
        days = str(party.training_days) if party.training_days is not None else ""
        form.text(
            "training_days",
            _("Training days a year"),
            days,
            hint=_("At least three (Overlegwet, art. 5e(2))."),
        )
    else:
        form.choice("complex_id", _("Complex"), complex_choices(desk), party.complex_id)
    form.end_row()


def check_words(party: PartyCard) -> list[tuple[str, str, bool]]:
    """What is asked of the party, in words and in the order of the article."""
    words = {
        "board_of_tenants": _("Tenants choose the board from among themselves"),
        "informs_tenants": _("Tenants are told and asked"),
        "meets_yearly": _("There is a meeting with tenants each year"),
        "open_to_all": _("Every tenant can join"),
    }
    names = asked_of(party.kind)
    return [(name, words[name], yes) for name, yes in zip(names, party.checks, strict=True)]


def _facts(form: Form) -> dict[str, Any]:
    values = form.values()
    days = values.get("training_days")
    if days is not None:
        if days and not days.isdecimal():
            raise Refused(_("Fill in a number, such as 12."), "training_days")
        values["training_days"] = int(days) if days else None
    return values


def _contact_form(line: ContactLine | None) -> Form:
    form = Form()
    form.text("function", _("Function"), line.function if line else "")
    form.text(
        "display_name",
        _("Name"),
        line.display_name if line else "",
        hint=_("Not needed. A function is enough."),
    )
    form.text("email", _("E-mail"), line.email if line else "")
    return form
