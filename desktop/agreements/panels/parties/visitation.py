"""The report of the visitation of a corporation: who must have it, and by when."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.agreements.panels.deliveries import Deliveries
from desktop.agreements.states import DeliveryDocument
from desktop.language import _
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words


def visitation_card(desk: Desk) -> tuple[QWidget, Deliveries]:
    """A card with who has the report, and the part of it that shows a year."""
    card = Card(_("Last visitation"), _("Woningwet, art. 53a(4) and (5)"))
    deliveries = Deliveries(desk, [DeliveryDocument.VISITATION_REPORT])
    shown = Scroll(deliveries)
    shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    card.add(shown)
    card.add(
        Words(
            _("Put the report on the agenda of the talks about the bid and the agreements too."),
            "soft",
            wraps=True,
        )
    )
    return card, deliveries
