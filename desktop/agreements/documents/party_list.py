"""Who sits at the table, on paper: parties with their role and by which functions people speak for
them. No names: a function is enough to know whom to ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle
from desktop.agreements.queries.parties import PartyCard, parties
from desktop.agreements.wording import word
from desktop.documents.dated import heading, paper
from desktop.documents.flowables import text
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _
from desktop.language.format import local
from desktop.store.found import found

WIDTHS = [54 * mm, 36 * mm, 26 * mm, 49 * mm]


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The parties of a year, and under them those that do not take part in it."""
    year = found(session, Cycle, cycle_id).applies_from.year
    cards = parties(session, cycle_id, local(now).date())
    return paper(
        session,
        "agreements-parties",
        lambda: _("Who is at the table for the agreements {year}").format(year=year),
        lambda: list(_story(year, cards)),
        now,
    )


def _story(year: int, cards: Sequence[PartyCard]) -> Iterator[Flowable]:
    yield text(_("Who is at the table for the agreements {year}").format(year=year), "title")
    yield text(
        _(
            "These parties make the agreements together. Whoever signs along is bound by them; "
            "whoever advises speaks but does not sign."
        )
    )
    seated = [card for card in cards if card.seated]
    yield _table(seated)
    others = [card for card in cards if not card.seated]
    if others:
        yield heading(_("Not at the table this year"))
        yield _table(others)


def _table(cards: Sequence[PartyCard]) -> Flowable:
    heads = [_("Party"), _("Kind"), _("Role"), _("Who speaks for it")]
    return table(heads, [_row(card) for card in cards], WIDTHS)


def _row(card: PartyCard) -> list[str | Flowable | list[Flowable]]:
    named: list[Flowable] = [text(card.name, "cell bold")]
    named += [text(about, "small") for about in (card.complex, card.phone) if about]
    functions = [one.function for one in card.contacts if one.left_on is None]
    return [named, word(card.kind), word(card.role), ", ".join(functions) or "–"]
