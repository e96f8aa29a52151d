"""Rows of the sheet Inbreng: what tenants asked and what became of it."""

from __future__ import annotations

from desktop.agreements.actions.imports.agreements import corporation_of
from desktop.agreements.actions.imports.taking import Changed, Taking, not_there
from desktop.agreements.actions.voices import (
    PersonalFound,
    add_input,
    link,
    reply_to,
    rewrite_input,
    told,
)
from desktop.agreements.exchange.given import GivenRow
from desktop.agreements.exchange.held import HeldRow
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.model import TenantInput
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.store.found import found

ANSWER = ("besluit", "reden", "antwoord_datum")


def take_input(taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed) -> int:
    """Write down a question, and what was answered. A text that may tell who asked it is pointed
    out in the preview; who reads the file in after that has confirmed it."""
    id = _new(taking, row) if known is None else _rewritten(taking, known, changed)
    if "afspraak_code" in changed and known is not None:
        asked = found(taking.store.running.session, TenantInput, id)
        link(taking.store.running.session, asked, _agreements(taking, changed["afspraak_code"]))
    if any(name in changed for name in ANSWER):
        _answer(taking, id, row)
    if "teruggekoppeld_op" in changed:
        told(taking.store, taking.who, id, changed["teruggekoppeld_op"], taking.reason)
    return id


def _new(taking: Taking, row: GivenRow) -> int:
    values = row.values

    def add(confirmed: bool) -> int:
        return add_input(
            taking.store,
            taking.who,
            taking.held.cycle_id,
            values["tekst"],
            values["kanaal"],
            values["datum"],
            values.get("wijk", ""),
            _theme(taking, values.get("thema_code")),
            agreement_ids=_agreements(taking, values.get("afspraak_code", ())),
            confirmed=confirmed,
            code=values["inbreng_code"],
        )

    try:
        return add(confirmed=False)
    except PersonalFound as refused:
        taking.note = refused.sentence
        return add(confirmed=True)


def _rewritten(taking: Taking, known: HeldRow, changed: Changed) -> int:
    if "tekst" in changed or "wijk" in changed:
        text = changed.get("tekst", known.values["tekst"])
        place = changed.get("wijk", known.values.get("wijk", ""))
        try:
            rewrite_input(taking.store, taking.who, known.id, text, place)
        except PersonalFound as refused:
            taking.note = refused.sentence
            rewrite_input(taking.store, taking.who, known.id, text, place, confirmed=True)
    with taking.store.act(taking.who, "agreements.import") as act:
        asked = found(act.session, TenantInput, known.id)
        asked.theme_id = _theme(taking, changed.get("thema_code")) or asked.theme_id
        asked.received_on = changed.get("datum", asked.received_on)
        asked.channel = changed.get("kanaal", asked.channel)
    return known.id


def _answer(taking: Taking, id: int, row: GivenRow) -> None:
    if "besluit" not in row.values:
        raise Refused(_("“{column}” is empty. Fill it in.").format(column="besluit"))
    if "antwoord_datum" not in row.values:
        raise Refused(_("“{column}” is empty. Fill it in.").format(column="antwoord_datum"))
    reply_to(
        taking.store,
        taking.who,
        id,
        row.values["besluit"],
        row.values.get("reden", ""),
        corporation_of(taking),
        row.values["antwoord_datum"],
    )


def _theme(taking: Taking, code: str | None) -> int | None:
    if code is None:
        return None
    known = taking.held.themes.get(fold(code))
    if known is None:
        raise not_there(_("theme"), code, [one.upper() for one in taking.held.themes])
    return known


def _agreements(taking: Taking, codes: tuple[str, ...]) -> list[int]:
    return [taking.named(Key.AGREEMENTS, code, _("agreement")) for code in codes]
