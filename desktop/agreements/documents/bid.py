"""The bid on paper: what the corporation intends to do under each of the six letters, for five
years, with the letter that goes along and invites to talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle
from desktop.agreements.queries.bid import BidPart, BidView, bid_view
from desktop.agreements.queries.deliveries import receivers
from desktop.agreements.wording import word
from desktop.documents import letter
from desktop.documents.dated import paper
from desktop.documents.flowables import text
from desktop.documents.letter import Letter
from desktop.documents.pages import Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, table
from desktop.language import _, in_language
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store.found import found

WIDE = 252 * mm  # what a lying page holds


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The overview of intended work (Btiv 2015, art. 39(1)). Refuses while nobody began it."""
    view = _begun(session, cycle_id, now)
    return paper(
        session,
        "bid",
        lambda: _("Bid {first} to {last}").format(first=view.years[0], last=view.years[-1]),
        lambda: list(_story(view)),
        now,
        sheet=Sheet.WIDE,
        watermark=lambda: "" if view.sent_on else _("DRAFT"),
    )


def letters(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The letter with the bid to each party that gets it (Woningwet, art. 44(1)), which invites to
    talk (art. 44(2)) unless the municipality gave no policy."""
    view = _begun(session, cycle_id, now)
    cycle = found(session, Cycle, cycle_id)
    with in_language("nl"):
        written = [
            Letter(
                text="bid-letter",
                language="nl",
                to=(party.name,),
                reference="",
                footer=_("Bid {first} to {last}").format(first=view.years[0], last=view.years[-1]),
                bookmark=party.name,
                values={
                    "year": cycle.applies_from.year,
                    "first": view.years[0],
                    "last": view.years[-1],
                    "invited": view.invited_on is not None or cycle.policy_received_on is not None,
                },
            )
            for party in receivers(session, cycle)
        ]
    return letter.write(session, "bid-letters", lambda: _("Letters with the bid"), written, now)


def _begun(session: Session, cycle_id: int, now: datetime) -> BidView:
    view = bid_view(session, cycle_id, local(now).date())
    if view.id is None:
        raise Refused(_("There is no bid for this year yet. Begin it first."))
    return view


def _story(view: BidView) -> Iterator[Flowable]:
    title = _("Bid {first} to {last}").format(first=view.years[0], last=view.years[-1])
    yield text(title, "title")
    if view.supervisors_approved_on is not None:
        yield text(
            _("The supervisory board approved this on {day} (Woningwet, art. 26(1)j).").format(
                day=day_plain(view.supervisors_approved_on)
            )
        )
    yield from work_table(view, WIDE)


def work_table(view: BidView, width: float = letter.WIDTH) -> Iterator[Flowable]:
    """What is intended, part by part, with a column for each year."""
    part_width, what_width = 0.17 * width, 0.23 * width
    each = (width - part_width - what_width) / max(len(view.years), 1)
    rows = [row for part in view.parts for row in _rows(part, view.years)]
    heads = [_("Part"), _("What"), *(str(year) for year in view.years)]
    yield table(heads, rows, [part_width, what_width] + [each] * len(view.years))


def _rows(part: BidPart, years: Sequence[int]) -> Iterator[list[Cell]]:
    name = text(f"{part.letter.value}. {word(part.letter)}", "cell bold")
    for work in part.works:
        what = " ".join(words for words in (work.what, work.postcode) if words)
        yield [name, what, *(work.years.get(year, "–") for year in years)]
        name = text("", "cell")
    if not part.works:
        why = _("No work is foreseen.") if part.not_foreseen else _("Nothing was filled in yet.")
        yield [name, why, *("–" for _year in years)]
