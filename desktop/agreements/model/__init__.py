"""Entities of the tab Beleid (agreements, section 2). All stand here, because the relations
between them are known when all files are read."""

from desktop.agreements.model.clauses import (
    Agreement,
    AgreementStep,
    Amendment,
    Clause,
    Commitment,
    Position,
    Theme,
)
from desktop.agreements.model.cycles import (
    Bid,
    BidItem,
    Cycle,
    CycleStep,
    Delivery,
    Dispute,
    Seal,
    Signature,
    Snapshot,
)
from desktop.agreements.model.indicators import (
    Explanation,
    Indicator,
    IndicatorStep,
    Measurement,
    Objection,
    Override,
)
from desktop.agreements.model.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    LookBack,
    Meeting,
    MeetingDecision,
)
from desktop.agreements.model.parties import (
    Contact,
    NationalPriority,
    Party,
    PolicyDocument,
    PolicyGoal,
    Seat,
)
from desktop.agreements.model.signed import OF_AN_AGREEMENT, signed_stays
from desktop.agreements.model.voices import (
    Advice,
    InformationRequest,
    InputAgreement,
    Reply,
    TenantInput,
)

__all__ = [
    "OF_AN_AGREEMENT",
    "ActionPoint",
    "Advice",
    "AgendaItem",
    "Agreement",
    "AgreementStep",
    "Amendment",
    "Attendance",
    "Bid",
    "BidItem",
    "Clause",
    "Commitment",
    "Contact",
    "Cycle",
    "CycleStep",
    "Delivery",
    "Dispute",
    "Explanation",
    "Indicator",
    "IndicatorStep",
    "InformationRequest",
    "InputAgreement",
    "LookBack",
    "Measurement",
    "Meeting",
    "MeetingDecision",
    "NationalPriority",
    "Objection",
    "Override",
    "Party",
    "PolicyDocument",
    "PolicyGoal",
    "Position",
    "Reply",
    "Seal",
    "Seat",
    "Signature",
    "Snapshot",
    "TenantInput",
    "Theme",
    "signed_stays",
]
