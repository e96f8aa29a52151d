"""The states and choices of a vacancy, its candidates, viewings, offers and decision.

The values are what the database holds; `viewings.wording` says them to people. Where the
VERA standard (4.3.0) has a code, `viewings.codes` maps to it.
"""

from __future__ import annotations

from enum import Enum


class Level(Enum):
    """Level of influence of residents, published per complex."""

    A = "A"  # meet: residents explain, the candidate decides, the order stays
    B = "B"  # advice: two hosts answer published criteria; advice alone never suffices
    C = "C"  # nomination (coöptatie): a committee proposes one of the first N


class UrgencyPolicy(Enum):
    """How candidates with priority go through the round (viewings, section 5)."""

    U1 = "U1"  # outside the round: offer first, welcome tour afterwards
    U2 = "U2"  # same round, priority stays (default)
    U3 = "U3"  # a share of the vacancies goes by U1
    U4 = "U4"  # fitting dwellings are left out of the pilot beforehand


class PilotRole(Enum):
    PILOT = "pilot"
    COMPARISON = "comparison"


class VacancyState(Enum):
    ANNOUNCED = "announced"
    PREPARED = "prepared"
    PUBLISHED = "published"
    CLOSED = "closed"
    VIEWING = "viewing"
    OFFERING = "offering"
    DECIDED = "decided"
    CONTRACT = "contract"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class Route(Enum):
    TENANT_LED = "tenant-led"
    STAFF_ONLY = "staff-only"
    DIRECT = "direct mediation"


class RouteReason(Enum):
    """Why others than residents receive, when no member of staff chose that."""

    DIRECT = "direct mediation"
    RESERVED = "labelled for priority"  # U4
    DAY_BUDGET = "day budget"  # R12
    COMPARISON = "complex to compare with"


class CandidateState(Enum):
    SELECTED = "selected"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    NO_RESPONSE = "no response"
    PRESENT = "present"
    NO_SHOW = "no-show"
    WANTS = "wants"
    WANTS_NOT = "wants not"
    CONSIDERING = "considering"
    OFFERED = "offered"
    REFUSED = "refused"
    DOCUMENTS = "documents"
    ALLOCATED = "allocated"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not reached"


class ViewingKind(Enum):
    GROUP = "group"
    INDIVIDUAL = "individual"
    ADAPTED = "adapted"
    STAFF = "staff"


class ViewingState(Enum):
    DRAFT = "draft"
    STAFFED = "staffed"
    INVITED = "invited"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class HostState(Enum):
    APPLIED = "applied"
    INSTRUCTED = "instructed"
    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class RelationKind(Enum):
    """Why a host may not receive somebody; declared beforehand by the host."""

    HOUSEHOLD = "household"
    FAMILY = "family"
    FRIEND = "friend"
    CREDITOR = "creditor"
    WORK = "work"


class ShiftRole(Enum):
    LEAD = "lead"
    SECOND = "second"


class ShiftState(Enum):
    PROPOSED = "proposed"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REPLACED = "replaced"
    HELD = "held"
    ABSENT = "absent"


class Answer(Enum):
    """What an invited candidate answered."""

    NONE = "none"
    COMING = "coming"
    NOT_COMING = "not coming"
    WANTS_OTHER = "wants another appointment"


class Presence(Enum):
    UNKNOWN = "unknown"
    PRESENT = "present"
    LATE = "late"
    CANCELLED = "cancelled"
    NO_SHOW = "no-show"


class Excuse(Enum):
    """Why a no-show that was recorded is taken back (R8, VERA: INS)."""

    OUR_MISTAKE = "our mistake"
    TOLD_BEFORE = "told us before"
    COULD_NOT_HELP_IT = "could not help it"


class Want(Enum):
    YES = "yes"
    NO = "no"
    THINKS = "thinks"


class SkipCode(Enum):
    """Why somebody is not invited in turn (R2). Each is to the candidate's advantage or by
    the candidate's own word; none is a judgement of a person."""

    PROTECTED = "protected"  # individual viewing with staff
    URGENCY_POLICY = "urgency policy"  # goes outside the round (U1, U3)
    ASSISTANCE = "assistance"  # language or accessibility: individual or adapted viewing
    OWN_REQUEST = "own request"  # the candidate withdrew
    HOUSED = "housed"  # accepted another dwelling
    UNREACHABLE = "unreachable"  # no contact after two dated attempts


class OfferAnswer(Enum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class DecisionState(Enum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SETTLED = "settled"
    LETTERS_SENT = "letters sent"
    CLOSED = "closed"
    WIPED = "wiped"
    LAPSED = "lapsed"  # the chosen candidate does not take the dwelling after all


class NominationState(Enum):
    """What residents nominated (level C), on its way through the test by staff."""

    ENTERED = "entered"
    TESTED = "tested"  # staff tested it, a colleague reads along
    RETURNED = "returned"
    AGREED = "agreed"
    REJECTED = "rejected"  # staff do not follow it; the order of the list stays


class GuardEvent(Enum):
    """What of a candidate with priority needs a second reader before it counts (C3)."""

    REFUSAL = "refusal"
    NO_SHOW = "no-show"


class GuardState(Enum):
    OPEN = "open"
    AGREED = "agreed"
    RETURNED = "returned"


class CriterionAnswer(Enum):
    YES = "yes"
    NO = "no"
    NOT_DISCUSSED = "not discussed"


class ComplaintState(Enum):
    OPEN = "open"
    CLOSED = "closed"


class ComplaintAbout(Enum):
    ORDER = "order"
    VIEWING = "viewing"
    TREATMENT = "treatment"
    MONEY = "money"
    DATA = "data"


class DefectPlace(Enum):
    KITCHEN = "kitchen"
    BATHROOM = "bathroom"
    TOILET = "toilet"
    LIVING_ROOM = "living room"
    BEDROOM = "bedroom"
    BALCONY = "balcony"
    STORAGE = "storage"
    ENTRANCE = "entrance"
