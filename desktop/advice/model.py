"""The columns of a request for advice, whatever it hangs on."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.store.base import words


class AdviceColumns:
    """What is asked, what tenants said, and what was decided (Overlegwet, art. 4, 5 and 5a).

    A mixin for the table of a feature. Without `sent_on` and `state` it is a draft; a feature that
    has no drafts says that both are always there."""

    subject: Mapped[str] = mapped_column(String(160))
    topic: Mapped[str] = mapped_column(String(10), default="")  # letter of art. 3(2)
    reasons: Mapped[str] = mapped_column(Text)
    consequences: Mapped[str] = mapped_column(Text)
    consent_required: Mapped[bool] = mapped_column(default=False)  # art. 5a
    sent_on: Mapped[date | None]
    weeks: Mapped[int] = mapped_column(default=6)
    state: Mapped[AdviceState | None] = words(AdviceState)
    advice_received_on: Mapped[date | None]
    advice: Mapped[str] = mapped_column(Text, default="")
    no_objection_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    decision: Mapped[AdviceDecision | None] = words(AdviceDecision)
    decision_reasons: Mapped[str] = mapped_column(Text, default="")
    reasons_received_on: Mapped[date | None]

    @property
    def explained(self) -> bool:
        """Whether it says why an advice is not followed, or not wholly."""
        return bool(self.decision_reasons)
