"""Old next to new: what went is struck through, what came is underlined. Both can be read without
colour."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from reportlab.platypus import Flowable, Table, TableStyle
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle
from desktop.agreements.queries.papers.versions import (
    ChangedAgreement,
    TextChange,
    Version,
    between,
    changed_agreements,
)
from desktop.agreements.rules.redline import Piece, PieceKind
from desktop.documents import letter, styles
from desktop.documents.flowables import marked, text
from desktop.documents.fonts import printable
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.refused import Refused
from desktop.store.found import found

WENT, CAME = "#a82a2a", "#1c7a3d"


def make(
    session: Session, cycle_id: int, now: datetime, agreement_ids: Collection[int] = ()
) -> Paper:
    """Every change of the texts of a year, or of some of its agreements. Refuses when no text
    has a second version."""
    year = found(session, Cycle, cycle_id).applies_from.year
    changed = changed_agreements(session, cycle_id, agreement_ids)
    if not changed:
        raise Refused(_("No text has a second version yet, so there is nothing to compare."))
    return _paper(session, year, changed, now)


def of_two(session: Session, old_id: int, new_id: int, now: datetime) -> Paper:
    """What changed between any two versions of one agreement."""
    changed = between(session, old_id, new_id)
    if changed is None:
        raise Refused(_("Choose two versions of the same agreement."))
    year = _year(session, changed)
    return _paper(session, year, (changed,), now)


def _year(session: Session, changed: ChangedAgreement) -> int:
    return found(session, Agreement, changed.id).cycle.applies_from.year


def _paper(
    session: Session, year: int, changed: Collection[ChangedAgreement], now: datetime
) -> Paper:
    made_on = local(now).date()
    with in_language("nl"):
        footer = _("Changes in the agreements {year} · made on {day}").format(
            year=year, day=day_figures(made_on)
        )
        part = Part(list(_story(year, changed)), "", footer)
    return letter.finish(
        "agreements-changes",
        lambda: _title(year, changed),
        [part],
        letterhead(session),
        made_on,
    )


def _title(year: int, changed: Collection[ChangedAgreement]) -> str:
    if len(changed) == 1:
        code = next(iter(changed)).code
        return _("Changes in agreement {code} of {year}").format(code=code, year=year)
    return _("Changes in the agreements {year}").format(year=year)


def _story(year: int, changed: Iterable[ChangedAgreement]) -> Iterator[Flowable]:
    yield text(_("What changed in the agreements for {year}").format(year=year), "title")
    went = _coloured(WENT, "strike", _("struck through"))
    came = _coloured(CAME, "u", _("underlined"))
    yield marked(_("What went is {went}, what came is {came}.").format(went=went, came=came))
    for agreement in changed:
        title = f"{agreement.code} {agreement.title}"
        yield text(title, "form question", bookmark=title)
        for change in agreement.changes:
            yield from comparison(change)


def comparison(change: TextChange) -> Iterator[Flowable]:
    """One change: both texts beside each other, and why."""
    columns = [[_heading(change.old), _heading(change.new)]]
    columns.append([redlined(change.text, PieceKind.OUT), redlined(change.text, PieceKind.IN)])
    if any(piece.kind is not PieceKind.SAME for piece in change.plain_text):
        columns.append(
            [
                [text(_("In plain words"), "head"), redlined(change.plain_text, side)]
                for side in (PieceKind.OUT, PieceKind.IN)
            ]
        )
    yield _beside(columns)
    if change.amended_on is not None:
        words = _("All parties agreed to this change on {day}.")
        yield text(words.format(day=day_plain(change.amended_on)))
    if change.reason:
        label, why = escaped(_("Why:")), escaped(printable(change.reason))
        yield marked(f"<b>{label}</b> {why}")


def _heading(version: Version) -> Flowable:
    words = _("Version {n}, {party}, {day}").format(
        n=version.number, party=version.author, day=day_plain(version.made_on)
    )
    return text(words, "cell bold")


def redlined(pieces: Iterable[Piece], side: PieceKind) -> Flowable:
    """The old text (`OUT`) or the new one (`IN`) with what changed in it."""
    shown = [_markup(piece) for piece in pieces if piece.kind in (PieceKind.SAME, side)]
    return marked("".join(shown) or "–", "cell")


def _markup(piece: Piece) -> str:
    if piece.kind is PieceKind.OUT:
        return _coloured(WENT, "strike", piece.text)
    if piece.kind is PieceKind.IN:
        return _coloured(CAME, "u", piece.text)
    return escaped(printable(piece.text))


def _coloured(colour: str, mark: str, words: str) -> str:
    return f'<font color="{colour}"><{mark}>{escaped(printable(words))}</{mark}></font>'


def _beside(columns: list[list[Flowable | list[Flowable]]]) -> Flowable:
    made = Table(
        columns,
        colWidths=[letter.WIDTH / 2] * 2,
        hAlign="LEFT",
        spaceBefore=2,
        spaceAfter=4,
        splitInRow=1,
    )
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.SOFT),
                ("LINEBEFORE", (1, 0), (1, -1), 0.6, styles.LINE),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (1, -1), 8),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return made
