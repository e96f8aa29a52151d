"""What tenants asked and what became of it, the formal advice of their organisation, and what
parties wanted to know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.advice.model import AdviceColumns
from desktop.advice.states import AdviceState
from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.clauses import Agreement, Theme
from desktop.agreements.model.parties import Party
from desktop.agreements.states import InputChannel, InputState, ReplyDecision
from desktop.store.base import Versioned, personal, words
from desktop.store.search import SearchEntry

if TYPE_CHECKING:
    from desktop.agreements.model.meetings import Meeting


class InputAgreement(AgreementsBase):
    """Which agreements a question of tenants is about."""

    __tablename__ = "tenant_input_agreement"
    __table_args__ = (UniqueConstraint("input_id", "agreement_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    input_id: Mapped[int] = mapped_column(ForeignKey("tenant_input.id"))
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)


class TenantInput(AgreementsBase, Versioned):
    """A wish or question of tenants, without who asked it. A written advice under the Overlegwet
    has a term of fourteen days in the statute, the rest a working agreement of six weeks."""

    __tablename__ = "tenant_input"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    received_on: Mapped[date] = mapped_column(index=True)
    channel: Mapped[InputChannel] = words(InputChannel)
    group_size: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(120), default="")  # district or complex
    text: Mapped[str] = personal(Text)
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"))
    may_quote: Mapped[bool] = mapped_column(default=False)
    is_written_advice: Mapped[bool] = mapped_column(default=False)
    state: Mapped[InputState] = words(InputState, default=InputState.RECEIVED)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))

    theme: Mapped[Theme | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    agreements: Mapped[list[Agreement]] = relationship(
        secondary="tenant_input_agreement", order_by="Agreement.code", viewonly=True
    )
    links: Mapped[list[InputAgreement]] = relationship(cascade="all, delete-orphan")
    reply: Mapped[Reply | None] = relationship(back_populates="input")

    def search_entry(self) -> SearchEntry | None:
        words = f"{self.code} {self.text} {self.place}"
        return SearchEntry(
            "tenant_input", self.id, f"{self.code} {self.text[:80]}", self.place, words
        )


class Reply(AgreementsBase, Versioned):
    """What was done with it and why. `told_on` and `told_via`: that tenants heard of it."""

    __tablename__ = "input_reply"

    id: Mapped[int] = mapped_column(primary_key=True)
    input_id: Mapped[int] = mapped_column(ForeignKey("tenant_input.id"), unique=True)
    decision: Mapped[ReplyDecision] = words(ReplyDecision)
    reason: Mapped[str] = mapped_column(Text, default="")
    replied_on: Mapped[date]
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    told_on: Mapped[date | None]
    told_via: Mapped[str] = mapped_column(String(120), default="")

    input: Mapped[TenantInput] = relationship(back_populates="reply")
    party: Mapped[Party] = relationship()


class Advice(AgreementsBase, AdviceColumns, Versioned):
    """A request for the advice of the tenants' organisation (Overlegwet, art. 4, 5 and 5a), about
    the plan of an agreement when `agreement_id` says so."""

    __tablename__ = "formal_advice"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    sent_on: Mapped[date] = mapped_column()  # never a draft
    state: Mapped[AdviceState] = words(AdviceState, default=AdviceState.SENT)

    party: Mapped[Party] = relationship()


class InformationRequest(AgreementsBase, Versioned):
    """A party asks the corporation for data (Woningwet, art. 44b(1)b; Overlegwet, art. 3(1)).
    `given` says whether it got them; None until there is an answer."""

    __tablename__ = "information_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    what: Mapped[str] = mapped_column(Text)
    asked_on: Mapped[date]
    answered_on: Mapped[date | None]
    given: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(Text, default="")

    party: Mapped[Party] = relationship()
