"""A new yearly cycle: for which year, with whom, and what goes on from the year before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.queries.cycles import cycles
from desktop.agreements.queries.next_cycle import (
    PartyChoice,
    candidates,
    first_free_year,
    names_in_settings,
    party_choices,
)
from desktop.agreements.states import MUST_SIGN, PartyKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.swapped import Swapped


def new_cycle(
    desk: Desk, parent: QWidget, made: Callable[[int], object], copy_from: int | None = None
) -> None:
    """Ask the year and the parties, and which agreements of an earlier year go on; tells `made`
    the new cycle. Parties that are not there yet are named here and added with it."""
    with desk.reading() as session:
        parties = party_choices(session)
        earlier = cycles(session)
        year = first_free_year(session, desk.today().year)
        names = names_in_settings(session)
    form = Form()
    form.number("year", _("Agreements for the year"), year, least=2015, most=2100)
    _ask_parties(form, parties, names)
    going_on = _GoingOn(desk)
    if earlier:
        form.choice(
            "copy_from",
            _("Take over agreements of"),
            [(None, _("No year: begin empty")), *((c.id, str(c.applies_in)) for c in earlier)],
            copy_from,
        )
        form.add(going_on)
        taken = form.fields["copy_from"].input
        taken.changed.connect(lambda: going_on.show_cycle(taken.value()))
        going_on.show_cycle(copy_from)

    def work() -> None:
        values = form.values()
        municipality_id, party_ids = _parties(desk, form, parties)
        made(
            start_cycle(
                desk.store,
                desk.who,
                values["year"] - 1,
                municipality_id,
                party_ids,
                copy_from=values.get("copy_from"),
                copy=going_on.chosen(),
            )
        )

    Dialog(
        desk,
        _("New yearly cycle"),
        form,
        _("Make"),
        work,
        parent,
        explanation=_("The talks are in the year before. All deadlines are counted from the year."),
        width=640,
    ).open()


class _GoingOn(Swapped):
    """The agreements of the chosen year, ticked as the look back advises."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._checks: ChecksInput | None = None
        self.setObjectName("copy")

    def show_cycle(self, cycle_id: int | None) -> None:
        """Offer the agreements of this cycle; nothing for None."""
        self._checks = None
        if cycle_id is None:
            self.show_content(QWidget())
            return
        with self._desk.reading() as session:
            offered = candidates(session, cycle_id)
        if not offered:
            self.show_content(QWidget())
            return
        self._checks = ChecksInput(
            [(c.id, _advised(f"{c.code}  {c.title}", c.looked_back, c.goes_on)) for c in offered],
            [c.id for c in offered if c.goes_on],
            columns=1,
        )
        self._checks.setAccessibleName(_("Agreements that go on"))
        self.show_content(self._checks)

    def chosen(self) -> Sequence[int]:
        """The agreements that go on."""
        return self._checks.value() if self._checks is not None else ()


def _advised(words: str, looked_back: bool, goes_on: bool) -> str:
    if not looked_back:
        return words
    advice = _("advice: go on") if goes_on else _("advice: stop")
    return f"{words} ({advice})"


def _ask_parties(
    form: Form, parties: Sequence[PartyChoice], names: Mapping[PartyKind, str]
) -> None:
    for kind in MUST_SIGN:
        if not any(party.kind is kind for party in parties):
            name = names.get(kind, "")
            form.text(f"new:{kind.value}", word(kind), name, _("The name of this party."))
    municipalities = [p for p in parties if p.kind is PartyKind.MUNICIPALITY]
    if len(municipalities) > 1:
        form.choice(
            "municipality_id",
            word(PartyKind.MUNICIPALITY),
            [(p.id, p.name) for p in municipalities],
        )
    others = [
        p for p in parties if p.kind is not PartyKind.MUNICIPALITY or len(municipalities) == 1
    ]
    if others:
        form.field(
            "party_ids",
            _("At the table"),
            ChecksInput(
                [(p.id, p.name) for p in others], [p.id for p in others if p.took_part], columns=1
            ),
        )


def _parties(desk: Desk, form: Form, parties: Sequence[PartyChoice]) -> tuple[int, list[int]]:
    """The municipality and everybody at the table; adds those that were named here."""
    values = form.values()
    added: dict[PartyKind, int] = {}
    for kind in MUST_SIGN:
        key = f"new:{kind.value}"
        if key in values and not values[key]:
            raise Refused(_("Fill this in."), key)
    for kind in MUST_SIGN:
        name = values.get(f"new:{kind.value}")
        if name:
            added[kind] = _party(desk, name, kind)
    municipality_id = added.get(PartyKind.MUNICIPALITY) or values.get("municipality_id")
    if municipality_id is None:
        municipality_id = next(p.id for p in parties if p.kind is PartyKind.MUNICIPALITY)
    ticked = [*values.get("party_ids", ()), *added.values(), municipality_id]
    return municipality_id, list(dict.fromkeys(ticked))


def _party(desk: Desk, name: str, kind: PartyKind) -> int:
    """The party of this name: also when an earlier try added it and was refused after that."""
    with desk.reading() as session:
        known = next((p for p in party_choices(session) if p.name == name), None)
    return known.id if known is not None else add_party(desk.store, desk.who, name, kind)
