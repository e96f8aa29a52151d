"""Entities of the tab Buren (viewings, section 2): little about persons, much about decisions.

`personal` marks what is wiped when its time is over (R14). All entities stand here, because the
relations between them are known when all files are read.
"""

from desktop.viewings.model.candidates import Candidate, Skip, called, candidate_entry
from desktop.viewings.model.decisions import Complaint, Decision, Letter, Withdrawal
from desktop.viewings.model.evaluation import (
    CandidateSurvey,
    CohesionSurvey,
    EvaluationSnapshot,
    StaffTime,
)
from desktop.viewings.model.hosts import Host, HostRelation
from desktop.viewings.model.mappings import ImportMapping
from desktop.viewings.model.nominations import Nomination, NominationMember, Nominee
from desktop.viewings.model.offers import ConsequenceGuard, Offer
from desktop.viewings.model.policies import Pilot, PolicyVersion, PriorityConsequence
from desktop.viewings.model.reports import (
    Defect,
    HostCriterion,
    TourQuestion,
    TourReport,
    TourVisit,
    WordOverride,
)
from desktop.viewings.model.vacancies import Vacancy
from desktop.viewings.model.viewings import Invitation, Shift, Viewing

__all__ = [
    "Candidate",
    "CandidateSurvey",
    "CohesionSurvey",
    "Complaint",
    "ConsequenceGuard",
    "Decision",
    "Defect",
    "EvaluationSnapshot",
    "Host",
    "HostCriterion",
    "HostRelation",
    "ImportMapping",
    "Invitation",
    "Letter",
    "Nomination",
    "NominationMember",
    "Nominee",
    "Offer",
    "Pilot",
    "PolicyVersion",
    "PriorityConsequence",
    "Shift",
    "Skip",
    "StaffTime",
    "TourQuestion",
    "TourReport",
    "TourVisit",
    "Vacancy",
    "Viewing",
    "Withdrawal",
    "WordOverride",
    "called",
    "candidate_entry",
]
