"""The states and choices of a year of agreements: its parties, clauses, measurements and questions.

The values are what the database holds; `agreements.wording` says them to people.
"""

from __future__ import annotations

from enum import Enum


class PartyKind(Enum):
    """Who sits at the table. The first three must sign (Woningwet, art. 44(2))."""

    MUNICIPALITY = "municipality"
    CORPORATION = "corporation"
    TENANTS = "tenants' organisation"
    RESIDENTS = "residents' committee"
    CARE = "care provider"
    OTHER = "other"


MUST_SIGN = (PartyKind.MUNICIPALITY, PartyKind.CORPORATION, PartyKind.TENANTS)


class PartyRole(Enum):
    MEMBER = "member"
    ADVISER = "adviser"  # speaks, does not sign


class PolicyKind(Enum):
    """A municipality's policy on housing; the name in the statute changes with the statute."""

    VISION = "housing vision"
    PROGRAMME = "housing programme"
    OTHER = "other"


THEME_COLOURS = ("blue", "brand", "green", "amber", "purple", "red")


class BidLetter(Enum):
    """What the overview of intended work (the bod) says something about: Btiv 2015, art. 39(1)."""

    A = "a"  # building and buying
    B = "b"  # liveability and other work of art. 45(2)d and f
    C = "c"  # stock, sale, rents above the limit; by postcode
    D = "d"  # quality and sustainability
    E = "e"  # affordability and accessibility
    F = "f"  # housing of the groups of art. 36


class CycleState(Enum):
    PREPARING = "preparing"
    BID_SENT = "bid sent"
    TALKS = "talks"
    DRAFT = "draft"
    DECIDING = "deciding"
    SIGNED = "signed"
    RUNNING = "running"
    EVALUATED = "evaluated"
    CLOSED = "closed"
    NO_POLICY = "no policy"  # Woningwet, art. 44(3): no policy documents on 1 July
    NO_AGREEMENT = "no agreement"  # the talks failed: art. 44(4)


class AgreementState(Enum):
    IDEA = "idea"
    DRAFT = "draft"
    TALKS = "talks"
    AGREED = "agreed"  # every signing party agrees to the same version
    ADOPTED = "adopted"  # signed: the text changes by amendment only
    RUNNING = "running"
    ACHIEVED = "achieved"
    MISSED = "missed"
    LAPSED = "lapsed"
    CARRIED_OVER = "carried over"


class PositionValue(Enum):
    """What a party says to one version of a clause."""

    AGREES = "agrees"
    AGREES_IF = "agrees if"
    DISAGREES = "disagrees"
    NO_OPINION = "no opinion"


class CommitmentKind(Enum):
    RESULT = "result"
    EFFORT = "effort"


class Direction(Enum):
    """When an indicator goes well."""

    UP = "up"
    DOWN = "down"
    BETWEEN = "between"
    YESNO = "yes/no"


class PathShape(Enum):
    """The way from the baseline to the target."""

    LINEAR = "linear"
    STEP = "step"  # nothing is expected before the target date
    SCHEDULE = "schedule"  # straight between agreed steps


class Frequency(Enum):
    """How often is measured."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def max_age_days(self) -> int:
        """How old a measurement may be before its light is no longer known."""
        return {"month": 45, "quarter": 120, "half-year": 245, "year": 420}[self.value]


class Light(Enum):
    """How an agreement goes. Never told by colour alone: each has a shape and words."""

    ON = "ON"
    RISK = "RISK"
    OFF = "OFF"
    NM = "NM"  # not measurable
    DONE = "DONE"


class LightReason(Enum):
    """Why a light is what it is; `agreements.wording` makes the sentence."""

    ON_PATH = "on path"
    WITHIN_MARGIN = "within margin"
    BEYOND_MARGIN = "beyond margin"
    REACHED = "reached"
    NOT_REACHED = "not reached"
    CEILING_PASSED = "ceiling passed"
    DONE_IN_TIME = "done in time"
    DONE_LATE = "done late"
    DUE_LATER = "due later"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    NOT_STARTED = "not started"
    NO_MEASUREMENT = "no measurement"
    FINAL_MISSING = "final measurement missing"
    OUTDATED = "outdated"
    NO_BASELINE = "no baseline"


class InputChannel(Enum):
    MEETING = "meeting"
    SURVEY = "survey"
    WALK = "neighbourhood walk"
    LETTER = "letter"
    PHONE = "phone"
    DESK = "desk"  # asked at the laptop of a consultation


class InputState(Enum):
    RECEIVED = "received"
    DISCUSSED = "discussed"
    ANSWERED = "answered"
    REPORTED_BACK = "reported back"


class ReplyDecision(Enum):
    """What became of what tenants asked."""

    TAKEN = "taken over"
    PARTLY = "partly"
    NOT = "not"
    ALREADY = "already arranged"
    OTHER_PARTY = "other party"


class MeetingKind(Enum):
    TRIPARTITE = "tripartite"
    TENANTS = "yearly talk with tenants"  # Overlegwet, art. 5b(3)
    EVENING = "residents' evening"
    EVALUATION = "evaluation"


class DeliveryDocument(Enum):
    """What the corporation sends: by 1 July (Woningwet, art. 44(1), (2)) the bid and the
    invitation to talk; before 15 December (art. 44a(1)) what also goes to the minister; and what
    others found of the corporation (art. 53a(4))."""

    BID = "bid"
    INVITATION = "invitation"
    YEAR_BID = "bid with the agreements"
    YEAR_AGREEMENTS = "agreements"
    YEAR_STATEMENT = "board statement"
    VISITATION_REPORT = "visitation report"


class DisputeKind(Enum):
    HOUSING_ACT = "ww44"
    CONSULTATION_ACT = "wohv"


class Expense(Enum):
    """What tenants spend their budget on. Of experts and training Overlegwet, art. 7(1) says that
    the landlord pays them in any case."""

    EXPERTS = "experts"
    TRAINING = "training"
    OTHER = "other"
