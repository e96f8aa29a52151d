"""An agreement: its clause in versions, what each party says to it, who does what."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.parties import NationalPriority, Party, PolicyGoal
from desktop.agreements.states import AgreementState, CommitmentKind, PositionValue
from desktop.estate.model import StaffUser
from desktop.language import _
from desktop.store.base import Versioned, words
from desktop.store.search import SearchEntry

if TYPE_CHECKING:
    from desktop.agreements.model.cycles import Cycle
    from desktop.agreements.model.indicators import Indicator
    from desktop.agreements.model.meetings import LookBack


class Theme(AgreementsBase, Versioned):
    """A chapter of the agreements. `consultation_topic` has the letters of Overlegwet art. 3(2),
    `bid_letters` those of Btiv art. 39(1), as in "ac"."""

    __tablename__ = "theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    plain_name: Mapped[str] = mapped_column(String(80), default="")  # for the page for tenants
    position: Mapped[int]
    colour: Mapped[str] = mapped_column(String(10), default="brand")
    consultation_topic: Mapped[str] = mapped_column(String(10), default="")
    bid_letters: Mapped[str] = mapped_column(String(6), default="")
    priority_id: Mapped[int | None] = mapped_column(ForeignKey("national_priority.id"))


class Agreement(AgreementsBase, Versioned):
    """One agreement of a cycle. `lineage` stays the same when the next cycle takes it over."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("cycle_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
    lineage: Mapped[str] = mapped_column(String(36), index=True)
    title: Mapped[str] = mapped_column(String(160))
    short_title: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[AgreementState] = words(AgreementState, default=AgreementState.IDEA)
    applies_from: Mapped[date | None]  # only when it differs from the cycle
    applies_to: Mapped[date | None]
    district: Mapped[str] = mapped_column(String(80), default="")
    postcode: Mapped[str] = mapped_column(String(4), default="")
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("policy_goal.id"))
    priority_id: Mapped[int | None] = mapped_column(ForeignKey("national_priority.id"))
    postponed_from_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    without_advice: Mapped[str] = mapped_column(Text, default="")  # why tenants need not advise

    cycle: Mapped[Cycle] = relationship()
    theme: Mapped[Theme] = relationship(lazy="joined")
    goal: Mapped[PolicyGoal | None] = relationship()
    priority: Mapped[NationalPriority | None] = relationship()
    clauses: Mapped[list[Clause]] = relationship(
        back_populates="agreement", order_by="Clause.number"
    )
    commitments: Mapped[list[Commitment]] = relationship(
        back_populates="agreement", order_by="Commitment.id"
    )
    indicators: Mapped[list[Indicator]] = relationship(
        back_populates="agreement", order_by="Indicator.code"
    )
    amendments: Mapped[list[Amendment]] = relationship(order_by="Amendment.number")
    steps: Mapped[list[AgreementStep]] = relationship(order_by="AgreementStep.id")
    look_back: Mapped[LookBack | None] = relationship(back_populates="agreement")

    @property
    def newest(self) -> Clause | None:
        """The version that is talked about: the last one made."""
        return self.clauses[-1] if self.clauses else None

    @property
    def in_force(self) -> Clause | None:
        """The version that binds the parties."""
        binding = [clause for clause in self.clauses if clause.in_force_on is not None]
        return binding[-1] if binding else None

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "agreement",
            self.id,
            f"{self.code} {self.title}",
            f"{self.theme.name} · {self.cycle.applies_from.year}",
            f"{self.code} {self.title} {self.short_title} {self.theme.name} {self.district}",
        )


class AgreementStep(AgreementsBase):
    """The agreement went from one state to another, with the reason when one was asked."""

    __tablename__ = "agreement_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    state: Mapped[AgreementState] = words(AgreementState)
    taken_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text, default="")


class Clause(AgreementsBase):
    """A version of the text. The text never changes: another text is another version. In force
    is the newest one with `in_force_on`: all parties signed it, or agreed to it as an amendment."""

    __tablename__ = "clause"
    __table_args__ = (UniqueConstraint("agreement_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    plain_text: Mapped[str] = mapped_column(Text, default="")  # B1
    author_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    made_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text, default="")
    shared_on: Mapped[date | None]  # with the tenants' organisation: Overlegwet, art. 3(2)l
    in_force_on: Mapped[date | None]
    digest: Mapped[str] = mapped_column(String(64))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))

    agreement: Mapped[Agreement] = relationship(back_populates="clauses")
    author: Mapped[Party] = relationship()
    staff: Mapped[StaffUser | None] = relationship(StaffUser)
    positions: Mapped[list[Position]] = relationship(back_populates="clause")

    def search_entry(self) -> SearchEntry:
        agreement = self.agreement
        return SearchEntry(
            "clause",
            self.id,
            f"{agreement.code} {agreement.title}",
            _("version {number} · {year}").format(
                number=self.number, year=agreement.cycle.applies_from.year
            ),
            f"{agreement.code} {self.text} {self.plain_text}",
        )


WRITTEN_ONCE = ("agreement_id", "number", "text", "plain_text", "author_id", "digest")


@event.listens_for(Clause, "before_update")
def _text_stays(_mapper: object, _connection: object, clause: Clause) -> None:
    """No action may change what parties talked about or signed."""
    attributes = inspect(clause).attrs
    changed = [name for name in WRITTEN_ONCE if attributes[name].history.has_changes()]
    if changed:
        raise ValueError(f"a version of a clause is written once: {', '.join(changed)}")


class Position(AgreementsBase, Versioned):
    """What a party says to one version. A draft, as made at a consultation, counts when the
    party settles it (`settled_on`)."""

    __tablename__ = "position"
    __table_args__ = (UniqueConstraint("clause_id", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    value: Mapped[PositionValue] = words(PositionValue)
    remark: Mapped[str] = mapped_column(Text, default="")
    given_on: Mapped[date]
    settled_on: Mapped[date | None]

    clause: Mapped[Clause] = relationship(back_populates="positions")
    party: Mapped[Party] = relationship()


class Amendment(AgreementsBase):
    """A change of a signed text that all parties agreed to: from which version to which."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("agreement_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    number: Mapped[int]
    old_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    new_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    agreed_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)

    old: Mapped[Clause] = relationship(foreign_keys=[old_id])
    new: Mapped[Clause] = relationship(foreign_keys=[new_id])


class Commitment(AgreementsBase, Versioned):
    """What one party does for the agreement: the verb and the rest, as in "bouwt"."""

    __tablename__ = "commitment"

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    what: Mapped[str] = mapped_column(Text)
    kind: Mapped[CommitmentKind] = words(CommitmentKind, default=CommitmentKind.EFFORT)
    owner: Mapped[str] = mapped_column(String(80), default="")  # a function
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]

    agreement: Mapped[Agreement] = relationship(back_populates="commitments")
    party: Mapped[Party] = relationship()
