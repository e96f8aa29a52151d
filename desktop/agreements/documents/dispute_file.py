"""The file of a dispute: what the request asks for, what happened when, and what each party said
to each version of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.documents.bid import work_table
from desktop.agreements.model import Cycle, Dispute
from desktop.agreements.queries.bid import bid_view
from desktop.agreements.queries.disputes import disputes, requirements
from desktop.agreements.queries.papers.dispute import (
    Said,
    VersionPositions,
    happened,
    positions,
)
from desktop.agreements.states import PositionValue
from desktop.agreements.wording import word
from desktop.documents import letter
from desktop.documents.dated import heading, paper
from desktop.documents.flowables import Box, bullet, text
from desktop.documents.fonts import printable
from desktop.documents.markdown import escaped
from desktop.documents.paper import Paper
from desktop.documents.tables import above, table
from desktop.language import _
from desktop.language.format import day_plain, day_year, local
from desktop.store.found import found


def make(session: Session, dispute_id: int, now: datetime) -> Paper:
    """The file to add to a request to the minister (Rtiv, art. 19a to 19d)."""
    dispute = found(session, Dispute, dispute_id)
    year = found(session, Cycle, dispute.cycle_id).applies_from.year
    return paper(
        session,
        "dispute-file",
        lambda: _("File of the dispute about the agreements {year}").format(year=year),
        lambda: list(_story(session, dispute, now)),
        now,
    )


def _story(session: Session, dispute: Dispute, now: datetime) -> Iterator[Flowable]:
    cycle = found(session, Cycle, dispute.cycle_id)
    line = next(one for one in disputes(session, cycle.id) if one.id == dispute.id)
    title = _("File of the dispute about the agreements {year}")
    yield text(title.format(year=cycle.applies_from.year), "title")
    rows = [(text(_("Arisen on"), "box label"), text(day_plain(line.arisen_on), "box"))]
    if line.file_by is not None:
        rows.append((text(_("File by"), "box label"), text(day_plain(line.file_by), "box")))
    if line.decided_by is not None:
        rows.append((text(_("Decision by"), "box label"), text(day_plain(line.decided_by), "box")))
    yield Box(list(rows))
    yield heading(_("What the request holds (Rtiv, art. 19a to 19d)"))
    for one in requirements(session, dispute.id):
        mark = "✓" if one.is_here else "○"
        words = one.what if one.is_here else _("{what}: to be added").format(what=one.what)
        yield bullet(mark, escaped(printable(words)))
    yield heading(_("What the dispute is about"))
    yield text(line.points or _("Nothing was written down yet."))
    yield heading(_("What was tried first"))
    yield text(line.mediation or _("Nothing was written down yet."))
    if line.outcome:
        yield heading(_("Outcome"))
        yield text(line.outcome)
    yield from above(heading(_("What happened when")))
    rows_of_days = [[day_year(one.on), one.what] for one in happened(session, dispute)]
    yield table([_("Day"), _("What")], rows_of_days, [32 * mm, letter.WIDTH - 32 * mm])
    yield from _positions(positions(session, cycle.id))
    if cycle.policy is not None:
        yield heading(_("Policy of the municipality"))
        yield text(cycle.policy.title)
    yield from above(heading(_("The bid")))
    yield from work_table(bid_view(session, cycle.id, local(now).date()))


def _positions(versions: Iterable[VersionPositions]) -> Iterator[Flowable]:
    shown = list(versions)
    if not shown:
        return
    yield heading(_("What each party says to each version"))
    for one in shown:
        yield text(
            _("{agreement}, version {n} of {party}, {day}").format(
                agreement=one.agreement, n=one.number, party=one.author, day=day_plain(one.made_on)
            ),
            "question",
        )
        yield text(one.text)
        for words in _said(one.said):
            yield bullet("•", escaped(printable(words)))


def _said(said: Sequence[Said]) -> Iterator[str]:
    """Who says the same without a word stand together; who adds something apart."""
    alike: dict[PositionValue, list[str]] = {}
    for one in said:
        if not one.remark:
            alike.setdefault(one.value, []).append(one.party)
    for value, parties in alike.items():
        yield f"{word(value)}: {', '.join(parties)}"
    for one in said:
        if one.remark:
            yield f"{one.party}, {word(one.value).lower()}: {one.remark}"
