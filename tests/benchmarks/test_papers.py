"""500 invitations in one PDF, against plain Platypus paragraphs with the same words."""

from __future__ import annotations

import statistics
import time
from io import BytesIO

from sqlalchemy import select

from desktop.documents.fonts import register
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.viewings.documents import invitation
from desktop.viewings.model import Candidate, Invitation, Vacancy, Viewing
from tests.benchmarks.table import show
from tests.support.pdf import page_texts
from tests.support.world import make_world

LETTERS = 500
RUNS = 3
LEAST_SHARE = 0.5


def many_invitations(store: Store) -> list[int]:
    """One viewing to which 500 people are invited."""
    world = make_world(store, PROGRAM)
    with store.act(PROGRAM, "test.many") as act:
        session = act.session
        first = session.get_one(Invitation, world.invitations[0])
        vacancy = session.get_one(Vacancy, world.vacancy)
        viewing = session.get_one(Viewing, world.viewing)
        for n in range(LETTERS):
            candidate = Candidate(
                vacancy=vacancy,
                number=f"K-{n}",
                rank=1000 + n,
                initials="A.",
                first_name="Anna",
                last_name=f"Jansen {n}",
                street=f"Weg {n}",
                postcode="1234 AB",
                city="Morgenveld",
            )
            session.add(
                Invitation(
                    viewing=viewing,
                    candidate=candidate,
                    slot_at=first.slot_at,
                    sent_on=first.sent_on,
                    answer_until=first.answer_until,
                )
            )
        session.flush()
        return list(
            session.scalars(select(Invitation.id).join(Candidate).where(Candidate.rank >= 1000))
        )


def plain(texts: list[str]) -> bytes:
    """The yardstick: the same words as paragraphs, one letter a page."""
    from xml.sax.saxutils import escape

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    style = ParagraphStyle("plain", fontName="Inter-Regular", fontSize=10, leading=14)
    story = []
    for text in texts:
        story += [Paragraph(escape(line), style) for line in text.splitlines() if line.strip()]
        story.append(PageBreak())
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def test_500_invitations(store: Store, who: Actor) -> None:
    ids = many_invitations(store)
    register()
    with store.reading() as session:
        paper = invitation.make(session, ids, store.now())
    texts = page_texts(paper)
    assert len(texts) >= LETTERS
    shares, ours, plains = [], [], []
    for _run in range(RUNS):
        started = time.perf_counter()
        plain(texts)
        plains.append(len(texts) / (time.perf_counter() - started))
        with store.reading() as session:
            started = time.perf_counter()
            invitation.make(session, ids, store.now())
            ours.append(len(texts) / (time.perf_counter() - started))
        shares.append(ours[-1] / plains[-1])
    share = statistics.median(shares)
    show(
        f"{LETTERS} invitations in one PDF",
        [
            ("plain paragraphs", f"{statistics.median(plains):.0f} pages/s", ""),
            ("invitations", f"{statistics.median(ours):.0f} pages/s", ""),
        ],
        [("share", f"{share:.2f}", f"at least {LEAST_SHARE}")],
    )
    assert share >= LEAST_SHARE
