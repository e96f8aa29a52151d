"""Entities of the tab Beheer (projects). All stand here, because the relations between them are
known when all files are read."""

from desktop.projects.model.consulting import (
    AdvicePoint,
    AdviceRequest,
    ConsentNote,
    ConsentRound,
    ConsentTenancy,
    ConsentVisit,
)
from desktop.projects.model.inspections import (
    Finding,
    FindingPhoto,
    FindingStep,
    Inspection,
    Map,
)
from desktop.projects.model.photos import Photo
from desktop.projects.model.plans import (
    Baseline,
    BaselineTask,
    BudgetLine,
    Cost,
    Phase,
    Project,
    ProjectComplex,
    ProjectDwelling,
    ProjectSketch,
    ProjectStep,
    Task,
    TaskLink,
)
from desktop.projects.model.shares import (
    Ballot,
    BallotChoice,
    BudgetIdea,
    BudgetRound,
    Evaluation,
    EvaluationScore,
)
from desktop.projects.model.voices import (
    Message,
    Promise,
    Proposal,
    SessionPhoto,
    TenantSession,
)

__all__ = [
    "AdvicePoint",
    "AdviceRequest",
    "Ballot",
    "BallotChoice",
    "Baseline",
    "BaselineTask",
    "BudgetIdea",
    "BudgetLine",
    "BudgetRound",
    "ConsentNote",
    "ConsentRound",
    "ConsentTenancy",
    "ConsentVisit",
    "Cost",
    "Evaluation",
    "EvaluationScore",
    "Finding",
    "FindingPhoto",
    "FindingStep",
    "Inspection",
    "Map",
    "Message",
    "Phase",
    "Photo",
    "Project",
    "ProjectComplex",
    "ProjectDwelling",
    "ProjectSketch",
    "ProjectStep",
    "Promise",
    "Proposal",
    "SessionPhoto",
    "Task",
    "TaskLink",
    "TenantSession",
]
