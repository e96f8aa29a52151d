"""The page on which the parties sign: to which text signatures belong, and a block for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table, TableStyle
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Party, Seal, Signature
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.sealed import newest_seal
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

LABEL, LINE_HEIGHT, SIGNING_HEIGHT = 44 * mm, 9 * mm, 17 * mm
HASH_GROUP = 8  # signs of the hash that stand together, so that two people can read it out


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The sheet for the text that was put before the parties last; who signed already stands on
    it. Refuses while there is no such text."""
    cycle = found(session, Cycle, cycle_id)
    seal = newest_seal(session, cycle_id)
    if seal is None:
        raise Refused(_("There is no text to sign yet. Make it ready to sign first."))
    made_on = local(now).date()
    year = cycle.applies_from.year
    with in_language("nl"):
        footer = _("Signatures under the agreements {year} · version {n} · {hash}").format(
            year=year, n=seal.number, hash=seal.digest[:HASH_GROUP]
        )
        part = Part(list(story(year, seal, signing_parties(session, cycle_id))), "", footer)
    return letter.finish(
        "agreements-signatures",
        lambda: _("Signatures under the agreements {year}").format(year=year),
        [part],
        letterhead(session),
        made_on,
    )


def story(year: int, seal: Seal, parties: Sequence[Party]) -> Iterator[Flowable]:
    """The sheet, also as the last page of the whole text."""
    yield text(_("Signatures"), "title", bookmark=_("Signatures"))
    yield text(
        _(
            "These signatures belong to version {n} of {day} of the agreements for {year}. When "
            "a text in it changes, all parties sign again."
        ).format(n=seal.number, day=day_plain(seal.sealed_on), year=year)
    )
    yield text(_("Mark of this version: {hash}").format(hash=_in_groups(seal.digest)), "reference")
    signed = {signature.party_id: signature for signature in seal.signatures}
    for party in parties:
        yield _block(party, signed.get(party.id))


def _in_groups(digest: str) -> str:
    return " ".join(digest[at : at + HASH_GROUP] for at in range(0, len(digest), HASH_GROUP))


def _block(party: Party, signature: Signature | None) -> Flowable:
    """What a party fills in with a pen, or filled in already."""
    rows = [
        (_("Function"), signature.function if signature else ""),
        (_("Name"), ""),
        (_("Place and day"), _place_and_day(signature) if signature else ""),
        (_("Signature"), _("signed on paper") if signature else ""),
        (_("Remark"), signature.remark if signature else ""),
    ]
    table = Table(
        [[text(label, "cell"), _filled(words)] for label, words in rows],
        colWidths=[LABEL, letter.WIDTH - LABEL],
        minRowHeights=[LINE_HEIGHT] * 3 + [SIGNING_HEIGHT, LINE_HEIGHT],
        hAlign="LEFT",
        spaceAfter=8,
    )
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LINEBELOW", (1, 0), (1, -1), 0.7, styles.SOFT),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return KeepTogether([text(party.name, "form question"), table])


def _filled(words: str) -> Flowable:
    return marked(escaped(printable(words)), "cell")


def _place_and_day(signature: Signature) -> str:
    return f"{signature.place}, {day_figures(signature.signed_on)}"
