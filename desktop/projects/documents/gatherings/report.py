"""Verslag: what was asked and said at a gathering, and what is done with it. No names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table
from sqlalchemy.orm import Session

from desktop.documents.dated import heading, paper
from desktop.documents.flowables import Box, Words, bullet, text
from desktop.documents.fonts import printable
from desktop.documents.markdown import escaped
from desktop.documents.paper import Paper
from desktop.documents.round_sign import RoundSign
from desktop.documents.tables import above, table
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.projects.documents.became import BECAME, answer_words, promise_and_owner
from desktop.projects.documents.gatherings.about import name_of, when_and_where
from desktop.projects.documents.sentences import call_us
from desktop.projects.documents.walks.photos import KeptPhoto, Load
from desktop.projects.queries.inspections import whole_photo
from desktop.projects.queries.projects import project_view
from desktop.projects.queries.public import PublicPromise, public_promises
from desktop.projects.queries.voices import (
    ProposalLine,
    SessionLine,
    SessionPhotoLine,
    photos_at,
    proposals_at,
    session_line,
)
from desktop.projects.wording.dots import dots
from desktop.refused import Refused

WIDTHS = [9 * mm, 68 * mm, 88 * mm]
SIGN = 12.0
PHOTO_WIDTH, HIGHEST_PHOTO = 78 * mm, 78 * mm


def make(session: Session, session_id: int, now: datetime) -> Paper:
    """The report of a gathering that was held. Refuses one of which nobody wrote down anything."""
    today = local(now).date()
    line = session_line(session, session_id)
    said = proposals_at(session, session_id, today)
    if line.present is None and not said:
        raise Refused(_("Write down first how many people were there, and what they said."))
    view = project_view(session, line.project_id, today)
    promised = [
        one
        for one in public_promises(session, line.project_id, today).lines
        if one.session_id == session_id or (one.session_id is None and one.made_on == line.held_on)
    ]
    photos = [
        (one, partial(whole_photo, session, one.photo_id)) for one in photos_at(session, session_id)
    ]
    return paper(
        session,
        "gathering-report",
        lambda: _("Report: {gathering}").format(gathering=name_of(line)),
        lambda: list(_story(line, said, promised, call_us(view), photos)),
        now,
    )


def _story(
    line: SessionLine,
    said: Sequence[ProposalLine],
    promised: Sequence[PublicPromise],
    contact: str,
    photos: Sequence[tuple[SessionPhotoLine, Load]],
) -> Iterator[Flowable]:
    yield text(_("Report: {gathering}").format(gathering=name_of(line)), "title")
    yield Box([*when_and_where(line), *_about(line)])
    if line.question:
        yield heading(_("What did we ask?"))
        yield text(line.question)
    if line.notes:
        yield heading(_("What was talked about?"))
        yield from (text(part) for part in line.notes.splitlines() if part.strip())
    if said:
        yield from above(heading(_("What did tenants say, and what do we do?")))
        heads = ["", _("Proposal"), _("Answer")]
        yield table(heads, [_row(one) for one in said], WIDTHS)
    if promised:
        yield heading(_("What did we promise on that day?"))
        yield from (bullet("•", _promise(one)) for one in promised)
    if photos:
        yield from above(heading(_("Photos of the evening")))
        yield photo_grid(photos)
    if contact:
        yield Spacer(1, 2 * mm)
        yield text(contact)


def photo_grid(photos: Sequence[tuple[SessionPhotoLine, Load]]) -> Flowable:
    """The photos two beside each other, each with what it shows under it."""
    cells = []
    for one, load in photos:
        height = PHOTO_WIDTH * one.height / one.width
        tall = min(height, HIGHEST_PHOTO)
        cells.append([KeptPhoto(load, PHOTO_WIDTH, tall), text(one.caption, "cell soft")])
    rows = [[*cells[at : at + 2], *([[]] if len(cells[at : at + 2]) == 1 else [])]
            for at in range(0, len(cells), 2)]  # fmt: skip
    grid = Table(rows, colWidths=[PHOTO_WIDTH + 4 * mm] * 2, hAlign="LEFT")
    grid.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return grid


def _about(line: SessionLine) -> Iterator[tuple[Words, Words]]:
    yield text(_("Project"), "box label"), text(line.project, "box")
    if line.present is not None:
        n = line.present
        there = ngettext("{n} person", "{n} people", n).format(n=n)
        if line.invited:
            households = ngettext(
                "{n} household was invited", "{n} households were invited", line.invited
            ).format(n=line.invited)
            there = f"{there}; {households}"
        yield text(_("There were"), "box label"), text(there, "box")


def _row(line: ProposalLine) -> list[Flowable | list[Flowable]]:
    words: list[Flowable] = [text(line.text, "cell bold")]
    if line.support:
        words.append(text(dots(line.support), "cell soft"))
    answer: list[Flowable] = [text(answer_words(line), "cell bold")]
    if line.reason:
        answer.append(text(line.reason, "cell"))
    return [RoundSign(BECAME[line.answer], SIGN), words, answer]


def _promise(line: PublicPromise) -> str:
    return f"<b>{escaped(printable(line.what))}</b> {escaped(printable(promise_and_owner(line)))}"
