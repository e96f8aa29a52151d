"""The states and choices of a project that tenants take part in.

The values are what the database holds; `projects.wording` says them to people.
"""

from __future__ import annotations

from enum import Enum


class ProjectKind(Enum):
    MAINTENANCE = "maintenance"
    RENOVATION = "renovation"
    NEW_BUILD = "new build"
    NEIGHBOURHOOD = "neighbourhood management"
    DEMOLITION = "demolition"


class ProjectState(Enum):
    IDEA = "idea"
    PREPARING = "preparing"
    WITH_TENANTS = "with tenants"
    DECISION = "decision"
    WORK = "work"
    AFTERCARE = "aftercare"
    CLOSED = "closed"
    HALTED = "halted"  # with a reason and until when, from any other


class Participation(Enum):
    """What tenants are promised, from the lowest step of the ladder to the highest."""

    INFORM = "inform"
    CONSULT = "consult"
    ADVISE = "advise"
    MAKE_TOGETHER = "make together"
    DECIDE_TOGETHER = "decide together"

    @property
    def step(self) -> int:
        """1 for informing up to 5 for deciding together."""
        return list(Participation).index(self) + 1


class SessionKind(Enum):
    INFORMATION = "information"
    CONSULTATION = "consultation"
    DESIGN = "design"
    VOTE = "vote"  # binding: its result is carried out
    OTHER = "other"


class MessageChannel(Enum):
    LETTER = "letter"
    MAIL = "mail"
    MEETING = "meeting"
    NOTICE_BOARD = "notice board"
    SURVEY = "survey"  # asks as well as tells


class ProposalState(Enum):
    """`ANSWERED` holds a decision; `REPORTED_BACK` says that tenants heard of it."""

    RAISED = "raised"
    DISCUSSED = "discussed"
    ANSWERED = "answered"
    REPORTED_BACK = "reported back"


class ProposalAnswer(Enum):
    DO = "do"
    OTHERWISE = "otherwise"
    NOT = "not"


class PromiseState(Enum):
    OPEN = "open"
    KEPT = "kept"
    CHANGED = "changed"
    BROKEN = "broken"


class ConsentState(Enum):
    """A round from draft to done. Whether it is reached, or no longer possible, is counted."""

    DRAFT = "draft"
    RUNNING = "running"  # the proposal was sent, in writing, the same to all
    NOTICES_SENT = "notices sent"  # of the result; the court term runs
    DONE = "done"
    REPLACED = "replaced"  # by a round about a changed proposal


class ConsentAnswer(Enum):
    NOT_SPOKEN = "not spoken"
    THINKING = "thinking"
    YES = "yes"
    NO = "no"


class AnswerMeans(Enum):
    """How an answer came in."""

    CARD = "signature card"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"


class InspectionKind(Enum):
    WALK = "neighbourhood walk"
    HANDOVER = "handover"  # what is found there are defects


class FindingKind(Enum):
    LITTER = "litter"
    GREEN = "green"
    LIGHTING = "lighting"
    DAMAGE = "damage"
    UNSAFE = "unsafe"
    OTHER = "other"


class Severity(Enum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class FindingState(Enum):
    REPORTED = "reported"
    TAKEN_UP = "taken up"
    SOLVED = "solved"
    CHECKED = "checked"
    REFERRED = "referred"
    NOT_DONE = "not done"


class PhotoMoment(Enum):
    BEFORE = "before"
    AFTER = "after"


class BudgetRoundState(Enum):
    COLLECTING = "collecting ideas"
    TESTED = "tested"
    VOTING = "voting"
    RESULT = "result"


class CostKind(Enum):
    COMMITTED = "committed"
    SPENT = "spent"
