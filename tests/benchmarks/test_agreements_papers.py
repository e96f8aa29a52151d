"""The whole text of 200 agreements against plain Platypus: pages a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate
from sqlalchemy import select

from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.documents import full_text
from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Cycle,
    Indicator,
    Party,
    Seat,
    Theme,
)
from desktop.agreements.states import Direction, PartyKind
from desktop.documents.fonts import register
from desktop.estate.model import Organisation, OrganisationKind
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.benchmarks.table import show

AGREEMENTS = 200
LEAST_SHARE = 0.5
ROUNDS = 5
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXT = (
    "De corporatie verbetert in dit jaar tachtig woningen met label E, F of G. De gemeente beslist "
    "binnen acht weken over de vergunning. De huurdersvereniging werft bewoners voor een "
    "proefwoning en vertelt hun wat er gaat gebeuren."
)
DOES = "beslist binnen acht weken over de vergunning en belt wie daarop wacht"


def fill(store: Store) -> int:
    """A year with many agreements, each with its text, what three parties do and an indicator."""
    ensure_seeds(store)
    with store.act(PROGRAM, "test.many") as act:
        session = act.session
        session.add(Organisation(kind=OrganisationKind.CORPORATION, name="Morgenwonen"))
        kinds = (PartyKind.MUNICIPALITY, PartyKind.CORPORATION, PartyKind.TENANTS)
        parties = [Party(name=kind.value, kind=kind) for kind in kinds]
        session.add_all(parties)
        session.flush()
        cycle = Cycle(
            year=2025,
            municipality_id=parties[0].id,
            applies_from=date(2026, 1, 1),
            applies_to=date(2026, 12, 31),
        )
        session.add(cycle)
        session.flush()
        session.add_all(Seat(cycle_id=cycle.id, party_id=party.id) for party in parties)
        themes = session.scalars(select(Theme).order_by(Theme.position)).all()
        for number in range(AGREEMENTS):
            theme = themes[number % len(themes)]
            session.add(_agreement(cycle, theme, number, parties))
        session.flush()
        return cycle.id


def _agreement(cycle: Cycle, theme: Theme, number: int, parties: list[Party]) -> Agreement:
    code = f"{theme.code}-{number:03}"
    return Agreement(
        cycle_id=cycle.id,
        theme_id=theme.id,
        code=code,
        lineage=code,
        title=f"Afspraak {number}",
        clauses=[Clause(number=1, text=TEXT, author_id=parties[1].id, made_at=NOW, digest=code)],
        commitments=[Commitment(party_id=party.id, what=DOES) for party in parties],
        indicators=[
            Indicator(
                code=code,
                name="verbeterde woningen",
                unit="aantal",
                direction=Direction.UP,
                baseline=Decimal(0),
                baseline_on=date(2025, 12, 31),
                goal=Decimal(80),
                goal_on=date(2026, 12, 31),
                source="Opleverstaten",
            )
        ],
    )


def plain() -> bytes:
    """The same words as ReportLab's own paragraphs below each other, with nothing around them."""
    register()
    style = ParagraphStyle("plain", fontName="Inter-Regular", fontSize=10, leading=14)
    words = [TEXT, DOES, DOES, DOES, "verbeterde woningen, van 0 naar 80. Bron: Opleverstaten."]
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(
        [
            Paragraph(paragraph, style)
            for number in range(AGREEMENTS)
            for paragraph in (f"Afspraak {number}", *words)
        ]
    )
    return file.getvalue()


def rate(make: Callable[[], bytes]) -> float:
    """Pages a second."""
    begun = time.perf_counter()
    pdf = make()
    seconds = time.perf_counter() - begun
    return len(pypdfium2.PdfDocument(pdf)) / seconds


def test_the_whole_text_of_200_agreements_keeps_up_with_plain_platypus(store: Store):
    cycle = fill(store)

    def whole() -> bytes:
        with store.reading() as session:
            return full_text.make(session, cycle, NOW).pdf

    rate(whole), rate(plain)
    pairs = [(rate(whole), rate(plain)) for _round in range(ROUNDS)]
    ours, theirs = (max(side) for side in zip(*pairs, strict=True))
    show(
        "The whole text of 200 agreements",
        [("plain Platypus", f"{theirs:.0f} pages/s", "")],
        [
            ("the whole text", f"{ours:.0f} pages/s", ""),
            ("ratio", f"{ours / theirs:.2f}", f"bound {LEAST_SHARE}"),
        ],
    )
    assert ours >= LEAST_SHARE * theirs
